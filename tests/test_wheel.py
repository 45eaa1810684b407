"""The built wheel, in a fresh environment, is all that a user needs."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.hugo import ROOT


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, cwd=ROOT)
    (built,) = folder.glob("hugo_matome-*.whl")
    return built


def test_wheel_holds_theme_and_layouts(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "hugo_helpers/_site/theme/theme.toml" in names
    assert "hugo_helpers/_site/layouts/shortcodes/matomeQuote.html" in names
    assert "hugo_helpers/site/starter/hugo.toml" in names
    assert "hugo_helpers/py.typed" in names
    assert not [n for n in names if "/tests/" in n or n.endswith((".pyc", ".orig"))]


@pytest.mark.hugo
@pytest.mark.timeout(300)
def test_init_and_build_from_the_wheel(wheel: Path, tmp_path: Path, seed_post: str) -> None:
    environment = tmp_path / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", environment, cwd=tmp_path)
    pip = (sys.executable, "-m", "pip", "--python", environment / "bin" / "python")
    wanted = f"hugo-matome[hugo,font] @ {wheel.as_uri()}"
    run(*pip, "install", "--quiet", wanted, cwd=tmp_path)
    matome = environment / "bin" / "matome"
    path = f"{environment / 'bin'}{os.pathsep}/usr/bin{os.pathsep}/bin"
    run(matome, "init", "site", cwd=tmp_path, PATH=path)
    site = tmp_path / "site"
    (site / "content" / "posts" / "seed.md").write_text(seed_post, encoding="utf-8")
    run(matome, "build", cwd=site, PATH=path)
    page = (site / "public" / "posts" / "seed" / "index.html").read_text(encoding="utf-8")
    assert page.count('class="mtm-quote') == 80
    assert (site / "assets" / "thumbnails" / "cards" / "posts" / "seed.jpg").is_file()
