"""Q102: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.parameters import OURS, is_ours
from tests.support.marked import TEMPLATES, assert_hits, quote
from tests.support.mended import assert_mends
from tests.support.sites import foreign

HITS = {
    "case": '{{<matomeQuote body="a" ⟦username⟧="ann">}}\n',
    "misspelt": '{{<matomeQuote body="a" ⟦usrName⟧="ann">}}\n',
    "another word": '{{<matomeQuote ⟦text⟧="a" userName="ann">}}\n',
    "unknown": quote().replace(">}}", ' ⟦zzz⟧="1">}}'),
    "two": '{{<matomeQuote ⟦Body⟧="a" ⟦user⟧="ann">}}\n',
    "no names": '{{<matomeQuote ⟦"a" "ann"⟧>}}\n',
    "bubble": '{{<matomeBubble userName="a" ⟦body⟧="b">}}c{{</matomeBubble>}}\n',
    "fold": '{{< details ⟦sumary⟧="a" >}}b{{< /details >}}\n',
    "fold without a name": '{{< details ⟦"More"⟧ >}}b{{< /details >}}\n',
}
MISSES = {
    "all": '{{<matomeQuote body="a" userName="b" createdAt="" color="" id="a" replyTo="a" '
    'url="/" avatar="a.png" side="left">}}\n',
    "fold": '{{< details summary="a" open="true" class="b" name="c" title="d" >}}e{{</details>}}\n',
    "another shortcode": '{{< figure Src="a" >}}\n',
    "missing is another finding": '{{<matomeQuote body="a">}}\n',
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("Q102", text)


def test_renames() -> None:
    right = '{{<matomeQuote body="a" userName="ann">}}\n'
    assert_mends("Q102", '{{<matomeQuote body="a" username="ann">}}\n', right)
    assert_mends("Q102", '{{<matomeQuote bdoy="a" userNam="ann">}}\n', right)
    words = '{{<matomeQuote text="a" user="ann">}}\n'
    assert_mends("Q102", words, right, "unsafe")
    assert_mends("Q102", words, words)
    both = '{{<matomeQuote body="a" userName="ann" username="bob">}}\n'
    assert_mends("Q102", both, both, "unsafe")


def test_a_shortcode_of_the_site_itself_may_take_anything() -> None:
    check = RULES["Q102"].body.post
    assert check is not None
    assert list(check(foreign('{{<matomeQuote body="a" zzz="b">}}\n'))) == []


def test_the_names_are_those_of_the_templates() -> None:
    for name, taken in OURS.items():
        template = TEMPLATES.get(name)
        assert template is not None
        assert template.named == taken
        assert is_ours(TEMPLATES, name)
