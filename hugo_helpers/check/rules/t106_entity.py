"""T106: HTML entities that readers see as such."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from hugo_helpers.check import text_code
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_active import active
from hugo_helpers.check.text_places import Place, holding, may_close_up

_ENTITY = (
    r"&(?:lt;[bB][rR]\s{0,9}/?&gt|#0{0,9}[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}"
    r"|[A-Za-z][A-Za-z0-9]{1,31});"
)
_SPACES = ("\xa0", "\u2002", "\u2003", "\u2009")


@rule(
    "T106",
    what=(
        "A body or summary holds an HTML entity: `&amp;`, `&#39;`, `&gt;`. Not in code between "
        "backticks."
    ),
    why="The page shows text as it is written, so readers see `&#39;` and not an apostrophe.",
    bad='{{<matomeQuote body="I don&#39;t" userName="ann">}}',
    good='{{<matomeQuote body="I don\'t" userName="ann">}}',
    how=(
        "Write the character itself; `>` at the start of a line as `＞`. `--fix` does that, "
        "`--unsafe-fixes` also for quotation marks, which become curly."
    ),
)
def entity(post: Post) -> Iterator[Hit]:
    acting = active(post)
    starts = [one.start for one in acting]
    for place in holding(post, "&"):
        for hit in _entities(place, post.text[place.start : place.end]):
            index = bisect_right(starts, hit.start) - 1
            if index < 0 or acting[index].end <= hit.start:
                yield hit


def _entities(place: Place, written: str) -> Iterator[Hit]:
    from hugo_helpers.check.text_entities import undo

    code = text_code.spans(written)
    for found in re.finditer(_ENTITY, written):
        plain = undo(found[0])
        # Of `&notin2;` only the start is one: nobody meant that.
        if plain == found[0] or plain[1:].endswith(";") or text_code.within(code, found.start()):
            continue
        content, safe = _content(plain, written, found, place)
        start, end = place.start + found.start(), place.start + found.end()
        fix = None
        if content is not None:
            how: tuple[Edit, ...] = (Edit(start, end, content),)
            fix = Fix("safe" if safe else "unsafe", "write the character itself", how)
        yield Hit(start, end, f"readers see {found[0]} as it stands here", fix)


def _content(
    plain: str, written: str, found: re.Match[str], place: Place
) -> tuple[str | None, bool]:
    """What to write instead (None: nothing can be), and whether that is safe."""
    if plain[:3].lower() == "<br":
        return ("<br>", True) if place.is_body else (None, False)
    if plain == "<":
        tag = re.compile(r"[A-Za-z/!?]|&#?[A-Za-z0-9]").match(written, found.end())
        return "＜" if tag else "<", True
    if plain == ">":
        return "＞" if _starts_line_or_ends_tag(written, found.start()) else ">", True
    if plain == '"':
        return ('"', True) if place.raw else ("”", False)
    if plain in ("\\", "`", "\ufffd") or (plain.isascii() and not plain.isprintable()):
        return None, False
    if plain in _SPACES:
        return " ", True
    if plain.isprintable():
        return plain, True
    return ("", True) if may_close_up(written, *found.span()) else (None, False)


def _starts_line_or_ends_tag(written: str, at: int) -> bool:
    """Whether `>` there is a cited line's, or that of a tag whose `<` becomes full-width."""
    before = written[max(0, at - 120) : at]
    if at == 0 or re.search(r"<[bB][rR]\s{0,9}/?>\Z", before[-14:]):
        return True
    tag = before.rpartition("&lt;")
    return bool(tag[1]) and re.match(r"[A-Za-z/!?][^<>＞&]*+\Z", tag[2]) is not None
