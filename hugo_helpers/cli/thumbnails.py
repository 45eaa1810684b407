"""Draw the card image that a post is shared and listed with, for every post that has none.

Cards are 1200x630 JPEG files below assets/thumbnails/cards/, with smaller ones for lists of posts
below assets/thumbnails/cards-600/, drawn again only when something on them changes. A post that
brings an image of its own (`images` in its front matter, or a feature* or cover* file in its
bundle) is left alone. Images that posts name by colour (thumbnails/blue.jpg,
thumbnails/cyan_orange2.jpg) and that the site does not have are drawn too.
How cards look is set in matome.toml, as [thumbnails] layout, scheme or template.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.cli import Refused, cards, stages
from hugo_helpers.cli.common import (
    Progress,
    Session,
    add_jobs_option,
    add_site_options,
    open_session,
    processes,
    refusing,
)
from hugo_helpers.report.visible import visible
from hugo_helpers.site.pictures import CARDS, FOLDER

if TYPE_CHECKING:
    import argparse

    from hugo_helpers.shortcodes.outline import Outline
    from hugo_helpers.thumbnails.background import Background
    from hugo_helpers.thumbnails.card import Drawn
    from hugo_helpers.thumbnails.fonts import Fonts
    from hugo_helpers.thumbnails.manifest import Entry

MANIFEST = "manifest.json"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="posts (default: all)")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--force", action="store_true", help="draw also what is up to date")
    what.add_argument(
        "--check", action="store_true", help="draw nothing; exit 1 where a card is out of date"
    )
    parser.add_argument("--prune", action="store_true", help="delete cards of posts that are gone")
    add_jobs_option(parser)
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
        draw_all(session, posts, force=args.force, processes=processes(args))
        stale = 0
        if not args.paths:
            _tidy(session, posts, delete=args.prune)
    return stale if len(posts) == len(items) else 2


def draw_all(
    session: Session, posts: Iterable[Outline], *, force: bool = False, processes: int = 1
) -> None:
    """Draw what is missing or out of date: the cards of `posts`, and the stock images they name.

    Raises Refused where no font is found, or a file cannot be written.
    """
    from hugo_helpers.write import alone

    wanted = list(cards.wanted(session, posts))
    if not wanted:
        return
    with refusing(), alone(_folder(session), lambda: session.say("Waiting for another run")):
        fonts = _fonts(session)
        stock = sum(_draw_stock(session, one.post) for one in wanted)
        known = _known(session)
        stale = list(_stale(session, wanted, {} if force else known, fonts))
        _draw_stale(session, stale, known, fonts, processes)
    kept = len(wanted) - len(stale)
    more = f", {stock} stock images" if stock else ""
    session.say(f"Cards: {len(stale)} drawn{more}, {kept} up to date")


class _Stale(NamedTuple):
    """A card that is to be drawn, and what it will have been drawn from."""

    key: str
    post: Outline
    mark: str
    background: Background


def _stale(
    session: Session, wanted: Iterable[cards.Wanted], known: Mapping[str, Entry], fonts: Fonts
) -> Iterator[_Stale]:
    """The cards that are missing, out of date, or not as they were left."""
    from hugo_helpers.thumbnails import manifest

    widths = session.settings.thumbnails.widths
    for one in wanted:
        card = cards.card(session, one.post)
        mark = manifest.fingerprint(card, fonts, widths=widths)
        entry = known.get(one.key)
        if entry is None or entry.mark != mark or entry.sizes != _sizes(session, one.key):
            yield _Stale(one.key, one.post, mark, card.background)


def _sizes(session: Session, key: str) -> tuple[int, ...]:
    try:
        return tuple([path.stat().st_size for path in cards.files(session, key)])
    except OSError:
        return ()


def _draw_stale(
    session: Session,
    stale: Sequence[_Stale],
    known: dict[str, Entry],
    fonts: Fonts,
    processes: int,
) -> None:
    """Draw cards, and note in the manifest those that were written, whatever then goes wrong."""
    from hugo_helpers.thumbnails import manifest
    from hugo_helpers.thumbnails.studio import Studio
    from hugo_helpers.write import write_if_changed

    studio = Studio(fonts, session.settings.thumbnails.widths)
    pending = cards.Pending(session, [(one.post, one.background) for one in stale])
    drawn = studio.all(pending, processes)
    path = _folder(session) / MANIFEST
    try:
        for one, (done, problem) in zip(Progress(session, "Cards", stale), drawn, strict=True):
            if problem:
                place = cards.place(session, one.post, "featureimage")
                session.warn(f"{place}: {problem}; its card does without")
            if done.missing:
                _tell_missing(session, one.post, done.missing)
            _write(session, one.key, done)
            known[one.key] = manifest.entry(one.mark, done)
    except BaseException:
        drawn.close()
        # The disk may be full: an older manifest fits as well, and those cards are drawn again.
        with suppress(OSError):
            write_if_changed(path, manifest.dump(known).encode())
        raise
    write_if_changed(path, manifest.dump(known).encode())


def _write(session: Session, key: str, drawn: Drawn) -> None:
    """Write a card and its smaller copies. They are not synced: one that a machine's end damaged
    does not have the size that the manifest knows, and is drawn again.
    """
    from hugo_helpers.write import replacing

    for path, content in zip(cards.files(session, key), (drawn.jpeg, *drawn.smaller), strict=True):
        with replacing(path, durable=False) as file:
            file.write(content)


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


def _folder(session: Session) -> Path:
    return cards.assets(session) / FOLDER / CARDS


def _known(session: Session) -> dict[str, Entry]:
    from hugo_helpers.thumbnails import manifest

    path = _folder(session) / MANIFEST
    try:
        return dict(manifest.load(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        session.say(f"{session.prefix}{session.site.name(path)}: {error}; all cards are drawn anew")
        return {}


def _compare(session: Session, posts: Iterable[Outline]) -> int:
    known, wanted = _known(session), cards.wanted(session, posts)
    stale = 0
    for one in _stale(session, wanted, known, _fonts(session)):
        print(visible(f"{session.prefix}{one.post.name}: its card is out of date"))
        stale += 1
    if stale:
        session.say("Bring them up to date with: matome thumbnails")
    return 1 if stale else 0


def _tidy(session: Session, posts: Iterable[Outline], *, delete: bool) -> None:
    """Name the cards of posts that are gone; delete them when asked."""
    from hugo_helpers.thumbnails import manifest
    from hugo_helpers.write import write_if_changed

    folder = _folder(session)
    known = _known(session)
    read = {session.site.key(session.site.root / post.name) for post in posts}
    wanted = {one.key for one in cards.wanted(session, posts)}
    base = (cards.assets(session) / FOLDER).resolve()
    # A post that cannot be read today, or that a setting leaves out, is not gone.
    gone = sorted(known.keys() - wanted - (stages.existing_keys(session) - read))
    for key in gone:
        paths = cards.files(session, key)
        # The manifest may come from a stranger: its keys lead nowhere else.
        if delete and all(path.resolve().is_relative_to(base) for path in paths):
            for path in paths:
                path.unlink(missing_ok=True)
            del known[key]
        session.say(f"{'deleted' if delete else 'no post for'} {session.site.name(paths[0])}")
    if gone and delete:
        write_if_changed(folder / MANIFEST, manifest.dump(known).encode())
    elif gone:
        session.say("Delete them with: matome thumbnails --prune")
