"""Where the keys and values of a front matter are written."""

from __future__ import annotations

import pytest

from hugo_helpers.check.front_places import item, keys
from hugo_helpers.site import frontmatter

KEYS = {
    "toml": ("+++\na = 1\n 'b-c' = 2\n[d]\ne = 3\n+++\n", ["a", "b-c"]),
    "toml of a table": ("+++\na = [\n1]\n[[d]]\ne = 3\n+++\n", ["a"]),
    "yaml": ('---\na: 1\n"b": 2\nc:\n  d: 3\n- x\n---\n', ["a", "b", "c"]),
    "json": ('{"a": 1, "b" : {"c": 2}}\n', ["a", "b", "c"]),
    "none": ("text a: 1\n", []),
}


@pytest.mark.parametrize("name", KEYS)
def test_keys(name: str) -> None:
    text, names = KEYS[name]
    found = list(keys(frontmatter.read(text), text))
    assert [key.name for key in found] == names
    assert [text[key.start : key.end] for key in found] == names


def test_items() -> None:
    text = "---\ntags:\n- AI\n- LLM\n- AI\n---\nAI\n"
    front = frontmatter.read(text)
    first, second = item(front, text, "tags", "AI", 1), item(front, text, "tags", "AI", 2)
    assert text[slice(*first)] == text[slice(*second)] == "AI"
    assert first < second < (front.end, 0)
    assert item(front, text, "tags", "AI", 3) == front.locate(text, "tags")
    assert item(front, text, "tags", "", 1) == front.locate(text, "tags")


def test_an_item_that_is_written_with_escapes() -> None:
    text = '+++\ntags = ["\\u3042"]\n+++\n'
    front = frontmatter.read(text)
    start, end = item(front, text, "tags", "あ", 1)
    assert text[start:end] == '["\\u3042"]'
