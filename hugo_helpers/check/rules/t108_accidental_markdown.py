"""T108: text that Markdown changes by accident."""

import re
from collections.abc import Iterator

from hugo_helpers.check import text_code
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_markdown import runs_at

_EMPHASIS = (
    r"(?<![\\*\w])\*{1,3}(?=[^\s*])[^*\n<]{1,500}(?<=[^\s*])\*{1,3}(?![*\w])"
    r"|(?<![\\_\w])_{1,3}(?=[^\s_])[^_\n<]{1,500}(?<=[^\s_])_{1,3}(?![_\w])"
    r"|(?<![\\~])~~(?=[^\s~])[^~\n<]{1,500}(?<=[^\s~])~~(?!~)"
)
_LINE = r"(?:\A|(?<=<br>)|(?<=\n))(?:#{1,6}|[+*-]|[0-9]{1,9}[.)])(?=[ \t])"
_CHANGED = rf"{_EMPHASIS}|{_LINE}"
_SIGNS = frozenset("*_#+-.)")
"""One of them is in all that matches."""


@rule(
    "T108",
    what=(
        "Text that Markdown takes for its own signs (`*x*`, `_x_`, a line that starts with `1.`, "
        "`#`, `+`) where Markdown reads it: in quotes written `{{% matomeQuote %}}`, and in the "
        "`> …` line that repeats the title."
    ),
    why=(
        "`__init__` becomes a bold init, `1.` a list. `{{< matomeQuote >}}` shows a body without "
        "Markdown, so there such text is right as it is and no finding."
    ),
    bad='{{% matomeQuote body="call __init__ first" userName="ann" %}}',
    good='{{< matomeQuote body="call __init__ first" userName="ann" >}}',
    how=(
        "Write the quote with `{{<` and `>}}`; `--unsafe-fixes` does that. In the line that "
        "repeats the title put a backslash before the sign."
    ),
)
def accidental_markdown(post: Post) -> Iterator[Hit]:
    yield from _title(post)
    for quote in post.thread.quotes if post.plain is None else ():
        if quote.call.delimiter != "<" and runs_at(post, quote.call):
            param = quote.call.param("body")
            if param is None:
                continue
            fix = Fix(
                "unsafe",
                "write the quote with {{< and >}}",
                _delimiters(quote.call.start, quote.call.end),
            )
            for start, end in _changed(post.text[param.value_start : param.value_end]):
                at = param.value_start
                yield Hit(at + start, at + end, "Markdown changes this text", fix)


def _delimiters(start: int, end: int) -> tuple[Edit, ...]:
    return Edit(start + 2, start + 3, "<"), Edit(end - 3, end - 2, ">")


def _title(post: Post) -> Iterator[Hit]:
    title = post.front.text_of("title")
    changed = _changed(title)
    if not changed or post.markup != "markdown":
        return
    line = f"\n> {title}"
    at = post.text.find(line, max(0, post.front.body_start - 1))
    if at < 0 or post.text[at + len(line) : at + len(line) + 1] not in ("", "\n", "\r"):
        return
    for start, end in changed:
        yield Hit(at + 3 + start, at + 3 + end, "Markdown changes this text")


def _changed(written: str) -> list[tuple[int, int]]:
    if not _SIGNS.intersection(written):
        return []
    code = text_code.spans(written)
    return [
        found.span()
        for found in re.finditer(_CHANGED, written)
        if not text_code.within(code, found.start())
    ]
