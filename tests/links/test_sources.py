"""Threads, and the posts that digest them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.fix import mend
from hugo_helpers.check.post import Post
from hugo_helpers.check.runner import Checker
from hugo_helpers.links import sources
from hugo_helpers.links.sources import FullLinks
from hugo_helpers.links.table import Table
from hugo_helpers.links.thread import Link, Thread
from tests.support.marked import CONTEXT, ROOT, post, quote

E = "https://example.org"
THREAD = "https://news.ycombinator.com/item?id=42"
LINKS = (Link(f"{E}/a/long/path.html"), Link(f"{E}/b/1", "", "ann"), Link(f"{E}/b/2", "", "bob"))
KNOWN, UNKNOWN = Table(Thread(THREAD, LINKS)), Table(Thread("", LINKS))
NAMED = ROOT / "content/posts/a.md"


def digest(source: str = THREAD) -> Post:
    first = f"Source: [{source}]({source})\n\n" if source else ""
    return post(first + quote(f"{E}/a/lo..."))


OF: dict[str, tuple[Table, str, list[Path], bool]] = {
    "its source is the thread": (KNOWN, THREAD, [], True),
    "the thread, by another address": (KNOWN, f"http://www.{THREAD[8:]}#c2", [], True),
    "its source is another": (KNOWN, f"{THREAD}0", [], False),
    "its source is another, though it is named": (KNOWN, f"{THREAD}0", [NAMED], False),
    "it names none": (KNOWN, "", [], False),
    "it names none, and is named": (KNOWN, "", [NAMED], True),
    "another is named": (KNOWN, "", [NAMED.with_name("b.md")], False),
    "a thread without an address": (UNKNOWN, THREAD, [], False),
    "a thread without an address, for this post": (UNKNOWN, THREAD, [NAMED], True),
}


@pytest.mark.parametrize(("table", "source", "named", "is_found"), OF.values(), ids=OF)
def test_of(table: Table, source: str, named: list[Path], is_found: bool) -> None:
    links = FullLinks([table], named)
    assert (links.of(digest(source)) is table) == is_found
    assert links.met == is_found


def test_of_several_threads_each_has_its_posts() -> None:
    other = Table(Thread(f"{THREAD}1", LINKS))
    links = FullLinks([KNOWN, other], [NAMED])
    assert links.of(digest(f"{THREAD}1")) is other
    assert links.of(digest("")) is None


def test_cut_links_are_restored_and_others_say_why() -> None:
    context = CONTEXT._replace(full_links=FullLinks([KNOWN]))

    def made(text: str) -> Post:
        return Post(post(text).page, context)

    body = f"{E}/a/lo... と（{E}/b/...）や {E}/z/..."
    text = f"Source: {THREAD}\n\n" + quote(body, "ann") + quote(body, "eve")
    result = mend(made(text), Checker([RULES["T203"]]).check, made)
    whole = body.replace(f"{E}/a/lo...", f"{E}/a/long/path.html")
    ann = whole.replace(f"{E}/b/...", f"{E}/b/1")
    assert result.post.text.endswith(quote(ann, "ann") + quote(whole, "eve"))
    reasons = [finding.message.partition("; ")[2] for finding in result.record.findings]
    several, none = "several links of the thread begin so", "no link of the thread begins so"
    assert reasons == [none, several, none]
    assert mend(result.post, Checker([RULES["T203"]]).check, made).post is result.post


def test_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "thread.html"
    path.write_bytes(
        b"\xef\xbb\xbf<link rel=canonical href=https://a.b/1>\xff<a href=https://a.b/x/y>"
    )
    table = sources.read(str(path))
    assert table.address == "https://a.b/1"
    assert table.whole("https://a.b/x...", "").url == "https://a.b/x/y"
    monkeypatch.setattr(sources, "MOST_BYTES", 10)
    with pytest.raises(ValueError, match="more than"):
        sources.read(str(path))
    with pytest.raises(OSError, match=r"^No such file or directory$"):
        sources.read(str(tmp_path / "none"))
