"""Folds for the tail of a long thread."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.fold_numbers import number
from hugo_helpers.shortcodes.thread import BUBBLE, QUOTE

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post
    from hugo_helpers.shortcodes.calls import Call

EVERY = 20
"""Quotes that stay in the open, and that a fold takes."""
_SUMMARIES = {"ja": "もっとコメントを表示（1）"}
_SUMMARY = "More comments (1)"


def folded(post: Post) -> Fix | None:
    """The fix that folds what follows the first quotes; None where nothing can be folded.

    A fold takes quotes that follow each other with nothing but space between, two at least.
    """
    open_ones = min(EVERY, post.context.most_unfolded)
    line = "\r\n" if "\r\n" in post.text[:200] else "\n"
    edits: list[Edit] = []
    wording = _wording(post)
    for count, quotes in enumerate(_groups(post, open_ones), 1):
        start, end = quotes[0].start, _end(quotes[-1])
        opening = f'{{{{< details summary="{_numbered(wording, count)}" >}}}}{line}'
        if post.text[max(0, start - 200) : start].rpartition("\n")[2].strip():
            opening = line + opening
        edits += [Edit(start, start, opening), Edit(end, end, f"{line}{{{{< /details >}}}}")]
    return Fix("unsafe", f"fold every {EVERY} of them", tuple(edits)) if edits else None


def _groups(post: Post, open_ones: int) -> Iterator[Sequence[Call]]:
    """The quotes of each fold: those that a fold could take, less the first of the post."""
    left = open_ones
    run: list[Call] = []
    for call in post.document.calls:
        is_quote = call.name.lower() in (QUOTE, BUBBLE)
        if run and (not is_quote or post.text[_end(run[-1]) : call.start].strip()):
            yield from _chunks(run)
            run = []
        if is_quote and left > 0:
            left -= 1
        elif is_quote:
            run.append(call)
    yield from _chunks(run)


def _chunks(run: list[Call]) -> Iterator[Sequence[Call]]:
    for start in range(0, len(run), EVERY):
        if len(run) - start > 1:
            yield run[start : start + EVERY]


def _end(call: Call) -> int:
    return call.end if call.close_end is None else call.close_end


def _wording(post: Post) -> str:
    """The summary of a numbered fold, as in the post's other folds; Q204 numbers them all anew."""
    worded = (
        fold.summary
        for fold in post.thread.folds
        if number(fold.summary) and not re.search(r'["\\`\n]', fold.summary)
    )
    language = post.language.partition("-")[0]
    return next(worded, _SUMMARIES.get(language, _SUMMARY))


def _numbered(wording: str, count: int) -> str:
    found = number(wording)
    digits = found.like(count) if found else str(count)
    return re.sub(r"\d{1,9}(?=\D*\Z)", digits, wording)
