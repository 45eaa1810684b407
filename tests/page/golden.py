"""Regions of the theme's pages, kept in tests/data/golden/ as they should be.

python -m tests.page.golden    writes them anew, by the newest Hugo: look at what has changed
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.page.conftest import draw
from tests.page.theme_site import CONFIG, make_site, matome_quote, post
from tests.support.hugo import ROOT, Built, build, newest_hugo

FOLDER = ROOT / "tests" / "data" / "golden"
QUOTE = '{{{{<matomeQuote body="{}" userName="{}" createdAt="{}" color="{}" {}>}}}}\n\n'
TALK = (
    "出典：[https://news.example/1](https://news.example/1)\n\n"
    + QUOTE.format("はじめ。<br>＞聞いた話", "ann", "2025-02-05T10:00:00", "", 'id="start"')
    + QUOTE.format(
        "**強く** `code` https://a.example/x", "bob", "2025/02/05 11:00:00", "#785bff", ""
    )
    + '{{< details summary="続き" >}}\n'
    + QUOTE.format("<b>答え", "a&b", "2025-02-05T12:00:00", "", 'replyTo="start"')
    + "{{< /details >}}\n"
)
FILES = {
    "content/posts/talk.md": post("話", "2025-02-05", tags='["AI"]', body=TALK),
    "content/posts/plain.md": post("絵のない話", "2025-01-04", body=matome_quote("ann", "一言。")),
}
REGIONS = {
    "head": ("posts/talk", r"<head>.*</head>"),
    "post-head": ("posts/talk", r'<header class="post-head">.*?</header>'),
    "post-body": ("posts/talk", r'<div class="post-body prose">.*?</details>\s*</div>'),
    "home": ("", r"<main .*</main>"),
    "tags": ("tags", r"<main .*</main>"),
    "months": ("months", r"<main .*</main>"),
    "not-found": ("404.html", r"<main .*?</div>"),
}
"""The page and what of it, by the name of the file."""


def make(folder: Path) -> Path:
    """The site whose pages are compared."""
    site = make_site(folder, FILES, CONFIG.replace('locale = "ja-JP"\n', ""))
    draw(site / "assets/thumbnails/cards/posts/talk.jpg", 1200, 630)
    draw(site / "assets/thumbnails/cards-600/posts/talk.jpg", 600, 315)
    return site


def regions(built: Built) -> Mapping[str, str]:
    """Each region, an element a line, without what a new version of Hugo or of a style changes."""
    return dict(_regions(built))


def _regions(built: Built) -> Iterator[tuple[str, str]]:
    for name, (path, pattern) in REGIONS.items():
        file = built.public / path
        html = (file if file.is_file() else file / "index.html").read_text(encoding="utf-8")
        found = re.search(pattern, html, re.S)
        if found is None:
            raise ValueError(f"{name}: no {pattern} in {file}")
        text = re.sub(r"\s*\n\s*", "\n", re.sub(r"(?<=>)\s*(?=<(?!/))", "\n", found[0]))
        text = re.sub(r"\.[0-9a-f]{64}\.", ".HASH.", text)
        text = re.sub(r'(integrity=")[^"]*', r"\1SUM", text)
        text = re.sub(r'("Hugo )[\d.]+', r"\1VERSION", text)
        yield name, text.strip() + "\n"


def main() -> int:
    """Write all files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        built = build(make(Path(folder)), newest_hugo())
        for name, text in regions(built).items():
            (FOLDER / f"{name}.html").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
