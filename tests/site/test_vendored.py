"""Where the theme and the shortcodes lie."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hugo_helpers.site import vendored as module
from hugo_helpers.site.vendored import vendored


def test_layouts_of_the_checkout() -> None:
    assert (vendored("layouts") / "partials" / "matome" / "palette.json").is_file()


def test_layouts_of_a_wheel_go_before_a_folder_that_stands_beside_the_package(
    tmp_path: Path,
) -> None:
    package = tmp_path / "hugo_helpers"
    (package / "site").mkdir(parents=True)
    for name in ("__init__.py", "site/__init__.py", "site/vendored.py"):
        shutil.copy(Path(module.__file__).parents[1] / name, package / name)
    (package / "_site" / "layouts").mkdir(parents=True)
    (tmp_path / "layouts").mkdir()
    code = "from hugo_helpers.site.vendored import vendored; print(vendored('layouts'))"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == str(package / "_site" / "layouts")


def test_a_name_that_is_neither() -> None:
    with pytest.raises(ValueError, match=r"'\.\./etc'"):
        vendored("../etc")  # type: ignore[arg-type]


def test_an_installation_without_its_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "_PLACES", (tmp_path,))
    with pytest.raises(FileNotFoundError, match="install hugo-matome again"):
        vendored("theme")
