"""What becomes of createdAt, in the site's zone and format."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.page.shortcodes_site import Element, built, call, post, quote, quotes
from tests.support.hugo import newest_hugo

CASES: dict[str, tuple[str, str | None, str]] = {
    # written: datetime (None: no <time>), shown
    "iso": ("2025-02-05T16:48:02", "2025-02-05T16:48:02Z", "2025/02/05 16:48"),
    "slashes": ("2025/09/27 15:01:17", "2025-09-27T15:01:17Z", "2025/09/27 15:01"),
    "31st": ("2025-01-31T23:59:59", "2025-01-31T23:59:59Z", "2025/01/31 23:59"),
    "leap day": ("2024/02/29 00:00:00", "2024-02-29T00:00:00Z", "2024/02/29 00:00"),
    "utc": ("2025-02-05T16:48:02Z", "2025-02-05T16:48:02Z", "2025/02/05 16:48"),
    "zone": ("2025-02-05T16:48:02+09:00", "2025-02-05T07:48:02Z", "2025/02/05 07:48"),
    "zone, no colon": ("2025-02-05T16:48:02-0530", "2025-02-05T22:18:02Z", "2025/02/05 22:18"),
    "fraction": ("2025-02-05T16:48:02.123456Z", "2025-02-05T16:48:02Z", "2025/02/05 16:48"),
    "no seconds": ("2025-02-05 16:48", "2025-02-05T16:48:00Z", "2025/02/05 16:48"),
    "date": ("2025-02-05", "2025-02-05", "2025/02/05"),
    "spaces around": (" 2025-02-05T16:48:02 ", "2025-02-05T16:48:02Z", "2025/02/05 16:48"),
    "old": ("1901-02-05T16:48:02", "1901-02-05T16:48:02Z", "1901/02/05 16:48"),
    "far": ("9999-12-31T23:59:59", "9999-12-31T23:59:59Z", "9999/12/31 23:59"),
    "no such day": ("2025-02-30T10:00:00", None, "2025-02-30T10:00:00"),
    "no leap day": ("2025/02/29 10:00:00", None, "2025/02/29 10:00:00"),
    "31st of a short month": ("2025-04-31", None, "2025-04-31"),
    "no such month": ("2025-13-01T10:00:00", None, "2025-13-01T10:00:00"),
    "no such hour": ("2025-01-01T24:00:00", None, "2025-01-01T24:00:00"),
    "no such zone": ("2025-01-01T10:00:00+99:00", None, "2025-01-01T10:00:00+99:00"),
    "words": ("昨日の夜", None, "昨日の夜"),
    "one digit": ("2025/9/7 5:01:17", None, "2025/9/7 5:01:17"),
    "more behind": ("2025-02-05T16:48:02 x", None, "2025-02-05T16:48:02 x"),
    "markup": ('"><b>', None, '"><b>'),
    "replacement": ("$1", None, "$1"),
}


def shown(element: Element) -> tuple[str | None, str]:
    time = element.one(".mtm-time")
    return time.attributes.get("datetime"), time.text


def test_moments(hugo: Path, tmp_path: Path) -> None:
    files = {"content/posts/x.md": post(*(quote("x", at=w) for w, _, _ in CASES.values()))}
    drawn = quotes(built(tmp_path, hugo, files), "posts/x")
    found = dict(zip(CASES, map(shown, drawn), strict=True))
    assert found == {name: (moment, text) for name, (_, moment, text) in CASES.items()}


def test_none(tmp_path: Path) -> None:
    calls = [
        quote("x", at=""),
        quote("x", at="   "),
        call("matomeQuote", body="x", userName="ann"),
    ]
    drawn = quotes(built(tmp_path, newest_hugo(), {"content/x.md": post(*calls)}), "x")
    assert [len(e.all(".mtm-time")) for e in drawn] == [0, 0, 0]


def moments() -> list[datetime]:
    """Hours of a year, near each change of clocks among them."""
    start = datetime(2024, 1, 1, 0, 30)
    hours = [start + timedelta(days=3 * n, hours=n % 24) for n in range(120)]
    for month, day in ((3, 10), (3, 31), (10, 27), (11, 3)):
        hours += [datetime(2024, month, day, hour, 30) for hour in range(24)]
    return hours


@pytest.mark.parametrize(
    "zone", ["Asia/Tokyo", "Europe/Berlin", "America/New_York", "Asia/Kolkata"]
)
def test_the_sites_zone(hugo: Path, tmp_path: Path, zone: str) -> None:
    """Without a zone a moment is the site's; one in UTC is shown in it."""
    there, utc = ZoneInfo(zone), ZoneInfo("UTC")
    naive = moments()
    calls = [quote("x", at=f"{m:%Y-%m-%dT%H:%M:%S}") for m in naive]
    calls += [quote("x", at=f"{m:%Y-%m-%dT%H:%M:%S}Z") for m in naive]
    more = f'params.matome.timezone = "{zone}"'
    done = built(tmp_path, hugo, {"content/x.md": post(*calls)}, more)
    drawn = [shown(e) for e in quotes(done, "x")]
    for moment, (exact, text) in zip(naive, drawn, strict=False):
        assert exact is not None
        local = moment.replace(tzinfo=there)
        again = local.astimezone(utc).astimezone(there)
        if again.replace(tzinfo=None) != moment:
            continue  # an hour that the clocks leave out
        offsets = {local.utcoffset(), local.replace(fold=1).utcoffset()}
        found = datetime.fromisoformat(exact)
        assert found.replace(tzinfo=None) == moment
        assert found.utcoffset() in offsets
        assert text == f"{moment:%Y/%m/%d %H:%M}"
    for moment, (exact, text) in zip(naive, drawn[len(naive) :], strict=True):
        assert exact is not None
        local = moment.replace(tzinfo=utc).astimezone(there)
        assert datetime.fromisoformat(exact).astimezone(utc) == local.astimezone(utc)
        assert text == f"{local:%Y/%m/%d %H:%M}"


FORMATS = {
    "2006年1月2日 15時04分": "2025年2月5日 16時48分",
    "2006年01月02日 15:04": "2025年02月05日 16:48",
    "1/2/2006 3:04": "2/5/2025 4:48",
    "15:04:05": "16:48:02",
    "<b>2006</b> & $x": "<b>2025</b> & $x",
}


@pytest.mark.parametrize("form", FORMATS)
def test_the_sites_format(hugo: Path, tmp_path: Path, form: str) -> None:
    files = {"content/x.md": post(quote("x"), quote("x", at="2025-02-05T16:48:02Z"))}
    done = built(tmp_path, hugo, files, f"params.matome.timeFormat = '{form}'")
    assert [shown(e)[1] for e in quotes(done, "x")] == [FORMATS[form]] * 2
