"""Languages of content files, by the endings of their names and the version of Hugo."""

from typing import Literal

from hugo_helpers.site import patterns
from hugo_helpers.site.versions import NEWEST, STRICT, Version

Language = Literal["markdown", "html", "org", "asciidoc", "rst", "pandoc", ""]

MARKDOWN = (".md", ".markdown", ".mdown")
_LANGUAGES: dict[str, Language] = {
    **dict.fromkeys(MARKDOWN, "markdown"),
    **dict.fromkeys((".html", ".htm"), "html"),
    ".org": "org",
    **dict.fromkeys((".adoc", ".asciidoc", ".ad"), "asciidoc"),
    ".rst": "rst",
    **dict.fromkeys((".pandoc", ".pdc"), "pandoc"),
}
ENDINGS = tuple(_LANGUAGES)
_NAMES: dict[str, Language] = {
    **dict.fromkeys(("goldmark", "md", "markdown", "mdown", "text/markdown"), "markdown"),
    **dict.fromkeys(("html", "htm", "text/html"), "html"),
    **dict.fromkeys(("org", "text/org"), "org"),
    **dict.fromkeys(("rst", "text/rst"), "rst"),
    **dict.fromkeys(("pandoc", "pdc", "text/pandoc"), "pandoc"),
    **dict.fromkeys(("ad", "adoc", "asciidocext"), "asciidoc"),
}
_LATER: dict[str, Language] = dict.fromkeys(("asciidoc", "text/asciidoc"), "asciidoc")
_DENIED: dict[Language, Version] = {"html": (0, 162, 0), "org": (0, 166, 0)}
"""From which version on Hugo does not take a language unless the configuration allows it."""
_PROGRAMS: dict[Language, tuple[Version, tuple[str, ...]]] = {
    "asciidoc": ((0, 0, 0), ("asciidoctor",)),
    "rst": ((0, 0, 0), ("rst2html", "rst2html.py")),
    "pandoc": ((0, 163, 1), ("pandoc",)),
}
"""Programs that render a language, and from which version on Hugo stops without them."""


def language(name: str, hugo: Version = NEWEST) -> Language:
    """The language that this version of Hugo takes a file of this name to be in; "": it takes it
    for no content.

    Old versions want the ending in small letters, and render `.asciidoc` as Markdown.
    """
    _, dot, ending = name.rpartition(".")
    ending = dot + ending
    if hugo < STRICT:
        return "markdown" if ending == ".asciidoc" else _LANGUAGES.get(ending, "")
    return _LANGUAGES.get(ending.lower(), "")


def named(name: str, hugo: Version = NEWEST) -> Language:
    """The language that `markup` in a front matter names; "": Hugo knows none of this name."""
    lower = name.lower()
    return _NAMES.get(lower) or (_LATER.get(lower, "") if hugo >= STRICT else "")


def denied(language: Language, allowed: tuple[str, ...] | None, hugo: Version) -> bool:
    """Whether Hugo stops at content in a language, whatever is in it; `allowed` is
    `security.allowContent` of the configuration, None where that is not set.
    """
    if hugo < _DENIED["html"]:
        return False
    if allowed is not None:
        return not patterns.permits(allowed, f"text/{language}")
    return hugo >= _DENIED.get(language, (1_000, 0, 0))


def programs(language: Language, hugo: Version) -> tuple[str, ...]:
    """The programs one of which Hugo must be allowed to run, to render a language."""
    since, names = _PROGRAMS.get(language, (NEWEST, ()))
    return names if hugo >= since else ()


def is_page(start: str) -> bool:
    """Whether old versions make a page of an HTML file that starts so: with text, front matter or
    a comment. All others they copy as they are.
    """
    text = start.lstrip()
    return bool(text) and (text[0] != "<" or (text.startswith("<!--") and len(text) > len("<!--")))


def without_ending(name: str) -> str:
    """A file's name less the ending that makes it content."""
    stem, dot, ending = name.rpartition(".")
    return stem if (dot + ending).lower() in _LANGUAGES else name
