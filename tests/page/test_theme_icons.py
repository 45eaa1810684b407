"""Icons and the web manifest, by setting, on each Hugo."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from PIL import Image

from tests.page.theme_site import BASE, CONFIG, build_loudly, complaints, make_site, post

FILES = {"content/posts/a.md": post("a", "2025-01-01")}


def links(page: str) -> dict[str, str]:
    found = re.findall(
        r'<link rel="?(icon|apple-touch-icon|manifest)"?[^>]*? href="?([^" >]+)', page
    )
    return dict(found)


def inside(public: Path, address: str) -> Path:
    path = "/" + BASE.split("/", 3)[3]
    assert address.startswith(path)
    return public / address.removeprefix(path)


def test_the_themes_own(hugo: Path, tmp_path: Path) -> None:
    built = build_loudly(make_site(tmp_path, FILES), hugo)
    found = links(built.page("posts/a"))
    assert set(found) == {"icon"}
    assert found["icon"].endswith(".svg")
    assert not list(built.public.rglob("*.webmanifest"))


@pytest.mark.parametrize("own", [True, False])
def test_an_image_and_a_manifest(hugo: Path, tmp_path: Path, own: bool) -> None:
    settings = 'icon = "icon.png"\n' * own + 'manifest = true\nscheme = "dark"\n'
    site = make_site(tmp_path, FILES, f"{CONFIG}\n[params.matome]\n{settings}")
    Image.new("RGB", (600, 600), "#16324f").save(tmp_path / "icon.png")
    (site / "assets").mkdir(exist_ok=True)
    (tmp_path / "icon.png").rename(site / "assets" / "icon.png")
    built = build_loudly(site, hugo)
    assert built.code == 0, built.output
    assert complaints(built.output) == []
    found = links(built.page("posts/a"))
    assert ("apple-touch-icon" in found) is own
    manifest = json.loads(inside(built.public, found["manifest"]).read_text("utf-8"))
    assert manifest["name"] == "スレの夜"
    assert manifest["start_url"] == "/blog/"
    assert manifest["theme_color"] == "#0f1217"
    assert [icon["sizes"] for icon in manifest["icons"]] == (
        ["192x192", "512x512"] if own else ["any"]
    )
    for icon in manifest["icons"]:
        path = inside(built.public, icon["src"])
        assert path.is_file()
        if own:
            with Image.open(path) as image:
                assert f"{image.width}x{image.height}" == icon["sizes"]


@pytest.mark.parametrize(
    ("icon", "said"), [("none.png", "no assets/none.png"), ("a.svg", "no PNG")]
)
def test_an_icon_that_cannot_be(newest: Path, tmp_path: Path, icon: str, said: str) -> None:
    config = f'{CONFIG}\n[params.matome]\nicon = "{icon}"\n'
    site = make_site(tmp_path, {**FILES, "assets/a.svg": "<svg/>"}, config)
    built = build_loudly(site, newest)
    assert built.code != 0
    assert "params.matome.icon" in built.output
    assert said in built.output
