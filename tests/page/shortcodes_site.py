"""Sites that use the shortcodes alone, under a foreign theme of a few lines, and what they drew."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from tests.support.hugo import ROOT, Built, build, write_files

PAGE = """<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"></head>
<body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>
"""
THEME = {"layouts/_default/single.html": PAGE, "layouts/_default/list.html": PAGE}
FRONT = "+++\ntitle = 'x'\n+++\n\n"
VOID = frozenset(("br", "img", "link", "meta"))


def config(more: str = "") -> str:
    """A configuration that takes the repository's layouts as they are."""
    return f"""
baseURL = "https://example.org/"
title = "Foreign"
defaultContentLanguage = "ja"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
{more}
[module]
[[module.mounts]]
source = "content"
target = "content"
[[module.mounts]]
source = "data"
target = "data"
[[module.mounts]]
source = "assets"
target = "assets"
[[module.mounts]]
source = "layouts"
target = "layouts"
[[module.mounts]]
source = "{(ROOT / "layouts").as_posix()}"
target = "layouts"
"""


def site(folder: Path, files: dict[str, str], more: str = "") -> Path:
    write_files(folder, {"hugo.toml": config(more), **THEME, **files})
    return folder


def built(folder: Path, binary: Path, files: dict[str, str], more: str = "") -> Built:
    """Build, and be sure that it built without a word of complaint."""
    done = build(site(folder, files, more), binary)
    assert done.code == 0, done.output
    assert complaints(done) == []
    return done


def complaints(done: Built) -> list[str]:
    return [line for line in done.output.splitlines() if line.startswith(("WARN", "ERROR"))]


def parameter(value: str) -> str:
    """A value as Hugo reads it in a shortcode: raw where the quoted form would change it."""
    if not any(sign in value for sign in '"\\\n'):
        return f'"{value}"'
    if "`" not in value:
        return f"`{value}`"
    raise ValueError(f"no way to write {value!r} as a parameter")


def call(shortcode: str, /, **given: str) -> str:
    written = " ".join(f"{key}={parameter(value)}" for key, value in given.items())
    return f"{{{{< {shortcode} {written} >}}}}"


def quote(body: str, user: str = "ann", at: str = "2025-02-05T16:48:02", **more: str) -> str:
    given = {"body": body, "userName": user, "createdAt": at, "color": "", **more}
    return call("matomeQuote", **given) + "\n\n"


def post(*parts: str) -> str:
    return FRONT + "\n\n".join(parts)


@dataclass
class Element:
    """An element of a page: name, attributes, children; `text` is all the text in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(c if isinstance(c, str) else c.text for c in self.children)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def walk(self) -> list[Element]:
        inside = [c for c in self.children if isinstance(c, Element)]
        return [self] + [element for child in inside for element in child.walk()]

    def all(self, selector: str) -> list[Element]:
        """Elements below this one by `tag` or `.class`."""
        wanted = selector.removeprefix(".")
        inside = self.walk()[1:]
        if selector.startswith("."):
            return [e for e in inside if wanted in e.classes]
        return [e for e in inside if e.tag == wanted]

    def one(self, selector: str) -> Element:
        found = self.all(selector)
        assert len(found) == 1, f"{len(found)} of {selector}"
        return found[0]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("#document")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        self.open[-1].children.append(Element("#comment", {"text": data}))


def read(html: str) -> Element:
    """The page as a tree. Every element has to be closed, and in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == [reader.root], f"left open: {[e.tag for e in reader.open[1:]]}"
    return reader.root


def quotes(done: Built, path: str) -> list[Element]:
    return read(done.page(path)).all(".mtm-quote")
