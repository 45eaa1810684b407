"""What a rule is, and the register of all rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hugo_helpers.check.finding import Fix, Severity

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a post's text that a rule speaks of: characters from `start` up to `end`."""

    start: int
    end: int
    message: str
    fix: Fix | None = None


PostCheck = Callable[["Post"], Iterator[Hit]]
SiteCheck = Callable[[Iterable["Post"]], Iterator["tuple[Post, Hit]"]]


@dataclass(frozen=True, slots=True)
class Rule:
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
    site: SiteCheck | None = None


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
) -> Callable[[PostCheck], PostCheck]:
    """Register the decorated function as the check of one post."""

    def register(check: PostCheck) -> PostCheck:
        RULES.add(Rule(code, name, severity, what, why, bad, good, how, post=check))
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
) -> Callable[[SiteCheck], SiteCheck]:
    """Register the decorated function as a check across all posts of a site."""

    def register(check: SiteCheck) -> SiteCheck:
        RULES.add(Rule(code, name, severity, what, why, bad, good, how, site=check))
        return check

    return register
