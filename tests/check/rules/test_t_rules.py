"""All rules about texts: their own examples, real posts, and hostile texts."""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.rule import PostCheck, Rule
from tests.support.hugo import ROOT
from tests.support.marked import hits_of, post, quote

TEXT_RULES = [rule for rule in RULES if rule.code.startswith("T")]
CODES = [rule.code for rule in TEXT_RULES]


def check_of(rule: Rule) -> PostCheck:
    assert rule.body.post is not None
    return rule.body.post


def found(text: str, name: str = "content/posts/a.md") -> list[tuple[str, str]]:
    """Code and place of all findings of these rules."""
    checked = post(text, name)
    return [
        (rule.code, checked.text[hit.start : hit.end])
        for rule in TEXT_RULES
        for hit in hits_of(rule, checked)
    ]


def shown(example: str) -> str:
    """An example of the documentation, with the characters that it only names."""
    return re.sub(r"\[U\+([0-9A-F]{4,6})\]", lambda match: chr(int(match[1], 16)), example)


@pytest.mark.parametrize("rule", TEXT_RULES, ids=CODES)
def test_examples_are_right(rule: Rule) -> None:
    assert rule.code in {code for code, _ in found(shown(rule.body.bad) + "\n")}
    assert found(shown(rule.body.good) + "\n") == []
    assert all(part.isprintable() for part in (rule.body.bad, rule.body.good))


def test_the_seed_post_has_two_cut_links_and_nothing_else(seed_post: str) -> None:
    assert found(seed_post) == [
        ("T203", "https://www.sas.upenn.edu/~dbalmer/eportfolio/Nature%20of%20..."),
        ("T203", "https://web.stanford.edu/class/psych209/Readings/SuttonBarto..."),
    ]


OUR_OWN = [*ROOT.glob("example/content/**/*.md"), *ROOT.glob("hugo_helpers/site/starter/**/*.md")]


