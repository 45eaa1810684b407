"""The demo site: it builds on every supported Hugo, and the pages hold what its posts say."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.cli.conftest import run_apart
from tests.page.theme_site import Page, build_loudly, complaints, read_page
from tests.support.hugo import ROOT, Built

EXAMPLE = ROOT / "example"
POSTS = sorted(p for p in (EXAMPLE / "content/posts").glob("*.md") if p.name[0] != "_")
COMPONENTS = ("archetypes", "assets", "content", "data", "i18n", "layouts", "static")
BASE = "https://example.org/"
JAPANESE = re.compile(r"[ぁ-ヿ一-鿿]")


def copy_example(folder: Path) -> Path:
    """The demo site and what its module mounts, as a fresh clone has them: nothing generated."""
    for name in ("hugo.toml", "go.mod"):
        shutil.copy(ROOT / name, folder / name)
    for name in ("layouts", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(EXAMPLE / "content", folder / "example/content")
    shutil.copy(EXAMPLE / "hugo.toml", folder / "example/hugo.toml")
    return folder / "example"


@pytest.fixture(scope="module")
def demo(hugo: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_loudly(copy_example(tmp_path_factory.mktemp("demo")), hugo)


@pytest.fixture(scope="module")
def pages(demo: Built) -> dict[str, Page]:
    """All pages of the built demo by address, like `/posts/x/`."""
    files = (p.relative_to(demo.public) for p in demo.public.rglob("*.html"))
    found = {f"/{p.as_posix()}".removesuffix("index.html"): read_page(demo, str(p)) for p in files}
    return {address: page for address, page in found.items() if "http-equiv" not in page.html[:400]}


def address(post: Path) -> str:
    name = post.name.removesuffix(".md")
    if name.endswith(".en"):
        return f"/en/posts/{name.removesuffix('.en')}/"
    return f"/posts/{name}/"


def calls(post: Path, names: str) -> list[str]:
    """Opening calls of these shortcodes as they stand in the source."""
    return re.findall(rf"{{{{< ?(?:{names}) [^\n]*>}}}}", post.read_text(encoding="utf-8"))


def test_builds_without_a_word(demo: Built) -> None:
    assert demo.code == 0, demo.output
    assert complaints(demo.output) == []


@pytest.mark.parametrize("post", POSTS, ids=[p.name for p in POSTS])
def test_every_quote_and_fold_of_a_post_is_on_its_page(pages: dict[str, Page], post: Path) -> None:
    page = pages[address(post)]
    quotes = [e for e in page.elements if "mtm-quote" in e.attributes.get("class", "").split()]
    assert len(quotes) == len(calls(post, "matomeQuote|matomeBubble")) > 0
    assert [e.attributes["data-user"] for e in quotes] == re.findall(
        r'^\{\{< ?matome\w+ .*?userName="([^"]+)"', post.read_text(encoding="utf-8"), re.M
    )
    assert len(list(page.all("details", class_="mtm-fold"))) == len(calls(post, "details"))


def test_pages_are_well_formed_and_no_id_stands_twice(pages: dict[str, Page]) -> None:
    faults = []
    for where, page in pages.items():
        ids = [i for e in page.elements if (i := e.attributes.get("id"))]
        faults += [(where, fault) for fault in page.faults]
        faults += [(where, i) for i in set(ids) if ids.count(i) > 1]
    assert faults == []


def links(page: Page, where: str) -> list[str]:
    """Where a page leads within the site; what stands in a thread leads out, to example.org."""
    own = (e.attributes for e in page.elements if "ugc" not in e.attributes.get("rel", ""))
    found = [a[name] for a in own for name in ("href", "src") if name in a]
    targets = [urljoin(urljoin(BASE, where), link) for link in found]
    return [target for target in targets if target.startswith(BASE)]


def test_links_within_the_site_lead_somewhere(demo: Built, pages: dict[str, Page]) -> None:
    """Every link, picture, style sheet and `#fragment` (replies, links to a quote) has a target."""
    ids = {where: {e.attributes.get("id") for e in page.elements} for where, page in pages.items()}
    dead = []
    for where, page in pages.items():
        for link in links(page, where):
            target = urlsplit(link)
            path, fragment = unquote(target.path), unquote(target.fragment)
            good = path in pages or (demo.public / path.lstrip("/")).is_file()
            if not good or (fragment and fragment not in ids[path]):
                dead.append((where, link))
    assert dead == []


def test_each_language_speaks_for_itself(pages: dict[str, Page]) -> None:
    """No Japanese on an English page but the name of the other language, and titles in Japanese."""
    english = {where: page for where, page in pages.items() if where.startswith("/en/")}
    assert len(english) > 20
    for where, page in pages.items():
        text = page.text.replace("日本語", "")
        assert (JAPANESE.search(text) is None) == (where in english), where
        languages = [e.attributes["lang"] for e in page.elements if e.name == "html"]
        assert [one[:2] for one in languages] == (["en"] if where in english else ["ja"])


def test_translations_know_each_other(pages: dict[str, Page]) -> None:
    for post in POSTS:
        other = post.with_name(post.name.replace(".en.md", ".md"))
        if other != post and other.exists():
            one, two = pages[address(post)], pages[address(other)]
            wanted = {urljoin(BASE, address(post)), urljoin(BASE, address(other))}
            for page in (one, two):
                alternates = page.all("link", rel="alternate")
                assert wanted == {a["href"] for a in alternates if "hreflang" in a}


def test_the_linter_finds_nothing() -> None:
    ran = run_apart("check", "--source", EXAMPLE)
    assert ran.code == 0, ran.out + ran.err


def test_the_module_mounts_every_folder_of_theme_and_shortcodes() -> None:
    with (ROOT / "hugo.toml").open("rb") as file:
        module = tomllib.load(file)
    with (ROOT / "theme/hugo.toml").open("rb") as file:
        theme = tomllib.load(file)
    folders = [f"theme/{name}" for name in COMPONENTS if (ROOT / "theme" / name).is_dir()]
    mounted = {mount["source"]: mount["target"] for mount in module["module"]["mounts"]}
    assert mounted == {"layouts": "layouts", **{f: f.removeprefix("theme/") for f in folders}}
    assert module["params"] == theme["params"]
    assert module["module"]["hugoVersion"] == theme["module"]["hugoVersion"]


@pytest.mark.parametrize("post", POSTS, ids=[p.name for p in POSTS])
def test_posts_have_the_seeds_form(post: Path, seed_post: str) -> None:
    def form(text: str) -> tuple[list[str], list[str]]:
        head, body = text.split("+++\n")[1:3]
        lines = [re.sub(r"[^{}<>%\[\]()]+", "…", line) for line in body.splitlines() if line]
        keys = [key for key in re.findall(r"^(\w+) = ", head, re.M) if key != "description"]
        return keys, [lines[0][:1], lines[1], lines[-1]]

    text = post.read_text(encoding="utf-8")
    assert form(text) == form(seed_post)
    title = re.search(r"^title = '(.*)'$", text, re.M)
    assert title is not None
    assert f"\n> {title[1]}\n" in text


def test_the_words_are_our_own(seed_post: str) -> None:
    """No sentence of the seed, and none twice in two Japanese threads, has found its way in."""

    def sentences(text: str) -> set[str]:
        bodies = re.findall(r'body="(.*?)" userName', text)
        parts = (re.split(r"<br>|[。！？]", body.replace("＞", "")) for body in bodies)
        return {part.strip() for some in parts for part in some if len(part.strip()) > 11}

    seen = sentences(seed_post)
    for post in POSTS:
        own = sentences(post.read_text(encoding="utf-8"))
        assert own & seen == set(), post.name
        seen |= own


def test_there_are_long_and_short_threads() -> None:
    speakers = {
        post.name: re.findall(r'userName="([^"]+)"', post.read_text(encoding="utf-8"))
        for post in POSTS
    }
    longest = max(POSTS, key=lambda post: len(speakers[post.name]))
    assert len(speakers[longest.name]) >= 60
    assert len(set(speakers[longest.name])) >= 30
    assert len(calls(longest, "details")) == 3
    assert min(map(len, speakers.values())) < 10
    assert sum(name.endswith(".en.md") for name in speakers) >= 5
    assert sum(not name.endswith(".en.md") for name in speakers) >= 10
