"""T401: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.post import Context
from tests.support import marked
from tests.support.marked import assert_hits, quote

ENGLISH = "I have never seen this work in practice."
RAW = "{{<matomeQuote body=`%s` userName=`ann`>}}\n"

HITS = {
    "English": quote(f"⟦{ENGLISH}⟧"),
    "curly quotes and cites": quote("⟦＞I don’t think it’s “really” the right way…<br>it is not⟧"),
    "with a link": quote(f"⟦{ENGLISH} https://example.org/a⟧"),
    "with code first": quote(f"⟦`main()` {ENGLISH}⟧"),
    "escaped quotes": quote(rf"⟦{ENGLISH} \"really\"⟧"),
    "raw value": RAW % f"⟦{ENGLISH}⟧",
    "Russian": quote("⟦Я никогда не видел, чтобы это работало на практике.⟧"),
    "Thai": quote("⟦ฉันไม่เคยเห็นสิ่งนี้ใช้งานได้จริงในทางปฏิบัติเลยสักครั้ง⟧"),
    "second": quote("そう。") + quote(f"⟦{ENGLISH}⟧"),
}
MISSES = {
    "Japanese": quote("実際にうまくいくのは見たことがない。"),
    "a word of it": quote(f"{ENGLISH} だって"),
    "half-width katakana": quote(f"{ENGLISH} ｿｳ"),
    "behind a cite": quote("＞I have never seen this work in practice.<br>見た"),
    "short": quote("I have never seen this."),
    "short but for a link": quote("as seen in this https://example.org/a/long/long/path"),
    "links": quote("https://example.org/some/page<br>https://example.org/other/page"),
    "code": quote("`for (int i = 0; i < n; i++) { sum += values[i]; }`"),
    "code without backticks": quote("git commit -m x && git push --force origin main; make -j4"),
    "names": quote("Ian Goodfellow, Yoshua Bengio, Aaron Courville, MIT Press"),
    "numbers": quote("3.14159 26535 89793 23846 26433 83279"),
    "outside of quotes": f"{ENGLISH}\n",
    "another shortcode": f'{{{{< figure body="{ENGLISH}" >}}}}\n',
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("T401", text)


LANGUAGES = {
    "named in the file's name": ("ja", ("ja", "en"), "content/posts/a.en.md", 0),
    "of the site": ("en", ("en",), "content/posts/a.md", 0),
    "with a region": ("ja-JP", ("ja-JP",), "content/posts/a.md", 1),
    "another script": ("ru", ("ru",), "content/posts/a.md", 1),
    "unknown": ("tlh", ("tlh",), "content/posts/a.md", 0),
}


@pytest.mark.parametrize(("own", "all_", "name", "hits"), LANGUAGES.values(), ids=LANGUAGES)
def test_goes_by_the_page_s_language(own: str, all_: tuple[str, ...], name: str, hits: int) -> None:
    post = marked.post(quote(ENGLISH), name)
    site = marked.SITE._replace(language=own, languages=all_)
    post.context = Context(site, marked.TEMPLATES, lambda _name, _page: True)
    check = RULES["T401"].body.post
    assert check is not None
    assert len(list(check(post))) == hits
