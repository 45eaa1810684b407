"""The short way for posts of the usual shape says what the parser says."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hugo_helpers.shortcodes.parser import parse
from hugo_helpers.shortcodes.plain import Plain, PlainCalls, read
from hugo_helpers.shortcodes.thread import thread
from tests.support.texts import FRAGMENTS

QUOTE = '{{<matomeQuote body="%s" userName="%s" createdAt="2025-02-05" color="">}}\n'
SHORT = '{{< matomeQuote body="%s" userName="%s" >}}'
OPEN, CLOSE = '{{<details summary="More (1)">}}\n', "{{</details>}}\n"
FOLD = f"{OPEN}{QUOTE % ('c', 'bob')}{CLOSE}"
REF = '[x]({{% ref "/posts/" %}})\n'

values = st.sampled_from(["", "a", " ", "{", "{{", "<b>", "it's", "日本", "{{<", "%}}", "\t", "\r"])
usual = (
    st.builds(lambda body, user: QUOTE % (body, user), values, values)
    | st.builds(lambda body, user: SHORT % (body, user), values, values)
    | st.sampled_from([OPEN, CLOSE, FOLD, REF, "text\n", "{", "{{", "{{ <", "\0", "HAHAHUGO"])
)
odd = st.sampled_from(
    (*FRAGMENTS, "{{< /details >}}", '{{<details summary="">}}', '{{<matomeQuote body="a">}}')
)
texts = st.lists(usual | usual | usual | odd, max_size=12).map("".join)
plain_texts = st.lists(usual, max_size=12).map("".join)
"""Most of them have the shape."""


def needs_inner(name: str) -> bool:
    return name.lower() == "details"


def plain(text: str, start: int = 0) -> Plain | None:
    return read(text, start, needs_inner, lambda _: True)


@given(texts | plain_texts, st.integers(0, 3))
@example(QUOTE % ("a", "b") + '{{<details summary="x">}}' + FOLD, 0)
@example('{{<details summary="x">}}' + QUOTE % ("a", "b") + '{{<details summary="">}}' + CLOSE, 0)
@example(f"{FOLD}{OPEN}{CLOSE}", 0)
@example(f"{CLOSE}{FOLD}{OPEN}", 0)
@example(QUOTE % ("{{<details summary=`", "x") + "{{<", 0)
@example(QUOTE % ("{{<matomeQuote body=", "x"), 0)
@example(QUOTE % ("HAHAHUGOSHORTCODE", "x"), 0)
def test_it_says_what_the_parser_says(text: str, start: int) -> None:
    found = plain(text, start)
    if found is None:
        return
    document = parse(text, start, needs_inner)
    assert document.faults == ()
    calls = list(document.walk())
    parsed = thread(document)
    columns = found.users, found.bodies, found.times, found.colors
    assert list(zip(*columns, strict=True)) == [
        (one.user, one.body, one.created_at, one.color) for one in parsed.quotes
    ]
    assert [bool(one) for one in found.colored] == ["color" in q.call.named for q in parsed.quotes]
    assert list(found.folded) == [one.fold is not None for one in parsed.quotes]
    assert list(found.folds) == [(one.summary, len(one.quotes)) for one in parsed.folds]
    assert found.forms == {(c.name, *(p.name or "" for p in c.params)) for c in calls}
    assert found.names == {call.name.lower() for call in calls}
    made = PlainCalls(found)
    assert list(made) == [one.call for one in parsed.quotes]
    for number, one in enumerate(parsed.quotes):
        for name in ("body", "userName", "createdAt", "color"):
            param = one.call.param(name)
            place = None if param is None else (param.value_start, param.value_end)
            assert made.span(number, name) == place
    tags = [(call.start, call.end) for call in calls]
    tags += [(c.close_start, c.close_end) for c in calls if c.close_start and c.close_end]
    ends = [start, *(end for _, end in sorted(tags))]
    begins = [*(begin for begin, _ in sorted(tags)), len(text)]
    outside = [text[end:begin] for end, begin in zip(ends, begins, strict=True)]
    assert found.outside == "\0".join(outside)
    for offset in range(start, len(text), 5):
        around = [call for call in calls if call.start <= offset < call.end]
        try:
            assert made.at(offset) == (around[0] if around else None)
        except LookupError:
            assert not around or around[0].name != "matomeQuote"


def test_the_seed_post_has_this_shape(seed_post: str) -> None:
    found = plain(seed_post, seed_post.index("+++", 3) + 4)
    assert found is not None
    assert len(found.users) == 80
    assert [count for _, count in found.folds] == [20, 20, 20]


OTHER = {
    "no quotes": "text\n",
    "another shortcode": QUOTE % ("a", "b") + '{{< figure src="x" >}}',
    "another order": '{{<matomeQuote userName="a" body="b">}}',
    "another quoting": "{{<matomeQuote body=`a` userName=`b`>}}",
    "a backslash": QUOTE % (r"a\n", "b"),
    "Markdown": '{{%matomeQuote body="a" userName="b"%}}',
    "an empty fold": QUOTE % ("a", "b") + OPEN + CLOSE,
    "a fold in a fold": OPEN + FOLD + CLOSE,
    "an open fold": OPEN + QUOTE % ("a", "b"),
    "an escaped tag": QUOTE % ("a", "b") + "{{</* details */>}}",
    "a tag cut off": QUOTE % ("a", "b") + "{{<",
    "the placeholder": QUOTE % ("a", "b") + "HAHAHUGOSHORTCODE",
}


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_other_shapes_are_left_to_the_parser(text: str) -> None:
    assert plain(text) is None


def test_the_templates_decide() -> None:
    text = QUOTE % ("a", "b") + FOLD + REF
    assert plain(text) is not None
    assert read(text, 0, lambda _: False, lambda _: True) is None
    assert read(text, 0, lambda _: True, lambda _: True) is None
    assert read(text, 0, lambda _: None, lambda _: True) is not None
    for name in ("matomeQuote", "details", "ref"):
        assert read(text, 0, needs_inner, lambda one, name=name: one != name) is None  # type: ignore[misc]
