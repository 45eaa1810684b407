"""README.md of this folder: a section for each benchmark, which one run writes anew."""

from __future__ import annotations

import re
from pathlib import Path

README = Path(__file__).with_name("README.md")
HEAD = (
    "# Benchmarks\n\n"
    "Written by `make bench`, a section by each benchmark; `make bench ONLY=check` runs one and\n"
    "leaves the other sections as they are. The site is a synthetic one, of a real one's shape\n"
    "(`corpus.py`).\n"
)


def with_section(text: str, title: str, body: str) -> str:
    """`text` with this section in place of the one of the same title, or behind all others."""
    _, *old = re.split(r"(?m)^## ", text)
    sections = {one.partition("\n")[0]: one.partition("\n")[2].strip() for one in old}
    sections[title] = body.strip()
    return HEAD + "".join(f"\n## {name}\n\n{held}\n" for name, held in sections.items())


def write(title: str, body: str) -> None:
    """Put a section into the file."""
    text = README.read_text(encoding="utf-8") if README.exists() else ""
    README.write_text(with_section(text, title, body), encoding="utf-8")
