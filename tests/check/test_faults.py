"""Every kind of fault has its rule, with an example that shows it and one that does not."""

from __future__ import annotations

import pytest

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.shortcodes.faults import KINDS
from tests.support.marked import hits_of, post

BY_NAME = {rule.name: rule for rule in RULES}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_rule_whose_examples_show_it(kind: str) -> None:
    rule = BY_NAME[kind]
    assert rule.code.startswith("H1")
    assert rule.severity == "error"
    bad, good = post(rule.body.bad), post(rule.body.good)
    assert [fault.kind for fault in bad.document.faults] == [kind]
    assert len(hits_of(rule, bad)) == 1
    assert good.document.faults == ()
