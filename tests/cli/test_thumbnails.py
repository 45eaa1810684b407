"""`matome thumbnails`: every post gets its card, once, and nothing outside the site is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import Matome
from tests.support.hugo import write_files

CARD = "assets/thumbnails/cards/posts/seed.jpg"


def stamps(site: Path) -> dict[Path, int]:
    return {p: p.stat().st_mtime_ns for p in (site / "assets").rglob("*") if p.is_file()}


def test_cards_and_the_stock_image_that_the_post_names(matome: Matome, site: Path) -> None:
    ran = matome("thumbnails")
    assert ran.code == 0
    assert "2 drawn, 2 stock images, 0 up to date" in ran.err
    for name in (CARD, "assets/thumbnails/blue.jpg"):
        with Image.open(site / name) as image:
            assert image.format == "JPEG"
            assert image.size == (1200, 630)


def test_again_draws_nothing(matome: Matome, site: Path) -> None:
    assert matome("thumbnails", "--check").code == 1
    matome("thumbnails")
    before = stamps(site)
    assert "0 drawn, 2 up to date" in matome("thumbnails").err
    assert stamps(site) == before
    assert matome("thumbnails", "--check").code == 0
    assert "2 drawn" in matome("thumbnails", "--force").err


@pytest.mark.parametrize(
    ("change", "drawn"),
    [
        (lambda text: text.replace("title = '6", "title = '7"), 1),
        (lambda text: text.replace("blue.jpg", "red.jpg"), 1),
        (lambda text: text.replace('"LLM", ', ""), 1),
        (lambda text: text.replace("months = '2025/02'\n", ""), 0),
    ],
    ids=["title", "background", "tags", "what is not on the card"],
)
def test_only_what_changed_is_drawn_again(
    matome: Matome, site: Path, change: Callable[[str], str], drawn: int
) -> None:
    matome("thumbnails")
    path = site / "content" / "posts" / "seed.md"
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert f"{drawn} drawn" in matome("thumbnails").err


def test_an_image_of_the_sites_own_wins(matome: Matome, site: Path) -> None:
    own = site / "static" / "thumbnails" / "blue.jpg"
    own.parent.mkdir(parents=True)
    Image.new("RGB", (600, 400), "#204060").save(own)
    matome("thumbnails")
    assert not (site / "assets" / "thumbnails" / "blue.jpg").exists()
    with Image.open(site / CARD) as card:
        red, _, blue = card.convert("RGB").getpixel((5, 5))
        assert red < blue


def test_posts_with_an_image_of_their_own_are_left_alone(matome: Matome, site: Path) -> None:
    title = '+++\ntitle = "a"\n'
    write_files(
        site,
        {
            "content/posts/named.md": f'{title}images = ["a.png"]\n+++\n',
            "content/posts/bundle/index.md": f"{title}+++\n",
            "content/posts/bundle/Cover-1.PNG": "",
            "content/posts/untitled.md": "+++\n+++\n",
        },
    )
    assert "2 drawn" in matome("thumbnails").err


def test_cards_of_posts_that_are_gone(matome: Matome, site: Path) -> None:
    matome("thumbnails")
    (site / "content" / "posts" / "seed.md").unlink()
    ran = matome("thumbnails")
    assert f"no post for {CARD}" in ran.err
    assert "--prune" in ran.err
    assert (site / CARD).exists()
    assert f"deleted {CARD}" in matome("thumbnails", "--prune").err
    assert not (site / CARD).exists()
    assert "no post" not in matome("thumbnails").err


def _outside(site: Path) -> str:
    Image.new("RGB", (10, 10)).save(site.parent / "secret.png")
    return "../secret.png"


def _link(site: Path) -> str:
    Image.new("RGB", (10, 10)).save(site.parent / "secret.png")
    (site / "assets").mkdir(exist_ok=True)
    (site / "assets" / "link.png").symlink_to(site.parent / "secret.png")
    return "link.png"


def _bomb(site: Path) -> str:
    (site / "assets").mkdir(exist_ok=True)
    Image.new("1", (30_000, 30_000)).save(site / "assets" / "bomb.png", optimize=True)
    return "bomb.png"


def _no_image(site: Path) -> str:
    write_files(site, {"assets/text.jpg": "no image at all"})
    return "text.jpg"


@pytest.mark.parametrize("make", [_outside, _link, _bomb, _no_image])
def test_images_that_may_not_be_used(
    matome: Matome, site: Path, make: Callable[[Path], str]
) -> None:
    name = make(site)
    path = site / "content" / "posts" / "seed.md"
    path.write_text(path.read_text("utf-8").replace("thumbnails/blue.jpg", name), "utf-8")
    ran = matome("thumbnails")
    assert ran.code == 0
    assert "content/posts/seed.md:7:" in ran.err
    assert "Traceback" not in ran.err
    assert "2 drawn" in ran.err
    assert (site / CARD).is_file()


def test_no_font(matome: Matome, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from hugo_helpers.thumbnails import fontconfig, fonts

    monkeypatch.setattr(fonts, "_packaged", list)
    for name in ("candidates", "usual"):
        monkeypatch.setattr(fontconfig, name, lambda *_: ())
    ran = matome("thumbnails")
    assert ran.code == 2
    assert "hugo-matome[font]" in ran.err
    assert ran.err.count("\n") == 1
    assert not (site / CARD).exists()


@pytest.mark.parametrize("name", ["fonts/none.otf", "fonts/text.otf"])
def test_a_font_in_the_settings_that_is_none(matome: Matome, site: Path, name: str) -> None:
    write_files(site, {"fonts/text.otf": "no font", "matome.toml": f'fonts = ["{name}"]'})
    ran = matome("thumbnails")
    assert ran.code == 2
    assert Path(name).name in ran.err
    assert ran.err.count("\n") == 1


def test_cards_of_posts_that_cannot_be_read_today_stay(matome: Matome, site: Path) -> None:
    matome("thumbnails")
    path = site / "content" / "posts" / "seed.md"
    whole = path.read_bytes()
    path.write_bytes(whole + b"\xff")
    ran = matome("thumbnails", "--prune", "-q")
    assert ran.code == 2
    assert "seed.md:" in ran.err
    assert (site / CARD).exists()
    path.write_bytes(whole)
    (site / "matome.toml").write_text('exclude = ["seed.md"]')
    assert matome("thumbnails", "--prune").code == 0
    assert (site / CARD).exists()
