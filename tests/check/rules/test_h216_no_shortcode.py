"""H216: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from hugo_helpers.check.catalogue import RULES
from tests.support.hugo import build, write_files
from tests.support.marked import assert_hits, post, quote

HITS = {
    "a space": '⟦{{ < figure⟧ src="a" > }}\n',
    "a wide space": '⟦{{\u3000<figure⟧ src="a">}}\n',
    "a space, Markdown": '⟦{{ % figure⟧ src="a" % }}\n',
    "one brace": '⟦{<matomeQuote⟧ body="a" userName="b">}}\n',
    "wide angles": '⟦{{＜matomeQuote⟧ body="a" userName="b"＞}}\n',
    "wide braces": '⟦｛｛< matomeQuote⟧ body="a" userName="b" >｝｝\n',
    "an entity": '⟦{{&lt; figure⟧ src="a" &gt;}}\n',
    "no sign": '⟦{{figure⟧ src="a"}}\n',
    "no sign, spaces": '⟦{{ figure⟧ src="a" }}\n',
    "a close": '{{< details summary="a" >}}\na\n⟦{{ < /details⟧ > }}\n{{< /details >}}\n',
    "Hugo's own": '⟦{{ < ref⟧ "/posts" > }}\n',
}
MISSES = {
    "calls": quote() + '{{% figure src="a" %}}\n',
    "other names": '{{ < nothing a="b" > }} {<b>x</b>}} {{ title }} {{nope a="b"}}\n',
    "a template": '{{ .Get "figure" }} {{ range .Pages }} {{ figure }} {{ figure.x }}\n',
    "inline code": '`{{ < figure src="a" > }}`\n',
    "a fence": '~~~\n{<figure src="a">}}\n~~~\n',
    "indented code": 'x\n\n    {{ < figure src="a" > }}\n',
    "a body": quote('{{ < figure > }}'),
    "commented": '{{</* figure src="a" */>}}\n',
    "escaped": '\\{{ < figure src="a" > }}\n',
    "front matter": "+++\ntitle = '{{ < figure > }}'\n+++\n",
}  # fmt: skip


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H216", text)


def test_hugo_calls_nothing(newest: Path, tmp_path: Path) -> None:
    texts = [text for name, text in HITS.items() if name != "a close"]
    content = "\n".join(texts).replace("⟦", "").replace("⟧", "")
    write_files(
        tmp_path,
        {
            "hugo.toml": "",
            "content/a.md": f"+++\n+++\n{content}",
            "layouts/_default/single.html": "{{ .Content }}",
            "layouts/shortcodes/matomeQuote.html": "CALLED",
            "layouts/shortcodes/figure.html": "CALLED",
        },
    )
    built = build(tmp_path, newest)
    assert built.code == 0, built.output
    assert "CALLED" not in built.page("a")


@pytest.mark.parametrize("part", ["{{ ", "{<figure", "｛", "{{ figure a", "{{&lt;", "{<figure ＞"])
def test_time_in_proportion(part: str) -> None:
    check = RULES["H216"].body.post
    assert check is not None

    def seconds(count: int) -> float:
        made = post(part * count)
        assert made.outside
        start = time.process_time()
        list(check(made))
        return time.process_time() - start

    small = min(seconds(2_000) for _ in range(3))
    assert seconds(8_000) < 12 * max(small, 0.01)
