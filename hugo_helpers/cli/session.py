"""One run on one site: what the subcommands know of the site, and how they talk to the user."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.cli import Refused, refusing
from hugo_helpers.cli.terminal import wants_color
from hugo_helpers.report.visible import visible
from hugo_helpers.site import config, settings
from hugo_helpers.site.config import Site
from hugo_helpers.site.settings import Settings

if TYPE_CHECKING:
    import argparse

    from hugo_helpers.links.sources import FullLinks
    from hugo_helpers.site.images import Images
    from hugo_helpers.site.templates import Templates
    from hugo_helpers.thumbnails.template import Template


class Session:
    """One run on one site."""

    def __init__(
        self,
        site: Site,
        settings: Settings,
        *,
        quiet: bool = False,
        verbose: bool = False,
        color: bool = False,
    ) -> None:
        self.site = site
        self.settings = settings
        self.quiet = quiet
        self.verbose = verbose
        self.color = color
        self.full_links: FullLinks | None = None
        """Where cut links are restored from."""
        self.settled: Mapping[str, Mapping[str, int]] = {}
        """The exceptions of settled colours, by the keys of posts."""

    def silenced(self) -> Session:
        """The same, which says only what is wrong."""
        other = object.__new__(Session)
        other.__dict__ = {**self.__dict__, "quiet": True}
        return other

    @cached_property
    def hugo(self) -> tuple[int, int, int] | None:
        """The version of the Hugo that builds the site; None where none is found."""
        from hugo_helpers.site import hugo

        try:
            return hugo.remembered_version(hugo.find_hugo())
        except LookupError:
            return None

    @cached_property
    def templates(self) -> Templates:
        """The shortcode templates of the site, of its themes, and Hugo's own.

        Raises Refused where a folder of them cannot be read: all that is in it would be unknown.
        """
        from hugo_helpers.site.templates import read_templates

        found = read_templates(self.site.layouts, self.hugo, remember=True)
        if found.unlisted:
            raise Refused(found.unlisted[0])
        return found

    @cached_property
    def template(self) -> Template | None:
        """What cards look like, where that is not the layout `bubbles`."""
        from hugo_helpers.cli import cards

        return cards.read_template(self)

    @property
    def prefix(self) -> str:
        """What stands before the names of the site's files as seen from here; "" in its folder."""
        return self._prefix_from(Path.cwd())

    @property
    def prefix_in_repository(self) -> str:
        """The same as seen from the top of the repository, as a CI that has checked it out names
        files; from here where there is none.
        """
        root = self.site.root
        if (named := os.environ.get("GITHUB_WORKSPACE")) and root.is_relative_to(named):
            return self._prefix_from(Path(named))
        around = (one for one in (root, *root.parents) if (one / ".git").exists())
        return self._prefix_from(next(around, Path.cwd()))

    def _prefix_from(self, folder: Path) -> str:
        try:
            below = os.path.relpath(self.site.root, folder).replace(os.sep, "/")
        except ValueError:  # on Windows: another drive
            below = self.site.root.as_posix()
        return "" if below == "." else f"{below}/"

    @property
    def inside(self) -> str:
        """The folder of the site that we are in, with a closing `/`; "" elsewhere."""
        here = Path.cwd()
        below = here.relative_to(self.site.root) if here.is_relative_to(self.site.root) else None
        return f"{below.as_posix()}/" if below and below.parts else ""

    @cached_property
    def images(self) -> Images:
        """The images of the site."""
        from hugo_helpers.site.images import Images

        return Images(self.site)

    def say(self, text: str) -> None:
        """A line about the run, to stderr so that stdout stays the result's."""
        if not self.quiet:
            print(visible(text), file=sys.stderr)

    def detail(self, text: str) -> None:
        """A line that only --verbose shows."""
        if self.verbose:
            self.say(text)

    def warn(self, text: str) -> None:
        """A line about something wrong, to stderr, also with --quiet."""
        print(visible(text), file=sys.stderr)


def open_session(args: argparse.Namespace) -> Session:
    """Find and read the site that the options name. Raises Refused where that cannot be done."""
    start = Path(args.source) if args.source else Path.cwd()
    if args.source and not start.is_dir():
        raise Refused(f"--source {start}: no such folder")
    site = site_around(start, [] if args.source else getattr(args, "paths", []))
    if args.source and site.root != start.absolute():
        raise Refused(f"--source {start}: no Hugo configuration (hugo.toml) in that folder")
    return session_on(site, args)


def session_on(site: Site, args: argparse.Namespace) -> Session:
    """A run on this site. Raises Refused where its settings are wrong."""
    with refusing():
        return Session(
            site=site,
            settings=settings.load(site.root),
            quiet=args.quiet,
            verbose=args.verbose,
            color=wants_color(args.color),
        )


def site_around(start: Path, paths: Sequence[Path] = ()) -> Site:
    """The site around `start`; else the one around the first of the files that are named, as a
    hook names them from the top of a repository. Raises Refused where there is none.
    """
    with refusing():
        try:
            return config.load(config.find_root(start))
        except LookupError:
            if not paths or not paths[0].exists():
                raise
            return config.load(config.find_root(paths[0] if paths[0].is_dir() else paths[0].parent))
