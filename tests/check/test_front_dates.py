"""Dates of a front matter. What Hugo takes is held against it in rules/test_hqf_against_hugo.py."""

from __future__ import annotations

from datetime import datetime

import pytest

from hugo_helpers.check.front_dates import is_date, moment_of
from hugo_helpers.site import frontmatter

MOMENTS = {
    "date = '2025-02-05T10:00:00'": datetime(2025, 2, 5, 10),
    "date = '2025-02-05'": datetime(2025, 2, 5),
    "date = 2025-02-05": datetime(2025, 2, 5),
    "date = 2025-02-05T10:00:00+09:00": datetime(2025, 2, 5, 1),
    "date = '2025-02-05 10:00:00 +0900'": datetime(2025, 2, 5, 1),
    "Date = '2025-02-05'": datetime(2025, 2, 5),
    "date = 'soon'": None,
    "date = '05 Feb 2025'": None,
    "date = 5": None,
    "title = 'a'": None,
}


@pytest.mark.parametrize("line", MOMENTS)
def test_moment(line: str) -> None:
    assert moment_of(frontmatter.read(f"+++\n{line}\n+++\n"), "date") == MOMENTS[line]


@pytest.mark.parametrize(
    "value", ["2025-02-05", "", None, 20250205, "05 Feb 2025", datetime(2025, 2, 5)]
)
def test_is_date(value: object) -> None:
    assert is_date(value)


@pytest.mark.parametrize("value", ["soon", True, 1.5, [], {}, "2025/02/05", "Jan" * 40])
def test_is_no_date(value: object) -> None:
    assert not is_date(value)
