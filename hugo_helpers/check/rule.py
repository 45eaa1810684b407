"""What a rule is."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from hugo_helpers.check.finding import Fix, Location, Severity
from hugo_helpers.check.when import When, always

if TYPE_CHECKING:
    from hugo_helpers.check.post import Context, Post


class Hit(NamedTuple):
    """A place in a post's text that a rule speaks of: characters from `start` up to `end`."""

    start: int
    end: int
    message: str
    fix: Fix | None = None


class Fact(NamedTuple):
    """What a site rule notes in one post: a value, and the characters where it stands."""

    value: Any
    """As JSON keeps it: text, numbers, truth, None, and lists and `str`-keyed dicts of these."""
    start: int
    end: int


class SiteFact(NamedTuple):
    """A fact as a site rule gets it back, with the post it is from; tuples in it are now lists."""

    name: str
    """The file's name, as findings have it."""
    value: Any
    location: Location
    end_location: Location


class SiteHit(NamedTuple):
    """A fact that a site rule speaks of."""

    fact: SiteFact
    message: str


PostCheck = Callable[["Post"], Iterator[Hit]]
Collect = Callable[["Post"], Iterator[Fact]]
Conclude = Callable[[Sequence[SiteFact], "Context"], Iterator[SiteHit]]


class Body(NamedTuple):
    """What a rule's own module holds: its documentation, and what it does."""

    what: str
    why: str
    bad: str
    good: str
    how: str
    """How to mend it."""
    post: PostCheck | None = None
    collect: Collect | None = None
    """For a rule across posts: what it needs to know of each. A post is not kept for it."""
    conclude: Conclude | None = None
    """The facts of all posts, by file name and then as they were collected, to findings."""


class Rule:
    """A rule: what the catalogue says of it, and its body, loaded when it is first asked for.

    Its page in docs/ and `matome rule` are made from it.
    """

    def __init__(
        self,
        code: str,
        name: str,
        severity: Severity,
        when: When = always,
        *,
        across: bool = False,
        passing: bool = False,
        body: Body | None = None,
    ) -> None:
        self.code = code
        self.name = name
        self.severity: Severity = severity
        self.when = when
        """Whether it is asked about a post."""
        self.across = across
        """It speaks of all posts together."""
        self.passing = passing
        """What it finds in a post goes away with time alone, as a day in the future does. That a
        post has nothing for it must stay so: findings of other posts are remembered, and not asked
        again."""
        self._body = body

    @property
    def body(self) -> Body:
        if self._body is None:
            module = f"{self.code.lower()}_{self.name.replace('-', '_')}"
            import_module(f"hugo_helpers.check.rules.{module}")
            self._body = _BODIES[self.code]
        return self._body


_BODIES: dict[str, Body] = {}


def rule(
    code: str, *, what: str, why: str, bad: str, good: str, how: str
) -> Callable[[PostCheck], PostCheck]:
    """Make the decorated function the check of one post by the rule of this code."""

    def register(check: PostCheck) -> PostCheck:
        _BODIES[code] = Body(what, why, bad, good, how, post=check)
        return check

    return register


def site_rule(
    code: str, *, what: str, why: str, bad: str, good: str, how: str, collect: Collect
) -> Callable[[Conclude], Conclude]:
    """Make the decorated function the check across all posts of a site by the rule of this code.

    `collect` notes facts in each post, perhaps in another process, perhaps in an earlier run;
    the decorated function gets the facts of all posts and says which of them are findings.
    """

    def register(conclude: Conclude) -> Conclude:
        _BODIES[code] = Body(what, why, bad, good, how, collect=collect, conclude=conclude)
        return conclude

    return register
