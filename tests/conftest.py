"""Fixtures that every test may ask for."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.support.browser import launch
from tests.support.hugo import MIDDLE, OLDEST, hugo_of, newest_hugo
from tests.support.order import longest_first

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A Hugo of the tests ends before it pays to collect what it no longer needs.
os.environ.setdefault("GOGC", "400")
# Of what is installed for a test, most is never imported.
os.environ.setdefault("PIP_COMPILE", "0")
# A loaded machine is no failure of the code under test.
settings.register_profile("matome", deadline=None)
settings.load_profile("matome")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    longest_first(items, Path(__file__).parent)


VERSIONS = (OLDEST, MIDDLE, "newest")


@pytest.fixture(params=VERSIONS, scope="session")
def hugo(request: pytest.FixtureRequest) -> Path:
    """A real Hugo binary, once for each supported version."""
    return hugo_of(request.param)


@pytest.fixture(scope="session")
def newest() -> Path:
    """The newest Hugo binary alone, for what does not depend on the version."""
    return newest_hugo()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of the session."""
    with launch() as running:
        yield running


@pytest.fixture(scope="session")
def seed_post() -> str:
    """A real post of a thread-digest site, unchanged."""
    path = Path(__file__).parent / "data" / "seed-post.md"
    return path.read_text(encoding="utf-8")


@pytest.fixture
def steady() -> Iterator[None]:
    """For tests that measure: a full collection over all that the tests before have left takes
    longer than what is measured, so that is put out of the collector's sight for a while.
    """
    gc.disable()
    gc.freeze()
    yield
    gc.unfreeze()
    gc.enable()
