"""Front matter that strangers or accidents wrote: shown as text, and never more than text."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.page.theme_site import Page, build_loudly, make_site, matome_quote, read_page
from tests.support.hugo import Built

PAYLOADS = {
    "element": "</title><script>alert(1)</script>",
    "attribute": "\"'><img src=x onerror=alert(1)>",
    "scheme": "javascript:alert(1)",
    "template": "{{ .Site.Title }}",
    "entities": "&lt;b&gt;&#60;b&#62;",
    "code": "a`b${c}\\d",
}
NO_IMAGES: list[object] = [
    '"><script>alert(1)</script>.jpg',
    "javascript:alert(1)//.jpg",
    "data:image/svg+xml,<svg onload=alert(1)>.svg",
    'https://example.com/a.jpg"><script>alert(1)</script>',
    "//evil.example/a.jpg",
    "../../../etc/passwd.png",
    "thumbnails/../../secret.jpg",
    "/",
    "",
    "thumbnails/*.jpg",
    "thumbnails/[.jpg",
    "hugo.toml",
    "thumbnails/blue.jpg\u0000.png",
    "a" * 5000 + ".jpg",
    ["a.jpg", "b.jpg"],
    {"src": "a.jpg"},
    7,
    True,
    None,
]


def hostile(front: Mapping[str, object], body: str = "") -> str:
    """A post with JSON front matter, which can carry any string."""
    return json.dumps({"date": "2025-01-01", **front}, ensure_ascii=False) + f"\n\n{body}\n"


def assert_nothing_acts(page: Page) -> None:
    assert page.faults == []
    own = ("/blog/js/", "/js/")
    for script in page.all("script"):
        assert script.get("src", "").startswith(own) or script["type"] == "application/ld+json"
    for block in re.findall(r"(?s)<script type=\"application/ld\+json\">(.*?)</script>", page.html):
        assert json.loads(block)["@context"] == "https://schema.org"
        assert not re.search("[<>&]", block)
    for element in page.elements:
        assert not [name for name in element.attributes if name.startswith("on")]
        assert not element.attributes.get("href", "").lower().startswith("javascript:")
        assert element.attributes.get("src") != "x"


@pytest.fixture(scope="module")
def attacked(hugo: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    files = {}
    for name, payload in PAYLOADS.items():
        said = payload.translate(str.maketrans('"\\{}', "'/[]"))
        front = {"title": payload, "tags": [payload.replace("/", "")], "months": payload}
        files[f"content/posts/{name}.md"] = hostile(front, matome_quote(said, said))
        described = hostile({"title": "次", "description": payload})
        files[f"content/posts/{name}-described.md"] = described
    for number, image in enumerate(NO_IMAGES):
        pictured = {"title": "題", "featureimage": image}
        files[f"content/images/{number}.md"] = hostile(pictured)
    return build_loudly(make_site(tmp_path_factory.mktemp("attacked"), files), hugo)


def test_builds(attacked: Built) -> None:
    assert attacked.code == 0, attacked.output


@pytest.mark.parametrize("path", ["posts", "tags", "months"])
def test_lists_show_all_as_text(attacked: Built, path: str) -> None:
    page = read_page(attacked, path)
    assert_nothing_acts(page)
    for payload in PAYLOADS.values():
        assert (payload.replace("/", "") if path == "tags" else payload) in page.text


@pytest.mark.parametrize("name", PAYLOADS)
def test_posts_show_all_as_text(attacked: Built, name: str) -> None:
    page = read_page(attacked, f"posts/{name}")
    assert_nothing_acts(page)
    assert PAYLOADS[name] in page.text
    assert page.meta("og:title") == [PAYLOADS[name]]
    described = read_page(attacked, f"posts/{name}-described")
    assert_nothing_acts(described)
    assert described.meta("description") == [PAYLOADS[name]]


@pytest.mark.parametrize("number", range(len(NO_IMAGES)), ids=[repr(i)[:40] for i in NO_IMAGES])
def test_a_featureimage_that_is_none_is_left_out(attacked: Built, number: int) -> None:
    page = read_page(attacked, f"images/{number}")
    assert_nothing_acts(page)
    assert page.meta("og:image") == []


def test_no_picture_in_the_list_either(attacked: Built) -> None:
    page = read_page(attacked, "images")
    assert_nothing_acts(page)
    assert not list(page.all("img"))
    assert len(list(page.all("svg", class_="tile"))) == 12


NAMES = ("thumbnails/青い 絵.jpg", "thumbnails/a&b.jpg", "/thumbnails/x.JPG")


def test_a_featureimage_of_any_name_is_found(hugo: Path, tmp_path: Path) -> None:
    files = {
        f"content/posts/{number}.md": hostile({"title": "題", "featureimage": name})
        for number, name in enumerate(NAMES)
    }
    site = make_site(tmp_path, files)
    for name in NAMES:
        file = site / "static" / name.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"")
    built = build_loudly(site, hugo)
    for number, name in enumerate(NAMES):
        (image,) = read_page(built, f"posts/{number}").meta("og:image")
        assert image.startswith("https://example.org/blog/thumbnails/"), name
        assert " " not in image
