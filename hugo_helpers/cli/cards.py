"""The card images of a site's posts: which posts get one, and what stands on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.cli.common import Session

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post
    from hugo_helpers.thumbnails.background import Background
    from hugo_helpers.thumbnails.card import Card

_OWN = r"(feature|cover).*\.(jpe?g|png|webp|avif|gif)"
MAX_TAGS = 12


@dataclass(frozen=True, slots=True)
class Wanted:
    """A post that gets a card, and the card's key."""

    key: str
    post: Post


def wanted(session: Session, posts: Iterable[Post]) -> Iterator[Wanted]:
    """The posts that get a card: pages with a title that bring no image of their own."""
    for post in posts:
        path = post.page.path
        if path.name.lower().startswith("_index.") or not post.front.text_of("title").strip():
            continue
        if post.front.get("images") or _brings_image(path):
            session.detail(f"{post.page.name} has an image of its own")
            continue
        yield Wanted(session.site.key(path), post)


def _brings_image(path: Path) -> bool:
    """Whether a bundle holds an image that themes take for the post's own."""
    if not path.name.lower().startswith("index."):
        return False
    return any(re.fullmatch(_OWN, one.name, re.IGNORECASE) for one in path.parent.iterdir())


def place(session: Session, post: Post, key: str) -> str:
    """Where a key of the front matter stands, as `file:row:column`."""
    from hugo_helpers.shortcodes.position import Positions

    row, column = Positions(post.text).at(post.front.locate(post.text, key)[0])
    return f"{session.prefix}{post.page.name}:{row}:{column}"


def card(session: Session, post: Post) -> Card:
    """What stands on a post's card. An image that may not be used is said, and left out."""
    from hugo_helpers.colors.palette import palette
    from hugo_helpers.colors.slot import slot
    from hugo_helpers.thumbnails.card import Card

    colors = palette().light
    settled = session.settled.get(session.site.key(post.page.path), {})
    band = tuple(
        (colors[settled.get(t.user, slot(t.user))], max(1, t.length)) for t in post.thread.turns
    )
    site = session.site
    _, language = site.work(post.page.path)
    tags = post.front.get("tags")
    shown = [t for t in tags if isinstance(t, str)] if isinstance(tags, list) else []
    return Card(
        title=post.front.text_of("title"),
        site=site.titles.get(language, site.title),
        date=_day(post.front.get("date")),
        tags=tuple(shown[:MAX_TAGS]),
        band=band,
        background=_background(session, post, band),
    )


def _background(session: Session, post: Post, band: tuple[tuple[str, int], ...]) -> Background:
    from hugo_helpers.site import images
    from hugo_helpers.thumbnails import background

    name = post.front.text_of("featureimage")
    if not name or images.is_remote(name):
        return background.speakers(band)
    try:
        image = images.resolve(name, images.roots(session.site, post.page.path))
        return background.choose(image, name, band)
    except (ValueError, OSError) as error:
        session.warn(f"{place(session, post, 'featureimage')}: {error}; its card does without")
        return background.speakers(band)


def without_image(card: Card) -> Card:
    """The same card on its speakers' hues."""
    from hugo_helpers.thumbnails import background

    return replace(card, background=background.speakers(card.band))


def _day(value: object) -> str:
    """The day of a front matter's date, as the card shows it."""
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    found = re.match(r"\d{4}-\d{2}-\d{2}", value) if isinstance(value, str) else None
    return found[0] if found else ""


def stock(session: Session, post: Post) -> tuple[Path, bytes] | None:
    """The image that a post names by its colour, and where it belongs; None where there is none to
    draw: the name is no colour's, or the site has such an image.
    """
    from hugo_helpers.site import images
    from hugo_helpers.thumbnails import background

    name = post.front.text_of("featureimage")
    if not images.stock_colors(name):
        return None
    try:
        if images.resolve(name, images.roots(session.site, post.page.path)) is not None:
            return None
    except ValueError:
        return None
    name = name.lstrip("/")
    content = background.stock(name)
    return None if content is None else (assets(session) / name, content)


def assets(session: Session) -> Path:
    """The site's own folder of assets."""
    return session.site.root / "assets"
