"""What a rule is, and the register of all rules."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from hugo_helpers.check.finding import Fix, Location, Severity

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


class Rule(NamedTuple):
    """A rule with its documentation. Its page in docs/ and `matome rule` are made from it."""

    code: str
    name: str
    severity: Severity
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
    passing: bool = False
    """What it finds in a post goes away with time alone."""
    odd: bool = False
    """It has nothing to say of a post of the usual shape (see `shortcodes.plain`)."""


class Register:
    """Rules by their code, in the order of their codes."""

    def __init__(self) -> None:
        self._rules: dict[str, Rule] = {}

    def add(self, rule: Rule) -> None:
        """Raises ValueError for a code or name that is taken."""
        if any(rule.code == r.code or rule.name == r.name for r in self._rules.values()):
            raise ValueError(f"rule {rule.code} ({rule.name}) is registered twice")
        self._rules[rule.code] = rule

    def __iter__(self) -> Iterator[Rule]:
        return iter(sorted(self._rules.values(), key=lambda rule: rule.code))

    def __getitem__(self, code: str) -> Rule:
        return self._rules[code]

    def __contains__(self, code: object) -> bool:
        return code in self._rules


RULES = Register()


def rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    what: str,
    why: str,
    bad: str,
    good: str,
    how: str,
    passing: bool = False,
    odd: bool = False,
) -> Callable[[PostCheck], PostCheck]:
    """Register the decorated function as the check of one post.

    `passing`: what it finds goes away with time alone, as a day in the future does. That a post
    has nothing for it must stay so: findings of other posts are remembered, and not asked again.
    `odd`: it looks for what no post of the usual shape holds (see `shortcodes.plain`), and is not
    asked about one.
    """

    def register(check: PostCheck) -> PostCheck:
        docs = code, name, severity, what, why, bad, good, how
        RULES.add(Rule(*docs, post=check, passing=passing, odd=odd))
        return check

    return register


def site_rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    what: str,
    why: str,
    bad: str,
    good: str,
    how: str,
    collect: Collect,
) -> Callable[[Conclude], Conclude]:
    """Register the decorated function as a check across all posts of a site.

    `collect` notes facts in each post, perhaps in another process, perhaps in an earlier run;
    the decorated function gets the facts of all posts and says which of them are findings.
    """

    def register(conclude: Conclude) -> Conclude:
        docs = code, name, severity, what, why, bad, good, how
        RULES.add(Rule(*docs, collect=collect, conclude=conclude))
        return conclude

    return register
