"""Make a new site, or bring theme and shortcodes into an existing one.

Everything goes below DIR; a file of yours is never overwritten. Theme and shortcodes are put,
merged, into themes/matome/. After an upgrade of Matome, --upgrade refreshes that folder alone; of
files there that you changed, your version is kept beside the new one as NAME.orig (of those in
i18n/, in i18n.orig/).
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.cli import Refused, refusing
from hugo_helpers.report.summary import count
from hugo_helpers.report.visible import visible

if TYPE_CHECKING:
    import argparse

    from hugo_helpers.site.vendoring import Vendored


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "dir",
        nargs="?",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="the site's folder (default: this one)",
    )
    parser.add_argument(
        "--shortcodes-only",
        action="store_true",
        help="bring the shortcodes alone, for a site with a theme of its own",
    )
    parser.add_argument(
        "--upgrade", action="store_true", help="refresh themes/matome/ and nothing else"
    )


def run(args: argparse.Namespace) -> int:
    from hugo_helpers.site import config, scaffold, vendoring

    folder: Path = args.dir
    root = folder.absolute()
    theme = root / "themes" / "matome"
    _refuse_files((root, theme.parent, theme, *(root / name for name in scaffold.folders())))
    if args.upgrade:
        if not theme.is_dir():
            raise Refused(f"{folder}: no themes/matome/ to upgrade; run matome init first")
        with refusing():
            _tell_upgrade(folder, vendoring.upgrade(theme))
        return 0
    parts: tuple[vendoring.Part, ...] = ("layouts",)
    if not args.shortcodes_only:
        parts = ("layouts", "theme")
    with refusing():
        existing = config.is_site(root)
        vendored = vendoring.vendor(theme, parts)
        # The configuration comes last: a folder without it is no half-made site.
        for name in [] if existing else scaffold.make(root):
            print(f"  made {name}")
        used = existing and _uses(root)
    _tell(folder, vendored)
    if not existing:
        print(_next_steps(folder))
    elif not used:
        print(_how_to_use(args.shortcodes_only))
    return 0


def _refuse_files(folders: Iterable[Path]) -> None:
    for path in folders:
        if path.exists() and not path.is_dir():
            raise Refused(f"{path} is not a folder, and a site needs one there")


def _uses(root: Path) -> bool:
    """Whether the site's configuration names the theme already."""
    from hugo_helpers.site import config

    return any(component.name == "matome" for component in config.load(root).components)


def _tell(folder: Path, vendored: Vendored) -> None:
    if vendored.written:
        print(f"  made themes/matome ({count(len(vendored.written), 'file')})")
    else:
        again = f"matome init --upgrade {_shown(folder)}".rstrip()
        print(f"  themes/matome is there already (refresh it with: {again})")


def _tell_upgrade(folder: Path, vendored: Vendored) -> None:
    place = visible(str(folder / "themes" / "matome"))
    if not (vendored.written or vendored.removed or vendored.kept):
        print(f"{place} is up to date")
        return
    refreshed = count(len(vendored.written), "file")
    print(f"{place}: {refreshed} refreshed, {len(vendored.removed)} removed")
    for name, kept in vendored.kept.items():
        print(f"  you had changed {visible(name)}: your version is kept as {visible(kept)}")


def _shown(folder: Path) -> str:
    """The folder as a shell takes it; nothing for the current one."""
    return "" if folder == Path() else visible(shlex.quote(str(folder)))


def _next_steps(folder: Path) -> str:
    where = "" if folder == Path() else f" --source {_shown(folder)}"
    return f"\nA site is ready. Next:\n  matome build{where}\n  hugo server{where}"


def _how_to_use(shortcodes_only: bool) -> str:
    theme = "['matome', 'YOUR-THEME']" if shortcodes_only else "'matome'"
    return (
        "\nThe configuration is yours and was not touched. "
        f"To use what was brought, set in it:\n  theme = {theme}"
    )
