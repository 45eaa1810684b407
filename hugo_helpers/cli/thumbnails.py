"""Draw the card image that a post is shared and listed with, for every post that has none.

Cards are 1200x630 JPEG files below assets/thumbnails/cards/, with smaller ones for lists of posts
below assets/thumbnails/cards-600/, drawn again only when something on them changes. A post that
brings an image of its own (`images` in its front matter, or a feature* or cover* file in its
bundle) is left alone. Images that posts name by colour (thumbnails/blue.jpg,
thumbnails/cyan_orange2.jpg) and that the site does not have are drawn too.
How cards look is set in matome.toml, as [thumbnails] layout, scheme or template. --preview shows
all of them on one sheet, those that need a look first. --write puts the card of each post into its
front matter, as images, where themes and Hugo's own templates look for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.cli import Refused, cards, drawing, ledger, preview, refusing, stages
from hugo_helpers.cli.options import add_jobs_option, add_site_options, processes
from hugo_helpers.cli.session import Session, open_session
from hugo_helpers.report.visible import visible

if TYPE_CHECKING:
    import argparse

    from hugo_helpers.shortcodes.outline import Outline


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="posts (default: all)")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--force", action="store_true", help="draw also what is up to date")
    what.add_argument(
        "--check", action="store_true", help="draw nothing; exit 1 where a card is out of date"
    )
    parser.add_argument("--prune", action="store_true", help="delete cards of posts that are gone")
    parser.add_argument(
        "--write", action="store_true", help="name the card of each post in its front matter"
    )
    parser.add_argument(
        "--preview",
        metavar="FILE",
        type=preview.named,
        help="show all cards on one sheet: an .html file, or .png images",
    )
    add_jobs_option(parser)
    add_site_options(parser)


def run(args: argparse.Namespace) -> int:
    from hugo_helpers.cli import colors

    if args.prune and (args.check or args.paths):
        raise Refused("--prune takes the whole site, and does not go with --check")
    if args.check and (args.preview or args.write):
        raise Refused("--check writes nothing, and goes with neither --preview nor --write")
    session = open_session(args)
    session.settled = colors.load(session)
    items = list(stages.outlines(session, args.paths))
    posts = stages.readable(session, items)
    wanted = list(cards.wanted(session, posts))
    whole = len(posts) == len(items)
    if args.check:
        stale = _compare(session, wanted)
        return stale if whole else 2
    known = drawing.draw_all(session, wanted, force=args.force, processes=processes(args))
    if not args.paths:
        _tidy(session, _gone(session, posts, wanted, known), delete=args.prune)
    if args.write:
        from hugo_helpers.cli import naming

        whole = naming.write(session, wanted) and whole
    if args.preview:
        preview.show(session, wanted, known, args.preview)
    return 0 if whole else 2


def _compare(session: Session, wanted: Sequence[cards.Wanted]) -> int:
    stale = 0
    for one in drawing.find_stale(session, wanted, ledger.entries(session)):
        print(visible(f"{session.prefix}{one.wanted.post.name}: its card is out of date"))
        stale += 1
    if stale:
        session.say("Bring them up to date with: matome thumbnails")
    return 1 if stale else 0


def _gone(
    session: Session,
    posts: Sequence[Outline],
    wanted: Sequence[cards.Wanted],
    known: Iterable[str],
) -> list[str]:
    """The keys of cards whose post is gone, or needs none any more."""
    spare = set(known) - {one.key for one in wanted}
    if not spare:
        return []
    # A post that cannot be read today, or that a setting leaves out, is not gone.
    read = {session.site.key(session.site.root / post.name) for post in posts}
    return sorted(spare - (stages.existing_keys(session) - read))


def _tidy(session: Session, gone: Sequence[str], *, delete: bool) -> None:
    """Name the cards of posts that are gone; delete them when asked."""
    site = session.site
    if gone and delete:
        with refusing():
            for path in ledger.delete(session, gone):
                session.say(f"deleted {site.name(path)}")
    elif gone:
        for key in gone:
            session.say(f"no post for {site.name(cards.files(session, key)[0])}")
        session.say("Delete them with: matome thumbnails --prune")
