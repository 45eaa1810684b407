"""The card images of a site's posts: which posts get one, and what stands on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.cli import refusing
from hugo_helpers.cli.session import Session
from hugo_helpers.site.pictures import CARDS, FOLDER
from hugo_helpers.site.settings import LAYOUTS

if TYPE_CHECKING:
    from hugo_helpers.shortcodes.outline import Outline
    from hugo_helpers.thumbnails.background import Background
    from hugo_helpers.thumbnails.card import Card
    from hugo_helpers.thumbnails.template import Template

_OWN = r"(feature|cover).*\.(jpe?g|png|webp|avif|gif)"
MAX_TAGS = 12


@dataclass(frozen=True, slots=True)
class Wanted:
    """A post that gets a card, the card's key, and the post's file and language."""

    key: str
    post: Outline
    path: Path
    language: str


def wanted(session: Session, posts: Iterable[Outline]) -> Iterator[Wanted]:
    """The posts that get a card: pages with a title that bring no image of their own."""
    for post in posts:
        path = _path(session, post)
        if path.name.lower().startswith("_index.") or not post.title.strip():
            continue
        if post.illustrated or _brings_image(path):
            session.detail(f"{post.name} has an image of its own")
            continue
        work, language = session.site.work(path)
        yield Wanted(session.site.key_of(work, language), post, path, language)


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


def card(session: Session, one: Wanted, behind: Background | None = None) -> Card:
    """What stands on a post's card, on the background `behind` where it is known. An image that may
    not be used is said, and left out.
    """
    from hugo_helpers.colors.palette import palette
    from hugo_helpers.colors.slot import slot
    from hugo_helpers.thumbnails.card import Card

    colors, post, site = palette().light, one.post, session.site
    settled = session.settled.get(one.key, {})
    hues = {user: colors[settled.get(user, slot(user))] for user in set(post.users)}
    band = tuple(
        [
            (hues[user], max(1, length))
            for user, length in zip(post.users, post.lengths, strict=True)
        ]
    )
    return Card(
        title=post.title,
        site=site.titles.get(one.language, site.title),
        date=post.day,
        tags=post.tags[:MAX_TAGS],
        band=band,
        background=behind or _background(session, one, band),
        scheme=session.settings.thumbnails.scheme,  # type: ignore[arg-type]
        template=session.template,
    )


def read_template(session: Session) -> Template | None:
    """What the settings have cards look like; None for the layout `bubbles`.

    Raises Refused where the site's own template cannot be used.
    """
    from hugo_helpers.site import images
    from hugo_helpers.thumbnails import template_file

    root, chosen = session.site.root, session.settings.thumbnails

    def find(named: str) -> Path:
        found = images.resolve(named, (root, root / "assets", root / "static"))
        if found is None:
            raise ValueError("no such file in the site")
        return found

    if not chosen.template:
        return None if chosen.layout == LAYOUTS[0] else template_file.built_in(chosen.layout)
    what = f"matome.toml: template = {chosen.template!r}: "
    with refusing(what), find(chosen.template).open("rb") as file:
        written = file.read(template_file.MAX_BYTES + 1).decode("utf-8-sig")
    with refusing():
        return template_file.parse(written, session.prefix + chosen.template, find)


class Pending(Sequence["Card"]):
    """The cards of posts, each made when it is asked for: thousands would not fit in memory."""

    def __init__(self, session: Session, posts: Sequence[tuple[Wanted, Background]]) -> None:
        self._session = session
        self._posts = posts

    def __len__(self) -> int:
        return len(self._posts)

    def __getitem__(self, number: int) -> Card:  # type: ignore[override]
        return card(self._session, *self._posts[number])


def _background(session: Session, one: Wanted, band: tuple[tuple[str, int], ...]) -> Background:
    from hugo_helpers.site import images
    from hugo_helpers.thumbnails import background

    name = one.post.image
    if not name or images.is_remote(name):
        return background.speakers(band)
    try:
        image = session.images.find(name, one.path)
        return background.choose(image, name, band)
    except (ValueError, OSError) as error:
        session.warn(f"{place(session, one.post, 'featureimage')}: {error}; its card does without")
        return background.speakers(band)


def stock(session: Session, one: Wanted) -> str:
    """The name, below the folder of cards, of the image that a post names by its colour; empty
    where there is none to draw: the name is no colour's, or the site has such an image.
    """
    from hugo_helpers.site import images

    name = one.post.image
    try:
        has = not images.stock_colors(name) or session.images.find(name, one.path)
    except ValueError:
        return ""
    return "" if has else name.lstrip("/")


def assets(session: Session) -> Path:
    """The site's own folder that cards are written below."""
    return session.site.root / session.settings.thumbnails.folder


def folders(session: Session) -> list[Path]:
    """Where cards lie, and where their smaller copies do, from one width to the next."""
    below = assets(session) / FOLDER
    widths = session.settings.thumbnails.widths
    return [below / CARDS, *(below / f"{CARDS}-{width}" for width in widths)]


def files(session: Session, key: str) -> list[Path]:
    """The file of a card, and those of its smaller copies."""
    return [folder / f"{key}.jpg" for folder in folders(session)]
