"""Posts with the places of expected findings marked in them: ⟦like this⟧."""

from __future__ import annotations

import re
from pathlib import Path

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.post import Context, Post
from hugo_helpers.check.rule import Hit, Rule
from hugo_helpers.site import content
from hugo_helpers.site.config import Site
from hugo_helpers.site.templates import read_templates
from hugo_helpers.site.versions import NEWEST, Version

ROOT = Path("/site")
LAYOUTS = Path(__file__).resolve().parents[2] / "layouts"
FRONT = "+++\ntitle = 'A post'\ndate = '2025-02-05T00:00:00'\n+++\n"

SITE = Site(
    root=ROOT,
    title="Site",
    language="ja",
    languages=("ja", "en"),
    timezone="UTC",
    titles={},
    taxonomies={"tag": "tags", "month": "months"},
    matome={},
    content=(ROOT / "content",),
    folder_languages={},
    assets=(),
    static=(),
    layouts=(LAYOUTS,),
    publish=Path("/site/public"),
    data=ROOT / "data",
    components=(),
)
TEMPLATES = read_templates(SITE.layouts, (0, 168, 0))
IMAGES = {"thumbnails/blue.jpg"}
CONTEXT = Context(SITE, TEMPLATES, lambda name, _page: name in IMAGES)


def post(text: str, name: str = "content/posts/a.md", hugo: Version = NEWEST) -> Post:
    """A post of this text under that Hugo; a body alone gets a front matter that is in order."""
    whole = text if re.match(r"\+\+\+|---|\{\"|#\+", text) else FRONT + text
    return Post(content.page(ROOT / name, name, whole, hugo), CONTEXT._replace(hugo=hugo))


def quote(body: str = "Hello", user: str = "ann", **more: str) -> str:
    """A call of matomeQuote; parameters given as `created_at` and `color` may be left out."""
    named = {"created_at": "createdAt"}
    params = {"body": body, "userName": user, **{named.get(k, k): v for k, v in more.items()}}
    return "{{<matomeQuote " + " ".join(f'{k}="{v}"' for k, v in params.items()) + ">}}\n"


def hits_of(rule: Rule, post: Post) -> list[Hit]:
    """What a rule finds in a post, where it is asked at all."""
    check = rule.body.post
    assert check is not None
    return list(check(post)) if rule.when(post) else []


def assert_hits(code: str, marked: str, hugo: Version = NEWEST) -> list[Hit]:
    """The rule `code` speaks of exactly the marked places; returns its hits."""
    plain = post(marked.replace("⟦", "").replace("⟧", ""), hugo=hugo)
    hits = sorted(hits_of(RULES[code], plain), key=lambda hit: (hit.start, hit.end))
    shown = plain.text
    for hit in reversed(hits):
        shown = shown[: hit.start] + "⟦" + shown[hit.start : hit.end] + "⟧" + shown[hit.end :]
    assert shown.removeprefix(FRONT) == marked.removeprefix(FRONT)
    return hits
