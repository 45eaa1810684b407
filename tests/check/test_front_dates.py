"""Dates of a front matter. What Hugo takes is held against it in rules/test_hqf_against_hugo.py."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from hugo_helpers.check.front_dates import Moment, date_of, is_date, moment_of
from hugo_helpers.check.post import Post
from hugo_helpers.site import config, content, frontmatter
from hugo_helpers.site.content import Page
from tests.site.test_front_oracle import SITE
from tests.support.hugo import build, write_files
from tests.support.marked import CONTEXT

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


PAGES = {
    "2020-01-02-a.md": "date = '2021-05-05'\nlastmod = '2022-01-01'",
    "2020-13-02-b.md": "date = '2021-05-05'",
    "c.md": "posted = '2019-03-03'\npublishDate = '2018-01-01'",
    "p/2020-02-03-d/index.md": "",
    "2020-01-04.md": "",
    "2020-01-05T10-00-00-f.md": "",
    "g.md": "lastmod = '2017-01-01'",
    "2020-01-06_h.md": "",
    "i.md": "date = ''\npubdate = '2016-01-01'",
}
ORDERS = (
    "",
    "date = [':filename', ':default']",
    "date = ['posted', ':default']",
    "date = 'Posted'",
    "date = [':DEFAULT', ':filename']",
    "date = ['lastmod', 'posted']",
)


@pytest.mark.hugo
def test_dates_as_the_site_reads_them(hugo: Path, tmp_path: Path) -> None:
    shown_as = '[{{ .File.Path }} {{ .Date.Format "2006-01-02" }}]'
    home = f"{{{{ range .Site.RegularPages }}}}{shown_as}{{{{ end }}}}"
    pages = {f"content/{name}": f"+++\n{front}\n+++\n" for name, front in PAGES.items()}
    for number, order in enumerate(ORDERS):
        root = tmp_path / str(number)
        settings = f"{SITE['hugo.toml']}[frontmatter]\n{order}\n"
        write_files(root, {**SITE, "hugo.toml": settings, "layouts/index.html": home, **pages})
        shown = (build(root, hugo).public / "index.html").read_text(encoding="utf-8")
        dates = dict(re.findall(r"\[(\S+) (\S+)\]", shown))
        site = config.load(root)
        ours = {}
        for name in PAGES:
            page = content.read(root / "content" / name, name)
            assert isinstance(page, Page)
            moment = moment_of(Post(page, CONTEXT._replace(site=site)).date)
            ours[name] = f"{moment.at:%Y-%m-%d}" if moment else "0001-01-01"
        assert ours == dates, order


@pytest.mark.parametrize("name", [":git", ":fileModTime"])
def test_what_only_git_or_the_disk_know(name: str) -> None:
    assert date_of({"date": "2025-02-05"}, Path("a.md"), (name.lower(), "date")) == name.lower()
    assert moment_of(name) is None
