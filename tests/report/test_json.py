"""JSON that says what was found, and is safe to print."""

from __future__ import annotations

import json as standard
from typing import Any
from unicodedata import category

from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.check.finding import Finding
from hugo_helpers.report.json import dumps, json, jsonl, whole
from hugo_helpers.report.links import rule_url
from hugo_helpers.report.options import Options
from hugo_helpers.report.source import Source
from tests.report.findings import COLORS, CUT_LINK, UNCLOSED, finding, hostile_findings, sources
from tests.report.texts import hostile_texts

CUT_LINK_OBJECT = {
    "code": "T203",
    "message": "link cut with `...`",
    "severity": "warning",
    "filename": "content/posts/x.md",
    "location": {"row": 4, "column": 25},
    "end_location": {"row": 4, "column": 57},
    "fix": {
        "applicability": "unsafe",
        "message": "take the link out",
        "edits": [
            {
                "content": "",
                "location": {"row": 4, "column": 25},
                "end_location": {"row": 4, "column": 57},
            }
        ],
    },
    "url": "https://github.com/hugo-matome/matome/blob/main/docs/rules/T203.md",
}

LAYOUT = """\
[
  {
    "code": "H105",
    "message": "unclosed",
    "severity": "error",
    "filename": "content/posts/x.md",
    "location": {
      "row": 4,
      "column": 1
    },
    "end_location": {
      "row": 5,
      "column": 1
    },
    "fix": null,
    "url": "https://github.com/hugo-matome/matome/blob/main/docs/rules/H105.md"
  }
]
"""


def parsed(found: list[Finding], options: Options) -> list[dict[str, Any]]:
    value: list[dict[str, Any]] = standard.loads("".join(json(found, options)))
    return value


def test_shape() -> None:
    options = Options(sources=sources)
    found = parsed([CUT_LINK, COLORS, UNCLOSED], options)
    assert found[0] == CUT_LINK_OBJECT
    assert [one["code"] for one in found] == ["T203", "C101", "H105"]
    lines = list(jsonl([CUT_LINK, COLORS, UNCLOSED], options))
    assert [standard.loads(line) for line in lines] == found
    assert all(line.count("\n") == 1 and line.endswith("\n") for line in lines)


def test_layout() -> None:
    assert "".join(json([UNCLOSED], Options())) == LAYOUT
    assert "".join(json([], Options())) == "[]\n"
    assert list(jsonl([], Options())) == []


def test_japanese_stays_readable() -> None:
    assert '"message": "色が二つ 😊"' in "".join(jsonl([finding(message="色が二つ 😊")], Options()))


def test_no_edits_without_the_text_they_change() -> None:
    assert parsed([CUT_LINK], Options())[0]["fix"] is None


def test_prefix() -> None:
    assert parsed([UNCLOSED], Options(prefix="blog/"))[0]["filename"] == "blog/content/posts/x.md"


@given(st.lists(hostile_findings, max_size=3))
def test_round_trip(found: list[Finding]) -> None:
    source = Source("一行目\n二行目\n")
    options = Options(sources=lambda _: source)
    objects = parsed(found, options)
    assert objects == [standard.loads(line) for line in jsonl(found, options)]
    for one, back in zip(found, objects, strict=True):
        assert back["code"] == one.code
        assert back["message"] == whole(one.message)
        assert back["severity"] == one.severity
        assert back["filename"] == whole(one.filename)
        assert back["location"] == {"row": one.location.row, "column": one.location.column}
        assert back["url"] == rule_url(one.code)
        assert (back["fix"] is None) == (one.fix is None)
        if one.fix is not None:
            assert [edit["content"] for edit in back["fix"]["edits"]] == [
                whole(edit.content) for edit in one.fix.edits
            ]


@given(hostile_texts)
def test_text_comes_back_as_it_was_but_for_surrogates(text: str) -> None:
    back = standard.loads(dumps(whole(text)))
    assert back == "".join(c if category(c) != "Cs" else whole(c) for c in text)


@given(st.lists(hostile_findings, max_size=3))
def test_safe_to_print(found: list[Finding]) -> None:
    for report in (json, jsonl):
        text = "".join(report(found, Options()))
        text.encode()
        assert "##[" not in text
        assert {category(c) for c in text if c != "\n"}.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})
        assert not any(line.lstrip().startswith("::") for line in text.split("\n"))
