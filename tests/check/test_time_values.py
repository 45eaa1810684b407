"""Times as quotes write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.check.time_values import Style, parse, plain_utc, read_times, restyled

ISO, SLASHES = Style("-", "T", zone=False), Style("/", " ", zone=False)

READ = {
    "2025-02-05T16:48:02": (datetime(2025, 2, 5, 16, 48, 2), ISO),
    "2025/09/27 15:01:17": (datetime(2025, 9, 27, 15, 1, 17), SLASHES),
    "2025-02-05": (datetime(2025, 2, 5), Style("-", "", zone=False)),
    "2025-02-05 16:48": (datetime(2025, 2, 5, 16, 48), Style("-", " ", zone=False)),
    "2025-02-05T16:48:02Z": (datetime(2025, 2, 5, 16, 48, 2), Style("-", "T", zone=True)),
    "2025-02-05T16:48:02+09:00": (datetime(2025, 2, 5, 7, 48, 2), Style("-", "T", zone=True)),
    "2025-02-05T16:48:02-0330": (datetime(2025, 2, 5, 20, 18, 2), Style("-", "T", zone=True)),
    " 2025-02-05T16:48:02.25 ": (datetime(2025, 2, 5, 16, 48, 2, 250_000), ISO),
}
NONE = ("", "soon", "2025-02-30", "2025-02/05", "2025-02-05T24:00:00", "0001-01-01T00:00:00+14:00")


@pytest.mark.parametrize("written", READ)
def test_is_read(written: str) -> None:
    assert parse(written) == READ[written]


@pytest.mark.parametrize("written", NONE)
def test_is_no_time(written: str) -> None:
    assert parse(written) is None


def test_a_post_of_one_style() -> None:
    found = read_times(["2025/02/05 16:48:02", "2025/02/05 16:48:03"])
    assert found.moments == (datetime(2025, 2, 5, 16, 48, 2), datetime(2025, 2, 5, 16, 48, 3))
    assert found.styles == {SLASHES}


def test_a_post_of_all_sorts() -> None:
    found = read_times(["2025/02/05 16:48:02", "", "soon", "2025-02-05T16:48:02", "2025-02-05"])
    assert [moment is None for moment in found.moments] == [False, True, True, False, False]
    assert found.styles == {ISO, SLASHES}
    assert read_times([]) == ((), frozenset())


PIECES = st.sampled_from(
    (
        "2025",
        "0000",
        "-",
        "/",
        "02",
        "30",
        "13",
        "T",
        " ",
        "24",
        "16",
        ":",
        "60",
        "48",
        "Z",
        "W",
        "２",
    )
)
USUAL = st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31)).map(
    lambda at: f"{at:%Y-%m-%dT%H:%M:%S}"
)
ALL = st.lists(
    st.one_of(
        USUAL,
        USUAL.map(lambda text: text.replace("-", "/").replace("T", " ")),
        st.lists(PIECES, max_size=12).map("".join),
        st.tuples(USUAL, PIECES, st.integers(0, 18)).map(
            lambda made: made[0][: made[2]] + made[1] + made[0][made[2] + len(made[1]) :]
        ),
    ),
    max_size=6,
)


@given(ALL)
def test_the_short_way_reads_as_the_long_one(written: list[str]) -> None:
    found = read_times(written)
    one_by_one = [parse(text) for text in written]
    assert list(found.moments) == [each and each[0] for each in one_by_one]
    assert found.styles == {each[1] for each in one_by_one if each and each[1].between}


def test_another_style() -> None:
    assert restyled("2025/02/05 16:48:02", ISO) == "2025-02-05T16:48:02"
    assert restyled(" 2025-02-05T16:48 ", SLASHES) == "2025/02/05 16:48"
    assert restyled("2025-02-05T16:48:02Z", SLASHES) is None
    assert restyled("2025-02-05", SLASHES) is None
    assert restyled("soon", SLASHES) is None


def test_moments_are_compared_in_utc() -> None:
    japan = timezone(timedelta(hours=9))
    assert plain_utc(datetime(2025, 2, 5, 9, tzinfo=japan)) == datetime(2025, 2, 5)
    assert plain_utc(datetime(2025, 2, 5, tzinfo=UTC)) == datetime(2025, 2, 5)
    assert plain_utc(datetime(2025, 2, 5)) == datetime(2025, 2, 5)
