"""Other forms of times to ISO 8601, and moments that stay the same in another zone's clocks."""

from __future__ import annotations

import pytest

from hugo_helpers.check.time_forms import in_zone, iso
from hugo_helpers.check.time_values import Style, parse

FORMS = {
    "2025-2-5T1:02:03": "2025-02-05T01:02:03",
    "2025/2/5": "2025-02-05",
    "2025.02.05 16:48": "2025-02-05T16:48:00",
    "2025年2月5日": "2025-02-05",
    "2025年2月5日 16時48分": "2025-02-05T16:48:00",
    "2025年2月5日 16時48分02秒": "2025-02-05T16:48:02",
    "２０２５年２月５日　１６：４８": "2025-02-05T16:48:00",
    "2025/09/27(土) 15:01:17.23": "2025-09-27T15:01:17",
    "2025/2/11（火・祝） 15:01": "2025-02-11T15:01:00",
    "2025年2月5日(水)": "2025-02-05",
    "2025-02-05 (Wed) 16:48": "2025-02-05T16:48:00",
    "2025/09/27(晴) 15:01:17": None,
    "2025-02-05, 16:48:02": "2025-02-05T16:48:02",
    "2025-02-05 4:48 PM": "2025-02-05T16:48:00",
    "2025-02-05 12:01 a.m.": "2025-02-05T00:01:00",
    "2025-02-05T16:48:02+9": "2025-02-05T16:48:02+09:00",
    "2025-02-05 16:48:02 +9:30": "2025-02-05T16:48:02+09:30",
    "2025-02-05 16:48:02 UTC": "2025-02-05T16:48:02Z",
    "Wed, 05 Feb 2025 16:48:02 GMT": "2025-02-05T16:48:02Z",
    "Wed, 5 Feb 2025 16:48:02 -0500": "2025-02-05T16:48:02-05:00",
    "5 February 2025": "2025-02-05",
    "Feb 5, 2025 at 16:48": None,
    "Feb. 5, 2025, 16:48": "2025-02-05T16:48:00",
    "Sept 5 2025": "2025-09-05",
    "1738774082": "2025-02-05T16:48:02Z",
    "1738774082000": "2025-02-05T16:48:02Z",
    "02/05/2025": None,
    "2025-02-30": None,
    "2025-2/5": None,
    "2025-02-05 13:48 PM": None,
    "2025-02-05 25:48": None,
    "2025-02-05 16:48:02 JST": None,
    "2025-02-05 16:48:02 +19": None,
    "5 Ju 2025": None,
    "20250203": None,
    "yesterday": None,
    "": None,
    "2025" + " " * 100_000 + "-2-5": None,
}


@pytest.mark.parametrize(("written", "wanted"), FORMS.items(), ids=[key[:40] for key in FORMS])
def test_iso(written: str, wanted: str | None) -> None:
    assert iso(written) == wanted
    assert wanted is None or parse(wanted) is not None


PLAIN, ZONED = Style("-", "T", zone=False), Style("/", " ", zone=True)
TOKYO, BERLIN = "Asia/Tokyo", "Europe/Berlin"
TURNED: list[tuple[str, Style, str, str | None]] = [
    ("2025-02-05T16:48:02Z", PLAIN, TOKYO, "2025-02-06T01:48:02"),
    ("2025-02-05T16:48:02.5-05:00", PLAIN, "UTC", "2025-02-05T21:48:02.5"),
    ("2025-02-05T16:48:02", ZONED, TOKYO, "2025/02/05 16:48:02+09:00"),
    ("2025-07-05 16:48", ZONED, BERLIN, "2025/07/05 16:48:00+02:00"),
    ("2025-07-05 16:48", ZONED, "UTC", "2025/07/05 16:48:00Z"),
    ("2025-07-05 16:48", ZONED, "America/St_Johns", "2025/07/05 16:48:00-02:30"),
    ("2025-10-26T02:30:00", ZONED, BERLIN, None),
    ("2025-03-30T02:30:00", ZONED, BERLIN, None),
    ("2025-10-26T00:30:00Z", PLAIN, BERLIN, None),
    ("0001-01-01T00:30:00Z", PLAIN, "America/New_York", None),
    ("2025-02-05T16:48:02Z", PLAIN, "Mars/Crater", None),
    ("2025-02-05", ZONED, TOKYO, None),
    ("soon", PLAIN, TOKYO, None),
]


@pytest.mark.parametrize(("written", "usual", "zone", "wanted"), TURNED)
def test_in_zone(written: str, usual: Style, zone: str, wanted: str | None) -> None:
    assert in_zone(written, usual, zone) == wanted
    if wanted is not None and parse(written)[1].zone and zone == "UTC":  # type: ignore[index]
        assert parse(written)[0] == parse(wanted)[0]  # type: ignore[index]
