"""The catalogue against the modules of the rules."""

from __future__ import annotations

from pathlib import Path

from hugo_helpers.check import rules
from hugo_helpers.check.catalogue import RULES


def test_each_rule_has_its_module_and_each_module_its_rule() -> None:
    listed = [f"{rule.code.lower()}_{rule.name.replace('-', '_')}" for rule in RULES]
    folder = Path(rules.__file__).parent
    assert listed == sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__")
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.body.what.endswith((".", ":", "…")) for rule in RULES)


def test_rules_across_posts_are_those_that_conclude() -> None:
    for rule in RULES:
        body = rule.body
        assert (body.post is None) is (body.conclude is not None) is rule.across
