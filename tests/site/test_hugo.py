"""Hugo's binary: found, and its version remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from hugo_helpers.site import hugo as found
from tests.support.hugo import version_of


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MATOME_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.mark.hugo
def test_version_is_asked_once(hugo: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = found.remembered_version(hugo)
    assert version == tuple(map(int, version_of(hugo).split(".")))
    monkeypatch.setattr(found, "hugo_version", lambda _: (0, 0, 0))
    assert found.remembered_version(hugo) == version
    (cache / "hugo-version").write_text("nonsense")
    assert found.remembered_version(hugo) == (0, 0, 0)


def test_another_binary_is_asked_again(cache: Path, tmp_path: Path) -> None:
    script = tmp_path / "hugo"
    script.write_text("#!/bin/sh\necho hugo v0.150.1 linux/amd64\n")
    script.chmod(0o755)
    assert found.remembered_version(script) == (0, 150, 1)
    script.write_text("#!/bin/sh\necho hugo v0.151.20 linux/amd64\n")
    assert found.remembered_version(script) == (0, 151, 20)
    assert (cache / "hugo-version").exists()


@pytest.mark.parametrize("text", ["#!/bin/sh\necho hello\n", "#!/bin/sh\nexit 3\n", "no program"])
@pytest.mark.usefixtures("cache")
def test_what_is_no_hugo_has_no_version(tmp_path: Path, text: str) -> None:
    script = tmp_path / "hugo"
    script.write_text(text)
    script.chmod(0o755)
    assert found.remembered_version(script) is None
    assert found.remembered_version(tmp_path / "missing") is None
