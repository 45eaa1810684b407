"""Where the keys and values of a front matter are written."""

from __future__ import annotations

import pytest

from hugo_helpers.check.front_places import items, keys
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
    found = list(items(front, text, "tags", ["AI", "LLM", "AI"]))
    assert [text[slice(*place)] for place in found] == ["AI", "LLM", "AI"]
    assert found == sorted(found)
    whole = front.locate(text, "tags")
    assert list(items(front, text, "tags", ["", "AI", "AI", "AI"]))[::3] == [whole, whole]


def test_an_item_that_is_written_with_escapes() -> None:
    text = '+++\ntags = ["\\u3042"]\n+++\n'
    front = frontmatter.read(text)
    ((start, end),) = items(front, text, "tags", ["あ"])
    assert text[start:end] == '["\\u3042"]'


def test_an_item_within_another() -> None:
    text = "+++\ntags = ['OpenAI', 'AI', 'AI']\n+++\n"
    front = frontmatter.read(text)
    found = list(items(front, text, "tags", ["OpenAI", "AI", "AI"]))
    assert [text[start - 1 : end + 1] for start, end in found] == ["'OpenAI'", "'AI'", "'AI'"]
