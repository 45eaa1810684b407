"""The shape that most posts of a thread have, read in one step.

Quotes by `matomeQuote` with their parameters in the canonical order (see `canonical`), in double
quotes without a backslash, folds by `details`, none without a summary, none without a quote and
none in another, and links by `ref` and `relref`. Hugo refuses nothing in such a text, so no call
needs to be made of a tag before somebody looks at it. Every other text is left to `parser`; a
property test holds the two together.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate, compress
from typing import NamedTuple, cast

from hugo_helpers.shortcodes.calls import Call
from hugo_helpers.shortcodes.fast import NAME, tag
from hugo_helpers.shortcodes.parser import PLACEHOLDER

QUOTE, FOLD = "matomeQuote", "details"

# Neither backslash nor line break may stand in a value: that is told by counting, as a set of one
# character is found many times faster.
_UNNAMED = r'"[^"]*+"'
_VALUE = r'"([^"]*+)"'
_NEXT = re.compile(
    r"([^{]*+(?:\{(?!\{[<%])[^{]*+)*+)"
    rf"(?:\{{\{{(?:< ?(?:({QUOTE}) body={_VALUE} userName={_VALUE}"
    rf"(?: (createdAt)={_VALUE})?(?: (color)={_VALUE})?"
    rf"|({FOLD}) summary={_VALUE}|(/) ?{FOLD}) ?>|% (ref|relref) {_UNNAMED} %)\}}\}}"
    r"|(\{\{[<%])|\Z)"
)
"""A tag and the text before it. A delimiter before anything else is a match as well: one that
failed there would be tried again from each character of the text before."""
_TAG_START = re.compile(r"\{\{[<%]")
_OPENING = len("{{<")
_BEFORE_BODY = len(f'{QUOTE} body="')
_BETWEEN = {name: len(f'" {name}="') for name in ("userName", "createdAt", "color")}


class Plain(NamedTuple):
    """The quotes and folds of a text that has this shape."""

    text: str
    start: int
    """Where the body starts; characters from 0, as all offsets."""
    tags: tuple[str, ...]
    """For each tag in the order of the text, whether it is a quote's: empty where it is not."""
    users: tuple[str, ...]
    """Of each quote, in reading order, as the following three; "" where there is none."""
    bodies: tuple[str, ...]
    times: tuple[str, ...]
    colors: tuple[str, ...]
    timed: tuple[str, ...]
    """Not empty where `createdAt` is given, be it without a value."""
    colored: tuple[str, ...]
    """The same for `color`."""
    folded: tuple[bool, ...]
    """Whether a quote is in a fold."""
    folds: tuple[tuple[str, int], ...]
    """The summary of each fold, and how many quotes are in it."""
    forms: frozenset[tuple[str, ...]]
    """The name of each call, and those of its parameters."""
    outside: str
    """The text around the tags, with a NUL in place of each."""

    @property
    def names(self) -> frozenset[str]:
        """The names of the shortcodes that are called, in lower case."""
        return frozenset([form[0].lower() for form in self.forms])


