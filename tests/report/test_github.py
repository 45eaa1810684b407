"""Workflow commands: one for each finding, whatever its text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.check.finding import Finding, Location
from hugo_helpers.report.github import github
from hugo_helpers.report.options import Options
from hugo_helpers.report.visible import visible
from tests.report.findings import CUT_LINK, RULES, UNCLOSED, finding, hostile_findings


def command(found: Finding, options: Options | None = None) -> str:
    (line,) = github([found], options or Options(rules=RULES))
    return line


def test_within_a_line() -> None:
    assert command(CUT_LINK) == (
        "::warning title=T203 cut-link,file=content/posts/x.md,line=4,endLine=4,col=25,endColumn=57"
        "::content/posts/x.md:4:25: T203 link cut with `...`\n"
    )


def test_over_lines_there_are_no_columns() -> None:
    assert command(UNCLOSED, Options(prefix="blog/")) == (
        "::error title=H105,file=blog/content/posts/x.md,line=4,endLine=5"
        "::blog/content/posts/x.md:4:1: H105 unclosed\n"
    )


ESCAPES = {
    "percent": ("100%0A", "100%250A", "100%250A"),
    "line end": ("a\nb", r"a\x0ab", r"a\x0ab"),
    "carriage return": ("a\r", r"a\x0d", r"a\x0d"),
    "property": ("a,line=9", "a%2Cline=9", "a,line=9"),
    "colon": ("a:b", "a%3Ab", "a:b"),
    "command": ("a::error::b", "a%3A%3Aerror%3A%3Ab", "a::error::b"),
    "older command": ("##[error]b", r"#\x23[error]b", r"#\x23[error]b"),
    "bytes": ("\udcff", r"\xff", r"\xff"),
}


@pytest.mark.parametrize(("text", "in_property", "in_data"), ESCAPES.values(), ids=ESCAPES)
def test_escapes(text: str, in_property: str, in_data: str) -> None:
    line = command(finding(filename=text, message=text, end_location=Location(4, 25)))
    assert line == (
        f"::warning title=T203 cut-link,file={in_property},line=4,endLine=4,col=25,endColumn=25"
        f"::{in_data}:4:25: T203 {in_data}\n"
    )


def run_by_the_runner(line: str) -> tuple[str, dict[str, str], str] | None:
    """A line as actions/runner takes it: name, properties and data of its command, if any."""
    line = line.lstrip()
    if not line.startswith("::") or "::" not in line[2:]:
        found = re.search(r"##\[([^ \]]*)", line)
        return (found[1], {}, "") if found else None
    info, data = line[2:].split("::", 1)
    name, _, listed = info.partition(" ")
    pairs = (pair.split("=", 1) for pair in listed.split(","))
    return name, {key: unescaped(value) for key, value in pairs}, unescaped(data)


def unescaped(text: str) -> str:
    for escape, character in {"%3A": ":", "%2C": ",", "%0D": "\r", "%0A": "\n"}.items():
        text = text.replace(escape, character)
    return text.replace("%25", "%")


@given(st.lists(hostile_findings, max_size=4))
def test_one_command_for_each_finding_and_nothing_else(found: list[Finding]) -> None:
    text = "".join(github(found, Options()))
    text.encode()
    lines = text.splitlines()
    assert len(lines) == len(found)
    for line, one in zip(lines, found, strict=True):
        taken = run_by_the_runner(line)
        assert taken is not None
        name, properties, data = taken
        assert name == one.severity
        assert properties["title"] == one.code
        assert properties["file"] == visible(one.filename)
        assert properties["line"] == str(one.location.row)
        assert set(properties) <= {"title", "file", "line", "endLine", "col", "endColumn"}
        assert data.endswith(f"{one.code} {one.message}") or visible(one.message) != one.message


def test_nothing_found_says_nothing() -> None:
    assert list(github([], Options())) == []
