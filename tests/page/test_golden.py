"""Pages are as they were when somebody last looked at what changed, on every supported Hugo."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.page import golden
from tests.support.hugo import build


@pytest.fixture(scope="module")
def drawn(hugo: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    built = build(golden.make(tmp_path_factory.mktemp("golden")), hugo)
    assert built.code == 0, built.output
    return golden.regions(built)


@pytest.mark.parametrize("name", list(golden.REGIONS))
def test_region(drawn: Mapping[str, str], name: str) -> None:
    """After a change that is meant: python -m tests.page.golden"""
    kept = (golden.FOLDER / f"{name}.html").read_text(encoding="utf-8")
    assert drawn[name] == kept


def test_no_file_without_a_region() -> None:
    assert {path.stem for path in golden.FOLDER.glob("*")} == set(golden.REGIONS)
