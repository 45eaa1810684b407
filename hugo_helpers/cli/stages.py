"""The stages of a build on one site: each takes the values of the stage before."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.check.inspector import Source
from hugo_helpers.check.post import Context, Post
from hugo_helpers.cli import Refused, refusing
from hugo_helpers.cli.session import Session
from hugo_helpers.site import content, markup
from hugo_helpers.site.config import Site
from hugo_helpers.site.content import Page, Unreadable
from hugo_helpers.site.versions import NEWEST

if TYPE_CHECKING:
    from hugo_helpers.shortcodes.outline import Outline
    from hugo_helpers.watch.snapshot import Place


def files(session: Session, paths: Iterable[Path]) -> Iterator[Path]:
    """The content files that `paths` name; of folders, all below; of nothing, the site's.

    Raises Refused for a path that is not there or is no content.
    """
    given = tuple(paths)
    exclude, hugo = session.settings.exclude, session.hugo or NEWEST
    ignored, limits = session.site.ignore_files, session.site.limits
    if not given:
        with refusing():
            yield from content.find(session.site.content, exclude, hugo, ignored, limits)
        return
    for path in given:
        if path.is_dir():
            with refusing():
                yield from content.find([path.absolute()], exclude, hugo, ignored, limits)
        elif not path.exists():
            raise Refused(f"{path}: no such file or folder")
        elif not content.is_content(path, hugo):
            endings = ", ".join(markup.ENDINGS)
            raise Refused(f"{path}: Hugo takes no such file for content (it takes {endings})")
        else:
            yield path.absolute()


def sources(session: Session, paths: Iterable[Path]) -> Iterator[Source]:
    """The files that `paths` name, as a check takes them."""
    for path in files(session, paths):
        yield Source(session.site.name(path), str(path))


def is_whole(session: Session, paths: Iterable[Path]) -> bool:
    """Whether `paths` (none: all) hold the whole content of the site."""
    given = [Path(os.path.normpath(path.absolute())) for path in paths]
    folders = [folder for folder in session.site.content if folder.is_dir()]
    return not given or (
        bool(folders) and all(any(f.is_relative_to(path) for path in given) for f in folders)
    )


def read(session: Session, paths: Iterable[Path]) -> Iterator[Post | Unreadable]:
    """The posts of these content files, and what could not be read."""
    for path in paths:
        page = content.read(path, session.site.name(path), session.hugo or NEWEST)
        yield post(session, page) if isinstance(page, Page) else page


def post(session: Session, page: Page) -> Post:
    """The post of a page that has been read."""
    return Post(page, context(session))


def context(session: Session) -> Context:
    """What rules may ask about the session's site."""
    return Context(
        *(session.site, session.templates, session.images.has, session.hugo or NEWEST),
        most_unfolded=session.settings.most_unfolded,
        full_links=session.full_links,
    )


def outlines(session: Session, paths: Iterable[Path] = ()) -> Iterator[Outline | Unreadable]:
    """The outlines of the files that `paths` name (none: the whole site), and what could not be
    read. What earlier runs have read is not read again.
    """
    from hugo_helpers.shortcodes.outline import outline
    from hugo_helpers.shortcodes.outlines import Outlines
    from hugo_helpers.site import cache

    paths = tuple(paths)
    about = context(session)
    site = session.site
    kept = cache.folder() / f"outlines-{cache.digest([str(site.root)])}.cache"
    key = cache.digest([*cache.program(), *about.fingerprint()])
    given = ((path, site.name(path)) for path in files(session, paths))
    reader = Outlines(lambda page: outline(page, Post(page, about).document), kept, key)
    yield from reader.read(given, whole=not paths)


def readable(session: Session, items: Iterable[Outline | Unreadable]) -> list[Outline]:
    """The outlines among `items`; what could not be read is said."""
    found = []
    for item in items:
        if isinstance(item, Unreadable):
            session.warn(f"{session.prefix}{item.name}:{item.row}:{item.column}: {item.message}")
        else:
            found.append(item)
    return found


def places(session: Session) -> list[Place]:
    """The folders in which a change may concern the site."""
    from hugo_helpers.watch.snapshot import Place

    site = session.site
    deep = [*site.content, *site.layouts, *site.assets, *site.static, site.data, *_configs(site)]
    parts = [component.folder for component in site.components if component.folder]
    own = [*session.settings.fonts, session.settings.thumbnails.template]
    fonts = {(site.root / name).parent for name in own if name}
    usual = [site.root / name for name in _USUAL]
    found = [Place(str(folder)) for folder in dict.fromkeys([*deep, *usual])]
    return [*found, *(Place(str(folder), deep=False) for folder in (site.root, *parts, *fonts))]


def is_ground(session: Session, path: Path) -> bool:
    """Whether everything depends on a file: a template, a configuration, settings."""
    site = session.site
    if any(path.is_relative_to(folder) for folder in (*site.layouts, *_configs(site))):
        return True
    parts = [component.folder for component in site.components]
    return path.name in _GROUNDS and path.parent in (site.root, *parts)


def is_unknown(session: Session, path: Path) -> bool:
    """Whether a file lies in one of Hugo's usual folders that was not there, so that the site is
    read without it.
    """
    site = session.site
    known = (*site.content, *site.layouts, *site.assets, *site.static)
    usual = [site.root / name for name in _USUAL]
    return any(path.is_relative_to(f) for f in usual) and not any(map(path.is_relative_to, known))


_USUAL = ("content", "layouts", "assets", "static")
_GROUNDS = frozenset(
    [
        f"{stem}.{ending}"
        for stem in ("hugo", "config")
        for ending in ("toml", "yaml", "yml", "json")
    ]
    + ["matome.toml", "pyproject.toml"]
)


def _configs(site: Site) -> list[Path]:
    parts = [component.folder for component in site.components if component.folder]
    return [folder / "config" for folder in (site.root, *parts)]


def existing_keys(session: Session) -> set[str]:
    """The keys of all content files there are, of those that a setting leaves out as well."""
    site, hugo = session.site, session.hugo or NEWEST
    with refusing():
        found = content.find(site.content, (), hugo, site.ignore_files, site.limits)
        return {site.key(path) for path in found}
