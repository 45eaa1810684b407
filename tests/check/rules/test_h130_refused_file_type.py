"""H130: which files among the content Hugo stops at; and Hugo agrees."""

from __future__ import annotations

from pathlib import Path

import pytest

from hugo_helpers.check.rule import RULES
from hugo_helpers.site.versions import Version
from tests.site.test_front_oracle import SITE
from tests.support.hugo import build, version_of, write_files
from tests.support.sites import context

REFUSED = (
    *("a.html", "b/a.HTML", "b/_index.html", "_a.htm", "a.en.html", "bundle/a.html"),
    *("a.org", "b/c/a.org"),
)
TAKEN = (
    *("a.md", ".a.html", "#a.html", "a.html~", ".b/a.html", "a.xhtml", "a.txt"),
    "bundle/index.md",
)


def found(root: Path, hugo: Version = (0, 168, 0)) -> list[str]:
    asked = context(root=root, content=(root / "content",))._replace(hugo=hugo)
    conclude = RULES["H130"].conclude
    assert conclude is not None
    return [hit.fact.name for hit in conclude((), asked)]


def test_which(tmp_path: Path) -> None:
    write_files(tmp_path, {f"content/{name}": "x\n" for name in (*REFUSED, *TAKEN)})
    assert found(tmp_path) == sorted(f"content/{name}" for name in REFUSED)
    assert found(tmp_path, (0, 165, 0)) == sorted(
        f"content/{name}" for name in REFUSED if not name.endswith("org")
    )
    assert found(tmp_path, (0, 161, 1)) == []


@pytest.mark.parametrize("config", ["[security]\nallowContent = ['.*']\n", "ignoreFiles = ['a']\n"])
def test_what_the_configuration_may_allow(config: str, tmp_path: Path) -> None:
    write_files(tmp_path, {"content/a.html": "x\n", "hugo.toml": config})
    assert found(tmp_path) == []


@pytest.mark.hugo
def test_hugo_agrees(hugo: Path, tmp_path: Path) -> None:
    major, minor, patch = (int(part) for part in version_of(hugo).split("."))
    bundle = {"content/bundle/index.md": "+++\n+++\n"}
    for number, name in enumerate((*REFUSED, *TAKEN)):
        site = tmp_path / str(number)
        write_files(site, {**SITE, **bundle, f"content/{name}": "+++\n+++\nx\n"})
        stops = build(site, hugo, "--quiet").code != 0
        assert stops == bool(found(site, (major, minor, patch))), name
