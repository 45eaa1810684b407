"""Rules across posts: facts of several posts, concluded on real folders where they need one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.post import Context, Post
from hugo_helpers.check.rule import SiteFact
from hugo_helpers.check.runner import Checker
from hugo_helpers.site import config, content
from hugo_helpers.site.components import Component
from hugo_helpers.site.templates import read_templates
from tests.support.hugo import write_files
from tests.support.marked import CONTEXT, SITE

CLEAN = {"a": "+++\ntitle = 'a'\n+++\n", "b": "+++\ntitle = 'b'\n+++\n"}


def found(
    code: str, texts: dict[str, str], context: Context = CONTEXT
) -> list[tuple[str, str, str]]:
    """File, marked text and message of each finding; posts by their path in content/posts/."""
    checker = Checker([RULES[code]], whole=True)
    names = {f"content/posts/{key}.md": text for key, text in texts.items()}
    facts: list[tuple[str, SiteFact]] = []
    for name in sorted(names):
        path = context.site.root / name
        record = checker.check(Post(content.page(path, name, names[name]), context))
        for known, fact in record.facts:
            facts.append((known, fact._replace(value=json.loads(json.dumps(fact.value)))))
    said = checker.conclude(facts, context)
    return [
        (hit.fact.name.removeprefix("content/posts/"), _marked(names, hit.fact), hit.message)
        for name in said
        for _, hit in said[name]
    ]


def _marked(names: dict[str, str], fact: SiteFact) -> str:
    lines = names.get(fact.name, "").split("\n")
    start, end = fact.location, fact.end_location
    return lines[start.row - 1][start.column - 1 : end.column - 1] if fact.name in names else ""


def source(link: str) -> str:
    return f"+++\ntitle = 'a'\n+++\n\n引用元：[{link}]({link})\n"


def front(line: str) -> str:
    return f"+++\ntitle = 'a'\n{line}\n+++\n"


ONE = "https://example.org/1"
HITS = {
    "S101 twice": ("S101", {"a": source(ONE), "b": source(ONE)}, [("b.md", ONE)]),
    "S101 three": (
        "S101",
        {"a": source(ONE), "b": source(ONE), "c": source(f"{ONE}/")},
        [("b.md", ONE), ("c.md", f"{ONE}/")],
    ),
    "S101 bare": (
        "S101",
        {"a": source(ONE), "b": f"Source: {ONE}\n"},
        [("b.md", ONE)],
    ),
    "S101 tracking": (
        "S101",
        {
            "a": source(f"{ONE}?utm_source=mail&utm_medium=x"),
            "b": source("http://www.EXAMPLE.org/1#c7"),
        },
        [("b.md", "http://www.EXAMPLE.org/1#c7")],
    ),
    "S102 case": ("S102", {"Cats": CLEAN["a"], "cats": CLEAN["b"]}, [("cats.md", "")]),
    "S102 bundle": (
        "S102",
        {"cats": CLEAN["a"], "cats/index": CLEAN["b"]},
        [("cats/index.md", "")],
    ),
    "S102 slug": (
        "S102",
        {"cats": CLEAN["a"], "more": front("slug = 'cats'")},
        [("more.md", "'cats'")],
    ),
    "S102 slug before the other": (
        "S102",
        {"cats": front("slug = 'more'"), "more": CLEAN["a"]},
        [("cats.md", "'more'")],
    ),
    "S102 url": (
        "S102",
        {"cats": CLEAN["a"], "more": front("url = '/posts/cats/'")},
        [("more.md", "'/posts/cats/'")],
    ),
    "S102 space": ("S102", {"my cats": CLEAN["a"], "my-cats": CLEAN["b"]}, [("my-cats.md", "")]),
    "S102 alias of another's address": (
        "S102",
        {"cats": CLEAN["a"], "more": front("aliases = ['/old/', '/posts/cats/']")},
        [("more.md", "/posts/cats/")],
    ),
    "S102 one alias for two": (
        "S102",
        {"a": front("aliases = ['/old/']"), "b": front("aliases = ['/old']")},
        [("b.md", "/old")],
    ),
    "S103 width": (
        "S103",
        {
            "a": front("tags = ['AI']"),
            "b": front("tags = ['x', 'ＡＩ']"),
            "c": front("tags = ['AI']"),
        },
        [("b.md", "ＡＩ")],
    ),
    "S103 case": (
        "S103",
        {"a": front("tags = ['ai']"), "b": front("tags = ['AI']"), "c": front("tags = ['AI']")},
        [("a.md", "ai")],
    ),
    "S103 normal form": (
        "S103",
        {"a": front("tags = ['がく']"), "b": front("tags = ['か\u3099く']")},
        [("b.md", "か\u3099く")],
    ),
    "S103 in one post": (
        "S103",
        {"a": front("tags = ['AI', 'ＡＩ']"), "b": front("tags = ['x']")},
        [("a.md", "ＡＩ")],
    ),
    "S103 another taxonomy": (
        "S103",
        {"a": front("months = '2025/02'"), "b": front("months = '２０２５/02'")},
        [("b.md", "２０２５/02")],
    ),
}
MISSES = {
    "S101 two": ("S101", {"a": source(ONE), "b": source("https://example.org/2")}),
    "S101 translations": ("S101", {"a": source(ONE), "a.en": source(ONE)}),
    "S101 links in the text": ("S101", {"a": f"[x]({ONE})\n", "b": f"[x]({ONE})\n"}),
    "S102 two": ("S102", CLEAN),
    "S102 translations": ("S102", {"a": CLEAN["a"], "a.en": CLEAN["b"]}),
    "S102 draft": ("S102", {"cats": CLEAN["a"], "more": front("slug = 'cats'\ndraft = true")}),
    "S102 folders": ("S102", {"x/cats": CLEAN["a"], "y/cats": CLEAN["b"]}),
    "S102 its own alias": ("S102", {"cats": front("aliases = ['/posts/cats/']")}),
    "S102 relative alias": (
        "S102",
        {"a": front("aliases = ['old']"), "b": front("aliases = ['old']")},
    ),
    "S103 others": ("S103", {"a": front("tags = ['AI']"), "b": front("tags = ['AIs', 'a i']")}),
    "S103 the same": ("S103", {"a": front("tags = ['AI']"), "b": front("tags = ['AI']")}),
    "S103 what F107 tells": ("S103", {"a": front("tags = ['AI', 'ai']"), "b": CLEAN["b"]}),
    "S103 no taxonomy": ("S103", {"a": front("authors = ['a']"), "b": front("authors = ['A']")}),
}


@pytest.mark.parametrize(("code", "texts", "places"), HITS.values(), ids=HITS)
def test_hits(code: str, texts: dict[str, str], places: list[tuple[str, str]]) -> None:
    assert [(name, marked) for name, marked, _ in found(code, texts)] == places


@pytest.mark.parametrize(("code", "texts"), MISSES.values(), ids=MISSES)
def test_misses(code: str, texts: dict[str, str]) -> None:
    assert found(code, texts) == []


def test_messages_name_the_other_post() -> None:
    ((_, _, message),) = found("S102", {"cats": CLEAN["a"], "more": front("slug = 'cats'")})
    assert message == "content/posts/cats.md has the address /posts/cats/ already"
    ((_, _, message),) = found("S103", {"a": front("tags = ['A']"), "b": front("tags = ['a']")})
    assert message == "'a' is 'A' in another post"
    ((_, _, message),) = found("S103", {"a": front("tags = ['Ａ', 'A', 'Ａ']"), "b": CLEAN["b"]})
    assert message == "'A' is 'Ａ' in this post as well"
    cats = {"cats": CLEAN["a"], "more": front("aliases = ['/posts/cats/']")}
    ((_, _, message),) = found("S102", cats)
    assert message == "this is the address of content/posts/cats.md"


def on_disk(folder: Path, files: dict[str, str]) -> Context:
    write_files(folder, {"hugo.toml": 'title = "x"\n', **files})
    return CONTEXT._replace(site=config.load(folder))


def test_permalinks_make_addresses_of_their_own(tmp_path: Path) -> None:
    texts = {
        "a": front("slug = 'cats'"),
        "b": front("slug = 'cats'"),
        "c": front("url = '/x/'"),
        "d": front("url = '/x/'"),
    }
    plain = on_disk(tmp_path / "plain", {"content/x.md": ""})
    assert [name for name, _, _ in found("S102", texts, plain)] == ["b.md", "d.md"]
    own = {"hugo.toml": '[permalinks]\nposts = "/:year/:slug/"\n', "content/x.md": ""}
    assert [name for name, _, _ in found("S102", texts, on_disk(tmp_path / "own", own))] == ["d.md"]


def test_unused_images(tmp_path: Path) -> None:
    images = (
        *(
            "assets/thumbnails/blue.jpg",
            "assets/thumbnails/old.jpg",
            "static/thumbnails/deep/x.png",
        ),
        *("assets/thumbnails/cards/posts/a.jpg", "assets/thumbnails/logo.png", "assets/y.jpg"),
        *("themes/t/assets/thumbnails/z.jpg", "assets/thumbnails/in-text.jpg"),
    )
    site = on_disk(
        tmp_path,
        {
            "hugo.toml": 'theme = "t"\n',
            "layouts/index.html": '<img src="/thumbnails/logo.png">',
            "assets/thumbnails/cards/manifest.json": '{"posts/a": "old.jpg"}',
            "content/posts/a.md": "",
            **dict.fromkeys(images, ""),
        },
    )
    texts = {
        "a": front("featureimage = '/thumbnails/blue.jpg'"),
        "b": "+++\n+++\n![x](/thumbnails/in-text.jpg)\n",
    }
    assert sorted(name for name, _, _ in found("S104", texts, site)) == [
        "assets/thumbnails/old.jpg",
        "static/thumbnails/deep/x.png",
    ]


def test_a_theme_that_is_missing_is_told_once_at_its_place(tmp_path: Path) -> None:
    files = {"hugo.toml": 'title = "x"\ntheme = ["there", "gone"]\n', "themes/there/theme.toml": ""}
    site = on_disk(tmp_path, {**files, "content/posts/a.md": ""})
    checker = Checker([RULES["S105"]], whole=True)
    said = checker.conclude([], site)
    ((_, hit),) = said["hugo.toml"]
    assert (hit.fact.location.row, hit.fact.location.column) == (2, 20)
    assert "gone" in hit.message
    assert found("S105", CLEAN, CONTEXT._replace(site=SITE._replace(components=()))) == []
    no_file = CONTEXT._replace(site=SITE._replace(components=(Component("x", None),)))
    assert [name for name, _, _ in found("S105", CLEAN, no_file)] == ["hugo.toml"]


def test_templates_that_cannot_be_read_are_told_at_their_line(tmp_path: Path) -> None:
    files = {
        "layouts/shortcodes/good.html": "{{ .Get 0 }}",
        "layouts/shortcodes/open.html": '<b>\n{{ if .Get "a" }}',
        "layouts/shortcodes/uses.html": '{{ partial "broken.html" . }}',
        "layouts/partials/broken.html": "{{ .Get",
        "layouts/partials/unused.html": "{{ .Get",
    }
    site = on_disk(tmp_path, {**files, "content/posts/a.md": ""})
    templates = read_templates(site.site.layouts, (0, 168, 0))
    checker = Checker([RULES["S106"]], whole=True)
    said = checker.conclude([], site._replace(templates=templates))
    rows = {name: [hit.fact.location.row for _, hit in hits] for name, hits in said.items()}
    assert rows == {"layouts/partials/broken.html": [1], "layouts/shortcodes/open.html": [2]}
    assert found("S106", CLEAN) == []
