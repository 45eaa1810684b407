"""Bringing card images up to date: what is stale is drawn and written, and the manifest with it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.cli import cards, ledger, refusing
from hugo_helpers.cli.progress import Progress
from hugo_helpers.cli.session import Session

if TYPE_CHECKING:
    from hugo_helpers.shortcodes.outline import Outline
    from hugo_helpers.thumbnails.background import Background
    from hugo_helpers.thumbnails.card import Drawn
    from hugo_helpers.thumbnails.fonts import Fonts
    from hugo_helpers.thumbnails.manifest import Entry


def draw_all(
    session: Session, wanted: Sequence[cards.Wanted], *, force: bool = False, processes: int = 1
) -> dict[str, Entry]:
    """Draw what is missing or out of date: these cards, and the stock images that posts name. Gives
    what the manifest then knows.

    Raises Refused where no font is found, or a file cannot be written.
    """
    if not wanted:
        return ledger.entries(session)
    with refusing(), ledger.alone(session):
        stock = _draw_stock(session, wanted)
        known = ledger.entries(session)
        stale = list(find_stale(session, wanted, {} if force else known))
        _draw_stale(session, stale, known, processes)
    kept = len(wanted) - len(stale)
    more = f", {stock} stock images" if stock else ""
    session.say(f"Cards: {len(stale)} drawn{more}, {kept} up to date")
    fresh = {one.wanted.key for one in stale}
    _remind(session, [one for one in wanted if one.key not in fresh], known)
    return known


def _remind(session: Session, kept: Sequence[cards.Wanted], known: Mapping[str, Entry]) -> None:
    """Tell again what is wrong with cards that were drawn by earlier runs."""
    for one in kept:
        if problem := known[one.key].problem:
            _tell_problem(session, one.post, problem)
    if lacking := sum(bool(known[one.key].missing) for one in kept):
        cards_lack = "card lacks" if lacking == 1 else "cards lack"
        session.say(
            f"{lacking} more {cards_lack} characters that no font has; they are shown first by: "
            "matome thumbnails --preview cards.html"
        )


class Stale(NamedTuple):
    """A card that is to be drawn, and what it will have been drawn from."""

    wanted: cards.Wanted
    mark: str
    background: Background


def find_stale(
    session: Session, wanted: Iterable[cards.Wanted], known: Mapping[str, Entry]
) -> Iterator[Stale]:
    """The cards that are missing, out of date, or not as they were left.

    Raises Refused where no font is found.
    """
    from hugo_helpers.thumbnails import manifest

    found, widths = fonts(session), session.settings.thumbnails.widths
    folders = [str(folder) for folder in cards.folders(session)]
    for one in wanted:
        card = cards.card(session, one)
        mark = manifest.fingerprint(card, found, widths=widths)
        entry = known.get(one.key)
        if entry is None or entry.mark != mark or entry.sizes != _sizes(folders, one.key):
            yield Stale(one, mark, card.background)


def _sizes(folders: Sequence[str], key: str) -> tuple[int, ...]:
    """The bytes of a card and of its smaller copies; () where one of them is missing."""
    try:
        return tuple([os.stat(f"{folder}/{key}.jpg").st_size for folder in folders])  # noqa: PTH116
    except OSError:
        return ()


def _draw_stale(
    session: Session, stale: Sequence[Stale], known: dict[str, Entry], processes: int
) -> None:
    """Draw cards, and note in the manifest those that were written, whatever then goes wrong."""
    from hugo_helpers.thumbnails import manifest
    from hugo_helpers.thumbnails.studio import Studio

    studio = Studio(fonts(session), session.settings.thumbnails.widths)
    pending = cards.Pending(session, [(one.wanted, one.background) for one in stale])
    drawn = studio.all(pending, processes)
    try:
        for one, (done, problem) in zip(Progress(session, "Cards", stale), drawn, strict=True):
            post, key = one.wanted.post, one.wanted.key
            problem = problem.replace(f"{session.site.root}{os.sep}", "")
            if problem:
                _tell_problem(session, post, problem)
            if done.missing:
                _tell_missing(session, post, done.missing)
            _write(session, key, done)
            known[key] = manifest.entry(one.mark, done, problem)
    except BaseException:
        drawn.close()
        # The disk may be full: an older manifest fits as well, and those cards are drawn again.
        with suppress(OSError):
            ledger.keep(session, known)
        raise
    ledger.keep(session, known)


def _write(session: Session, key: str, drawn: Drawn) -> None:
    """Write a card and before it its smaller copies, which a page looks for once it has the card.

    They are not synced: one that a machine's end damaged does not have the size that the manifest
    knows, and is drawn again.
    """
    from hugo_helpers.write import replacing

    drawings = zip(cards.files(session, key), (drawn.jpeg, *drawn.smaller), strict=True)
    for path, content in reversed([*drawings]):
        with replacing(path, durable=False) as file:
            file.write(content)


def _draw_stock(session: Session, wanted: Iterable[cards.Wanted]) -> int:
    """Draw the images that posts name by their colour and that are missing; how many these are."""
    from hugo_helpers.thumbnails import background
    from hugo_helpers.write import write_if_changed

    drawn = 0
    for name in sorted({cards.stock(session, one) for one in wanted} - {""}):
        content = background.stock(name)
        if content is not None:
            drawn += write_if_changed(cards.assets(session) / name, content)
    return drawn


def _tell_problem(session: Session, post: Outline, problem: str) -> None:
    session.warn(f"{cards.place(session, post, 'featureimage')}: {problem}; its card does without")


def _tell_missing(session: Session, post: Outline, missing: tuple[str, ...]) -> None:
    from hugo_helpers.thumbnails.clusters import named

    place = cards.place(session, post, "title")
    session.warn(
        f"{place}: no font has {named(missing[:8])}; name a font file that does, in matome.toml: "
        'fonts = ["fonts/my.otf"]'
    )


def fonts(session: Session) -> Fonts:
    """The fonts that cards are drawn with. Raises Refused where none is found."""
    from hugo_helpers.thumbnails.fonts import find

    with refusing():
        return find([session.site.root / name for name in session.settings.fonts])
