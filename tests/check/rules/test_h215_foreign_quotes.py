"""H215: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.hugo import build, write_files
from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends

HITS = {
    "single": "{{< figure src=⟦'cat.jpg'⟧ >}}\n",
    "curly": "{{< figure src=⟦“cat.jpg”⟧ >}}\n",
    "closing ones": "{{< figure src=⟦”cat.jpg”⟧ alt=⟦’x’⟧ >}}\n",
    "Japanese": "{{<matomeQuote body=⟦「あ」⟧ userName=⟦『い』⟧ >}}\n",
    "full-width": '{{<matomeQuote body=⟦＂あ＂⟧ userName="い" >}}\n',
    "a space in it": "{{< figure alt=⟦'a cat'⟧ >}}\n",
    "at the end of a tag": "{{< figure alt=⟦'cat'⟧>}}\n",
    "not closed": "{{< figure alt=⟦'⟧cat >}}\n",
    "closed in the next tag": "{{< figure alt=⟦'⟧cat >}} {{< figure alt=⟦'⟧cat >}}\n",
    "a quote in it": "{{< figure alt=⟦'⟧a\"b' >}}\n",
}
MISSES = {
    "in a value": quote("<a href='x'> a=“b” c=「d」"),
    "in a raw value": "{{< figure alt=`a='b'` >}}\n",
    "in an escaped value": r"""{{< figure alt="\"a='b'\"" >}}""" + "\n",
    "outside": "a='b' {{< figure src=\"x\" >}} c=“d”\n",
    "a comment": "{{</* figure src='x' */>}}\n",
    "behind a tag without an end": "`{{<` opens\n\n<a href='x'>\n",
    "front matter": "+++\ntitle='x'\n+++\n{{< figure src=\"x\" >}}\n",
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("H215", text)


def test_hugos_quotes_are_written() -> None:
    before = "{{< figure src='cat.jpg' alt=“a cat” title=「a\" >}}\n"
    after = '{{< figure src="cat.jpg" alt="a cat" title=「a" >}}\n'
    assert_mends("H215", before, after)


def test_hugo_takes_them_for_a_part_of_the_value(hugo: Path, tmp_path: Path) -> None:
    values = ("'x'", "“x”", "「x」", "＂x＂", "‘x’")
    calls = "\n".join(f"{{{{< say a={value} >}}}}" for value in values)
    write_files(
        tmp_path,
        {
            "hugo.toml": "",
            "content/a.md": f"+++\n+++\n{calls}\n",
            "layouts/_default/single.html": "{{ .Content }}",
            "layouts/shortcodes/say.html": '[{{ .Get "a" | safeHTML }}]',
        },
    )
    built = build(tmp_path, hugo)
    assert built.code == 0, built.output
    assert tuple(re.findall(r"\[(.*?)\]", built.page("a"))) == values
