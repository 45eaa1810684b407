"""Sites for the theme's tests: theme and shortcodes merged as `matome init` vendors them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from tests.support.hugo import OLDEST, ROOT, Built, build, version_of, write_files

BASE = "https://example.org/blog/"
CONFIG = f"""
baseURL = "{BASE}"
title = "スレの夜"
defaultContentLanguage = "ja"
locale = "ja-JP"
hasCJKLanguage = true
capitalizeListTitles = false
timeZone = "Asia/Tokyo"
theme = "matome"

[taxonomies]
tag = "tags"
month = "months"

[markup.highlight]
noClasses = false

[params]
description = "海外の議論を、チャットのように読む。"
"""
ALIKE = CONFIG.replace('locale = "ja-JP"\n', "").replace(BASE, "https://example.org/")
"""What all supported Hugos make the same of: the oldest knows no locale."""
VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "path",
        "rect",
        "circle",
    ]
)


def vendor(site: Path) -> None:
    """Put the theme and the shortcodes, merged, into `themes/matome`."""
    theme = site / "themes" / "matome"
    shutil.copytree(ROOT / "theme", theme)
    shutil.copytree(ROOT / "layouts", theme / "layouts", dirs_exist_ok=True)


def make_site(folder: Path, files: dict[str, str], config: str = CONFIG) -> Path:
    vendor(folder)
    write_files(folder, {"hugo.toml": config, **files})
    return folder


def build_loudly(site: Path, binary: Path, *arguments: str) -> Built:
    """Build with everything that Hugo has to say about templates and paths."""
    loud = "--verbose" if version_of(binary) == OLDEST else "--logLevel=info"
    return build(site, binary, "--printPathWarnings", loud, *arguments)


def complaints(output: str) -> list[str]:
    """Warnings, errors and notices of deprecation among what Hugo printed."""
    words = ("WARN", "ERROR", "deprecated", "Duplicate", "not found")
    return [line for line in output.splitlines() if any(word in line for word in words)]


def post(title: str, date: str, *, tags: str = "[]", more: str = "", body: str = "") -> str:
    return (
        f"+++\ntitle = '{title}'\ndate = '{date}'\nmonths = '{date[:7].replace('-', '/')}'\n"
        f"tags = {tags}\n{more}\n+++\n\n{body}\n"
    )


def matome_quote(user: str, body: str) -> str:
    return f'{{{{<matomeQuote body="{body}" userName="{user}" createdAt="" color="">}}}}\n\n'


@dataclass
class Element:
    """One start tag of a page."""

    name: str
    attributes: dict[str, str]


@dataclass
class Page(HTMLParser):
    """A parsed page: its elements in order, its visible text, and every fault of nesting."""

    html: str
    elements: list[Element] = field(default_factory=list)
    text: str = ""
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self.feed(self.html)
        self.close()
        self.faults += [f"<{name}> is never closed" for name in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self.faults += [f"<{tag}> has {n} twice" for n in set(names) if names.count(n) > 1]
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()} closes something else")

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, name: str, **wanted: str) -> Iterator[dict[str, str]]:
        """Attributes of the elements of that name; `class_` asks for one class of several."""
        for element in self.elements:
            has = element.attributes
            if element.name == name and all(
                value in has.get("class", "").split()
                if key == "class_"
                else has.get(key.replace("_", "-")) == value
                for key, value in wanted.items()
            ):
                yield has

    def meta(self, name: str) -> list[str]:
        """Contents of the <meta> of that name or property."""
        return [
            a["content"] for a in self.all("meta") if name in (a.get("name"), a.get("property"))
        ]


def read_page(built: Built, path: str = "") -> Page:
    file = built.public / path
    return Page((file if file.is_file() else file / "index.html").read_text(encoding="utf-8"))
