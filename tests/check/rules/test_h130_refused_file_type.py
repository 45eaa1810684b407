"""H130: which content files Hugo stops at, and what is read in the others; and Hugo agrees."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import which

import pytest

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.post import Context, Post
from hugo_helpers.check.runner import Checker
from hugo_helpers.check.selection import chosen
from hugo_helpers.site import config, content
from hugo_helpers.site.content import Page
from hugo_helpers.site.templates import read_templates
from hugo_helpers.site.versions import Version
from tests.site.test_front_oracle import SITE
from tests.support.hugo import build, version_of, write_files
from tests.support.marked import CONTEXT, ROOT, quote

NEW, OLD = (0, 168, 0), (0, 111, 3)
FRONT = "+++\ntitle = 'T'\n+++\n"
TAKEN = {
    "text.html": "hello\n",
    "doctype.HTML": "\n <!DOCTYPE html>\n<p>{{< shown >}}</p>",
    "comment.htm": "<!--\n+++\n+++\n-->\n<p>x</p>",
    "calls.html": f"{FRONT}```\n{{{{< shown >}}}} {{{{__hugo_ctx}}}}\n",
    "keywords.org": "#+title: Q\n#+date: 2020-01-02\nx {{< shown >}}\n",
    "bare.org": "x\n",
    "calls.org": f"{FRONT}    {{{{__hugo_ctx}}}} {{{{< shown >}}}}\n",
    "markdown.rst": "+++\nmarkup = 'markdown'\n+++\n*x*\n",
    "markdown.html": "+++\nmarkup = 'md'\n+++\n*x*\n",
    "a.xhtml": "{{< nope >}}",
    "a.html~": "{{< nope >}}",
    ".a.html": "{{< nope >}}",
    "a.txt": "{{< nope >}}",
    "bundle/index.md": FRONT,
    "bundle/b.html": f"{FRONT}x\n",
}
REFUSED = {
    "nope.html": f"{FRONT}{{{{< nope >}}}}\n",
    "open.html": "+++\ntitle = 'T'\n",
    "open.org": f"{FRONT}{{{{< shown \n",
    "date.org": "+++\ndate = {a = 1\n+++\n",
    "a.adoc": f"{FRONT}x\n",
    "a.ad": "",
    "a.rst": f"{FRONT}x\n",
}
BY_VERSION = {
    "draft.html": "+++\ndraft = true\n+++\nx\n",
    "plain.html": "<p>{{< nope >}}</p>\n",
    "comment.html": "<!-- x -->\n<p>x</p>\n",
    "markup.org": "<p>\n",
    "upper.ORG": "{{< nope >}}",
    "a.asciidoc": f"{FRONT}x\n",
    "a.pdc": f"{FRONT}x\n",
}
LETS = "[security]\nallowContent = {}\n"
PLAIN = {
    "layouts/shortcodes/shown.html": "shown",
    "layouts/_default/single.html": "{{ .Content }}",
}


def refusals(root: Path, hugo: Version) -> dict[str, set[str]]:
    """The codes of what Hugo refuses, by the names of the files in the content of a site."""
    site = config.load(root)
    templates = read_templates(site.layouts, hugo)
    asked = Context(site, templates, CONTEXT.has_image, hugo)
    checker = Checker(chosen(["H1"]), (), whole=True)
    found = {}
    for path in content.find(site.content, (), hugo):
        page = content.read(path, site.name(path), hugo)
        assert isinstance(page, Page)
        codes = {one.code for one in checker.check(Post(page, asked)).findings}
        found[path.relative_to(root / "content").as_posix()] = codes
    return found


def stops(root: Path, binary: Path) -> bool:
    return build(root, binary, "--quiet").code != 0


@pytest.mark.hugo
def test_hugo_agrees(hugo: Path, tmp_path: Path) -> None:
    """What we take is built in one site; of what we refuse each file has a site of its own."""
    asked = tuple(map(int, version_of(hugo).split(".")))
    version = (asked[0], asked[1], asked[2])
    cases = {**TAKEN, **REFUSED, **BY_VERSION}
    if which("pandoc"):  # old versions go on without it, and stop where it is there
        del cases["a.pdc"]
    settings = ["", LETS.format("['.*']")] if version >= (0, 162, 0) else [""]
    judged: set[str] = set()
    for number, allowed in enumerate(settings):
        root = tmp_path / str(number)
        base = {**SITE, **PLAIN, "hugo.toml": SITE["hugo.toml"] + allowed}
        write_files(root / "all", {**base, **{f"content/{n}": t for n, t in cases.items()}})
        found = refusals(root / "all", version)
        wrong = [name for name in cases if found.get(name)]
        right = {f"content/{name}": text for name, text in cases.items() if name not in wrong}
        write_files(root / "right", {**base, **right})
        assert not stops(root / "right", hugo)
        alone = [name for name in wrong if name not in judged]
        for name in alone:
            write_files(root / f"of {name}", {**base, f"content/{name}": cases[name]})
        with ThreadPoolExecutor(2) as pool:
            seen = pool.map(lambda name, top=root: stops(top / f"of {name}", hugo), alone)
            assert [name for name, stop in zip(alone, seen, strict=True) if not stop] == []
        assert set(REFUSED) <= set(wrong)
        judged |= set(wrong)
    assert not set(TAKEN) & set(wrong)


POLICIES = {
    "[]": {"md", "html", "org"},
    "'none'": {"md", "html", "org"},
    "['^text/html$']": {"md", "org"},
    "['! ^text/org$']": {"org"},
    "['.*', '! ^text/org$']": {"org"},
    "'.*'": set(),
    "['!^text/html$']": {"md", "html", "org"},
    "['^text/(html|markdown)$']": {"org"},
}


@pytest.mark.parametrize("written", POLICIES)
def test_what_the_configuration_allows(written: str, tmp_path: Path) -> None:
    files = {f"content/a.{ending}": FRONT for ending in ("md", "html", "org")}
    write_files(tmp_path, {**SITE, "hugo.toml": LETS.format(written), **files})
    refused = {name for name, codes in refusals(tmp_path, NEW).items() if "H130" in codes}
    assert refused == {f"a.{ending}" for ending in POLICIES[written]}
    assert not any(refusals(tmp_path, OLD).values())


@pytest.mark.hugo
def test_hugo_allows_the_same(newest: Path, tmp_path: Path) -> None:
    for number, written in enumerate(POLICIES):
        files = {
            f"content/a{n}.{ending}": FRONT
            for n, ending in enumerate(("md", "html", "org"))
            if ending not in POLICIES[written]
        }
        root = tmp_path / str(number)
        write_files(root, {**SITE, "hugo.toml": LETS.format(written), **files})
        assert not stops(root, newest), written


@pytest.mark.parametrize("program", ["'^asciidoctor$'", "'.*'"])
def test_a_program_that_may_run(program: str, tmp_path: Path) -> None:
    files = {"content/a.adoc": FRONT, "hugo.toml": f"[security.exec]\nallow = [{program}]\n"}
    write_files(tmp_path, files)
    assert refusals(tmp_path, NEW) == {"a.adoc": set()}


@pytest.mark.parametrize("name", ["a.html", "a.org", "a.adoc", "a.rst", "a.pdc"])
def test_what_is_markdown_alone_is_not_looked_for(name: str) -> None:
    """Quotes are quotes in every language; fences, indents and `_x_` are Markdown's."""
    body = quote("Hello", color="no color") + "```\n{{< figure >}}\n```\n<!-- {{< figure >}} -->\n"
    body += "\n    {{< figure >}}\n見てhttps://example.org/ {{__hugo_ctx}} {{__hugo_ctx pid=1}}\n"
    text = f"+++\ntitle = '__init__'\n+++\n> __init__\n{body}"

    def codes(name: str) -> set[str]:
        page = content.page(ROOT / name, name, text)
        rules = [rule for rule in RULES if not rule.across]
        made = Checker(rules, (), whole=True).check(Post(page, CONTEXT))
        return {one.code for one in made.findings}

    alone = {"H129", "H208", "H209", "H210", "T108", "T202"}
    assert alone - {"H208"} <= codes("content/a.md")
    assert not alone & codes(f"content/{name}")
    assert "Q109" in codes(f"content/{name}")
