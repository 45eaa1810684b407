"""Q112: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "side": quote(side="⟦middle⟧"),
    "id": quote(id="⟦a b⟧"),
    "japanese id": quote(id="⟦最初⟧"),
    "replyTo": quote(replyTo="⟦#start⟧"),
    "script": quote(url="⟦javascript:alert(1)⟧"),
    "host alone": quote(url="⟦example.org⟧"),
    "host after slashes": quote(url="⟦//example.org/⟧"),
    "remote picture": quote(avatar="⟦https://example.org/a.png⟧"),
    "upwards": quote(avatar="⟦../a.png⟧"),
    "no picture": quote(avatar="⟦a.txt⟧"),
    "two": quote(side="⟦up⟧", id="⟦a b⟧"),
    "bubble": '{{<matomeBubble userName="a" side="⟦up⟧">}}b{{</matomeBubble>}}\n',
}
MISSES = {
    "side": quote(side="left") + quote(side="right"),
    "id": quote(id="a-1.b:c_d"),
    "url": quote(url="https://example.org:80/a?b=c#d") + quote(url="/posts/"),
    "avatar": quote(avatar="/pictures/ann.png") + quote(avatar="写真/アン.webp"),
    "empty": quote(side="", id="", url="", avatar="", replyTo=""),
    "none": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q112", text)
