"""The theme's RSS."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest

from tests.page.theme_site import BASE, CONFIG, Page, build_loudly, make_site, matome_quote, post
from tests.support.hugo import Built, build

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
ATOM = "{http://www.w3.org/2005/Atom}link"


def channel(built: Built, path: str = "") -> ET.Element:
    found = ET.parse(built.public / path / "index.xml").getroot().find("channel")  # noqa: S314
    assert found is not None
    return found


def test_home_feed(themed: Built) -> None:
    feed = channel(themed)
    assert feed.findtext("title") == "スレの夜"
    assert feed.findtext("link") == BASE
    assert feed.findtext("language") in ("ja", "ja-JP")
    itself = feed.find(ATOM)
    assert itself is not None
    assert itself.get("href") == f"{BASE}index.xml"
    items = feed.findall("item")
    assert len(items) == 18
    first = items[0]
    assert first.findtext("title") == "6ドルでR1超え！？S1の実力とは？AI界隈騒然！"
    assert first.findtext("link") == first.findtext("guid") == f"{BASE}posts/seed/"
    assert parsedate_to_datetime(first.findtext("pubDate", "")).isoformat() == (
        "2025-02-05T00:00:00+09:00"
    )
    assert [c.text for c in first.findall("category")][2] == "機械学習"
    assert first.findtext("description", "").startswith("inference scalingの議論で'Wait' hack")


def test_home_feed_has_the_full_text_with_links_that_work_elsewhere(themed: Built) -> None:
    html = channel(themed).findall("item")[0].findtext(CONTENT, "")
    page = Page(html)
    assert page.faults == []
    quotes = [e for e in page.elements if "mtm-quote" in e.attributes.get("class", "").split()]
    assert len(quotes) == 80
    links = [a["href"] for a in page.all("a")]
    assert f"{BASE}posts/" in links
    assert all(re.match(r"(https?|mailto):", link) for link in links)
    assert any(link.startswith(f"{BASE}posts/seed/#") for link in links)


@pytest.mark.parametrize("path", ["tags/ai", "months/2025/02"])
def test_terms_have_a_short_feed(themed: Built, path: str) -> None:
    feed = channel(themed, path)
    assert feed.findtext("title", "").endswith(" | スレの夜")
    items = feed.findall("item")
    assert items
    assert all(item.find(CONTENT) is None for item in items)


def test_settings(hugo: Path, tmp_path: Path) -> None:
    files = {f"content/posts/{n}.md": post(f"記事{n}", f"2025-01-0{n + 1}") for n in range(5)}
    config = CONFIG + '\n[params.matome]\nfeed = "summary"\nfeedItems = 2\n'
    items = channel(build_loudly(make_site(tmp_path, files, config), hugo)).findall("item")
    assert [item.findtext("title") for item in items] == ["記事4", "記事3"]
    assert all(item.find(CONTENT) is None for item in items)


def test_what_xml_forbids_is_left_out(hugo: Path, tmp_path: Path) -> None:
    body = matome_quote("<b>&amp;", "]]> \x08 \x0b \ufffe <script>alert(1)</script>")
    files = {
        "content/posts/x.md": post("A & <b> \x0c ]]>", "2025-01-01", body=body).replace(
            "'A & <b> \x0c ]]>'", '"A & <b> \\u000c ]]>"'
        )
    }
    built = build(make_site(tmp_path, files), hugo)
    assert built.code == 0, built.output
    item = channel(built).findall("item")[0]
    assert re.sub(r"\s+", " ", item.findtext("title", "")) in ("A & <b> ]]>", "A & <b> ]]>")
    assert "<script" not in item.findtext(CONTENT, "")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in item.findtext(CONTENT, "")


JSON_FEED = CONFIG + '\n[outputs]\nhome = ["html", "rss", "jsonfeed"]\n'
# JSON Feed 1.1: what a feed and an item may hold, and of which type; * where it must.
FEED: dict[str, type] = {
    "version*": str, "title*": str, "home_page_url": str, "feed_url": str, "description": str,
    "language": str, "favicon": str, "items*": list,
}  # fmt: skip
ITEM: dict[str, type] = {
    "id*": str, "url": str, "title": str, "summary": str, "content_html": str, "content_text": str,
    "date_published": str, "date_modified": str, "image": str, "tags": list,
}  # fmt: skip


def unlike(thing: dict[str, Any], form: dict[str, type]) -> list[str]:
    """What of a feed or an item is not as the specification has it."""
    types = {name.rstrip("*"): kind for name, kind in form.items()}
    missing = [n for n in form if n.endswith("*") and n.rstrip("*") not in thing]
    return missing + [n for n, v in thing.items() if n not in types or type(v) is not types[n]]


@pytest.mark.parametrize("full", [True, False], ids=["full", "summary"])
def test_json_feed(hugo: Path, seed_post: str, tmp_path: Path, full: bool) -> None:
    files = {
        "content/posts/seed.md": seed_post,
        "content/posts/x.md": post("</script>", "2025-01-01", body=matome_quote("a", "<b>い")),
        "content/posts/empty.md": post("空", "2025-01-02"),
    }
    setting = "" if full else '[params.matome]\nfeed = "summary"\nfeedItems = 3\n'
    built = build_loudly(make_site(tmp_path, files, JSON_FEED + setting), hugo)
    assert built.code == 0, built.output
    feed = json.loads((built.public / "feed.json").read_text(encoding="utf-8"))
    assert unlike(feed, FEED) == []
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{BASE}feed.json"
    assert [item["title"] for item in feed["items"]] == [
        "6ドルでR1超え！？S1の実力とは？AI界隈騒然！",
        "空",
        "</script>",
    ]
    for item in feed["items"]:
        assert unlike(item, ITEM) == []
        assert ("content_html" in item, "content_text" in item) == (full, not full)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00", item["date_published"])
    if full:
        page = Page(feed["items"][0]["content_html"])
        assert page.html.count('<article class="mtm-quote') == 80
        assert all(re.match(r"(https?|mailto):", a["href"]) for a in page.all("a"))
    home = Page((built.public / "index.html").read_text(encoding="utf-8"))
    linked = [a["href"] for a in home.all("link", type="application/feed+json")]
    assert linked == ["/blog/feed.json"]
