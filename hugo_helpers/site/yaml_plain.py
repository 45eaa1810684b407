"""What goccy/go-yaml takes in YAML and PyYAML does not, put in words that PyYAML takes.

Rows stay where they are. Characters that PyYAML would stop at are moved up by `HIDDEN`.
"""

from __future__ import annotations

import re

HIDDEN = 0xF0000
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_KEY = r"(?!-[ \t])(?:[^\s#'\"{\[&*!|>%@`][^\n:#]*|\"[^\"\n]*\"|'[^'\n]*'):[ \t]+"
_SIGNS = re.compile(
    rf"(?m)^([ \t]*+(?:-[ \t]++)*+(?:{_KEY})?)(?:([}},])|(?<=[ \t])(\?)$|(?<=[ \t])(%))"
)
_TABS = re.compile(r"(?m)\A[ ]*\t[ \t]*$|(?<=^-)\t|(?<= -)\t")
_KNOWN = "str|int|float|bool|null|map|seq|set|omap|binary|timestamp"
_TAGS = re.compile(rf"(?<=[:-][ \t])!(?!!(?:{_KNOWN})\b)[^\s,\[\]{{}}]+")
_UNINDENTED = re.compile(
    r"(?m)^([^\s#'\"{\[&*!|>%@`?-][^\n:#]*:[ \t]*(?:#[^\n]*)?\n(?:[ \t]*\n)*)"
    r"(?=[^\s#?\[{%-][^\n:]*$|-[^\s-][^\n:]*$)"
)


def first_document(text: str) -> str:
    """The text up to a line of `...`, its unprintable characters hidden. Raises ValueError."""
    text = _UNPRINTABLE.sub(lambda found: chr(ord(found[0]) + HIDDEN), text)
    end = re.search(r"(?m)^\.\.\.(?:[ \t]+(.*))?$", text)
    if end is None:
        return text
    if end[1] and not end[1].startswith("#"):
        row = text.count("\n", 0, end.start()) + 1
        raise ValueError(f"text behind `...`, which ends a document (at line {row})")
    return text[: end.start()]


def plainer(text: str) -> str:
    """The text with signs, tabs, tags and lines hidden or mended that PyYAML may have refused."""
    text = _TABS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _SIGNS.sub(_hide_sign, _UNINDENTED.sub(r"\1 ", _TAGS.sub("!t", text)))


def _hide_sign(found: re.Match[str]) -> str:
    """A sign that is a word to Hugo where it stands alone; `%` only in a line with an indent."""
    sign = found[2] or found[3] or found[4]
    if sign == "%" and found[1][:1] not in (" ", "\t"):
        return found[0]
    return found[1] + chr(ord(sign) + HIDDEN)


def shown(text: str) -> str:
    """A text as it was before anything was hidden in it."""
    return "".join([chr(ord(c) - HIDDEN) if ord(c) >= HIDDEN else c for c in text])


def once_each(text: str) -> str:
    """The text with a new name for each anchor that has the name of an earlier one."""
    seen: dict[str, int] = {}

    def rename(found: re.Match[str]) -> str:
        sign, name = found.groups()
        seen[name] = seen.get(name, -1) + (sign == "&")
        return f"{sign}{name}-_{seen[name]}" if seen[name] > 0 else found[0]

    return re.sub(r"(?<![^\s,\[{:-])([&*])([\w-]+)", rename, text)
