"""The configuration files of a site, as texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from hugo_helpers.check.finding import Location
from hugo_helpers.check.site_settings import has_permalinks, place, time_zone
from tests.support.hugo import write_files
from tests.support.marked import SITE


def test_place(tmp_path: Path) -> None:
    site = SITE._replace(root=tmp_path)
    assert place(site, "x") == ("hugo.toml", Location(1, 1), Location(1, 1))
    write_files(
        tmp_path, {"hugo.yaml": "a: 1\n", "config/_default/module.toml": 'b = 1\nx = "あx"\n'}
    )
    name, start, end = place(site, "あx")
    assert (name, start, end) == ("config/_default/module.toml", Location(2, 6), Location(2, 8))
    assert place(site, "nowhere")[0] == "hugo.yaml"


@pytest.mark.parametrize(
    ("name", "text", "own"),
    [
        ("hugo.toml", "[permalinks]\nposts = '/:slug/'\n", True),
        ("hugo.toml", "title = 'a'\n", False),
        ("config/_default/permalinks.toml", "posts = '/:slug/'\n", True),
        ("config/_default/hugo.yaml", "Permalinks:\n  posts: /:slug/\n", True),
    ],
)
def test_permalinks(tmp_path: Path, name: str, text: str, own: bool) -> None:
    write_files(tmp_path, {name: text})
    assert has_permalinks(SITE._replace(root=tmp_path)) is own


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("timeZone = 'Asia/Tokyo'\n", "Asia/Tokyo"),
        ('title = "a"\ntimezone="Etc/GMT+9"\n', "Etc/GMT+9"),
        ("title = 'a'\n", "UTC"),
        ("[params.matome]\ntimezone = 'Asia/Tokyo'\n", "UTC"),
        ("timeZone = [\n", "UTC"),
        ("timeZone = 9\n", "UTC"),
    ],
)
def test_time_zone(tmp_path: Path, text: str, zone: str) -> None:
    write_files(tmp_path, {"hugo.toml": text})
    assert time_zone(SITE._replace(root=tmp_path)) == zone


def test_time_zone_in_yaml(tmp_path: Path) -> None:
    write_files(tmp_path, {"config.yml": "params:\n  timezone: UTC\ntimeZone: Asia/Tokyo\n"})
    assert time_zone(SITE._replace(root=tmp_path)) == "Asia/Tokyo"
