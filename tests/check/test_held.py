"""Findings that are unpacked when they are asked for."""

from __future__ import annotations

import pytest

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.finding import Finding, Location
from hugo_helpers.check.held import Held
from hugo_helpers.check.packing import pack_findings
from hugo_helpers.check.record import Counts, count
from tests.support import marked  # registers all rules

BY_CODE = {rule.code: rule for rule in RULES}
assert marked


def found(name: str, *codes: str) -> tuple[Finding, ...]:
    place = Location(1, 1)
    return tuple(Finding(c, "x", BY_CODE[c].severity, name, place, place) for c in codes)


def test_packed_and_not() -> None:
    held = Held(BY_CODE)
    one, two = found("a.md", "H104", "T203"), found("b.md", "T203")
    held.hold_packed("a.md", pack_findings(one), count(one))
    held.hold("b.md", two)
    assert dict(held) == {"a.md": one, "b.md": two}
    assert held["a.md"] is held["a.md"]
    assert held.total == Counts(1, 2, 0, 0)
    assert held.counts == {"a.md": Counts(1, 1), "b.md": Counts(0, 1)}


def test_what_comes_later_counts() -> None:
    held = Held(BY_CODE)
    one = found("a.md", "H104", "T203")
    held.hold_packed("a.md", pack_findings(one), count(one))
    held.hold("a.md", one[1:])
    assert held["a.md"] == one[1:]
    held.hold_packed("a.md", pack_findings(one), count(one))
    assert held["a.md"] == one
    held.hold("a.md", ())
    assert (len(held), list(held), held.total) == (0, [], Counts())
    held.hold_packed("a.md", pack_findings(()), Counts())
    assert "a.md" not in held
    with pytest.raises(KeyError):
        held["a.md"]
