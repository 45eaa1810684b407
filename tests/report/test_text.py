"""What people read: `full` and `concise`."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.check.finding import Finding, Fix, Location
from hugo_helpers.report.options import Options
from hugo_helpers.report.source import Source
from hugo_helpers.report.text import concise, full
from tests.report.findings import COLORS, CUT_LINK, SOURCE, UNCLOSED, finding, sources
from tests.report.findings import hostile_findings as findings

FULL = """\
content/posts/x.md:4:25: T203 warning: link cut with `...`
4 | {{<matomeQuote body="見て（https://example.org/a/long/pa...）" color="#fff">}}
  |                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
help: take the link out (--unsafe-fixes)

content/posts/x.md:4:67: C101 [*] warning: mtrovo speaks in two colours
4 | {{<matomeQuote body="見て（https://example.org/a/long/pa...）" color="#fff">}}
  |                                                                       ^^^^
help: empty the colour (--fix)

content/posts/x.md:4:1: H105 error: unclosed
4 | {{<matomeQuote body="見て（https://example.org/a/long/pa...）" color="#fff">}}
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Found 1 error and 2 warnings in 1 file; [*] 1 can be fixed with --fix, 1 more with --unsafe-fixes.
"""

CONCISE = """\
content/posts/x.md:4:25: T203 warning: link cut with `...`
content/posts/x.md:4:67: C101 [*] warning: mtrovo speaks in two colours
content/posts/x.md:4:1: H105 error: unclosed
Found 1 error and 2 warnings in 1 of 3 files; \
[*] 1 can be fixed with --fix, 1 more with --unsafe-fixes.
"""


def test_full() -> None:
    found = full([CUT_LINK, COLORS, UNCLOSED], Options(sources=sources))
    assert "".join(found) == FULL


def test_concise() -> None:
    found = concise([CUT_LINK, COLORS, UNCLOSED], Options(checked=3))
    assert "".join(found) == CONCISE


def test_color_marks_code_and_severity_and_changes_no_text() -> None:
    options = Options(sources=sources, color=True)
    text = "".join(full([CUT_LINK, COLORS, UNCLOSED], options))
    assert "\x1b[1;33mT203\x1b[0m \x1b[1;33mwarning:\x1b[0m link" in text
    assert "\x1b[1;31mH105\x1b[0m \x1b[1;31merror:\x1b[0m unclosed" in text
    plain = text
    for code in ("0", "1", "2", "34", "1;31", "1;33", "1;36"):
        plain = plain.replace(f"\x1b[{code}m", "")
    assert plain == FULL


@pytest.mark.parametrize("report", [full, concise])
def test_nothing_found(report: type[full]) -> None:
    assert list(report([], Options(checked=1))) == ["No findings in 1 file.\n"]
    assert list(report([], Options(summary=False))) == []


def test_without_a_text_there_is_no_frame() -> None:
    options = Options(summary=False)
    assert "".join(full([finding()], options)) == (
        "content/posts/x.md:4:25: T203 warning: link cut with `...`\n\n"
    )


def test_each_text_is_asked_for_once_and_as_findings_come() -> None:
    asked = []

    def source(filename: str) -> Source:
        asked.append(filename)
        return SOURCE

    def found() -> object:
        for filename in ("a", "a", "b"):
            yield finding(filename=filename)

    report = full(found(), Options(sources=source))  # type: ignore[arg-type]
    assert next(report).startswith("a:4:25: ")
    assert asked == ["a"]
    assert len(list(report)) == 3
    assert asked == ["a", "b"]


PATHS = {
    "relative": ("site/", "content/x.md", "site/content/x.md"),
    "absolute": ("site/", "/tmp/x.md", "/tmp/x.md"),  # noqa: S108 -- no file is touched
    "drive": ("site/", "C:/x.md", "C:/x.md"),
    "drive with backslash": ("site/", "C:\\x.md", "C:\\x.md"),
    "share": ("site/", "\\\\host\\x.md", "\\\\host\\x.md"),
    "command": ("", "::error::x.md", r"\x3a:error::x.md"),
    "command in a prefix": ("::error::/", "x.md", r"\x3a:error::/x.md"),
    "escape": ("", "\x1b[2J\udcff.md", r"\x1b[2J\xff.md"),
}


@pytest.mark.parametrize(("prefix", "filename", "shown"), PATHS.values(), ids=PATHS)
def test_paths(prefix: str, filename: str, shown: str) -> None:
    (line,) = concise([finding(filename=filename)], Options(prefix=prefix, summary=False))
    assert line == f"{shown}:4:25: T203 warning: link cut with `...`\n"


@given(st.lists(findings, max_size=3), st.text(max_size=60))
def test_nothing_hidden_and_no_command_gets_through(found: list[Finding], text: str) -> None:
    options = Options(sources=lambda _: Source(text))
    for report in (full, concise):
        shown = "".join(report(found, options))
        shown.encode()
        assert "##[" not in shown
        assert {category(c) for c in shown.replace("\u200d", "") if c != "\n"}.isdisjoint(
            {"Cc", "Cf", "Cs", "Zl", "Zp"}
        )
        assert not any(line.lstrip().startswith("::") for line in shown.split("\n"))


@given(findings)
def test_a_finding_is_a_line_of_concise(found: Finding) -> None:
    (line,) = concise([found], Options(summary=False))
    assert line.count("\n") == 1
    assert line.endswith("\n")


def test_a_place_that_the_text_no_longer_has() -> None:
    gone = finding(location=Location(99, 1), end_location=Location(99, 5))
    (shown,) = full([gone], Options(sources=sources, summary=False))
    assert shown == "content/posts/x.md:99:1: T203 warning: link cut with `...`\n\n"


def test_fixes_are_not_offered_where_no_option_applies_them() -> None:
    found = [finding(fix=Fix("safe", "empty the colour", ()))]
    shown = "".join(full(found, Options(fixes=False)))
    assert "help: empty the colour\n" in shown
    assert "--fix" not in shown
    assert "[*]" not in shown + "".join(concise(found, Options(fixes=False)))
