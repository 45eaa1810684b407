"""Every format by its name, imported only when used."""

from __future__ import annotations

import subprocess
import sys

import pytest

from hugo_helpers.report.formats import FORMATS, render
from hugo_helpers.report.options import Options
from tests.report.findings import CUT_LINK, RULES, UNCLOSED, sources


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_reports_every_finding(name: str) -> None:
    text = "".join(render(name, [CUT_LINK, UNCLOSED], Options(sources=sources, rules=RULES)))
    assert text.endswith("\n")
    assert "T203" in text
    assert "H105" in text
    assert "content/posts/x.md" in text


def test_the_formats_are_those_of_the_design() -> None:
    assert list(FORMATS) == ["full", "concise", "json", "jsonl", "github", "sarif"]


def test_a_format_that_there_is_not() -> None:
    with pytest.raises(ValueError, match=r"'xml'; there are: full, concise, json"):
        render("xml", [], Options())


@pytest.mark.parametrize("name", ["jsonl", "github", "concise", "full"])
def test_findings_are_told_as_they_come(name: str) -> None:
    taken = []

    def found() -> object:
        for number in range(3):
            taken.append(number)
            yield UNCLOSED

    chunks = render(name, found(), Options(sources=sources))  # type: ignore[arg-type]
    assert "H105" in next(chunks)
    assert taken == [0]


def test_importing_the_formats_loads_no_format() -> None:
    script = (
        "import sys, hugo_helpers.report.formats as f; "
        "print([m for m in ('json', 'urllib', 'unicodedata') if m in sys.modules]); "
        "list(f.render('github', [], f.Options())); "
        "print([m for m in ('json', 'urllib', 'unicodedata') if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-S", "-c", script], capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n[]\n"
