"""Draw the card image that a post is shared and listed with, for every post that has none.

Cards are 1200x630 JPEG files below assets/thumbnails/cards/, drawn again only when something on
them changes. A post that brings an image of its own (`images` in its front matter, or a feature*
or cover* file in its bundle) is left alone. Images that posts name by colour
(thumbnails/blue.jpg, thumbnails/cyan_orange2.jpg) and that the site does not have are drawn too.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.cli import Refused, cards, stages
from hugo_helpers.cli.common import Progress, Session, add_site_options, open_session, refusing
from hugo_helpers.report.visible import visible

if TYPE_CHECKING:
    import argparse

    from hugo_helpers.shortcodes.outline import Outline
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
    from hugo_helpers.cli import colors

    if args.prune and (args.check or args.paths):
        raise Refused("--prune takes the whole site, and does not go with --check")
    session = open_session(args)
    session.settled = colors.load(session)
    items = list(stages.outlines(session, args.paths))
    posts = stages.readable(session, items)
    if args.check:
        stale = _compare(session, posts)
    else:
        draw_all(session, posts, force=args.force)
        stale = 0
        if not args.paths:
            _tidy(session, posts, delete=args.prune)
    return stale if len(posts) == len(items) else 2


def draw_all(session: Session, posts: Iterable[Outline], *, force: bool = False) -> None:
    """Draw what is missing or out of date: the cards of `posts`, and the stock images they name.

    Raises Refused where no font is found, or a file cannot be written.
    """
    from hugo_helpers.thumbnails import manifest
    from hugo_helpers.write import write_if_changed

    wanted = list(cards.wanted(session, posts))
    if not wanted:
        return
    folder = cards.assets(session) / CARDS
    known = _known(session)
    drawn = 0
    with refusing():
        fonts = _fonts(session)
        stock = sum(_draw_stock(session, one.post) for one in wanted)
        try:
            for one in Progress(session, "Cards", wanted):
                card = cards.card(session, one.post)
                mark = manifest.fingerprint(card, fonts)
                path = folder / f"{one.key}.jpg"
                if not force and known.get(one.key) == mark and path.is_file():
                    continue
                write_if_changed(path, _draw(session, one.post, card, fonts))
                known[one.key] = mark
                drawn += 1
        finally:
            write_if_changed(folder / MANIFEST, manifest.dump(known).encode())
    kept = len(wanted) - drawn
    more = f", {stock} stock images" if stock else ""
    session.say(f"Cards: {drawn} drawn{more}, {kept} up to date")


def _draw(session: Session, post: Outline, card: Card, fonts: Fonts) -> bytes:
    """The JPEG of a card; what is wrong with its image or its letters is said at the post."""
    from hugo_helpers.thumbnails.card import draw

    try:
        drawn = draw(card, fonts)
    except (ValueError, OSError) as error:
        if card.background.image is None:
            raise
        place = cards.place(session, post, "featureimage")
        session.warn(f"{place}: {error}; its card does without")
        drawn = draw(cards.without_image(card), fonts)
    if drawn.missing:
        _tell_missing(session, post, drawn.missing)
    return drawn.jpeg


def _draw_stock(session: Session, post: Outline) -> bool:
    from hugo_helpers.write import write_if_changed

    found = cards.stock(session, post)
    return found is not None and write_if_changed(*found)


def _tell_missing(session: Session, post: Outline, missing: tuple[str, ...]) -> None:
    signs = " ".join(f"{sign} (U+{ord(sign[0]):04X})" for sign in missing[:8])
    session.warn(
        f"{cards.place(session, post, 'title')}: no font has {signs}; name a font file that does, "
        'in matome.toml: fonts = ["fonts/my.otf"]'
    )


def _fonts(session: Session) -> Fonts:
    from hugo_helpers.thumbnails import fonts

    with refusing():
        return fonts.find([session.site.root / name for name in session.settings.fonts])


def _known(session: Session) -> dict[str, str]:
    from hugo_helpers.thumbnails import manifest

    path = cards.assets(session) / CARDS / MANIFEST
    try:
        return dict(manifest.load(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        session.say(f"{session.prefix}{session.site.name(path)}: {error}; all cards are drawn anew")
        return {}


def _compare(session: Session, posts: Iterable[Outline]) -> int:
    from hugo_helpers.thumbnails import manifest

    known = _known(session)
    fonts = _fonts(session)
    stale = 0
    for one in cards.wanted(session, posts):
        path = cards.assets(session) / CARDS / f"{one.key}.jpg"
        mark = manifest.fingerprint(cards.card(session, one.post), fonts)
        if known.get(one.key) != mark or not path.is_file():
            print(visible(f"{session.prefix}{one.post.name}: its card is out of date"))
            stale += 1
    if stale:
        session.say("Bring them up to date with: matome thumbnails")
    return 1 if stale else 0


def _tidy(session: Session, posts: Iterable[Outline], *, delete: bool) -> None:
    """Name the cards of posts that are gone; delete them when asked."""
    from hugo_helpers.thumbnails import manifest
    from hugo_helpers.write import write_if_changed

    folder = cards.assets(session) / CARDS
    known = _known(session)
    read = {session.site.key(session.site.root / post.name) for post in posts}
    wanted = {one.key for one in cards.wanted(session, posts)}
    # A post that cannot be read today, or that a setting leaves out, is not gone.
    gone = sorted(known.keys() - wanted - (stages.existing_keys(session) - read))
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
