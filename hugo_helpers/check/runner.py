"""Rules over posts: every finding, sorted, with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hugo_helpers.check.finding import Finding, Location
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, Rule
from hugo_helpers.check.selection import ignored
from hugo_helpers.check.suppression import Suppressions
from hugo_helpers.shortcodes.position import Positions
from hugo_helpers.site.content import Unreadable

UNREADABLE = "H101"
Patterns = Iterable[tuple[str, tuple[str, ...]]]


def check_post(post: Post, rules: Iterable[Rule], per_file: Patterns = ()) -> list[Finding]:
    """The findings of all per-post `rules` in `post`."""
    hits = [(rule, hit) for rule in rules if rule.post for hit in rule.post(post)]
    return _findings(post, hits, per_file) if hits else []


def check_site(
    posts: Iterable[Post], rules: Iterable[Rule], per_file: Patterns = ()
) -> list[Finding]:
    """The findings of all `rules` that look across posts."""
    known = tuple(posts)
    found: dict[str, tuple[Post, list[tuple[Rule, Hit]]]] = {}
    for rule in rules:
        for post, hit in rule.site(known) if rule.site else ():
            found.setdefault(post.page.name, (post, []))[1].append((rule, hit))
    return [f for post, hits in found.values() for f in _findings(post, hits, per_file)]


def check_unreadable(page: Unreadable, rules: Iterable[Rule]) -> list[Finding]:
    """A file without a text is a finding of its own."""
    place = Location(page.row, page.column)
    return [
        Finding(rule.code, page.message, rule.severity, page.name, place, place)
        for rule in rules
        if rule.code == UNREADABLE
    ]


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sorted by file, place and code."""
    return sorted(findings, key=lambda f: (f.filename, f.location, f.code, f.end_location))


def _findings(post: Post, hits: list[tuple[Rule, Hit]], per_file: Patterns) -> list[Finding]:
    lines = Positions(post.text)
    suppressions = Suppressions(post.text, lines)
    return list(_kept(post, hits, per_file, lines, suppressions))


def _kept(
    post: Post,
    hits: list[tuple[Rule, Hit]],
    per_file: Patterns,
    lines: Positions,
    suppressions: Suppressions,
) -> Iterator[Finding]:
    for rule, hit in hits:
        start = Location(*lines.at(hit.start))
        if suppressions.cover(rule.code, start.row):
            continue
        if ignored(rule.code, post.page.name, per_file):
            continue
        end = Location(*lines.at(max(hit.start, hit.end)))
        yield Finding(rule.code, hit.message, rule.severity, post.page.name, start, end, hit.fix)
