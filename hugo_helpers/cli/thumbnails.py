"""Draw the card image that a post is shared and listed with, for every post that has none.

Cards are 1200x630 JPEG files below assets/thumbnails/cards/, drawn again only when something on
them changes. A post that brings an image of its own (`images` in its front matter, or a feature*
or cover* file in its bundle) is left alone. Images that posts name by colour
(thumbnails/blue.jpg, thumbnails/cyan_orange2.jpg) and that the site does not have are drawn too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.cli import Refused
from hugo_helpers.cli.common import Progress, Session, add_site_options, open_session, refusing

if TYPE_CHECKING:
    import argparse

    from hugo_helpers.check.post import Post
    from hugo_helpers.thumbnails.card import Card
    from hugo_helpers.thumbnails.fonts import Fonts

CARDS = "thumbnails/cards"
MANIFEST = "manifest.json"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="posts (default: all)")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--force", action="store_true", help="draw also what is up to date")
    what.add_argument(
        "--check", action="store_true", help="draw nothing; exit 1 where a card is out of date"
    )
    parser.add_argument("--prune", action="store_true", help="delete cards of posts that are gone")
    add_site_options(parser)


def run(args: argparse.Namespace) -> int:
    from hugo_helpers.cli import colors, stages

    if args.prune and (args.check or args.paths):
        raise Refused("--prune takes the whole site, and does not go with --check")
    session = open_session(args)
    session.settled = colors.load(session)
    items = stages.read(session, stages.files(session, args.paths))
    posts = stages.readable(session, items)
    if args.check:
        return _compare(session, posts)
    draw_all(session, posts, force=args.force)
    if not args.paths:
        _tidy(session, posts, delete=args.prune)
    return 0


def draw_all(session: Session, posts: Iterable[Post], *, force: bool = False) -> None:
    """Draw what is missing or out of date: the cards of `posts`, and the stock images they name."""
    from hugo_helpers.thumbnails import manifest
    from hugo_helpers.thumbnails.card import draw
    from hugo_helpers.write import write_if_changed

    wanted = list(_wanted(session, posts))
    if not wanted:
        return
    stock = sum(_draw_stock(session, one.post) for one in wanted)
    fonts = _fonts(session)
    folder = _assets(session) / CARDS
    known = _known(session)
    drawn = 0
    try:
        for one in Progress(session, "Cards", wanted):
            with _told(session, one.post):
                card = _card(session, one.post)
                mark = manifest.fingerprint(card, fonts)
                path = folder / f"{one.key}.jpg"
                if not force and known.get(one.key) == mark and path.is_file():
                    continue
                result = draw(card, fonts)
                write_if_changed(path, result.jpeg)
                known[one.key] = mark
                drawn += 1
                if result.missing:
                    _tell_missing(session, one.post, result.missing)
    finally:
        write_if_changed(folder / MANIFEST, manifest.dump(known).encode())
    kept = len(wanted) - drawn
    more = f", {stock} stock images" if stock else ""
    session.say(f"Cards: {drawn} drawn{more}, {kept} up to date")


@dataclass(frozen=True, slots=True)
class _Wanted:
    key: str
    post: Post


def _wanted(session: Session, posts: Iterable[Post]) -> Iterator[_Wanted]:
    for post in posts:
        path = post.page.path
        if path.name.lower().startswith("_index.") or not post.front.text_of("title").strip():
            continue
        if post.front.get("images") or _brings_image(path):
            session.detail(f"{post.page.name} has an image of its own")
            continue
        yield _Wanted(session.site.key(path), post)


def _brings_image(path: Path) -> bool:
    """Whether a bundle holds an image that themes take for the post's own."""
    if not path.name.lower().startswith("index."):
        return False
    own = re.compile(r"(feature|cover).*\.(jpe?g|png|webp|avif|gif)", re.IGNORECASE)
    return any(own.fullmatch(beside.name) for beside in path.parent.iterdir())


class _told:  # noqa: N801 - reads as a statement
    """Says what is wrong with the images of one post, at its front matter, and goes on."""

    def __init__(self, session: Session, post: Post) -> None:
        self._session = session
        self._post = post

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type | None, error: BaseException | None, _: object) -> bool:
        if not isinstance(error, ValueError | OSError):
            return False
        place = _place(self._session, self._post, "featureimage")
        self._session.say(f"{place}: {error}; its card is not drawn")
        return True


