"""The card images of a site's posts: which posts get one, and what stands on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.cli.common import Session

if TYPE_CHECKING:
    from hugo_helpers.shortcodes.outline import Outline
    from hugo_helpers.thumbnails.background import Background
    from hugo_helpers.thumbnails.card import Card

_OWN = r"(feature|cover).*\.(jpe?g|png|webp|avif|gif)"
MAX_TAGS = 12


@dataclass(frozen=True, slots=True)
class Wanted:
    """A post that gets a card, and the card's key."""

    key: str
    post: Outline


def wanted(session: Session, posts: Iterable[Outline]) -> Iterator[Wanted]:
    """The posts that get a card: pages with a title that bring no image of their own."""
    for post in posts:
        path = _path(session, post)
        if path.name.lower().startswith("_index.") or not post.title.strip():
            continue
        if post.illustrated or _brings_image(path):
            session.detail(f"{post.name} has an image of its own")
            continue
        yield Wanted(session.site.key(path), post)


def _path(session: Session, post: Outline) -> Path:
    return session.site.root / post.name


def _brings_image(path: Path) -> bool:
    """Whether a bundle holds an image that themes take for the post's own."""
    if not path.name.lower().startswith("index."):
        return False
    return any(re.fullmatch(_OWN, one.name, re.IGNORECASE) for one in path.parent.iterdir())


def place(session: Session, post: Outline, key: str) -> str:
    """Where a key of the front matter stands, as `file:row:column`: the first place of a file that
    cannot be read any more.
    """
    from hugo_helpers.shortcodes.position import Positions
    from hugo_helpers.site import content

    row = column = 1
    page = content.read(_path(session, post), post.name)
    if isinstance(page, content.Page):
        row, column = Positions(page.text).at(page.front.locate(page.text, key)[0])
    return f"{session.prefix}{post.name}:{row}:{column}"


def card(session: Session, post: Outline) -> Card:
    """What stands on a post's card. An image that may not be used is said, and left out."""
    from hugo_helpers.colors.palette import palette
    from hugo_helpers.colors.slot import slot
    from hugo_helpers.thumbnails.card import Card

    colors = palette().light
    site, path = session.site, _path(session, post)
    settled = session.settled.get(site.key(path), {})
    hues = {user: colors[settled.get(user, slot(user))] for user in set(post.users)}
    band = tuple(
        [
            (hues[user], max(1, length))
            for user, length in zip(post.users, post.lengths, strict=True)
        ]
    )
    _, language = site.work(path)
    return Card(
        title=post.title,
        site=site.titles.get(language, site.title),
        date=post.day,
        tags=post.tags[:MAX_TAGS],
        band=band,
        background=_background(session, post, band),
    )


def _background(session: Session, post: Outline, band: tuple[tuple[str, int], ...]) -> Background:
    from hugo_helpers.site import images
    from hugo_helpers.thumbnails import background

    name = post.image
    if not name or images.is_remote(name):
        return background.speakers(band)
    try:
        image = images.resolve(name, images.roots(session.site, _path(session, post)))
        return background.choose(image, name, band)
    except (ValueError, OSError) as error:
        session.warn(f"{place(session, post, 'featureimage')}: {error}; its card does without")
        return background.speakers(band)


def without_image(card: Card) -> Card:
    """The same card on its speakers' hues."""
    from hugo_helpers.thumbnails import background

    return replace(card, background=background.speakers(card.band))


def stock(session: Session, post: Outline) -> tuple[Path, bytes] | None:
    """The image that a post names by its colour, and where it belongs; None where there is none to
    draw: the name is no colour's, or the site has such an image.
    """
    from hugo_helpers.site import images
    from hugo_helpers.thumbnails import background

    name = post.image
    if not images.stock_colors(name):
        return None
    try:
        if images.resolve(name, images.roots(session.site, _path(session, post))) is not None:
            return None
    except ValueError:
        return None
    name = name.lstrip("/")
    content = background.stock(name)
    return None if content is None else (assets(session) / name, content)


def assets(session: Session) -> Path:
    """The site's own folder of assets."""
    return session.site.root / "assets"
