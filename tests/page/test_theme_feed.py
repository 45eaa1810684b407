"""The theme's RSS."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from email.utils import parsedate_to_datetime
from pathlib import Path

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
