"""Laws that hold for every text, however hostile."""

from __future__ import annotations

import re
import subprocess
import sys
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hugo_helpers.shortcodes.calls import Call, Document
from hugo_helpers.shortcodes.fast import tag
from hugo_helpers.shortcodes.parser import parse, read
from hugo_helpers.shortcodes.thread import thread
from hugo_helpers.site.versions import NEWEST
from tests.support.agreement import is_known, judged, needs_inner
from tests.support.texts import FRAGMENTS, texts

QUOTES = ('{{<matomeQuote body="', '" userName="x', '" createdAt="', '">}}', "{{< inner a='")

soups = st.lists(st.sampled_from((*FRAGMENTS, *QUOTES)) | st.text(max_size=3)).map("".join)
pages = st.integers(0, 2**32).map(lambda seed: next(texts(seed, 1)))

NO_SHORT_WAY = re.compile(r"\{\{[<%]")


def everything(document: Document) -> list[object]:
    calls = list(document.walk())
    return [
        *document.faults,
        *((name, value, call.param(name)) for call in calls for name, value in call.named.items()),
        *((call, call.params) for call in calls),
    ]


@given(soups | pages)
@example("{{<a/>}}{{< inner/ >}}")
@example('{{< void "x" "y" >}}{{< void a="x" "y" >}}{{< void "x" a="y" >}}')
@example('{{< void a="1" b="2" c="3" d="4" e="5" f="6" g="7" h="8" i="9" j="10" k="11" >}}')
@example('{{< void a="1" b="2" c="3" d="4" e="5" f="6" g="7" h="8" i="9" a="10" >}}')
@example("{{< x.inline >}}{{< void >}}{{< /x.inline >}}")
@example("{{< /void >}}{{< void >}}{{< /void >}}")
def test_the_fast_pattern_reads_what_the_lexer_reads(text: str) -> None:
    slow = read(text, 0, needs_inner, is_known, NEWEST, NO_SHORT_WAY)
    fast = parse(text, 0, needs_inner, is_known)
    assert everything(fast) == everything(slow)


def test_the_fast_pattern_reads_the_seed_post(seed_post: str) -> None:
    slow = read(seed_post, 0, lambda _: None, lambda _: True, NEWEST, NO_SHORT_WAY)
    assert everything(parse(seed_post)) == everything(slow)
    whole = [found for found in tag().finditer(seed_post) if (found.lastindex or 1) > 1]
    assert len(whole) == 87


@given(soups | pages, st.integers(0, 20))
def test_places_are_in_the_text_and_in_order(text: str, start: int) -> None:
    document = judged(text, start=start)
    places = [fault.start for fault in document.faults]
    assert places == sorted(places)
    for fault in document.faults:
        assert start <= fault.start < fault.end <= max(len(text), fault.start + 1)
        assert fault.message
    begun = [call.start for call in document.walk()]
    assert begun == sorted(set(begun))
    for call in document.walk():
        assert_places(text, call)
    thread(document)


def assert_places(text: str, call: Call) -> None:
    assert text[call.start : call.start + 3] == "{{" + call.delimiter
    assert text.startswith(call.name, call.name_start)
    assert call.start <= call.name_start <= call.end <= len(text)
    if call.close_start is not None:
        assert call.close_end is not None
        assert call.end <= call.close_start < call.close_end <= len(text)
        assert text[call.close_start : call.close_start + 3] == f"{{{{{call.close_delimiter}"
    for param in call.params:
        assert call.start < param.start <= param.value_start <= param.value_end <= param.end
        assert param.end <= len(text)
        if not param.quoting:
            assert param.value == text[param.value_start : param.value_end]
    for child in call.children:
        assert call.start < child.start


HOSTILE = {
    "openers": "{{<",
    "opened shortcodes": "{{< inner >}}",
    "closes": "{{< /inner >}}",
    "values that run on": "{{<q a=>}}",
    "quotes": '{{<q "',
    "quotes and line breaks": '{{<q a="\n',
    "escaped quotes": '{{<q \\"',
    "values that start with a backslash": "{{<²=\\",
    "raw strings": "{{<q `",
    "equals signs": ' =*/>}}\\"{{<',
    "comments": "{{</*",
    "inline shortcodes": "{{< x.inline >}}",
    "inline shortcodes of many names": "=={{< x.inline \n",
    "backslashes": "{{< q =\\`",
    "long words": "{{<aaaaaaaa",
    "garbage": "{{< q ;;;;,,,, ",
    "values that the pattern reads in vain": '{{<q a="x" b="y" c="z" d="',
    "spaces": "{{<        ",
}


@pytest.mark.usefixtures("steady")
@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(size: int) -> float:
        text = "x" + unit * (size // len(unit)) + " >}}"
        best = float("inf")
        for _ in range(3):
            started = time.process_time()
            judged(text)
            best = min(best, time.process_time() - started)
        return best

    assert seconds(80_000) < 10 * seconds(20_000) + 0.05


def test_a_plain_post_is_read_at_once(seed_post: str) -> None:
    best = float("inf")
    for _ in range(20):
        started = time.process_time()
        parse(seed_post)
        best = min(best, time.process_time() - started)
    assert best < 0.0015, f"{best * 1000:.2f} ms for 80 quotes"


def test_a_plain_post_loads_neither_lexer_nor_diagnosis(seed_post: str) -> None:
    program = (
        "import sys; from hugo_helpers.shortcodes.parser import parse;"
        "parse(sys.stdin.buffer.read().decode());"
        "print(*(name for name in sys.modules if name.startswith('hugo_helpers.shortcodes.')))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], input=seed_post.encode(), capture_output=True, check=True
    )
    loaded = {name.removeprefix("hugo_helpers.shortcodes.") for name in run.stdout.decode().split()}
    assert "parser" in loaded
    assert not loaded & {"lexer", "scanner", "recovery", "reading", "diagnosis"}
