"""Where the rules are explained."""

from __future__ import annotations

HOME = "https://github.com/hugo-matome/matome"
DOCS = f"{HOME}/blob/main/docs"


def rule_url(code: str) -> str:
    """The page of the rule `code`."""
    return f"{DOCS}/rules/{code}.md"
