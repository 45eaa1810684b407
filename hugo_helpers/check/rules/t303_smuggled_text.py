"""T303: text hidden in variation selectors and tag characters."""

import re
from collections.abc import Iterator

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_hidden import named, runs
from hugo_helpers.check.text_places import may_close_up
from hugo_helpers.check.text_rare import SELECTOR

_FLAG = "\U0001f3f4"
_REGION = "[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"
_KANJI = "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_LETTER = "[A-Za-z\u00c0-\u024f\u3041-\u30ff\\s]"
_EMOJI_S = "\ufe0e\ufe0f"
"""As text, as a picture."""
_SUPPLEMENT = 0xE0100
_TAGS = range(0xE0020, 0xE007F)


@rule(
    "T303",
    what=(
        "Variation selectors or tag characters stand where they vary nothing: several in a row, "
        "behind a letter, or behind an emoji that has none. The selector of an emoji (`❤️`), of "
        "a kanji's variant, and the flags of England, Scotland and Wales are no findings."
    ),
    why=(
        "Nobody sees them, and each can carry a byte: whole texts are hidden behind one emoji, to "
        "mark who copied it or to give orders to a model that reads the page."
    ),
    bad='{{<matomeQuote body="Hello 😀[U+E0158][U+E0159]" userName="ann">}}',
    good='{{<matomeQuote body="Hello 😀" userName="ann">}}',
    how="Delete them; `--fix` does. The finding says what they hide.",
)
def smuggled_text(post: Post) -> Iterator[Hit]:
    text = post.text
    for start, end in runs(post, SELECTOR):
        if _varies(text, start, end):
            continue
        # The first selector behind a picture or a kanji may be its own.
        first = start + 1 if end > start + 1 and _varies(text, start, start + 1) else start
        hidden = _hidden(text[first:end])
        fix = None
        if may_close_up(text, first, end):
            fix = Fix("safe", "delete them", (Edit(first, end, ""),))
        message = f"nobody sees this: {named(text[first:end])}"
        yield Hit(first, end, message + (f"; it hides {hidden}" if hidden else ""), fix)


def _varies(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    if before == _FLAG:
        return re.compile(_REGION).fullmatch(text, start, end) is not None or (
            end == start + 1 and text[start] in _EMOJI_S
        )
    if end > start + 1:
        return False
    if text[start] >= "\U000e0000":
        return "\U000e0100" <= text[start] <= "\U000e01ef" and bool(re.match(_KANJI, before))
    own = text[start] in _EMOJI_S or before < "\U0001f000"
    return own and bool(before) and re.match(_LETTER, before) is None


def _hidden(signs: str) -> str:
    """What the characters hide, as a string literal of ASCII, cut; empty where no text."""
    tags = [chr(ord(sign) - 0xE0000) for sign in signs if ord(sign) in _TAGS]
    if tags:
        return ascii("".join(tags)[:60])
    selected = bytes(
        code - _SUPPLEMENT + 16 if code >= _SUPPLEMENT else code - 0xFE00
        for code in map(ord, signs[:200])
        if 0xFE00 <= code <= 0xFE0F or _SUPPLEMENT <= code <= _SUPPLEMENT + 239
    )
    plain = selected.decode("utf-8", "replace")
    readable = len(plain) > 1 and all(sign.isprintable() and sign != "\ufffd" for sign in plain)
    return ascii(plain[:60]) if readable else ""
