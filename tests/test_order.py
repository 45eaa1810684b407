"""The order in which files of tests are begun."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.order import LONGEST, longest_first

TESTS = Path(__file__).parent


@pytest.mark.parametrize("name", LONGEST)
def test_each_is_a_file(name: str) -> None:
    assert (TESTS / name).is_file()


def test_they_come_first_and_no_test_is_lost(request: pytest.FixtureRequest) -> None:
    items = list(request.session.items)
    longest_first(items, TESTS)
    assert sorted(items, key=id) == sorted(request.session.items, key=id)
    assert items == request.session.items
    files = list(dict.fromkeys(item.path.relative_to(TESTS).as_posix() for item in items))
    chosen = [name for name in LONGEST if name in files]
    assert files[: len(chosen)] == chosen
