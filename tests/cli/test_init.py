"""`matome init`: a site that builds, and nothing of the user's is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Matome
from tests.support.hugo import build, write_files


def files(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


@pytest.mark.hugo
def test_a_new_site_builds(hugo: Path, matome: Matome, tmp_path: Path) -> None:
    assert matome("init", tmp_path).code == 0
    built = build(tmp_path, hugo, "--printPathWarnings")
    assert built.code == 0, built.output
    assert "WARN" not in built.output
    assert "ERROR" not in built.output
    page = built.page("posts/first-post")
    assert page.count("mtm-quote") >= 4
    made = files(tmp_path)
    for name in ("hugo.toml", ".gitignore", ".pre-commit-config.yaml", "archetypes/default.md"):
        assert name in made


@pytest.mark.hugo
def test_its_settings_stand_under_another_theme(hugo: Path, matome: Matome, tmp_path: Path) -> None:
    matome("init", tmp_path)
    settings = (tmp_path / "hugo.toml").read_text(encoding="utf-8")
    other = {
        "hugo.toml": settings.replace('theme = "matome"', 'theme = ["other", "matome"]'),
        "themes/matome/hugo.toml": "",
        "themes/other/layouts/index.html": "other",
    }
    write_files(tmp_path, other)
    built = build(tmp_path, hugo)
    assert built.code == 0, built.output
    assert built.page("") == "other"


def test_a_new_site_is_clean(matome: Matome, tmp_path: Path) -> None:
    matome("init", tmp_path)
    ran = matome("check", "--source", tmp_path)
    assert (ran.code, ran.out) == (0, "No findings in 3 files.\n")


def test_again_overwrites_nothing(matome: Matome, tmp_path: Path) -> None:
    matome("init", tmp_path)
    write_files(
        tmp_path,
        {
            "hugo.toml": 'title = "mine"\ntheme = "matome"',
            "content/posts/first-post.md": "mine",
            "themes/matome/layouts/index.html": "mine",
        },
    )
    before = files(tmp_path)
    ran = matome("init", tmp_path)
    assert ran.code == 0
    assert files(tmp_path) == before
    assert "--upgrade" in ran.out


def test_an_existing_site_keeps_its_files(matome: Matome, tmp_path: Path) -> None:
    write_files(tmp_path, {"hugo.yaml": "title: mine\n", ".gitignore": "mine"})
    ran = matome("init", tmp_path, "--shortcodes-only")
    assert ran.code == 0
    assert "theme = ['matome', 'YOUR-THEME']" in ran.out
    made = files(tmp_path)
    assert made["hugo.yaml"] == b"title: mine\n"
    assert "hugo.toml" not in made
    assert "themes/matome/layouts/shortcodes/matomeQuote.html" in made
    assert not any(name.startswith("themes/matome/assets") for name in made)


def _edit(theme: Path) -> None:
    (theme / "layouts" / "index.html").write_text("mine")


def _translate(theme: Path) -> None:
    (theme / "i18n" / "ja.toml").write_text("mine")


def _edit_again(theme: Path) -> None:
    (theme / "layouts" / "index.html.orig").write_text("mine of before")
    (theme / "layouts" / "index.html").write_text("mine")


def _age(theme: Path) -> None:
    """As an older version of Matome left it: one file different, one that is no longer there."""
    import hashlib
    import json

    manifest = json.loads((theme / ".matome.json").read_text())
    for name in ("layouts/index.html", "layouts/gone.html"):
        (theme / name).write_text("older")
        manifest["files"][name] = hashlib.sha256(b"older").hexdigest()
    (theme / ".matome.json").write_text(json.dumps(manifest))


@pytest.mark.parametrize(
    ("change", "said", "kept"),
    [
        (lambda _: None, "up to date", {}),
        (_age, "1 file refreshed, 1 removed", {}),
        (_edit, "kept as layouts/index.html.orig", {"layouts/index.html.orig": b"mine"}),
        (_translate, "kept as i18n.orig/ja.toml", {"i18n.orig/ja.toml": b"mine"}),
        (
            _edit_again,
            "kept as layouts/index.html.orig2",
            {"layouts/index.html.orig": b"mine of before", "layouts/index.html.orig2": b"mine"},
        ),
    ],
    ids=["nothing to do", "older", "changed by the user", "a translation", "changed again"],
)
def test_upgrade(
    matome: Matome,
    tmp_path: Path,
    change: Callable[[Path], None],
    said: str,
    kept: dict[str, bytes],
) -> None:
    matome("init", tmp_path)
    theme = tmp_path / "themes" / "matome"
    fresh = files(theme)
    change(theme)
    ran = matome("init", "--upgrade", tmp_path)
    assert ran.code == 0
    assert said in ran.out
    assert files(theme) == {**fresh, **kept}
    assert "up to date" in matome("init", "--upgrade", tmp_path).out


def test_upgrade_with_a_broken_manifest_refuses(matome: Matome, tmp_path: Path) -> None:
    matome("init", tmp_path)
    manifest = tmp_path / "themes" / "matome" / ".matome.json"
    for text in ("{", "[]", '{"parts": ["theme"], "files": {"../../x": "0"}}'):
        manifest.write_text(text)
        ran = matome("init", "--upgrade", tmp_path)
        assert ran.code == 2
        assert ran.err.count("\n") == 1
        assert "delete it" in ran.err


@pytest.mark.hugo
def test_orig_files_are_no_templates(hugo: Path, matome: Matome, tmp_path: Path) -> None:
    matome("init", tmp_path)
    theme = tmp_path / "themes" / "matome"
    (theme / "layouts" / "index.html").write_text('{{ define "main" }}only mine{{ end }}')
    _translate(theme)
    matome("init", "--upgrade", tmp_path)
    built = build(tmp_path, hugo)
    assert built.code == 0, built.output
    assert "only mine" not in (built.public / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["themes", "themes/matome", "content", "archetypes"])
def test_nothing_is_made_where_a_file_is_in_the_way(
    matome: Matome, tmp_path: Path, name: str
) -> None:
    write_files(tmp_path, {name: "a file"})
    ran = matome("init", tmp_path)
    assert ran.code == 2
    assert "is not a folder" in ran.err
    assert files(tmp_path) == {name: b"a file"}


def test_shortcodes_alone_stay_alone(matome: Matome, tmp_path: Path) -> None:
    write_files(tmp_path, {"hugo.toml": 'theme = ["matome", "mine"]'})
    ran = matome("init", tmp_path, "--shortcodes-only")
    assert "set in it" not in ran.out
    brought = files(tmp_path)
    (tmp_path / "themes" / "matome" / ".matome.json").unlink()
    assert matome("init", "--upgrade", tmp_path).code == 0
    assert files(tmp_path) == brought


def test_the_theme_may_follow_the_shortcodes(matome: Matome, tmp_path: Path) -> None:
    write_files(tmp_path, {"hugo.toml": ""})
    matome("init", tmp_path, "--shortcodes-only")
    matome("init", tmp_path)
    lost = tmp_path / "themes" / "matome" / "theme.toml"
    lost.unlink()
    assert "1 file refreshed" in matome("init", "--upgrade", tmp_path).out
    assert lost.exists()


def test_next_steps_can_be_pasted(matome: Matome, tmp_path: Path) -> None:
    ran = matome("init", tmp_path / "my site")
    assert f"--source '{tmp_path}/my site'" in ran.out
