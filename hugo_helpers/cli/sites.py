"""The sites that the named files belong to: one as a rule, more where a repository holds more."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.cli import Refused, refusing
from hugo_helpers.cli.session import Session, open_session, session_on, site_around
from hugo_helpers.site import config, content
from hugo_helpers.site.versions import NEWEST

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from hugo_helpers.site.config import Site


class Part(NamedTuple):
    """What a command is called for on one site: these paths, or all of it where none is named."""

    session: Session
    paths: Sequence[Path]


def add_force_exclude(parser: argparse.ArgumentParser | argparse._ArgumentGroup) -> None:
    """The option of commands that hooks and editors name files to."""
    parser.add_argument(
        "--force-exclude",
        action="store_true",
        help="leave out named files that the settings exclude, or that are no site's content",
    )


def parts(args: argparse.Namespace) -> list[Part]:
    """The work by site, in the order in which the paths are named; none where all is left out.

    A path belongs to the nearest site above it whose content holds it; else to the site that the
    user is in. Raises Refused where there is none.
    """
    named: list[Path] = args.paths
    if getattr(args, "stdin_filename", None) is not None:
        named = [args.stdin_filename]
    if not named or (args.source and not args.force_exclude):
        return [Part(open_session(args), args.paths)]
    only = open_session(args).site if args.source else None
    site_at = cache(_site)
    by_root: dict[Path, tuple[Site, list[Path]]] = {}
    for path in named:
        site = _holding(path, only, site_at)
        if site is None and not args.force_exclude:
            site = only or _around(path)
        if site is not None:
            by_root.setdefault(site.root, (site, []))[1].append(path)
    found = [Part(session_on(site, args), paths) for site, paths in by_root.values()]
    return [part for one in found if (part := _kept(one, args)).paths]


def _kept(part: Part, args: argparse.Namespace) -> Part:
    """Less what the settings exclude, and files that are no content, where that is asked for."""
    if not args.force_exclude:
        return part
    site, exclude = part.session.site, part.session.settings.exclude
    paths = [p for p in part.paths if not content.is_excluded(_absolute(p), site.root, exclude)]
    hugo = part.session.hugo or NEWEST

    def is_content(path: Path) -> bool:
        full = _absolute(path)
        if any(map(full.is_relative_to, site.content)):
            return content.holds(site.content, full, hugo, site.ignore_files, site.limits)
        return content.is_content(full, hugo)

    return part._replace(paths=[p for p in paths if p.is_dir() or is_content(p)])


def _holding(
    path: Path, only: Site | None, site_at: Callable[[Path], Site | Exception | None]
) -> Site | None:
    """The nearest site upwards (or the only one there may be) whose content holds `path`."""
    full = _absolute(path)
    folder = full if full.is_dir() else full.parent
    broken: Exception | None = None
    for site in [only] if only else map(site_at, (folder, *folder.parents)):
        if isinstance(site, Exception):
            broken = broken or site
        elif site and any(full.is_relative_to(content_folder) for content_folder in site.content):
            return site
    if broken:
        with refusing():
            raise broken
    return None


def _site(folder: Path) -> Site | Exception | None:
    """The site at `folder`, or why its configuration cannot be read; a page may have a file beside
    it that is named like one.
    """
    if not config.is_site(folder):
        return None
    try:
        return config.load(folder)
    except (OSError, ValueError) as error:
        return error


def _around(path: Path) -> Site:
    if not path.exists() and not path.parent.is_dir():
        raise Refused(f"{path}: no such file or folder")
    return site_around(Path.cwd(), [path])


def _absolute(path: Path) -> Path:
    return Path(os.path.normpath(path.absolute()))
