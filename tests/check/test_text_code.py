"""Code between backticks, as the page takes it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from random import Random

from hugo_helpers.check.text_code import spans, within
from tests.support.hugo import ROOT, build, write_files

PIECES = ("`", "`", "`", "``", "```", "a", "b ", "<br>", "<BR />", "<b>", "日本", "*")
CODE = r'<code class="mtm-code">(.*?)</code>'


def texts() -> list[str]:
    random = Random(1)
    made = [
        "".join(random.choice(PIECES) for _ in range(random.randint(1, 12))) for _ in range(500)
    ]
    return [f"x{text}x" for text in made]


def test_is_what_the_page_takes_for_code(newest: Path, tmp_path: Path) -> None:
    quotes = [f'{{{{<matomeQuote body="{text}" userName="ann">}}}}' for text in texts()]
    layouts = {
        f"layouts/{path.relative_to(ROOT / 'layouts').as_posix()}": path.read_text("utf-8")
        for path in (ROOT / "layouts").rglob("*.*")
    }
    write_files(
        tmp_path,
        {
            **layouts,
            "hugo.toml": 'disableKinds = ["taxonomy", "term", "rss", "sitemap", "section"]\n',
            "layouts/_default/single.html": "{{ .Content }}",
            "content/a.md": "+++\ntitle = 'a'\n+++\n" + "\n\n".join(quotes) + "\n",
        },
    )
    built = build(tmp_path, newest)
    assert built.code == 0, built.output
    bodies = re.findall(r'(?s)<div class="mtm-body">(.*?)</div>', built.page("a"))
    assert len(bodies) == len(quotes)
    for text, body in zip(texts(), bodies, strict=True):
        wanted = [unescape(code) for code in re.findall(CODE, body)]
        assert [text[start:end].strip("`") for start, end in spans(text)] == wanted, text


def test_within() -> None:
    found = spans("a `b` c `d`")
    assert [at for at in range(11) if within(found, at)] == [2, 3, 4, 8, 9, 10]
    assert not within((), 0)
