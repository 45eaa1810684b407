"""Outlines: what colours and cards get of a post."""

from __future__ import annotations

import pytest

from hugo_helpers.shortcodes.outline import Outline, outline
from tests.support.marked import post

QUOTES = (
    '{{<matomeQuote body="Hello" userName="ann">}}\n{{<details summary="(1)">}}\n'
    '{{<matomeQuote body="はい" userName="毛">}}\n'
    '{{<matomeBubble userName="ann">}}*so*{{</matomeBubble>}}\n{{</details>}}\n'
)
FRONTS = {
    "little": ("+++\ntitle = 'A'\n+++\n", {"title": "A"}),
    "all": (
        (
            "+++\ntitle = 'A'\ndate = 2025-02-05T01:02:03\ntags = ['x', 'y']\n"
            "featureimage = 'thumbnails/blue.jpg'\nimages = ['a.png']\n+++\n"
        ),
        {
            "title": "A",
            "day": "2025-02-05",
            "tags": ("x", "y"),
            "image": "thumbnails/blue.jpg",
            "illustrated": True,
        },
    ),
    "a date as text": ("+++\ndate = '2025-02-05T01:02:03'\n+++\n", {"day": "2025-02-05"}),
    "a day in YAML": ("---\nDate: 2025-02-05\n---\n", {"day": "2025-02-05"}),
    "no date": ("+++\ndate = 'yesterday'\n+++\n", {}),
    "of other types": ("+++\ntitle = 1\ndate = 2\ntags = 'x'\nfeatureimage = []\n+++\n", {}),
    "tags of other types": ("+++\ntags = ['x', 1, {}]\n+++\n", {"tags": ("x",)}),
    "no images": ("+++\nimages = []\n+++\n", {}),
    "its card": ("+++\nimages = ['/thumbnails/cards/posts/x.jpg']\n+++\n", {}),
    "an image as text": ("+++\nimages = 'a.png'\n+++\n", {"illustrated": True}),
    "its card and another": (
        "+++\nimages = ['thumbnails/cards/posts/x.jpg', 'a.png']\n+++\n",
        {"illustrated": True},
    ),
}


@pytest.mark.parametrize(("front", "wanted"), FRONTS.values(), ids=FRONTS)
def test_front_matter(front: str, wanted: dict[str, object]) -> None:
    made = post(front)
    found = outline(made.page, made.document)
    assert found == Outline(**{"name": "content/posts/a.md", **wanted})


def test_turns() -> None:
    made = post(QUOTES)
    found = outline(made.page, made.document)
    assert found.users == ("ann", "毛", "ann")
    assert found.lengths == (5, 2, 4)