def _place(session: Session, post: Post, key: str) -> str:
    from hugo_helpers.shortcodes.position import Positions

    row, column = Positions(post.text).at(post.front.locate(post.text, key)[0])
    return f"{session.prefix}{post.page.name}:{row}:{column}"


def _tell_missing(session: Session, post: Post, missing: tuple[str, ...]) -> None:
    signs = " ".join(f"{sign} (U+{ord(sign[0]):04X})" for sign in missing[:8])
    session.say(
        f"{_place(session, post, 'title')}: no font has {signs}; name a font file that does, "
        'in matome.toml: fonts = ["fonts/my.otf"]'
    )


def _fonts(session: Session) -> Fonts:
    from hugo_helpers.thumbnails import fonts

    with refusing():
        return fonts.find([session.site.root / name for name in session.settings.fonts])


def _assets(session: Session) -> Path:
    return session.site.root / "assets"


def _known(session: Session) -> dict[str, str]:
    from hugo_helpers.thumbnails import manifest

    path = _assets(session) / CARDS / MANIFEST
    try:
        return dict(manifest.load(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        session.say(f"{session.prefix}{session.site.name(path)}: {error}; all cards are drawn anew")
        return {}


def _card(session: Session, post: Post) -> Card:
    from hugo_helpers.colors.palette import palette
    from hugo_helpers.colors.slot import slot
    from hugo_helpers.site import images
    from hugo_helpers.thumbnails import background
    from hugo_helpers.thumbnails.card import Card

    colors = palette().light
    settled = session.settled.get(session.site.key(post.page.path), {})
    band = tuple(
        (colors[settled.get(q.user, slot(q.user))], max(1, len(q.body))) for q in post.thread.quotes
    )
    name = post.front.text_of("featureimage")
    roots = images.roots(session.site, post.page.path)
    tags = post.front.get("tags")
    return Card(
        title=post.front.text_of("title"),
        site=session.site.title,
        date=_date(post.front.get("date")),
        tags=tuple(t for t in tags if isinstance(t, str))[:12] if isinstance(tags, list) else (),
        band=band,
        background=background.choose(name, roots, band),
    )


def _date(value: object) -> str:
    """The day of a front matter's date, as the card shows it."""
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    found = re.match(r"\d{4}-\d{2}-\d{2}", value) if isinstance(value, str) else None
    return found[0] if found else ""


def _draw_stock(session: Session, post: Post) -> bool:
    """Draw the image that a post names by its colour, where the site has none; whether it did."""
    from hugo_helpers.site import images
    from hugo_helpers.thumbnails import background
    from hugo_helpers.write import write_if_changed

    name = post.front.text_of("featureimage")
    if not images.stock_colors(name):
        return False
    try:
        if images.resolve(name, images.roots(session.site, post.page.path)) is not None:
            return False
    except ValueError:
        return False
    name = name.lstrip("/")
    content = background.stock(name)
    return content is not None and write_if_changed(_assets(session) / name, content)


def _compare(session: Session, posts: Iterable[Post]) -> int:
    from hugo_helpers.thumbnails import manifest

    known = _known(session)
    fonts = _fonts(session)
    stale = 0
    for one in _wanted(session, posts):
        with _told(session, one.post):
            path = _assets(session) / CARDS / f"{one.key}.jpg"
            mark = manifest.fingerprint(_card(session, one.post), fonts)
            if known.get(one.key) != mark or not path.is_file():
                print(f"{session.prefix}{one.post.page.name}: its card is out of date")
                stale += 1
    if stale:
        session.say("Bring them up to date with: matome thumbnails")
    return 1 if stale else 0


def _tidy(session: Session, posts: Iterable[Post], *, delete: bool) -> None:
    """Name the cards of posts that are gone; delete them when asked."""
    from hugo_helpers.thumbnails import manifest
    from hugo_helpers.write import write_if_changed

    folder = _assets(session) / CARDS
    known = _known(session)
    gone = sorted(known.keys() - {one.key for one in _wanted(session, posts)})
    for key in gone:
        path = folder / f"{key}.jpg"
        if delete and path.resolve().is_relative_to(folder.resolve()):
            path.unlink(missing_ok=True)
            del known[key]
        session.say(f"{'deleted' if delete else 'no post for'} {session.site.name(path)}")
    if gone and delete:
        write_if_changed(folder / MANIFEST, manifest.dump(known).encode())
    elif gone:
        session.say("Delete them with: matome thumbnails --prune")
