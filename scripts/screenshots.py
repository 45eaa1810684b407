"""Take the pictures of README and docs: pages of the demo site in build/demo, with a real Chromium,
and the card images of its posts.

Text is drawn with the system's fonts: for Japanese, install one first (fonts-noto-cjk).
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Page  # noqa: E402

from hugo_helpers.cli import main as matome  # noqa: E402
from tests.support.browser import Scheme, launch, visit  # noqa: E402
from tests.support.server import serve  # noqa: E402

IMAGES = ROOT / "docs" / "images"
DESKTOP, PHONE = (1280, 860), (390, 860)
POST = "/posts/goodbye-romaji/"
PICTURES: dict[str, tuple[tuple[str, tuple[int, int], Scheme], ...]] = {
    "post": ((POST, DESKTOP, "light"), (POST, PHONE, "dark")),
    "home": (("/", DESKTOP, "light"), ("/", PHONE, "dark")),
}

LAYOUTS = {
    "bubbles": "closet-server-summer",
    "band": "friday-outage",
    "quote": "mothers-printer",
    "paper": "read-it-later",
}
"""The layouts of cards, and the posts that show them."""
CARD, GAP = (480, 252), 16


def main() -> int:
    """Write every picture, its shots side by side, as a PNG."""
    demo = ROOT / "build" / "demo"
    if not demo.is_dir():
        print("no demo site in build/demo: make demo", file=sys.stderr)
        return 2
    with serve(demo) as origin, launch() as browser:
        for name, shots in PICTURES.items():
            images = []
            for path, (width, height), scheme in shots:
                with visit(browser, origin, width=width, height=height, scheme=scheme) as visited:
                    images.append(_shot(visited.open(path)))
            target = IMAGES / f"{name}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            _beside(images).save(target, optimize=True)
            print(f"wrote {target.relative_to(ROOT)}")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "example"
        shutil.copytree(ROOT / "example", site, ignore=shutil.ignore_patterns("assets"))
        _save(_layouts(site), "cards")
        _save(_sheet(site), "card-sheet")
    return 0


def _layouts(site: Path) -> Image.Image:
    """A card of each layout, light and dark."""
    wide, high = CARD
    size = 2 * (wide + GAP) + GAP, len(LAYOUTS) * (high + GAP) + GAP
    image = Image.new("RGB", size, "white")
    for row, (layout, post) in enumerate(LAYOUTS.items()):
        for column, scheme in enumerate(("light", "dark")):
            (site / "matome.toml").write_text(
                f'[thumbnails]\nlayout = "{layout}"\nscheme = "{scheme}"\n'
            )
            path = site / "content" / "posts" / f"{post}.md"
            matome(["thumbnails", "--quiet", "--source", str(site), str(path)])
            drawn = site / "assets" / "thumbnails" / "cards" / "posts" / f"{post}.ja.jpg"
            with Image.open(drawn) as card:
                small = card.resize(CARD, Image.Resampling.LANCZOS)
            image.paste(small, (GAP + column * (wide + GAP), GAP + row * (high + GAP)))
    (site / "matome.toml").unlink()
    return image


def _sheet(site: Path) -> Image.Image:
    """All cards on one sheet."""
    sheet = site / "sheet.png"
    matome(["thumbnails", "--quiet", "--source", str(site), "--preview", str(sheet)])
    with Image.open(sheet) as image:
        return image.resize((1200, round(1200 * image.height / image.width)))


def _save(image: Image.Image, name: str) -> None:
    target = IMAGES / f"{name}.jpg"
    image.save(target, quality=82, optimize=True)
    print(f"wrote {target.relative_to(ROOT)}")


def _shot(page: Page) -> Image.Image:
    # A post is shown from its title on, to have its bubbles in the picture.
    page.evaluate(
        "document.querySelector('.mtm-quote') && scrollTo(0,"
        " document.querySelector('h1').getBoundingClientRect().top - 12)"
    )
    page.evaluate(
        "Promise.all(Array.from(document.images, image => {"
        " image.loading = 'eager'; return image.decode().catch(() => 0) }))"
    )
    return Image.open(BytesIO(page.screenshot(animations="disabled"))).convert("RGB")


def _beside(images: list[Image.Image]) -> Image.Image:
    gap = 24
    width = sum(i.width for i in images) + gap * (len(images) - 1)
    whole = Image.new("RGB", (width, max(i.height for i in images)), "white")
    left = 0
    for image in images:
        whole.paste(image, (left, 0))
        left += image.width + gap
    return whole


if __name__ == "__main__":
    sys.exit(main())
