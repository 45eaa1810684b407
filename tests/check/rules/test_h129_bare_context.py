"""H129: places where it hits, marked, and neighbours where it does not; and Hugo agrees."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.test_front_oracle import SITE
from tests.support.hugo import MIDDLE, OLDEST, build, version_of, write_files
from tests.support.marked import assert_hits, quote

MARK = "⟦{{__hugo_ctx}}⟧"
HITS = {
    "alone": f"{MARK}\n",
    "in a line": f"a{MARK}b\n",
    "behind another": f"{{{{__hugo_ctx pid=1}}}} {MARK}\n",
    "with a brace more": f"{MARK}}}\n",
    "heading": f"# {MARK}\n",
    "link": f"[{MARK}](x)\n",
    "image": f"![{MARK}](x)\n",
    "emphasis": f"*{MARK}*\n",
    "list": f"- {MARK}\n",
    "cited": f"> {MARK}\n",
    "between elements": f"a <b>{MARK}</b>\n",
    "table": f"|a|\n|-|\n|{MARK}|\n",
}
INDENTED = {
    "indented": f"a\n\n    {MARK}\n",
    "second line": f"a\n\n    x\n    {MARK} b\n",
    "tab": f"\t  {MARK}\n",
    "in a list": f"- a\n\n      {MARK}\n",
    "two": f"    {MARK}{{{{__hugo_ctx}}}}\n",
}
"""Those that count since 0.160."""
MISSES = {
    "indented, behind text": "a\n\n    x {{__hugo_ctx}}\n",
    "indented, cited": ">     {{__hugo_ctx}}\n",
    "indented, in a fence": "```\n    {{__hugo_ctx}}\n```\n",
    "indented, in a block of HTML": "<pre>\n    {{__hugo_ctx}}\n</pre>\n",
    "page": "a {{__hugo_ctx pid=1}} b\n",
    "space": "a {{__hugo_ctx }} b\n",
    "longer": "a {{__hugo_ctxt}} b\n",
    "never ended": "a {{__hugo_ctx} b\n",
    "code": "a `{{__hugo_ctx}}`\n",
    "fence": "```\n{{__hugo_ctx}}\n```\n",
    "markup": "<div>{{__hugo_ctx}}</div>\n",
    "attribute": 'a <b title="{{__hugo_ctx}}">x</b>\n',
    "comment": "<!-- {{__hugo_ctx}} -->\n",
    "escaped": "a \\{{__hugo_ctx}}\n",
    "address": "[a](x{{__hugo_ctx}})\n",
    "address in brackets": "<http://x/{{__hugo_ctx}}>\n",
    "title of a link": '[a](x "{{__hugo_ctx}}")\n',
    "a parameter": quote("{{__hugo_ctx}}"),
    "none": quote(),
}


@pytest.mark.parametrize("text", (some := {**HITS, **INDENTED, **MISSES}).values(), ids=some)
def test_places(text: str) -> None:
    assert_hits("H129", text)


def test_it_is_text_to_old_versions() -> None:
    assert_hits("H129", "a {{__hugo_ctx}} b\n", (0, 111, 3))


@pytest.mark.parametrize("text", INDENTED.values(), ids=INDENTED)
def test_it_is_code_to_old_versions(text: str) -> None:
    assert_hits("H129", text.replace("⟦", "").replace("⟧", ""), (0, 159, 2))


@pytest.mark.hugo
def test_hugo_agrees(hugo: Path, tmp_path: Path) -> None:
    layouts = {
        "layouts/_default/single.html": "{{ .Content }}",
        "layouts/shortcodes/matomeQuote.html": '{{ .Get "body" }}',
    }

    def stops(folder: Path, texts: list[str]) -> bool:
        named = {f"content/p{n}.md": f"+++\n+++\n{text}" for n, text in enumerate(texts)}
        write_files(folder, {**SITE, **layouts, **named})
        return build(folder, hugo, "--quiet").code != 0

    plain = [text.replace("⟦", "").replace("⟧", "") for text in HITS.values()]
    code = [text.replace("⟦", "").replace("⟧", "") for text in INDENTED.values()]
    newest = version_of(hugo) not in (OLDEST, MIDDLE)
    assert not stops(tmp_path / "taken", [*MISSES.values(), *([] if newest else code)])
    if newest:
        assert all(stops(tmp_path / f"code {n}", [text]) for n, text in enumerate(code))
    new = version_of(hugo) != OLDEST
    assert [stops(tmp_path / str(n), [text]) for n, text in enumerate(plain)] == [new] * len(plain)
