"""What the subcommands share: options, the site that is worked on, and talking to the user."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from hugo_helpers.cli import Refused
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

T = TypeVar("T")


def add_site_options(parser: argparse.ArgumentParser) -> None:
    """The options that every command on a site takes."""
    parser.add_argument(
        "--source",
        metavar="DIR",
        type=Path,
        help="the site's folder (default: the nearest one upwards with a Hugo configuration)",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="say only what is wrong")
    parser.add_argument("-v", "--verbose", action="store_true", help="say every step")
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colours in the output (default: auto, where the output is a terminal)",
    )


@contextmanager
def refusing(what: str = "") -> Iterator[None]:
    """Turn what the stages raise for bad input into one line for the user."""
    try:
        yield
    except (OSError, ValueError, LookupError) as error:
        if isinstance(error, OSError) and error.strerror:
            culprit = f"{error.filename}: " if error.filename else ""
            raise Refused(f"{what}{culprit}{error.strerror}") from error
        text = error.args[0] if error.args else error
        raise Refused(f"{what}{text}") from error


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


class Bar:
    """A bar on stderr while that is a terminal and it takes long; gone when the block ends."""

    def __init__(self, session: Session, what: str, total: int) -> None:
        self._what = what
        self._total = total
        self._shown = not session.quiet and sys.stderr.isatty() and not is_dumb()
        self._start = self._last = time.monotonic()
        self._drawn = False

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def at(self, done: int) -> None:
        """Show that so many are done."""
        if not self._shown:
            return
        now = time.monotonic()
        if now - self._last > 0.1 and now - self._start > 0.5:
            self._last = now
            self._draw(done, now - self._start)

    def close(self) -> None:
        """Take the bar away for good."""
        self._shown = False
        self.clear()

    def clear(self) -> None:
        """Take the bar away until it is drawn again: a line is to be printed."""
        if self._drawn:
            self._drawn = False
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def _draw(self, done: int, seconds: float) -> None:
        self._drawn = True
        filled = "━" * (20 * done // self._total)
        rate = done / seconds
        left = f", {(self._total - done) / rate:.0f} s left" if rate else ""
        line = f"{self._what} {filled:─<20} {done:,}/{self._total:,} {rate:.0f}/s{left}"
        print(f"\r{line}\x1b[K", end="", file=sys.stderr, flush=True)


class Progress(Generic[T]):
    """Iterates over a list under a bar."""

    def __init__(self, session: Session, what: str, items: Sequence[T]) -> None:
        self._bar = Bar(session, what, len(items))
        self._items = items

    def __iter__(self) -> Iterator[T]:
        with self._bar as bar:
            for number, item in enumerate(self._items):
                bar.at(number)
                yield item


def add_jobs_option(parser: argparse.ArgumentParser | argparse._ArgumentGroup) -> None:
    """The option of commands that spread their work over processes."""
    parser.add_argument(
        "--jobs", metavar="N", type=_at_least_one, help="processes at most (default: one per core)"
    )


def _at_least_one(text: str) -> int:
    import argparse

    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1")
    return int(text)


def processes(args: argparse.Namespace) -> int:
    """How many processes `--jobs` allows."""
    from hugo_helpers.jobs import available

    return args.jobs or available()


def wants_color(choice: str) -> bool:
    """Whether to colour stdout; NO_COLOR and FORCE_COLOR are heard where the choice is `auto`."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and not is_dumb())


def is_dumb() -> bool:
    """Whether the terminal says that it cannot move its cursor or show colours."""
    return os.environ.get("TERM") == "dumb"
