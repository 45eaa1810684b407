"""The themes and modules that a site is made of."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from hugo_helpers.site import config_files
from hugo_helpers.site.config_values import strings, table, text


class Component(NamedTuple):
    """A theme or module that the site names, and its folder; None where it is not on disk."""

    name: str
    folder: Path | None


def of(root: Path, settings: Mapping[str, Any]) -> Iterator[Component]:
    """The site's themes and modules, and theirs, each once, in order of precedence.

    `settings`: the site's. Raises ValueError and OSError as `config_files.settings` does.
    """
    module = table(settings, "module")
    themes = root / text(settings, "themesdir", "themes")
    replaced = {}
    for pair in strings(module.get("replacements")):
        for one in pair.split(","):
            name, arrow, target = one.partition("->")
            if arrow:
                replaced[name.strip()] = target.strip()
    seen: set[str] = set()
    waiting = _named(settings)
    while waiting:
        name = waiting.pop(0)
        if name in seen or len(seen) > 200:
            continue
        seen.add(name)
        candidates = [themes / replaced[name]] if name in replaced else []
        candidates += [root / "_vendor" / name, themes / name]
        folder = next((f for c in candidates if (f := Path(os.path.normpath(c))).is_dir()), None)
        yield Component(name, folder)
        if folder is not None:
            waiting += _named(config_files.settings(folder))


def _named(settings: Mapping[str, Any]) -> list[str]:
    imports = table(settings, "module").get("imports")
    tables = [i for i in imports if isinstance(i, dict)] if isinstance(imports, list) else []
    paths = [i.get("path") for i in tables if not i.get("disable")]
    return [*strings(settings.get("theme")), *strings(paths)]
