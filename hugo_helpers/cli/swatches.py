"""How `matome colors` shows who has which colour where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.colors.palette import palette
from hugo_helpers.colors.slot import slot
from hugo_helpers.report.visible import visible
from hugo_helpers.report.width import glyph_width

if TYPE_CHECKING:
    from hugo_helpers.cli.colors import Talk

Settled = Mapping[str, Mapping[str, int]]
_NAME_COLUMNS = 60
_NAMES_COMPARED = 3_000
_NAME_COMPARED = 60


class Speaker(NamedTuple):
    """What one user has in one thread."""

    slot: int
    moved: bool
    quotes: int


Threads = dict[str, dict[str, Speaker]]
"""For each post, by the name it is reported by, its users in the order in which they speak."""


def threads(talks: Iterable[Talk], settled: Settled) -> Threads:
    """All threads of the posts that have any, with the slots that `settled` and the names give."""
    found: Threads = {}
    for talk in talks:
        moved = settled.get(talk.key, {})
        if talk.users:
            found[talk.name] = {
                user: Speaker(moved.get(user, slot(user)), user in moved, quotes)
                for user, quotes in Counter(talk.users).items()
            }
    return found


def of_user(every: Threads, user: str) -> Threads:
    """The threads in which `user` speaks, without all others."""
    return {name: {user: users[user]} for name, users in every.items() if user in users}


def as_json(shown: Threads, *, quotes: bool) -> str:
    """The threads as JSON text: slot, both colours, whether moved; with `quotes` how many."""
    from hugo_helpers.report.json import dumps

    colors = palette()
    value: dict[str, dict[str, dict[str, object]]] = {}
    for name, users in shown.items():
        value[name] = {}
        for user, speaker in users.items():
            value[name][user] = {
                "slot": speaker.slot,
                "light": colors.light[speaker.slot],
                "dark": colors.dark[speaker.slot],
                "moved": speaker.moved,
            }
            if quotes:
                value[name][user]["quotes"] = speaker.quotes
    return dumps({"threads": value}, indent=1)


def table(shown: Threads, *, color: bool) -> Iterator[str]:
    """Lines: each thread with its users."""
    for name, users in shown.items():
        moved = sum(speaker.moved for speaker in users.values())
        yield visible(f"{name}: {_count(len(users), 'speaker')}{f', {moved} moved' * bool(moved)}")
        for user, speaker in users.items():
            yield f"  {_row(speaker, color=color)}  {legible(user)}"


def table_of_user(shown: Threads, user: str, *, color: bool) -> Iterator[str]:
    """Lines: the threads in which one user speaks."""
    quotes = sum(users[user].quotes for users in shown.values())
    yield f"{legible(user)}: {_count(quotes, 'quote')} in {_count(len(shown), 'thread')}"
    for name, users in shown.items():
        yield f"  {_row(users[user], color=color)}  {visible(name)}"


def legible(user: str) -> str:
    """A name as it can be shown on one line: nothing hidden, no more than some columns."""
    if not user.strip():
        return f"(blank: {visible(ascii(user[:9]))})" if user else "(empty)"
    shown, columns = "", 0
    for sign in visible(user[: 2 * _NAME_COLUMNS]):
        columns += glyph_width(sign)
        if columns > _NAME_COLUMNS:
            break
        shown += sign
    cut = columns > _NAME_COLUMNS or len(user) > 2 * _NAME_COLUMNS
    return f"{shown}… ({len(user):,} characters)" if cut else shown


def nearest(every: Threads, user: str) -> list[str]:
    """Up to three names that `user` may stand for: the same in another spelling, or near it."""
    from difflib import get_close_matches

    names = dict.fromkeys(name for users in every.values() for name in users)
    spelled = _folded(user)
    same = [name for name in names if _folded(name) == spelled]
    if same:
        return same[:3]
    if len(user) > _NAME_COMPARED:
        return []
    alike = [name for name in names if name[:1] == user[:1] and abs(len(name) - len(user)) <= 2]
    return get_close_matches(user, alike[:_NAMES_COMPARED], 3, 0.75)


def _folded(name: str) -> str:
    from unicodedata import normalize

    return normalize("NFKC", name[:_NAME_COMPARED]).casefold().strip()


def _row(speaker: Speaker, *, color: bool) -> str:
    light, dark = palette().light[speaker.slot], palette().dark[speaker.slot]
    swatches = f"{_swatch(light)} {_swatch(dark)}" if color else f"{light} {dark}"
    moved = "moved" if speaker.moved else "     "
    return f"{swatches} {speaker.slot:>2} {moved} {speaker.quotes:>4}×"


def _swatch(color: str) -> str:
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return f"\x1b[48;2;{red};{green};{blue}m    \x1b[0m {color}"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
