"""Mends a post: the fixes of its findings, round by round, until there is nothing to mend."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.check.finding import Finding, Fix
from hugo_helpers.check.fix_edits import applied, edits_of, together
from hugo_helpers.check.fix_guard import objection

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post
    from hugo_helpers.check.record import Record

ROUNDS = 100
"""Most posts need two. One that needs so many is taken to come never to an end."""
TRIALS = 400
"""Trials of fixes of one round, where some of them must be dropped."""
Check = Callable[["Post"], "Record"]


class Dropped(NamedTuple):
    """A finding whose fix is not applied, and why; places are those of the mended text."""

    finding: Finding
    reason: str


class Mended(NamedTuple):
    """What became of a post."""

    post: Post
    """The post as it is now; the one that was given where nothing changes."""
    record: Record
    """The findings that it still has."""
    fixed: tuple[str, ...] = ()
    """The code of each fix that was applied."""
    dropped: tuple[Dropped, ...] = ()
    defect: str = ""
    """Rules that never come to an end, undoing each other; the post is then as it was."""


def is_wanted(fix: Fix | None, *, unsafe: bool) -> bool:
    """Whether a fix is to be applied: safe ones always, others where they are asked for."""
    return fix is not None and bool(fix.edits) and (unsafe or fix.applicability == "safe")


def mend(post: Post, check: Check, again: Callable[[str], Post], *, unsafe: bool = False) -> Mended:
    """Apply the fixes that `check` offers for a post, until it offers none that may be applied.

    `again` makes a post of the same file from another text. Fixes that do not touch are applied
    together, others in the next round. A fix that `objection` speaks against is dropped.
    """
    first = post, check(post)
    now, record = first
    fixed: list[str] = []
    seen: dict[int, int] = {}
    while True:
        wanted = [f for f in record.findings if is_wanted(f.fix, unsafe=unsafe)]
        made, accepted, refused = _accepted(now, wanted, again)
        if made is None:
            return Mended(now, record, tuple(fixed), tuple(refused))
        seen[hash(now.text)] = len(fixed)
        fixed += [finding.code for finding in accepted]
        now = made
        if hash(now.text) in seen or len(seen) == ROUNDS:
            codes = ", ".join(sorted({*fixed[seen.get(hash(now.text), 0) :]}))
            return Mended(*first, defect=f"the fixes of {codes} undo each other")
        record = check(now)


def _accepted(
    post: Post, wanted: Sequence[Finding], again: Callable[[str], Post]
) -> tuple[Post | None, list[Finding], list[Dropped]]:
    """The post with all fixes that may be applied together now; their findings; and those of the
    fixes that may not.
    """
    dropped: list[Dropped] = []
    left = list(wanted)
    while len(dropped) < TRIALS:
        chosen = {id(fix) for fix in together(_fixes(left))}
        group = [finding for finding in left if id(finding.fix) in chosen]
        made, accepted, more = _tried(post, group, again)
        dropped += more
        if accepted or not more:
            return made, accepted, dropped
        # What touches a dropped fix has its turn now.
        left = [f for f in left if not any(f is one.finding for one in more)]
    return None, [], dropped


def _tried(
    post: Post, group: list[Finding], again: Callable[[str], Post]
) -> tuple[Post | None, list[Finding], list[Dropped]]:
    """All of the group if they may be applied; else as many as halving it again and again finds."""
    made: Post | None = None
    accepted: list[Finding] = []
    dropped: list[Dropped] = []
    waiting = [group] if group else []
    for _ in range(TRIALS):
        if not waiting:
            break
        group = waiting.pop()
        edits = edits_of(_fixes([*accepted, *group]))
        trial = again(applied(post.text, edits))
        reason = objection(post, trial, edits)
        if not reason:
            made = trial
            accepted += group
        elif len(group) == 1:
            dropped.append(Dropped(group[0], reason))
        else:
            half = len(group) // 2
            waiting += [group[half:], group[:half]]
    return made, accepted, dropped


def _fixes(findings: Iterable[Finding]) -> list[Fix]:
    return [finding.fix for finding in findings if finding.fix is not None]
