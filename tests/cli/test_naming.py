"""`matome thumbnails --write`: the front matter names the card; Hugo's own templates find it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.conftest import Matome
from tests.support.hugo import build, hugo_binaries, write_files

POSTS = {
    "seed": "+++\ntitle = 'a'\n# b\n[params]\nc = 1\n+++\nbody\n",
    "yaml": "---\r\ntitle: a\r\n---\r\nbody\r\n",
    "json": '{\n  "title": "a"\n}\nbody\n',
    "own": "+++\ntitle = 'a'\nimages = ['mine.png']\n+++\n",
    "題": "+++\ntitle = 'a'\nimages = []\n+++\n",
}


@pytest.fixture
def posts(site: Path) -> Mapping[str, Path]:
    """The posts of a site that has no others, by name."""
    folder = site / "content" / "posts"
    for path in (site / "content").rglob("*.md"):
        path.unlink()
    for name, text in POSTS.items():
        folder.joinpath(f"{name}.md").write_bytes(text.encode())
    return {name: folder / f"{name}.md" for name in POSTS}


def _texts(posts: Mapping[str, Path]) -> dict[str, str]:
    return {name: path.read_bytes().decode() for name, path in posts.items()}


def test_nothing_else_changes(matome: Matome, posts: Mapping[str, Path]) -> None:
    matome("thumbnails")
    assert _texts(posts) == POSTS
    ran = matome("thumbnails", "--write")
    assert (ran.code, "4 more posts name their card" in ran.err) == (0, True)
    now = _texts(posts)
    assert now == {
        "seed": POSTS["seed"].replace(
            "# b\n", "# b\nimages = ['thumbnails/cards/posts/seed.jpg']\n"
        ),
        "yaml": POSTS["yaml"].replace(
            "a\r\n", 'a\r\nimages: ["thumbnails/cards/posts/yaml.jpg"]\r\n'
        ),
        "json": POSTS["json"].replace(
            '"a"', '"a",\n  "images": ["thumbnails/cards/posts/json.jpg"]'
        ),
        "own": POSTS["own"],
        "題": POSTS["題"].replace("[]", "['thumbnails/cards/posts/題.jpg']"),
    }
    again = matome("thumbnails", "--write")
    assert "0 drawn, 4 up to date" in again.err
    assert "0 more posts" in again.err
    assert _texts(posts) == now
    assert matome("thumbnails", "--check").code == 0


def test_a_post_that_was_renamed(matome: Matome, posts: Mapping[str, Path]) -> None:
    matome("thumbnails", "--write")
    moved = posts["seed"].rename(posts["seed"].with_name("moved.md"))
    assert "1 more post names its card" in matome("thumbnails", "--write").err
    assert "images = ['thumbnails/cards/posts/moved.jpg']\n" in moved.read_text("utf-8")


def test_what_cannot_be_written(matome: Matome, posts: Mapping[str, Path]) -> None:
    odd = "---\n{title: a}\n---\n"
    posts["yaml"].write_text(odd)
    ran = matome("thumbnails", "--write")
    assert ran.code == 2
    assert "content/posts/yaml.md:1:4: its front matter is written in a way" in ran.err
    assert "3 more posts" in ran.err
    assert posts["yaml"].read_text("utf-8") == odd


def test_hugo_finds_what_is_named(matome: Matome, site: Path, posts: Mapping[str, Path]) -> None:
    (site / "matome.toml").write_text('[thumbnails]\nfolder = "static"\n')
    (site / "hugo.toml").write_text('baseURL = "https://example.org/sub/"\ntitle = "a"\n')
    for kind in ("single", "list"):
        template = '{{ template "_internal/opengraph.html" . }}'
        write_files(site, {f"layouts/_default/{kind}.html": template})
    assert matome("thumbnails", "--write").code == 0
    for version, binary in hugo_binaries().items():
        built = build(site, binary)
        for name in posts.keys() - {"own", "題"}:
            address = f"thumbnails/cards/posts/{name}.jpg"
            assert f'"https://example.org/sub/{address}"' in built.page(f"posts/{name}"), version
            assert (built.public / address).is_file()