@pytest.mark.parametrize("path", OUR_OWN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_our_own_posts_are_clean(path: Path) -> None:
    assert found(path.read_text(encoding="utf-8"), f"content/posts/{path.name}") == []


PIECES = (
    *(
        "x",
        "日本",
        " ",
        "　",
        "\\",
        "\\n",
        r"\r\n",
        "`",
        "```",
        "*",
        "_",
        "<br>",
        "<br＞",
        "＜br>",
        "</br>",
    ),
    *("<i>", "</i>", "<b>", "</b>", "<code>", "</code>", "<a href=’https://a.b/’>", "</a>", "<p>"),
    *("<script>", "</script>", "<img src=x onerror=y>", "[x](javascript:y)", "&lt;", "&gt;"),
    *("&amp;", "&#39;", "&quot;", "&nbsp;", "&#8203;", "&#92;", "script", "https://a.b/50%x", "…"),
    *("\u200b", "\u202e", "\ufe0f", "\U000e0101", "\x08", "\x0b", "\u2028", "â€™", "縺薙ｓ縺ｫ"),
    *("{", "{{", "<", "%", ">}}", "/", "*/", "1. ", "wiki/"),
)


def mend(text: str, code: str) -> str:
    """`text` after those fixes of a rule, safe and unsafe, that do not touch one another."""
    checked = post(text)
    behind, pieces, done = 0, [], 0
    hits = [hit for hit in check_of(RULES[code])(checked) if hit.fix is not None]
    edits = sorted((e for h in hits if h.fix for e in h.fix.edits), key=lambda e: (e.start, e.end))
    for edit in edits:
        if edit.start >= behind:
            pieces += [checked.text[done : edit.start], edit.content]
            behind = done = edit.end
    return "".join(pieces) + checked.text[done:]


@pytest.mark.parametrize("seed", range(8))
def test_no_fix_breaks_a_post_and_fixes_come_to_an_end(seed: int) -> None:
    random = Random(seed)
    for _ in range(60):
        body = "".join(random.choice(PIECES) for _ in range(random.randint(1, 14)))
        text = random.choice((quote, "{}\n".format))(body)
        if post(text).document.faults:
            continue
        for _round in range(12):
            before = text
            for code in CODES:
                text = mend(text, code)
                assert post(text).document.faults == (), (code, before, text)
            if text == before:
                break
        assert text == before, "the fixes go on and on"


HOSTILE: dict[str, Callable[[int], str]] = {
    "less than": lambda n: "<" * n,
    "tags": lambda n: "<b>" * n,
    "nested tags": lambda n: "<b>" * (n // 2) + "</b>" * (n // 2),
    "closing tags": lambda n: "</b>" * n,
    "closing tags never ended": lambda n: "</b " * n,
    "tags and closing tags never ended": lambda n: "<b </b " * n,
    "tags never ended": lambda n: "<b " * n,
    "attributes": lambda n: "<b " + "a=" * n,
    "attributes and spaces": lambda n: "<b x=" + " " * n,
    "quotes never ended": lambda n: "<b a='" * n,
    "escaped quotes": lambda n: '<b a=\\"' * n,
    "one long tag": lambda n: "<b" + "b" * n,
    "handlers": lambda n: "<b " + "onclick " * n,
    "schemes": lambda n: "<b " + "a=javascript " * n,
    "spaces in a scheme": lambda n: "<b a=j" + "\t" * n,
    "entities in a scheme": lambda n: "<b a=j" + "&Tab;" * n,
    "comments": lambda n: "<!--" * n,
    "line breaks": lambda n: "<br>" * n + "x" + "<br>" * n,
    "full-width tags": lambda n: "＜b" * n,
    "spaces in a full-width break": lambda n: "＜" + "　" * n,
    "curly quotes": lambda n: "<a href=”" * n,
    "links of HTML": lambda n: "<a href='https://a.example/'>x</a>" * (n // 8),
    "Markdown links": lambda n: "](" * n,
    "Markdown links with a scheme": lambda n: "](javascript:" * n,
    "definitions": lambda n: "]:javascript:" * n,
    "brackets of an address": lambda n: "](javascript:" + "(" * n,
    "ampersands": lambda n: "&" * n,
    "entities": lambda n: "&lt;" * n,
    "encoded tags": lambda n: "&lt;b " * n,
    "padded entity": lambda n: "&#" + "0" * n,
    "name of an entity": lambda n: "&" + "a" * n,
    "newlines": lambda n: r"\n" * n,
    "newlines and letters": lambda n: r"。\n" * n,
    "backslashes": lambda n: "\\" * (n // 2 * 2),
    "backticks": lambda n: "`" * n,
    "backticks in lines": lambda n: "`a<br>" * n,
    "emphasis": lambda n: "*a" * n,
    "emphasis in spaces": lambda n: "*a " * n,
    "stars": lambda n: "*" * n,
    "underscores": lambda n: "_a_" * n,
    "links": lambda n: "https://a.example/" * n,
    "one long link": lambda n: "https://" + "a" * n,
    "percents": lambda n: "https://" + "%" * n,
    "glued links": lambda n: "あhttps://a.example/wiki/人" * n,
    "dots": lambda n: "https://a.example/" + "." * n,
    "zero width": lambda n: "a\u200b" * n,
    "zero width in a row": lambda n: "\u200b" * n,
    "joiners": lambda n: "\u200d" * n,
    "bidi": lambda n: "a\u202e" * n,
    "selectors": lambda n: "a\ufe0f" * n,
    "selectors in a row": lambda n: "\U000e0101" * n,
    "tags in a row": lambda n: "\U000e0061" * n,
    "controls": lambda n: "a\x08" * n,
    "escapes": lambda n: "\x1b[" * n,
    "escape with digits": lambda n: "\x1b[" + "1" * n,
    "mojibake": lambda n: "Ã©" * n,
    "mojibake with holes": lambda n: "ã“" * n,
    "mojibake of Shift_JIS": lambda n: "縺" * n,
    "as Shift_JIS": lambda n: "‚±" * n,
    "as EUC-JP": lambda n: "¤³" * n,
    "kanji in UTF-8": lambda n: "æ¼¢" * n,
    "kanji as Shift_JIS": lambda n: "“ú" * n,
    "kanji as EUC-JP": lambda n: "Æü" * n,
    "letters with accents": lambda n: "é" * n,
    "pieces": lambda n: "Æü´Á a" * n,
    "replacement characters": lambda n: "a\ufffd" * n,
    "words": lambda n: "some words " * n,
    "one word": lambda n: "a" * n,
    "at signs": lambda n: "@a" * n,
    "spaces": lambda n: " " * n + "x" + " " * n,
}
SIZE = 1_000
PLACES: dict[str, Callable[[str], str]] = {
    "in a quote": quote,
    "in a summary": lambda text: f'{{{{< details summary="{text}" >}}}}{{{{< /details >}}}}\n',
    "outside": lambda text: f"{text}\n",
}


NOTHING = 0.004
"""Seconds in which no growth can be told."""


def cost(text: str, rules: list[Rule], enough: float = 0) -> float:
    """The least of several times that these rules take, on a post that is parsed already, or the
    first of them below `enough`.
    """
    least = float("inf")
    for _ in range(3):
        checked = post(text)
        assert all(call.params is not None for call in checked.calls)
        assert checked.thread is not None
        start = time.process_time()
        for rule in rules:
            for _hit in check_of(rule)(checked):
                pass
        least = min(least, time.process_time() - start)
        if least < enough:
            break
    return least


def growth(place: Callable[[str], str], shape: Callable[[int], str], rules: list[Rule]) -> float:
    """How many times as long four times the text takes; 1 where it takes no time anyway."""
    once, fourfold = place(shape(SIZE)), place(shape(SIZE * 4))
    took = cost(fourfold, rules, NOTHING)
    return 1 if took < NOTHING else took / cost(once, rules)


@pytest.mark.usefixtures("steady")
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("shape", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_like_the_text(place: Callable[[str], str], shape: Callable[[int], str]) -> None:
    """Four times a hostile text takes about four times as long: sixteen would be quadratic."""
    gc.collect()
    if growth(place, shape, TEXT_RULES) < 8:
        return
    # A busy machine gets two more tries, and the rule that is to blame is named.
    slow = {
        rule.code: ratio
        for rule in TEXT_RULES
        if (ratio := min(growth(place, shape, [rule]) for _ in range(2))) >= 8
    }
    assert slow == {}
