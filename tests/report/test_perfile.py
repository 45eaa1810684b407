"""The report on one file at a time."""

from __future__ import annotations

import pickle

import pytest

from hugo_helpers.report.formats import render
from hugo_helpers.report.options import Options
from hugo_helpers.report.perfile import FORMATS, PerFile
from hugo_helpers.report.source import no_source
from tests.report.findings import CUT_LINK, FILENAME, RULES, TEXT, UNCLOSED, sources


@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.parametrize("color", [False, True])
def test_file_by_file_it_is_the_same(style: str, color: bool) -> None:
    findings = [CUT_LINK, UNCLOSED]
    options = Options(sources=sources, rules=RULES, color=color, summary=False)
    assert {f.filename for f in findings} == {FILENAME}
    made = PerFile(style, options._replace(sources=no_source))
    shown = "".join(render(style, findings, options))
    assert made(findings, TEXT) == shown
    there = pickle.loads(pickle.dumps(made))  # noqa: S301 - made right here
    assert there(findings, TEXT) == shown
    assert made(findings, None) == "".join(
        render(style, findings, options._replace(sources=no_source))
    )


@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize("style", ["full", "concise", "jsonl"])
def test_what_is_ours_could_be(style: str, color: bool) -> None:
    made = PerFile(style, Options(rules=RULES, color=color, summary=False))
    assert made.could_be(made([CUT_LINK, UNCLOSED], TEXT))


HOSTILE = {
    "a title for the window": "a\x1b]0;x\x07",
    "a color that is none of ours": "a\x1b[41mb\x1b[0m",
    "the screen cleared": "\x1b[2J",
    "half a sequence": "\x1b[1;31\x1b",
    "a command for a runner": "a.md:1:1: T203\n::add-mask::x\n",
    "another command": "##[group]x",
    "the direction turned": "a\u202eb",
    "a carriage return": "a\rb",
}


@pytest.mark.parametrize("shown", HOSTILE.values(), ids=HOSTILE)
def test_what_is_not_ours(shown: str) -> None:
    assert not PerFile("full", Options(color=True)).could_be(shown)
