"""What a tag of HTML becomes where only text is shown: the edits that keep its meaning."""

from __future__ import annotations

import re

from hugo_helpers.check.finding import Edit
from hugo_helpers.check.text_tags import Tag

_STYLES = (
    "abbr acronym bdi bdo big center cite del em font i ins mark nobr q s small span strike sub "
    "sup tt u var wbr"
)
_DROPPED = frozenset(_STYLES.split())
_BOLD = ("b", "strong")
_CODE = ("code", "kbd", "samp", "pre")
_ON_A_NEW_LINE = {"p": "<br>", "div": "<br>", "hr": "<br>", "br": "<br>", "li": "<br>・"}
_LONGEST = 2_000
_ADDRESS = r"href\s{0,9}=[\s\\\"'“”„‘’＂]{0,9}(https?://[!#-&(-;=?-~]{1,2000})"


def edits(text: str, tag: Tag) -> tuple[Edit, ...]:
    """Edits that turn a tag, and the closing one that belongs to it, into text; empty: none known.

    A link becomes its text with the address behind it, bold text and code what the page shows as
    such, a paragraph a line break; of tags that only style, the text remains.
    """
    # A backslash would escape the sign that then stands behind it.
    if any(text[at - 1] == "\\" for at in (tag.start, *(tag.close or ())[:1])):
        return ()
    if tag.name == "a":
        return _link(text, tag)
    sign = _sign(text, tag)
    if sign is None:
        return ()
    found = [Edit(tag.start, tag.end, sign)]
    if tag.close is not None:
        found.append(Edit(*tag.close, "" if tag.name in _ON_A_NEW_LINE else sign))
    return tuple(found)


def _sign(text: str, tag: Tag) -> str | None:
    if tag.name in _ON_A_NEW_LINE:
        return _ON_A_NEW_LINE[tag.name] if not tag.closing or tag.name == "br" else ""
    inner = _inner(text, tag)
    if tag.name in _BOLD and tag.close is not None:
        before, behind = text[tag.start - 1], text[tag.close[1] : tag.close[1] + 1]
        # The page takes ** for bold only away from ASCII letters, and around text without space.
        fits = not re.search(r"[A-Za-z0-9_]", before + behind) and inner == inner.strip()
        return "**" if fits and inner and "*" not in inner else ""
    if tag.name in _CODE and tag.close is not None:
        return "`" if inner and "`" not in inner and "<" not in inner else ""
    return "" if tag.name in _DROPPED or tag.name in _BOLD else None


def _link(text: str, tag: Tag) -> tuple[Edit, ...]:
    address = re.search(_ADDRESS, tag.attributes, re.IGNORECASE)
    if address is None or tag.close is None or tag.close[0] - tag.end > _LONGEST:
        return ()
    label = _inner(text, tag).strip()
    if not label or label == address[1] or label.endswith(("...", "…")):
        return (Edit(tag.start, tag.close[1], address[1]),)
    return (Edit(tag.start, tag.end, ""), Edit(*tag.close, f"（{address[1]}）"))


def _inner(text: str, tag: Tag) -> str:
    """What stands between the two tags; empty where that is very long."""
    if tag.close is None or tag.close[0] - tag.end > _LONGEST:
        return ""
    return text[tag.end : tag.close[0]]
