"""A rule's page of documentation, as Markdown: what `matome rule` prints and docs/rules/ holds."""

from __future__ import annotations

import re

from hugo_helpers.check.rule import Rule

_FAMILIES = {
    "H1": "Hugo refuses the file",
    "H2": "Hugo accepts the file, but does not do what it looks like",
    "Q": "Use of matomeQuote and details",
    "T": "The text of a body",
    "F": "Front matter",
    "C": "Colours",
    "S": "Across the site",
}


def family(code: str) -> str:
    """What the family of a code is about."""
    return _FAMILIES.get(code[:2]) or _FAMILIES[code[0]]


def page(rule: Rule) -> str:
    """The Markdown page of a rule, ending in a line feed."""
    return f"""\
# {rule.code}: {rule.name}

{family(rule.code)} · {rule.severity}

## What it finds
{rule.body.what}

## Why it matters
{rule.body.why}

## Bad
{_fenced(rule.body.bad)}

## Good
{_fenced(rule.body.good)}

## How to mend it
{rule.body.how}
"""


def _fenced(example: str) -> str:
    """A code block whose fence is longer than any run of backticks in it (CommonMark, 4.5)."""
    longest = max(map(len, re.findall("`+", example)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{example}\n{fence}"


def table(rules: tuple[Rule, ...], folder: str) -> str:
    """The table of rules, ending in a line feed; `folder`: where their pages are, with `/`."""
    rows = [
        f"| [{rule.code}]({folder}{rule.code}.md) | {rule.name} | {rule.severity} | {body.what} |"
        for rule, body in ((rule, rule.body) for rule in rules)
    ]
    return "\n".join(["| Code | Name | Severity | What it finds |", "|---|---|---|---|", *rows, ""])
