"""Every kind of fault has its rule, with an example that shows it and one that does not."""

from __future__ import annotations

import pytest

import hugo_helpers.check.rules  # noqa: F401 - registers all rules
from hugo_helpers.check.rule import RULES
from hugo_helpers.shortcodes.faults import KINDS
from tests.support.marked import post

BY_NAME = {rule.name: rule for rule in RULES}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_rule_whose_examples_show_it(kind: str) -> None:
    rule = BY_NAME[kind]
    assert rule.code.startswith("H1")
    assert rule.severity == "error"
    assert rule.post is not None
    bad, good = post(rule.bad), post(rule.good)
    assert [fault.kind for fault in bad.document.faults] == [kind]
    assert len(list(rule.post(bad))) == 1
    assert good.document.faults == ()
