"""Rules over posts: every finding, sorted, with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.finding import Finding, Location
from hugo_helpers.check.post import Context, Post
from hugo_helpers.check.record import Record
from hugo_helpers.check.rule import Fact, Hit, Rule, SiteFact, SiteHit
from hugo_helpers.check.selection import ignored
from hugo_helpers.check.suppression import Comment, Suppressions, read
from hugo_helpers.shortcodes.position import Positions
from hugo_helpers.site.content import Unreadable

if TYPE_CHECKING:
    from hugo_helpers.check.when import When

UNREADABLE, UNUSED = "H101", "S901"
MOST = 10_000
"""Findings of one rule in one file that are told: a hostile file holds millions."""
NOT_UNDERSTOOD = (
    "{} is not understood here: write matome-disable-next-line or matome-disable-file, codes of "
    "rules, and, if you like, a colon and why"
)
Patterns = Iterable[tuple[str, tuple[str, ...]]]


class Checker:
    """A choice of rules, less those that `per_file` patterns leave out.

    `whole`: the files that will be checked are all of the site's, so that the rules across posts
    have their say.
    """

    def __init__(
        self, rules: Iterable[Rule], per_file: Patterns = (), *, whole: bool = False
    ) -> None:
        self.rules = tuple(rules)
        self.per_file = tuple(per_file)
        self.whole = whole
        self.by_code = {rule.code: rule for rule in self.rules}
        """The rules that are on."""
        self._asked: dict[When, list[Rule]] = {}
        for rule in self.rules:
            if not rule.across:
                self._asked.setdefault(rule.when, []).append(rule)
        self._across = [rule for rule in self.rules if rule.across] if whole else []

    def __reduce__(self) -> tuple[Callable[..., Checker], tuple[Any, ...]]:
        return _again, ([rule.code for rule in self.rules], self.per_file, self.whole)

    def check(self, post: Post) -> Record:
        """The outcome of the rules that look at one post."""
        name = post.page.name
        hits = [
            (rule, hit)
            for when, rules in self._asked.items()
            if when(post)
            for rule in rules
            if not (self.per_file and ignored(rule.code, name, self.per_file))
            for hit in _hits(rule, post)
        ]
        lines = Positions(post.text)
        facts = [
            (rule.code, _site_fact(name, fact, lines))
            for rule in self._across
            if (collect := rule.body.collect)
            for fact in islice(collect(post), MOST)
        ]
        suppressions = Suppressions(read(post.text, lines))
        findings = sorted(_findings(name, hits, lines, suppressions), key=_place)
        passing = any(rule.passing for rule, _ in hits)
        return Record(name, tuple(findings), tuple(facts), suppressions.comments, passing)

    def unreadable(self, page: Unreadable) -> Record:
        """A file without a text is a finding of its own."""
        if not self._reports(UNREADABLE, page.name):
            return Record(page.name)
        place = Location(page.row, page.column)
        severity = self.by_code[UNREADABLE].severity
        finding = Finding(UNREADABLE, page.message, severity, page.name, place, place)
        return Record(page.name, (finding,))

    def conclude(
        self, facts: Iterable[tuple[str, SiteFact]], context: Context
    ) -> dict[str, list[tuple[str, SiteHit]]]:
        """What the rules across posts say of the facts of all files, which come by file name.

        By file name, with the code of the rule; for `complete`.
        """
        by_code: dict[str, list[SiteFact]] = {}
        for code, fact in facts:
            by_code.setdefault(code, []).append(fact)
        said: dict[str, list[tuple[str, SiteHit]]] = {}
        for rule in self._across:
            conclude = rule.body.conclude
            for hit in conclude(by_code.get(rule.code, ()), context) if conclude else ():
                if not ignored(rule.code, hit.fact.name, self.per_file):
                    said.setdefault(hit.fact.name, []).append((rule.code, hit))
        return said

    def complete(self, record: Record, said: Sequence[tuple[str, SiteHit]] = ()) -> list[Finding]:
        """All findings of a file, by place: its own, what was `said` of it by the rules across
        posts, and the comments that have switched nothing off.
        """
        suppressions = Suppressions(record.comments)
        findings = list(record.findings)
        for code, hit in said:
            fact = hit.fact
            if not suppressions.cover(code, fact.location.row):
                severity = self.by_code[code].severity
                findings.append(
                    Finding(
                        *(code, hit.message, severity, record.name),
                        *(fact.location, fact.end_location),
                    )
                )
        if suppressions.comments and self._reports(UNUSED, record.name):
            findings += self._unused(record.name, suppressions)
        return sorted(findings, key=_place)

    def _reports(self, code: str, name: str) -> bool:
        return code in self.by_code and not ignored(code, name, self.per_file)

    def _unused(self, name: str, suppressions: Suppressions) -> Iterator[Finding]:
        for comment in suppressions.comments:
            unused = [c for c in comment.codes if c not in comment.used and self._judges(c, name)]
            if not unused or suppressions.cover(UNUSED, comment.location.row):
                continue
            message = _about(comment, unused)
            severity = self.by_code[UNUSED].severity
            place = comment.location, comment.end_location
            yield Finding(UNUSED, message, severity, name, *place)

    def _judges(self, prefix: str, name: str) -> bool:
        """Whether all rules that `prefix` names were on for this file."""
        return all(
            self._reports(rule.code, name) and (self.whole or not rule.across)
            for rule in RULES
            if rule.code.startswith(prefix)
        )


def _again(codes: Sequence[str], per_file: Patterns, whole: bool) -> Checker:
    return Checker([RULES[code] for code in codes], per_file, whole=whole)


def _about(comment: Comment, unused: list[str]) -> str:
    if comment.row < 0:
        return NOT_UNDERSTOOD.format(comment.codes[0])
    where = "this file" if comment.row == 0 else "the next line"
    unknown = [c for c in unused if not any(rule.code.startswith(c) for rule in RULES)]
    if unknown:
        from difflib import get_close_matches

        near = get_close_matches(unknown[0], [rule.code for rule in RULES], 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        return f"no rule has the code {', '.join(unknown)}{hint}"
    if unused == [""]:
        return f"nothing is found in {where} that this comment could switch off"
    return f"{', '.join(unused)} finds nothing in {where}"


def _hits(rule: Rule, post: Post) -> list[Hit]:
    check = rule.body.post
    hits = list(islice(check(post), MOST)) if check else []
    if len(hits) == MOST:
        hits[-1] = hits[-1]._replace(message=f"{hits[-1].message} (more of these are not listed)")
    return hits


def _findings(
    name: str, hits: Sequence[tuple[Rule, Hit]], lines: Positions, suppressions: Suppressions
) -> Iterator[Finding]:
    for rule, hit in hits:
        start = Location(*lines.at(hit.start))
        if suppressions and suppressions.cover(rule.code, start.row):
            continue
        end = Location(*lines.at(max(hit.start, hit.end)))
        yield Finding(rule.code, hit.message, rule.severity, name, start, end, hit.fix)


def _site_fact(name: str, fact: Fact, lines: Positions) -> SiteFact:
    start, end = Location(*lines.at(fact.start)), Location(*lines.at(max(fact.start, fact.end)))
    return SiteFact(name, fact.value, start, end)


def _place(finding: Finding) -> tuple[Location, str, Location]:
    return finding.location, finding.code, finding.end_location