class PlainCalls(Sequence[Call]):
    """The calls of the quotes, each made when it is asked for."""

    def __init__(self, plain: Plain) -> None:
        self._plain = plain
        self._made: dict[int, Call] = {}

    def __len__(self) -> int:
        return len(self._plain.users)

    def __getitem__(self, index: int) -> Call:  # type: ignore[override]
        return self._from(self._quotes[index])

    def at(self, offset: int) -> Call | None:
        """The quote whose tag holds the character at `offset`, None where that is in no tag.

        Raises LookupError in the tag of another shortcode.
        """
        index = bisect_right(self._tags, offset) - 1
        call = self._from(self._tags[index]) if index >= 0 else None
        if call is None or call.end <= offset:
            return None
        if call.name != QUOTE:
            raise LookupError(call.name)
        return call

    def span(self, number: int, name: str) -> tuple[int, int] | None:
        """Where the value of a parameter of a quote is written; None where that is not given."""
        plain = self._plain
        values = (
            ("userName", plain.users[number], True),
            ("createdAt", plain.times[number], plain.timed[number]),
            ("color", plain.colors[number], plain.colored[number]),
        )
        start = self._quotes[number] + _OPENING
        start += _BEFORE_BODY + (plain.text[start] == " ")
        end = start + len(plain.bodies[number])
        if name == "body":
            return start, end
        for known, value, given in values:
            if given:
                start = end + _BETWEEN[known]
                end = start + len(value)
                if name == known:
                    return start, end
        return None

    def _from(self, start: int) -> Call:
        made = self._made.get(start)
        if made is None:
            match = cast("re.Match[str]", tag().match(self._plain.text, start))
            name = match[NAME] or ""
            made = Call(name, "<", match, start, match.end(), match.start(NAME))
            self._made[start] = made
        return made

    @cached_property
    def _quotes(self) -> list[int]:
        """Where the tags of the quotes start."""
        return list(compress(self._tags, self._plain.tags))

    @cached_property
    def _tags(self) -> list[int]:
        """Where all tags start."""
        plain = self._plain
        if "{" not in plain.outside:
            pieces = plain.text[plain.start :].split("{{")
            if len(pieces) == len(plain.tags) + 1:
                ends = accumulate(map(len, pieces[:-1]))
                return [plain.start + end + 2 * number for number, end in enumerate(ends)]
        found = _TAG_START.finditer(self._plain.text, self._plain.start)
        return [match.start() for match in found]


def read(
    text: str,
    start: int,
    inner: Callable[[str], bool | None],
    known: Callable[[str], bool],
) -> Plain | None:
    """The text from offset `start` on, if it has this shape; `inner` and `known` as in `parse`."""
    if PLACEHOLDER in text:
        return None
    found = _NEXT.findall(text, start)
    columns = list(zip(*found, strict=True))
    gaps, names, bodies, users, dated, times, colored, colors, *rest = columns
    opened, summaries, closed, links, other = rest
    if any(other):
        return None
    quotes = len(found) - names.count("")
    linked = set(links).difference(("",))
    tags = quotes + opened.count(FOLD) + closed.count("/") + sum(map(links.count, linked))
    outside = "\0".join(gaps[: tags + 1])
    # Values may hold what looks like a tag; rarely a brace, and one sign is counted much faster.
    if (
        text.count("{", start) != 2 * tags + outside.count("{")
        and text.count("{{<", start) + text.count("{{%", start) != tags
    ) or any(text.count(sign, start) != outside.count(sign) for sign in "\\\n"):
        return None
    called = [QUOTE, *linked] if quotes else []
    if not called or not all(map(known, called)) or any(map(inner, called)):
        return None
    forms = set(zip(names, dated, colored, strict=True))
    folds: list[tuple[str, int]] = []
    folded = (False,) * quotes
    if FOLD in opened or "/" in closed:
        if inner(FOLD) is False or not known(FOLD):
            return None
        inside = _folded(names, summaries, closed, folds)
        if inside is None or len(folds) != opened.count(FOLD):
            return None
        folded = tuple(inside)
    of_users, of_bodies, of_times, of_colors, of_dated, of_colored = (
        tuple(compress(column, names)) for column in (users, bodies, times, colors, dated, colored)
    )
    return Plain(
        *(text, start, names[:tags], of_users, of_bodies, of_times, of_colors),
        *(of_dated, of_colored, folded, tuple(folds)),
        frozenset(
            [(name, "body", "userName", *filter(None, more)) for name, *more in forms if name]
            + [(name, "") for name in linked]
            + [(FOLD, "summary")] * bool(folds)
        ),
        outside,
    )


def _folded(
    names: Sequence[str],
    summaries: Sequence[str],
    closed: Sequence[str],
    folds: list[tuple[str, int]],
) -> list[bool] | None:
    """Whether each quote is in a fold; `folds` gets those. None where they have another shape."""
    inside: list[bool] = []
    summary, size = "", 0
    for name, title, close in zip(names, summaries, closed, strict=True):
        if name:
            inside.append(bool(summary))
            size += 1
        elif close:
            if not summary or not size:
                return None
            folds.append((summary, size))
            summary = ""
        elif title.strip():
            if summary:
                return None
            summary, size = title, 0
    return None if summary else inside
