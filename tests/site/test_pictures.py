"""Thumbnails of a site, and who names them."""

from __future__ import annotations

from pathlib import Path

from hugo_helpers.site import config
from hugo_helpers.site.config import Site
from hugo_helpers.site.pictures import mentioned, thumbnails
from tests.support.hugo import write_files


def site(folder: Path, *names: str, **texts: str) -> Site:
    write_files(
        folder, {"hugo.toml": texts.pop("config", "theme = 't'\n"), **dict.fromkeys(names, "x")}
    )
    return config.load(folder)


def test_the_sites_own(tmp_path: Path) -> None:
    made = site(
        tmp_path,
        *("assets/thumbnails/a.jpg", "static/thumbnails/b/c.PNG", "assets/thumbnails/cards/d.jpg"),
        *("assets/thumbnails/e.txt", "assets/f.jpg", "themes/t/assets/thumbnails/g.jpg"),
        *("assets/thumbnails/h.jpg", "static/thumbnails/h.jpg"),
    )
    found = thumbnails(made)
    assert sorted(found) == ["thumbnails/a.jpg", "thumbnails/b/c.PNG", "thumbnails/h.jpg"]
    assert found["thumbnails/h.jpg"] == tmp_path / "assets/thumbnails/h.jpg"


def test_loops_of_links_end(tmp_path: Path) -> None:
    made = site(tmp_path, "assets/thumbnails/a.jpg")
    (tmp_path / "assets/thumbnails/loop").symlink_to(tmp_path / "assets")
    assert list(thumbnails(made)) == ["thumbnails/a.jpg"]


def test_mentioned(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "hugo.toml": 'image = "thumbnails/config.jpg"\n',
            "layouts/partials/x.html": '<img src="thumbnails/template.jpg">',
            "assets/css/x.css": "a{background:url(/thumbnails/style.jpg)}",
            "data/x.yaml": "- thumbnails/data.jpg\n",
            "content/posts/a.md": "thumbnails/content.jpg\n",
            "assets/thumbnails/cards/manifest.json": '["thumbnails/card.jpg"]',
        },
    )
    (tmp_path / "layouts/bad.html").write_bytes(b"\xff thumbnails/broken.jpg")
    names = {f"thumbnails/{name}.jpg" for name in ("config", "template", "style", "data")}
    others = {f"thumbnails/{name}.jpg" for name in ("content", "card", "broken", "nobody")}
    assert mentioned(config.load(tmp_path), names | others) == names
    assert mentioned(config.load(tmp_path), ()) == frozenset()
