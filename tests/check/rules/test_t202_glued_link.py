"""T202: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.hugo import build, write_files
from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends, mended

PERCENT = '{{%% matomeQuote body="%s" userName="ann" %%}}\n'

HITS = {
    "encyclopedia": quote("https://ja.wikipedia.org/wiki/⟦人工知能⟧"),
    "katakana": quote("https://ja.wikipedia.org/wiki/⟦ハチ公⟧ を"),
    "search": quote("https://example.org/?q=⟦ねこ⟧&x=1"),
    "part of a word": quote("https://example.org/wiki/AI_⟦アライメント⟧"),
    "behind an escape": quote("https://example.org/wiki/%E4%BA%BA⟦工知能⟧"),
    "fragment": quote("https://example.org/page#⟦概要⟧"),
    "Markdown text": "https://ja.wikipedia.org/wiki/⟦人工知能⟧ を\n",
    "glued before": "引用元：⟦https://example.org/a⟧ を\n",
    "full-width space before": "見て　⟦https://example.org/a⟧。\n",
    "brackets before": "（⟦https://example.org/a⟧）\n",
    "where Markdown reads a body": PERCENT % "見て⟦https://example.org/a⟧ を",
}
MISSES = {
    "particle behind": quote("https://example.org/を見て"),
    "letters before": quote("https://example.org/pageを見て"),
    "brackets": quote("論文（https://arxiv.org/abs/1803.03635）で"),
    "text before": quote("参考：https://example.org/a を見て"),
    "full stop": quote("https://example.org/wiki/。次"),
    "space": quote("https://ja.wikipedia.org/wiki/ 人工知能"),
    "escaped": quote("https://ja.wikipedia.org/wiki/%E4%BA%BA"),
    "Markdown link": "引用元：[https://example.org/a](https://example.org/a)\n",
    "text of a Markdown link": "[見てhttps://example.org/a](https://example.org/b)\n",
    "space before": "引用元： https://example.org/a を\n",
    "ascii before": "(https://example.org/a) a:https://example.org/a\n",
    "in code": "`見てhttps://example.org/a` x\n",
    "in a fence": "```\n見てhttps://example.org/a\n```\n",
    "foreign shortcode": '{{< figure alt="見てhttps://example.org/a" >}}\n',
    "front matter": "+++\ntitle = '見てhttps://example.org/wiki/人'\n+++\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("T202", text)


def test_a_space_makes_it_a_link(newest: Path, tmp_path: Path) -> None:
    before = "引用元：https://example.org/a を\n\n（https://example.org/b）\n"
    after = "引用元： https://example.org/a を\n\n（ https://example.org/b）\n"
    assert_mends("T202", before, after)
    write_files(
        tmp_path,
        {
            "hugo.toml": 'disableKinds = ["taxonomy", "term", "rss", "sitemap", "section"]\n',
            "layouts/_default/single.html": "{{ .Content }}",
            "content/before.md": before,
            "content/after.md": mended("T202", before),
        },
    )
    built = build(tmp_path, newest)
    assert built.page("before").count("<a ") == 0
    assert built.page("after").count("<a ") == 2
