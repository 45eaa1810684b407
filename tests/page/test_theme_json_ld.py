"""JSON-LD: in schema.org's words, whole, and no way out of its element.

data/schema-org.json is an extract of schema.org's vocabulary, as the npm package schema-dts 2.1.0
carries it: of each type that we use what it is besides, and the types that its properties take.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.page.theme_site import BASE, CONFIG, build_loudly, complaints, make_site, post, read_page
from tests.support.hugo import ROOT, Built, build

VOCABULARY = json.loads((ROOT / "tests/data/schema-org.json").read_text(encoding="utf-8"))
TEXTS = {"Text", "URL", "Date", "DateTime", "Time"}
FORUM = CONFIG + '\n[params.matome]\nschema = "DiscussionForumPosting"\n'


def read(html: str) -> Any:
    """The one block of JSON-LD of a page."""
    (block,) = re.findall(r'(?s)<script type="application/ld\+json">(.*?)</script>', html)
    return json.loads(block)


def faults(thing: Any, wanted: set[str] | None = None) -> list[str]:
    """What schema.org's vocabulary does not know of a thing."""
    if isinstance(thing, list):
        return [fault for one in thing for fault in faults(one, wanted)]
    if isinstance(thing, str):
        return [] if wanted and wanted & TEXTS else [f"{thing!r} instead of {wanted}"]
    known = VOCABULARY.get(thing.get("@type"))
    if known is None:
        return [f"no type {thing.get('@type')!r}"]
    found = [] if wanted is None or wanted & set(known["is"]) else [f"{thing['@type']}: {wanted}"]
    for name, value in thing.items():
        if name in ("@type", "@context"):
            continue
        if name in known["has"]:
            found += faults(value, set(known["has"][name]))
        else:
            found.append(f"{thing['@type']} has no {name}")
    return found


@pytest.mark.parametrize(
    ("thing", "told"),
    [
        ({"@type": "Article", "headline": "x"}, []),
        ({"@type": "Article", "headlin": "x"}, ["Article has no headlin"]),
        ({"@type": "Artikel"}, ["no type 'Artikel'"]),
        ({"@type": "Article", "author": {"@type": "WebSite"}}, 1),
        ({"@type": "Comment", "comment": [{"@type": "Person"}]}, 1),
    ],
)
def test_the_vocabulary_tells(thing: Any, told: list[str] | int) -> None:
    found = faults(thing)
    assert len(found) == told if isinstance(told, int) else found == told


def test_a_post_is_an_article_based_on_its_source(themed: Built) -> None:
    html = read_page(themed, "posts/seed").html
    thing = read(html)
    assert faults(thing) == []
    source = "https://news.ycombinator.com/item?id=42946854"
    assert (thing["@context"], thing["@type"]) == ("https://schema.org", "Article")
    assert thing["isBasedOn"] == thing["citation"]["url"] == source
    assert thing["headline"] == "6ドルでR1超え！？S1の実力とは？AI界隈騒然！"
    assert thing["url"] == thing["mainEntityOfPage"] == f"{BASE}posts/seed/"
    assert thing["datePublished"] == "2025-02-05T00:00:00+09:00"
    assert thing["image"] == f"{BASE}thumbnails/cards/posts/seed.jpg"
    assert thing["keywords"][2] == "機械学習"
    assert "comment" not in thing


def test_the_home_is_a_site_and_lists_say_nothing(themed: Built) -> None:
    thing = read(read_page(themed).html)
    assert faults(thing) == []
    assert (thing["@type"], thing["name"], thing["url"]) == ("WebSite", "スレの夜", BASE)
    for path in ("posts", "tags", "404.html"):
        assert "ld+json" not in read_page(themed, path).html


def quote(said: str, name: str, reply: str = "") -> str:
    to = f' replyTo="{reply}"' if reply else ""
    return (
        f'{{{{< matomeQuote body="{said}" userName="user-{name}" id="{name}"{to} '
        'createdAt="2025-01-01T10:00:00" >}}\n\n'
    )


HOSTILE = "</script><script>alert(1)</script><!-- <br>二行目 & `&lt;`"


@pytest.fixture(scope="module")
def forum(hugo: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    chain = "".join(quote("鎖", f"c{n}", f"c{n - 1}" if n else "") for n in range(40))
    files = {
        "content/posts/x.md": post(
            "x",
            "2025-01-01",
            body=quote("はじめ", "a")
            + quote(HOSTILE, "b", "a")
            + '{{< details summary="続き" >}}\n'
            + quote("孫", "c", "b")
            + "{{< /details >}}\n"
            + quote("先を見る", "d", "e")
            + quote("並ぶ", "e"),
        ),
        "content/posts/chain.md": post("鎖", "2025-01-02", body=chain),
        "content/posts/none.md": post("空", "2025-01-03", body="引用なし"),
        "content/posts/evil.md": post("</script><!--<script>", "2025-01-04"),
    }
    return build_loudly(make_site(tmp_path_factory.mktemp("forum"), files, FORUM), hugo)


def shape(comments: list[Any]) -> list[Any]:
    """Names of users, each with those who answer."""
    return [[c["author"]["name"], *shape(c.get("comment", []))] for c in comments]


def test_a_posting_holds_its_comments_as_they_answer(forum: Built) -> None:
    assert complaints(forum.output) == []
    thing = read(read_page(forum, "posts/x").html)
    assert faults(thing) == []
    assert thing["@type"] == "DiscussionForumPosting"
    assert shape(thing["comment"]) == [
        ["user-a", ["user-b", ["user-c"]]],
        ["user-d"],
        ["user-e"],
    ]
    first = thing["comment"][0]
    assert first["url"] == f"{BASE}posts/x/#a"
    assert first["dateCreated"].startswith("2025-01-01T10:00:00")
    assert first["text"] == "はじめ"


def test_a_long_chain_is_bounded_and_whole(forum: Built) -> None:
    def depth(comments: list[Any]) -> int:
        return 1 + max((depth(c.get("comment", [])) for c in comments), default=-1)

    thing = read(read_page(forum, "posts/chain").html)
    assert json.dumps(thing).count('"Comment"') == 40
    assert depth(thing["comment"]) == 16
    assert read(read_page(forum, "posts/none").html)["comment"] == []


def test_nobody_breaks_out(forum: Built) -> None:
    for path in ("posts/x", "posts/evil"):
        page = read_page(forum, path)
        assert page.faults == []
        blocks = re.findall(r'(?s)<script type="application/ld\+json">(.*?)</script>', page.html)
        assert len(blocks) == 1
        assert not re.search(r"[<>&]", blocks[0])
        assert faults(json.loads(blocks[0])) == []
    text = read(read_page(forum, "posts/x").html)["comment"][0]["comment"][0]["text"]
    assert text.startswith("</script><script>alert(1)</script><!--")
    assert "二行目 &" in text
    assert read(read_page(forum, "posts/evil").html)["headline"] == "</script><!--<script>"


def test_none_by_setting(newest: Path, tmp_path: Path) -> None:
    config = CONFIG + '\n[params.matome]\nschema = "none"\n'
    files = {"content/posts/x.md": post("x", "2025-01-01")}
    built = build(make_site(tmp_path, files, config), newest)
    assert "ld+json" not in built.page("posts/x") + built.page("")
