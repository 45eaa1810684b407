"""Mending: rounds, what is dropped and why, rules that undo each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hugo_helpers.check.finding import Applicability, Edit, Finding, Fix, Location
from hugo_helpers.check.fix import Mended, mend
from hugo_helpers.check.post import Post
from hugo_helpers.check.record import Record
from hugo_helpers.check.runner import Checker
from hugo_helpers.check.selection import chosen
from tests.support.marked import FRONT, post, quote

PLACE = Location(1, 1)
Rewrites = dict[str, str | Callable[[re.Match[str]], str]]


def checking(rewrites: Rewrites, kind: Applicability = "safe") -> Callable[[Post], Record]:
    """A check whose fixes replace each match of a pattern."""

    def findings(one: Post) -> Iterator[Finding]:
        for pattern, content in rewrites.items():
            for found in re.finditer(pattern, one.text):
                new = content if isinstance(content, str) else content(found)
                fix = Fix(kind, "", (Edit(*found.span(), new),))
                yield Finding(pattern, "", "warning", one.page.name, PLACE, PLACE, fix)

    return lambda one: Record(one.page.name, tuple(findings(one)))


def mended(text: str, rewrites: Rewrites, *, unsafe: bool = False) -> Mended:
    return mend(post(text), checking(rewrites), post, unsafe=unsafe)


def test_edits_that_touch_come_in_further_rounds() -> None:
    result = mended("zzzz b\n", {"z": "x", "xx": "y"})
    assert result.post.text == FRONT + "yy b\n"
    assert sorted(result.fixed) == ["xx"] * 2 + ["z"] * 4
    assert result.record.findings == ()


def test_a_post_without_anything_to_mend_is_the_very_same() -> None:
    one = post("text")
    assert mend(one, checking({"nothing": ""}), post).post is one


def test_unsafe_fixes_are_for_those_who_ask() -> None:
    check = checking({"a": "b"}, "unsafe")
    assert mend(post("a"), check, post).fixed == ()
    assert mend(post("a"), check, post, unsafe=True).post.text.endswith("b")


def test_rules_that_undo_each_other_leave_the_post_as_it_was() -> None:
    one = post("start left\n")
    result = mend(one, checking({"start": "begin", "left": "right", "right": "left"}), post)
    assert result.post is one
    assert result.defect == "the fixes of left, right undo each other"
    assert result.fixed == ()
    assert len(result.record.findings) == 2


def test_a_rule_without_an_end_is_stopped() -> None:
    one = post("a\n")
    result = mend(one, checking({"a+\n": lambda found: "a" + found[0]}), post)
    assert result.post is one
    assert "undo" in result.defect


QUOTED = quote("Hello (x) world", "ann", color="#fff")
FOLD = '{{< details summary="more" >}}\n' + QUOTED + "{{< /details >}}\n"
REFUSED: dict[str, tuple[str, Rewrites, str]] = {
    "a quote in a value": (QUOTED, {r"\(x\)": '"x"'}, "refuse"),
    "a line break in a value": (QUOTED, {r"\(x\)": "\n"}, "refuse"),
    "a close less": (FOLD, {"{{< /details >}}": ""}, "refuse"),
    "a value that ends the tag": (QUOTED, {r"\(x\) world": '" id="x'}, "change beyond"),
    "text that becomes a shortcode": ("{(x){< details />}}\n", {r"\(x\)": ""}, "a shortcode"),
    "a shortcode that becomes text": (QUOTED, {"(?={{<matome)": "{{</* "}, ""),
    "a delimiter of the front matter": (QUOTED, {r"\+\+\+\n\{\{": "{{"}, "refuse"),
    "another key": (QUOTED, {"A post": "A post'\ndate = '2020-01-01'\nx='"}, "refuse"),
    "a value far away": (FOLD, {'(?<=summary=)"more"': '"more'}, ""),
}


@pytest.mark.parametrize(("text", "rewrites", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_fix_that_makes_a_file_worse_is_dropped_and_said(
    text: str, rewrites: Rewrites, reason: str
) -> None:
    one = post(text)
    result = mend(one, checking(rewrites), post)
    assert result.post is one
    assert result.fixed == ()
    [dropped] = result.dropped
    assert reason in dropped.reason
    assert dropped.reason
    assert result.defect == ""


FIRST_QUOTE = r"(?<=\+\n)\{\{<matomeQuote[^\n]*\n(?=\{\{< det)"
PUT_IN = "\n{{< details />}}\n"
ALLOWED: dict[str, tuple[str, Rewrites, str]] = {
    "a value": (QUOTED, {r"\(x\)": "<br>"}, QUOTED.replace("(x)", "<br>")),
    "a whole value": (QUOTED, {"#fff": ""}, QUOTED.replace("#fff", "")),
    "quotes": ("{{< figure src='a' >}}\n", {"(?<==)'|'(?= >)": '"'}, '{{< figure src="a" >}}\n'),
    "a name": (FOLD, {"summary": "title"}, FOLD.replace("summary", "title")),
    "a call is deleted": (QUOTED + FOLD, {FIRST_QUOTE: ""}, FOLD),
    "a call is put in": ("text\n", {r"(?<=text)\n": PUT_IN}, f"text{PUT_IN}"),
    "two values": (
        FOLD,
        {"Hello": "He\\\\llo", "more": "less"},
        FOLD.replace("Hello", "He\\\\llo").replace("more", "less"),
    ),
}


@pytest.mark.parametrize(("text", "rewrites", "after"), ALLOWED.values(), ids=ALLOWED)
def test_what_edits_say_is_done(text: str, rewrites: Rewrites, after: str) -> None:
    check = checking(rewrites)
    once = post(text)
    fixes = check(once)

    def first(one: Post) -> Record:
        return fixes if one is once else Record(one.page.name)

    result = mend(once, first, post)
    assert result.dropped == ()
    assert result.post.text == FRONT + after


def test_one_bad_fix_does_not_keep_the_good_ones_back() -> None:
    text = "".join(quote(f"Hello {n} world") for n in range(40))
    bad = {7, 8, 31}
    result = mended(text, {r"Hello (\d+)": lambda m: f"Bye {m[1]}{chr(34) * (int(m[1]) in bad)}"})
    assert len(result.fixed) == 37
    assert len(result.dropped) == 3
    assert result.post.text.count("Bye") == 37


def test_front_matter_that_is_edited_keeps_its_other_values() -> None:
    text = "+++\n# why\ntitle = 'A'\nmonths = '2025/03'\ndate = '2025-02-05T00:00:00'\n+++\ntext\n"
    result = mend(post(text), Checker(chosen(["F103"])).check, post)
    assert result.post.text == text.replace("2025/03", "2025/02")
    assert result.fixed == ("F103",)


PARTS = (
    *("<br＞", "＜br>", " ", "\\n", "\\", "&amp;", "&lt;", "https://example.org/a", "（", "あ"),
    *("<b>", "</b>", "<a href=”https://x.example”>", "</a>", "<script>", "\u200b", "\u202e"),
    *("ã\x81\x82", "`", "*x*", "<br>", "{", "}", "<", ">", "%", "/", "\x07", "\U000e0041", "#"),
    *("&quot;", "<javascript:x>", "https://example.org/%E3%8", "\r", "_x_", "-", "\ufe0f", "1. "),
    *("\u3000", "😀\ufe0f", "a"),
)
bodies = st.lists(st.sampled_from(PARTS), max_size=12).map("".join)
lines = st.builds(
    lambda body, user, fold: (
        f'{{{{< details summary="{user}" >}}}}{quote(body, user)}{{{{< /details >}}}}\n'
        if fold
        else quote(body, user)
    ),
    bodies,
    st.sampled_from(["ann", " ann", "bob "]),
    st.booleans(),
)
posts = st.lists(lines, max_size=4).map("".join)
ALL = Checker(chosen())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(posts, st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_mending_is_done_once_and_makes_nothing_worse(body: str, unsafe: bool, end: str) -> None:
    one = post((FRONT + body).replace("\n", end))
    result = mend(one, ALL.check, post, unsafe=unsafe)
    assert result.defect == ""
    again = mend(result.post, ALL.check, post, unsafe=unsafe)
    assert again.post is result.post
    assert again.dropped == result.dropped
    assert len(result.post.document.faults) <= len(one.document.faults)
    if not one.document.faults:
        before, after = ([call.name for call in made.calls] for made in (one, result.post))
        left = iter(before)
        assert all(name in left for name in after)
        assert unsafe or after == before


SLIPS = (
    *('"', "`", "\\", "\n", " ", "\u3000", "”", "/", "=", "", ">}}", "{{< /details >}}\n"),
    *("{{<", "*/", "HAHAHUGOSHORTCODE", "matomeQoute", "x"),
)
slips = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 3), st.sampled_from(SLIPS)), max_size=3
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(posts, slips)
def test_what_hugo_refuses_gets_better_or_stays(
    body: str, slips: list[tuple[int, int, str]]
) -> None:
    for at, length, slip in slips:
        at %= len(body) + 1
        body = body[:at] + slip + body[at + length :]
    one = post(FRONT + body)
    result = mend(one, ALL.check, post)
    assert result.defect == ""
    kinds = [Counter(f.kind for f in made.document.faults) for made in (one, result.post)]
    assert not kinds[1] - kinds[0]
    assert mend(result.post, ALL.check, post).post is result.post
