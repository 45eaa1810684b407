"""Fixtures of the tests that look at pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.page.theme_site import build_loudly, make_site, matome_quote, post
from tests.support.hugo import Built
from tests.support.judged import Judged

CARDS = ("seed", "bundle")


def draw(path: Path, width: int, height: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (width, height), "#16324f").save(path)


def themed_files(seed: str) -> dict[str, str]:
    files = {
        "content/posts/seed.md": seed,
        "content/posts/bundle/index.md": post("束ねた記事", "2025-01-20", tags='["AI", "C#"]'),
        "content/posts/assets.md": post(
            "assets の絵", "2025-01-19", more="featureimage = 'thumbnails/own.png'"
        ),
        "content/posts/static.md": post(
            "static の絵", "2025-01-18", more="featureimage = '/thumbnails/fixed.jpg'"
        ),
        "content/posts/remote.md": post(
            "よその絵", "2025-01-17", more="featureimage = 'https://images.example.com/a.jpg'"
        ),
        "content/posts/none.md": post(
            "絵のない記事",
            "2025-01-16",
            tags='["Go 言語"]',
            more="featureimage = 'thumbnails/missing.jpg'",
            body=matome_quote("ann", "＞聞いた話<br>そうですか。")
            + matome_quote("bob", "はい。")
            + matome_quote("ann", "なるほど。"),
        ),
    }
    for n in range(12):
        files[f"content/posts/old-{n}.md"] = post(
            f"古い記事{n}", f"2024-{12 - n:02}-05", tags='["機械学習", "a/b"]'
        )
    return files


@pytest.fixture(scope="session")
def themed(hugo: Path, seed_post: str, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of 18 posts in this theme, the seed post among them, built by each Hugo."""
    site = make_site(tmp_path_factory.mktemp("themed"), themed_files(seed_post))
    for key in CARDS:
        draw(site / f"assets/thumbnails/cards/posts/{key}.jpg", 1200, 630)
    draw(site / "assets/thumbnails/cards-600/posts/seed.jpg", 600, 315)
    draw(site / "assets/thumbnails/cards-320/posts/seed.jpg", 320, 168)
    draw(site / "assets/thumbnails/own.png", 1280, 960)
    draw(site / "static/thumbnails/fixed.jpg", 320, 200)
    return build_loudly(site, hugo)


@pytest.fixture(scope="module")
def judged() -> Judged:
    """The pages that the browser tests of a module have found right."""
    return Judged()
