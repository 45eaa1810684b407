"""Sites that hold every defect that there is a rule for: each is found, at its place, and nothing
else; and nothing in the same sites without them.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from benchmarks.corpus import make
from hugo_helpers.check.catalogue import RULES
from tests.cli.conftest import run_apart
from tests.support.defects import Defective, Place, defective
from tests.support.hugo import build
from tests.support.marked import LAYOUTS

SITES = [defective("matome"), defective("own")]
UNTOLD = {"H101": "newer versions read it as U+FFFD", "H123": "Hugo hangs"}
"""Findings that a build is not asked about, and why."""
BY_LINK = "content/text/escape-in-markdown.md"
"""It stops Hugo where the links of a site are made by a template, as where it has two languages."""
each_site = pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)


@pytest.fixture(scope="module")
def hugo_first(newest: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newest Hugo, to be the first on PATH."""
    link = tmp_path_factory.mktemp("hugo") / "hugo"
    link.symlink_to(newest)
    return link


def found(root: Path, hugo: Path) -> list[Place]:
    """All findings of `matome check`."""
    ran = run_apart("check", "--no-cache", "--output-format", "json", cwd=root, hugo=hugo)
    assert ran.err == ""
    listed = json.loads(ran.out)
    assert ran.code == (1 if listed else 0)
    return [
        (
            *(one["filename"], one["code"]),
            *(one["location"]["row"], one["location"]["column"]),
            *(one["end_location"]["row"], one["end_location"]["column"]),
        )
        for one in listed
    ]


@each_site
def test_every_defect_is_found_at_its_place(
    site: Defective, tmp_path: Path, hugo_first: Path
) -> None:
    site.write(tmp_path)
    assert sorted(found(tmp_path, hugo_first)) == site.places()


@each_site
def test_nothing_is_found_without_them(
    site: Defective, tmp_path: Path, newest: Path, hugo_first: Path
) -> None:
    site.write(tmp_path, site.files)
    assert found(tmp_path, hugo_first) == []
    built = build(tmp_path, newest)
    assert built.code == 0, built.output


def test_every_rule_has_a_defect() -> None:
    assert set.union(*(site.codes() for site in SITES)) == {rule.code for rule in RULES}


def stops(code: str) -> bool:
    """Whether Hugo refuses a file with this finding."""
    return code.startswith("H1") or code in ("Q101", "Q102")


def refused(site: Defective) -> set[str]:
    return {BY_LINK, *(name for name, code, *_ in site.places() if stops(code))}


def test_hugo_says_nothing_of_what_it_gets_wrong(tmp_path: Path, newest: Path) -> None:
    site = SITES[0]
    site.write(tmp_path, refused(site))
    built = build(tmp_path, newest)
    assert built.code == 0, built.output


def test_hugo_refuses_each_file_with_an_error(tmp_path: Path, newest: Path) -> None:
    site = SITES[0]
    untold = {name for name, code, *_ in site.places() if code in UNTOLD}
    names = sorted(refused(site) - untold)
    assert len(names) > 40
    for name in names:
        site.with_one(name).write(tmp_path)
        assert build(tmp_path, newest).code != 0, name
        (tmp_path / name).unlink()


def test_a_clean_site_of_many_posts(tmp_path: Path, hugo_first: Path) -> None:
    shutil.copytree(LAYOUTS, tmp_path / "layouts")
    (tmp_path / "hugo.toml").write_text(SITES[0].files["hugo.toml"], encoding="utf-8")
    make(tmp_path, 40, clean=True)
    assert found(tmp_path, hugo_first) == []
