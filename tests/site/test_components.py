"""Themes and modules of a site, and theirs."""

from __future__ import annotations

from pathlib import Path

from hugo_helpers.site import config
from tests.support.hugo import write_files


def test_themes_their_themes_and_what_is_missing(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "site/hugo.toml": 'theme = ["a", "gone"]\n[module]\n'
            'replacements = "x.example/m -> ../../m"\n'
            '[[module.imports]]\npath = "x.example/m"\n',
            "site/themes/a/theme.toml": "",
            "site/themes/a/hugo.toml": 'theme = "b"',
            "site/themes/a/layouts/index.html": "",
            "site/themes/b/layouts/index.html": "",
            "site/layouts/index.html": "",
            "m/hugo.toml": "[[module.mounts]]\nsource='tpl'\ntarget='layouts'",
            "m/tpl/index.html": "",
        },
    )
    site = config.load(tmp_path / "site")
    known = {c.name: c.folder for c in site.components}
    assert known == {
        "a": tmp_path / "site/themes/a",
        "gone": None,
        "x.example/m": tmp_path / "m",
        "b": tmp_path / "site/themes/b",
    }
    assert [p.relative_to(tmp_path).as_posix() for p in site.layouts] == [
        "site/layouts",
        "site/themes/a/layouts",
        "m/tpl",
        "site/themes/b/layouts",
    ]
