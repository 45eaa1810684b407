"""Write what is generated from the code: docs/rules/, docs/fix.md, README's table of rules."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from hugo_helpers.check import fix_page
from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.explain import page, table
from hugo_helpers.write import write_if_changed
from tests.support.marked import post

ROOT = Path(__file__).resolve().parents[1]
BETWEEN = r"(?s)(<!-- rules -->\n).*?(<!-- /rules -->)"


def pages() -> dict[Path, str]:
    """Every generated file and the text that it should hold."""
    rules = tuple(RULES)
    found = {ROOT / "docs" / "rules" / f"{rule.code}.md": page(rule) for rule in rules}
    listed = table(rules, "")
    found[ROOT / "docs" / "rules" / "README.md"] = f"# Rules\n\n{listed}"
    found[ROOT / "docs" / "fix.md"] = fix_page.page(rules, post)
    for name in ("README.md", "README.ja.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        inside = table(rules, "docs/rules/")
        found[ROOT / name] = re.sub(BETWEEN, lambda m: m[1] + inside + m[2], text)  # noqa: B023
    return found


def main() -> int:
    """Write what is out of date, and delete pages of rules that are gone."""
    wanted = pages()
    for path, text in wanted.items():
        if write_if_changed(path, text.encode()):
            print(f"wrote {path.relative_to(ROOT)}")
    for path in (ROOT / "docs" / "rules").glob("*.md"):
        if path not in wanted:
            path.unlink()
            print(f"deleted {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
