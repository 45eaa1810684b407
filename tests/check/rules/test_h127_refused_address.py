"""H127: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote

HITS = {
    "alias with a host": "+++\naliases = ⟦['https://example.org/a/']⟧\n+++\n",
    "alias as a text": "+++\naliases = ⟦'http://example.org/a/'⟧\n+++\n",
    "home": "+++\naliases = ⟦['/']⟧\n+++\n",
    "home by dots": "+++\naliases = ⟦['a/..']⟧\n+++\n",
    "empty alias": "---\naliases: ⟦['']⟧\n---\n",
    "url with a host": "+++\nurl = ⟦'https://example.org/a/'⟧\n+++\n",
    "token": "+++\nurl = ⟦'/:yaer/:title/'⟧\n+++\n",
    "percent": "+++\nurl = ⟦'/100%/'⟧\n+++\n",
    "control": '+++\nurl = ⟦"a\\u0007b"⟧\n+++\n',
    "long slug": f"+++\nslug = ⟦'{'あ' * 86}'⟧\n+++\n",
    "long part": f"+++\nurl = ⟦'/a/{'a' * 256}/'⟧\n+++\n",
    "org": "#+url: ⟦http://example.org/⟧\n",
}
MISSES = {
    "paths": "+++\nurl = '/a/:year/:slug/'\naliases = ['/b/', 'c', '../d']\nslug = 'e'\n+++\n",
    "a date of Go": "+++\nurl = '/:2006/:01/'\n+++\n",
    "a clock": "+++\nurl = '/10:30/'\n+++\n",
    "escaped": "+++\nurl = '/a\\\\:b/'\n+++\n",
    "percent of a query": "+++\nurl = '/a?b=100%'\n+++\n",
    "sections": "+++\nurl = '/:sections[1:]/'\n+++\n",
    "nothing": "+++\nurl = ''\naliases = []\n+++\n",
    "long enough": f"+++\nslug = '{'あ' * 85}'\n+++\n",
    "none": quote(),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H127", text)


def test_tokens_are_text_to_old_versions() -> None:
    assert_hits("H127", "+++\nurl = '/:yaer/'\n+++\n", (0, 111, 3))
