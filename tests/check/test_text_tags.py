"""Tags as they are read from a text."""

from __future__ import annotations

import pytest

from hugo_helpers.check.text_tags import read, spots, tags
from tests.support.marked import post, quote

CASES: dict[str, tuple[str, list[tuple[str, str, bool]]]] = {
    "name, attributes, end": ("<A b=c>", [("a", " b=c", True)]),
    "quoted >": ("<a b='>' c>", [("a", " b='>' c", True)]),
    "escaped quotes": (r"<a b=\">\" c>", [("a", r" b=\">\" c", True)]),
    "no quotes at all": ("<a don't>", [("a", " don't", True)]),
    "never ended": ("<a b", [("a", " b", False)]),
    "another tag's start": ("<a <b>", [("a", " ", False), ("b", "", True)]),
    "another < ": ("<a < b>", [("a", " < b", True)]),
    "slash": ("<a/b>", [("a", "/b", True)]),
    "pair is one": ("<a></a>", [("a", "", True)]),
    "stray close": ("</a>", [("a", "", True)]),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_read(text: str, wanted: list[tuple[str, str, bool]]) -> None:
    starts = [at for at, sign in enumerate(text) if sign == "<"]
    found = read(text, starts, len(text))
    assert [(tag.name, tag.attributes, tag.closed) for tag in found] == wanted


def test_closing_tags_belong_to_the_nearest_open_one() -> None:
    text = "<b><i><b></b></i></b></b>"
    found = read(text, [at for at, sign in enumerate(text) if sign == "<"], len(text))
    closes = [(tag.start, tag.close) for tag in found]
    assert closes == [(0, (17, 21)), (3, (13, 17)), (6, (9, 13)), (21, None)]


def test_spots_pass_what_every_post_is_made_of() -> None:
    text = quote("a<br>b") * 3 + '{{< details summary="x">}}y{{</details>}}\n<b>outside</b>\n'
    assert spots(post(text)) == ()
    assert tags(post(text)) == ()
    assert len(spots(post(quote("a<b>c</b>")))) == 2
