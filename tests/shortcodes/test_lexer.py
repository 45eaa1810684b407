"""Tags and tokens, with their places."""

from __future__ import annotations

import pytest

from hugo_helpers.shortcodes.lexer import Lexer

TOKENS = {
    "named": (
        '{{< q body="x" >}}',
        [("left", "{{<"), ("name", "q"), ("param", "body"), ("value", '"x"'), ("right", ">}}")],
    ),
    "positional": (
        "{{% q a `b` %}}",
        [("left", "{{%"), ("name", "q"), ("param", "a"), ("param", "`b`"), ("right", "%}}")],
    ),
    "close": (
        "{{< q >}}{{</q >}}",
        [
            *(("left", "{{<"), ("name", "q"), ("right", ">}}")),
            *(("left", "{{<"), ("slash", "/"), ("name", "q"), ("right", ">}}")),
        ],
    ),
    "self-closing": (
        "{{< q/a / >}}",
        [("left", "{{<"), ("name", "q/a"), ("slash", "/"), ("right", ">}}")],
    ),
    "inline": (
        "{{< x.inline >}}",
        [("left", "{{<"), ("name", "x.inline"), ("right", ">}}")],
    ),
    "comment": ("{{</* q */>}}", []),
    "text": ("{{ q }} < {{", []),
    "other alphabets": (
        '{{< 引用 名="値" >}}',
        [("left", "{{<"), ("name", "引用"), ("param", "名"), ("value", '"値"'), ("right", ">}}")],
    ),
    "a number that is no digit ends a word": (
        "{{< q a²>}}",
        [("left", "{{<"), ("name", "q"), ("param", "a"), ("right", ">}}")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TOKENS.values(), ids=TOKENS)
def test_tokens(text: str, expected: list[tuple[str, str]]) -> None:
    tokens = [token for tag in Lexer(text).tags() for token in tag.tokens]
    assert [(token.kind, text[token.start : token.end]) for token in tokens] == expected


VALUES = {
    "quoted": (r'"a\b"', r"a\b", '"'),
    "escaped quote": (r'"a \"b\" \c"', 'a "b" c', '"'),
    "raw": (r"`a\"b`", r"a\"b", "`"),
    "bare": ("ab/c", "ab/c", ""),
    "quote escaped outside": (r"\"a b\"", "a b", '"'),
    "text before an escaped quote": (r'\foo "a"', "a", '"'),
}


@pytest.mark.parametrize(("written", "value", "quoting"), VALUES.values(), ids=VALUES)
def test_values(written: str, value: str, quoting: str) -> None:
    lexer = Lexer(f"{{{{< q body={written} >}}}}")
    (tag,) = lexer.tags()
    token = tag.tokens[3]
    assert (token.kind, token.value, token.quoting) == ("value", value, quoting)
    assert not lexer.refused


def test_tags_from_an_offset_on() -> None:
    text = "{{< a >}}{{< b >}}"
    (tag,) = Lexer(text).tags(start=9)
    assert (tag.start, tag.end, tag.delimiter) == (9, 18, "<")
