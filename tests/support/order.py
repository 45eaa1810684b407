"""Which files of tests are begun first.

With `--dist loadfile` a file that takes long and is begun last leaves the other processes idle.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

LONGEST = (
    "cli/test_serve.py",
    "page/test_theme_safe.py",
    "shortcodes/test_oracle.py",
    "page/test_shortcodes_safe.py",
    "page/test_theme_light.py",
    "watch/test_watcher.py",
    "test_hooks.py",
    "cli/test_bad_input.py",
    "cli/test_desk.py",
    "page/test_theme_search.py",
    "page/test_theme_opening.py",
    "site/test_front_oracle.py",
    "check/test_front_fields.py",
    "check/rules/test_t_rules.py",
    "cli/test_build.py",
    "cli/test_thumbnails.py",
    "page/test_shortcodes_hue.py",
    "page/test_theme_browser.py",
    "check/rules/test_hqfcs_rules.py",
    "site/test_templates.py",
    "thumbnails/test_title.py",
    "test_defects.py",
    "test_action.py",
)
"""The files that take longest, below `tests`, those first that take most."""

_PLACES = {name: place for place, name in enumerate(LONGEST)}


def longest_first(items: list[pytest.Item], tests: PurePath) -> None:
    """Put the tests of LONGEST before all others; leave the order within a file as it is."""

    def place(item: pytest.Item) -> int:
        if not item.path.is_relative_to(tests):
            return len(LONGEST)
        return _PLACES.get(item.path.relative_to(tests).as_posix(), len(LONGEST))

    items.sort(key=place)
