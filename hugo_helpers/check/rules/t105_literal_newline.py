r"""T105: `\n` written out."""

import re
from collections.abc import Iterator

from hugo_helpers.check import text_code
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_places import Place, holding

_NEWLINES = r"(?<!\\)(?:(?:\\r)?\\n)+"
_NAMED = ("'", '"', "「」", "『』", "“”", "‘’", "”", "’", "（）", "()", "＂")
r"""What `\n` stands in when it is spoken about."""


@rule(
    "T105",
    what=(
        r"A body or summary holds `\n` as two characters. Not where it is code between backticks, "
        r"quoted (`「\n」`), or the start of a word (`C:\new`, `\nabla`)."
    ),
    why="It breaks no line: readers see a backslash and an n. An export or a model left it there.",
    bad=r'{{<matomeQuote body="Hello.\nAll well?" userName="ann">}}',
    good='{{<matomeQuote body="Hello.<br>All well?" userName="ann">}}',
    how="Write `<br>`. `--fix` does that in plain text, `--unsafe-fixes` beside what may be code.",
)
def literal_newline(post: Post) -> Iterator[Hit]:
    for place in holding(post, "\\n"):
        yield from _newlines(place, post.text[place.start : place.end])


def _newlines(place: Place, written: str) -> Iterator[Hit]:
    code = text_code.spans(written)
    for found in re.finditer(_NEWLINES, written):
        start, end = found.span()
        before, behind = written[max(0, start - 1) : start], written[end : end + 1]
        if text_code.within(code, start) or _is_named(before, behind):
            continue
        if found[0].count("\\n") == 1 and _is_word(before, behind):
            continue
        plain = all(not sign or sign in " <>。" or not sign.isascii() for sign in (before, behind))
        edit = Edit(place.start + start, place.start + end, "<br>" * found[0].count("\\n"))
        fix = Fix("safe" if plain else "unsafe", "write <br>", (edit,)) if place.is_body else None
        yield Hit(edit.start, edit.end, r"\n stands here as two characters", fix)


def _is_named(before: str, behind: str) -> bool:
    return bool(before and behind) and any(
        before == pair[0] and behind == pair[-1] for pair in _NAMED
    )


def _is_word(before: str, behind: str) -> bool:
    starts = behind.isascii() and behind.islower()
    return starts and (not before or (before.isascii() and before not in ".!?)>"))
