"""Dates of a front matter. What Hugo takes is held against it in rules/test_hqf_against_hugo.py."""

from __future__ import annotations

from datetime import datetime

import pytest

from hugo_helpers.check.front_dates import Moment, is_date, moment_of
from hugo_helpers.site import frontmatter

MOMENTS = {
    "'2025-02-05T10:00:00'": Moment(datetime(2025, 2, 5, 10), zone=False),
    "'2025-02-05'": Moment(datetime(2025, 2, 5), zone=False),
    "2025-02-05": Moment(datetime(2025, 2, 5), zone=False),
    "2025-02-05T10:00:00": Moment(datetime(2025, 2, 5, 10), zone=False),
    "2025-02-05T10:00:00+09:00": Moment(datetime(2025, 2, 5, 1), zone=True),
    "'2025-02-05T10:00:00Z'": Moment(datetime(2025, 2, 5, 10), zone=True),
    "'2025-02-05 10:00:00 +0900'": Moment(datetime(2025, 2, 5, 1), zone=True),
    "'soon'": None,
    "'05 Feb 2025'": None,
    "5": None,
}


@pytest.mark.parametrize("written", MOMENTS)
def test_moment(written: str) -> None:
    front = frontmatter.read(f"+++\ndate = {written}\n+++\n")
    assert moment_of(front.get("date")) == MOMENTS[written]


@pytest.mark.parametrize(
    "value", ["2025-02-05", "", None, 20250205, "05 Feb 2025", datetime(2025, 2, 5)]
)
def test_is_date(value: object) -> None:
    assert is_date(value)


@pytest.mark.parametrize("value", ["soon", True, 1.5, [], {}, "2025/02/05", "Jan" * 40])
def test_is_no_date(value: object) -> None:
    assert not is_date(value)
