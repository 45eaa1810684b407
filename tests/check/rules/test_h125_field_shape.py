"""H125: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from hugo_helpers.check.catalogue import RULES
from tests.site.test_front_oracle import SITE
from tests.support.hugo import MIDDLE, build, hugo_of, write_files
from tests.support.marked import ROOT, assert_hits, post, quote
from tests.support.sites import context

HITS = {
    "text": "+++\nbuild = ⟦'never'⟧\n+++\n",
    "list in build": "+++\n[build]\nlist = ⟦['never']⟧\n+++\n",
    "inline": "+++\nbuild = {render = ⟦[1]⟧}\n+++\n",
    "yaml": "---\nbuild:\n  publishResources: ⟦perhaps⟧\n---\n",
    "params": "+++\nparams = ⟦'x'⟧\n+++\n",
    "params as a list of tables": "+++\n[[⟦params⟧]]\na = 1\n+++\n",
    "sitemap": "+++\n[sitemap]\npriority = ⟦'high'⟧\nchangefreq = ⟦['daily']⟧\n+++\n",
    "cascade": "+++\ncascade = ⟦true⟧\n+++\n",
    "target": "+++\n[cascade]\n_target = ⟦'posts'⟧\n+++\n",
    "target in yaml": "---\ncascade:\n  - target:\n      kind: ⟦post⟧\n---\n",
    "date in cascade": "+++\n[cascade]\ndate = ⟦'soon'⟧\n+++\n",
    "old name": "+++\n[⟦_build⟧]\nrender = 'never'\n+++\n",
    "sites": "+++\nsites = ⟦'x'⟧\n+++\n",
    "json": '{"build": ⟦"never"⟧}\n',
    "org": "#+build: ⟦never⟧\n",
    "draft": "+++\ndraft = true\nbuild = ⟦1⟧\n+++\n",
}
MISSES = {
    "tables": "+++\n[build]\nrender = 'never'\npublishResources = 'false'\n[params]\na = 1\n+++\n",
    "more tables": "+++\n[sitemap]\npriority = 0.5\n[cascade.target]\nkind = 'page'\n+++\n",
    "json in a text": "+++\nparams = '{\"a\": 1}'\n+++\n",
    "null": "---\nbuild:\nparams:\ncascade:\nsitemap:\n---\n",
    "fields of its own": "+++\nheadless = 'x'\nweight = 'x'\nmenu = 1\nresources = 'x'\n+++\n",
    "kind": "+++\nkind = 'post'\n+++\n",
    "refused anyway": "+++\nbuild = 1\na = b\n+++\n",
    "none": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H125", text)


@pytest.mark.parametrize(
    ("text", "hugo"),
    [
        ("+++\nkind = ⟦'post'⟧\n+++\n", (0, 147, 9)),
        ("+++\nkind = ⟦'page'⟧\nlang = ⟦'en'⟧\n+++\n", (0, 160, 1)),
        ("---\nparams: ⟦⟧\n---\n", (0, 147, 9)),
        ("+++\n_build = ⟦1⟧\nbuild = 1\nparams = 1\nsitemap = 1\n+++\n", (0, 111, 3)),
        ("+++\ncascade = true\n+++\n", (0, 157, 0)),
    ],
    ids=["unknown kind", "given up", "null", "oldest", "own cascade unread"],
)
def test_other_versions(text: str, hugo: tuple[int, int, int]) -> None:
    assert_hits("H125", text, hugo)


IN_TAXONOMIES = ("tags.md", "tags/x.md", "tagsx.md", "Tags/x/_index.md", "categories/z.md")
STRAY = ("p/index.md", "_index.md", "posts/tags/a.md")


@pytest.mark.parametrize("name", [*IN_TAXONOMIES, *STRAY])
def test_pages_of_taxonomies(name: str) -> None:
    asked = context(taxonomies={"tag": "tags", "category": "categories"})
    for kind, hugo in (("term", (0, 147, 9)), ("Taxonomy", (0, 152, 2)), ("term", (0, 168, 0))):
        made = post(f"+++\nkind = '{kind}'\n+++\n", f"content/{name}")
        made.context = asked._replace(hugo=hugo)
        check = RULES["H125"].body.post
        assert check is not None
        assert len(list(check(made))) == (name in STRAY and hugo < (0, 153, 0)), (kind, hugo)
    assert made.page.path == ROOT / "content" / name


@pytest.mark.hugo
def test_hugo_agrees_on_pages_of_taxonomies(tmp_path: Path) -> None:
    config = 'baseURL = "https://example.org/"\n'
    files = {**SITE, "hugo.toml": config, "layouts/_default/list.html": "x"}

    def stops(folder: str, *names: str) -> bool:
        pages = {f"content/{name}": "+++\nkind = 'term'\n+++\n" for name in names}
        write_files(tmp_path / folder, {**files, **pages})
        return build(tmp_path / folder, hugo_of(MIDDLE), "--quiet").code != 0

    assert not stops("taken", *IN_TAXONOMIES)
    assert all(stops(str(number), name) for number, name in enumerate(STRAY))
