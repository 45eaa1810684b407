"""T402: space around a text."""

import re
from collections.abc import Iterator

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule

_START = "(?:[ \t\r\n\xa0]|<[bB][rR][ \t]{0,9}/?>)+"
_LAST = r"(?:\s|<[bB][rR][ \t]{0,9}/?>)\Z"
_NAMES = {"body": "text", "userName": "user's name"}


@rule(
    "T402",
    what=(
        "A body or a user's name starts or ends with space, a body with a line break. A body may "
        "start with a full-width space: so Japanese paragraphs are indented."
    ),
    why=(
        "A name with a space behind it is another user, with another colour. A body shows an "
        "empty line, or a `＞` behind the space is no cited line any more."
    ),
    bad='{{<matomeQuote body="Hello<br>" userName="ann ">}}',
    good='{{<matomeQuote body="Hello" userName="ann">}}',
    how="Delete it; `--fix` does.",
)
def surrounding_space(post: Post) -> Iterator[Hit]:
    columns = post.columns
    odd = [
        number
        for number, (body, user) in enumerate(zip(columns.bodies, columns.users, strict=False))
        if body.strip() is not body
        or body[-1:] == ">"
        or body[:1] == "<"
        or user.strip() is not user
    ]
    for number in odd:
        call = columns.calls[number]
        for param in (call.param("body"), call.param("userName")):
            if param is not None and param.name is not None:
                start, end = param.value_start, param.value_end
                yield from _around(post.text[start:end], start, param.name)


def _around(written: str, at: int, name: str) -> Iterator[Hit]:
    if name == "body":
        first, last = _ends_of_body(written)
    else:
        first = len(written) - len(written.lstrip())
        last = len(written.rstrip())
    if first >= last:
        return
    for start, end, where in ((0, first, "before"), (last, len(written), "behind")):
        if start < end:
            what = "line break" if "<" in written[start:end] else "space"
            fix = None
            # Behind a backslash the quote at the end would become a part of the text.
            if written[start - 1 : start] != "\\":
                fix = Fix("safe", f"delete the {what}", (Edit(at + start, at + end, ""),))
            yield Hit(at + start, at + end, f"{what} {where} the {_NAMES[name]}", fix)


def _ends_of_body(written: str) -> tuple[int, int]:
    """Where the text starts behind space and line breaks, and where it ends before them."""
    start = re.match(_START, written)
    end = len(written)
    while last := re.search(_LAST, written[max(0, end - 14) : end]):
        end -= len(last[0])
    return 0 if start is None else start.end(), end
