"""Folders of a site, and mounts that take their place."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from hugo_helpers.site import config
from hugo_helpers.site.mount_files import Files
from tests.support.hugo import write_files

CONTENT = {
    "a folder for each language": (
        '[languages.ja]\ncontentDir = "ja"\n[languages.en]\ncontentDir = "en"\n', {"ja", "en"},
    ),
    "a folder for one language": (
        '[languages.ja]\ncontentDir = "ja"\n[languages.en]\ntitle = "x"\n', {"ja", "content"},
    ),
    "another name": ('contentDir = "texts"\n', {"texts"}),
    "a mount": ('[[module.mounts]]\nsource = "texts"\ntarget = "content"\n', {"texts"}),
    "a mount of something else": (
        '[[module.mounts]]\nsource = "i"\ntarget = "assets"\n', {"content"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "folders"), CONTENT.values(), ids=CONTENT)
def test_content_folders(tmp_path: Path, text: str, folders: set[str], newest: Path) -> None:
    """As `hugo config mounts` lists them."""
    write_files(tmp_path, {"hugo.toml": text})
    for name in ("ja", "en", "content", "texts", "i"):
        (tmp_path / name).mkdir()
    assert {path.name for path in config.load(tmp_path).content} == folders
    command = [newest, "config", "mounts", "--source", tmp_path]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    mounted = re.findall(r'"source": "([^"]*)",\s*"target": "content"', listed)
    assert set(mounted) == folders


def test_limits_are_of_folders_that_are_not_mounted_whole(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "hugo.toml": "[[module.mounts]]\nsource='a'\ntarget='content'\nfiles='*.md'\n"
            "[[module.mounts]]\nsource='a'\ntarget='content/x'\n"
            "[[module.mounts]]\nsource='b'\ntarget='content/y'\nexcludeFiles=['x', 'y']\n"
            "[[module.mounts]]\nsource='b'\ntarget='content/y'\n"
            "[[module.mounts]]\nsource='c'\ntarget='content/z'\n",
        },
    )
    limits = {folder.name: some for folder, some in config.load(tmp_path).limits.items()}
    assert limits == {
        "a": (Files(("*.md",), (), ()), Files((), (), ())),
        "b": (Files((), (), ("x", "y")), Files((), (), (), again=True)),
        "c": (),
    }
