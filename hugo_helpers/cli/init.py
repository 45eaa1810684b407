"""Make a new site, or bring theme and shortcodes into an existing one.

Everything goes below DIR; a file of yours is never overwritten. Theme and shortcodes are put,
merged, into themes/matome/. After an upgrade of Matome, --upgrade refreshes that folder alone; of
files there that you changed, your version is kept beside the new one as NAME.orig.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.cli import Refused
from hugo_helpers.cli.common import refusing
from hugo_helpers.report.visible import visible

if TYPE_CHECKING:
    import argparse

    from hugo_helpers.site.vendoring import Vendored


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dir", nargs="?", type=Path, default=Path(), metavar="DIR")
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
    if folder.exists() and not folder.is_dir():
        raise Refused(f"{folder} is not a folder")
    root = folder.absolute()
    parts: tuple[vendoring.Part, ...] = ("layouts",)
    if not args.shortcodes_only:
        parts = ("layouts", "theme")
    theme = root / "themes" / "matome"
    if args.upgrade:
        if not theme.is_dir():
            raise Refused(f"{folder}: no themes/matome/ to upgrade; run matome init first")
        with refusing():
            _tell(folder, vendoring.upgrade(theme), upgraded=True)
        return 0
    with refusing():
        existing = config.is_site(root)
        written = [] if existing else scaffold.make(root)
        for name in written:
            print(f"  made {name}")
        vendored = vendoring.vendor(theme, parts)
    _tell(folder, vendored, upgraded=False)
    print(_next_steps(folder, existing, args.shortcodes_only))
    return 0


def _tell(folder: Path, vendored: Vendored, *, upgraded: bool) -> None:
    place = visible(str(folder / "themes" / "matome"))
    if upgraded and not (vendored.written or vendored.removed or vendored.kept):
        print(f"{place} is up to date")
    elif upgraded:
        print(f"{place}: {len(vendored.written)} files refreshed, {len(vendored.removed)} removed")
    elif vendored.written:
        print(f"  made {place} ({len(vendored.written)} files)")
    else:
        print(f"  {place} is there already (refresh it with: matome init --upgrade)")
    for name in vendored.kept:
        print(f"  you had changed {visible(name)}: your version is kept as {visible(name)}.orig")


def _next_steps(folder: Path, existing: bool, shortcodes_only: bool) -> str:
    if not existing:
        where = "" if folder == Path() else f" --source {visible(str(folder))}"
        return f"\nA site is ready. Next:\n  matome build{where}\n  hugo server{where}"
    theme = "'matome', 'YOUR-THEME'" if shortcodes_only else "'matome'"
    return (
        "\nThe configuration is yours and was not touched. "
        f"To use what was brought, set in it:\n  theme = [{theme}]"
    )
