"""Settle one colour per speaker of each thread, so that neighbours never look alike.

A speaker's colour comes from the name, and needs no file. Where two people who speak next to each
other would look alike, one of them moves to another colour; --write puts these exceptions, and
nothing else, into data/matome/colors.json, which belongs into version control.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from hugo_helpers.cli.common import Session, add_site_options, open_session, refusing

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from hugo_helpers.check.post import Post

Settled = Mapping[str, Mapping[str, int]]


def arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--write", action="store_true", help="write data/matome/colors.json")
    what.add_argument(
        "--check", action="store_true", help="exit 1 where data/matome/colors.json is out of date"
    )
    parser.add_argument("--output-format", choices=("text", "json"), default="text")
    add_site_options(parser)


def run(args: argparse.Namespace) -> int:
    from hugo_helpers.cli import stages

    session = open_session(args)
    before = load(session)
    items = list(stages.read(session, stages.files(session, ())))
    posts = stages.readable(session, items)
    after = settle(session, posts, before)
    stale = 0
    if args.check:
        stale = _compare(session, before, after)
    elif args.write:
        _write(session, after)
    elif args.output_format == "json":
        print(_json(session, posts, after))
    else:
        _table(session, posts, after)
    return stale if len(posts) == len(items) else 2


def settle_all(session: Session, posts: Iterable[Post]) -> None:
    """Settle the colours of all posts and write what changed."""
    session.settled = settle(session, posts, load(session))
    _write(session, session.settled)


def settle(session: Session, posts: Iterable[Post], before: Settled) -> Settled:
    """The exceptions of every thread that has any, by the keys of their posts.

    What was settled for a post that is not among `posts` stays while its file is there.
    """
    from hugo_helpers.cli import stages
    from hugo_helpers.colors.settle import settle as settle_thread

    posts = tuple(posts)
    read = {session.site.key(post.page.path) for post in posts}
    others = stages.existing_keys(session) - read if before.keys() - read else set()
    found = {key: before[key] for key in others & before.keys()}
    for post in posts:
        key = session.site.key(post.page.path)
        speakers = [turn.user for turn in post.thread.turns]
        if speakers and (exceptions := settle_thread(speakers, before.get(key, {}))):
            found[key] = exceptions
    return found


def load(session: Session) -> Settled:
    """What data/matome/colors.json holds. Raises Refused, with the place, for a broken file."""
    from hugo_helpers.colors import store

    path = _path(session)
    with refusing(f"{session.prefix}{session.site.name(path)}: "):
        try:
            return store.load(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except UnicodeDecodeError:
            raise ValueError("not UTF-8; restore it, or delete it to settle anew") from None


def _path(session: Session) -> Path:
    return session.site.data / "matome" / "colors.json"


def _write(session: Session, settled: Settled) -> None:
    from hugo_helpers.colors import store
    from hugo_helpers.write import write_if_changed

    path = _path(session)
    moved = sum(map(len, settled.values()))
    summary = f"Colours: {moved} of the speakers' colours moved, in {len(settled)} threads"
    with refusing():
        changed = (settled or path.exists()) and write_if_changed(
            path, store.dump(settled).encode()
        )
    session.say(f"{summary}; {session.site.name(path)} {'written' if changed else 'is up to date'}")


def _compare(session: Session, before: Settled, after: Settled) -> int:
    changed = sorted(
        key for key in before.keys() | after.keys() if before.get(key) != after.get(key)
    )
    for key in changed:
        print(f"{key}: colours are out of date")
    if changed:
        session.say("Bring them up to date with: matome colors --write")
    return 1 if changed else 0


def _rows(
    session: Session, posts: Iterable[Post], settled: Settled
) -> Iterable[tuple[Post, dict[str, tuple[int, bool]]]]:
    """Each post that has quotes, with the slot of each user and whether it was moved."""
    from hugo_helpers.colors.slot import slot

    for post in posts:
        moved = settled.get(session.site.key(post.page.path), {})
        users = dict.fromkeys(turn.user for turn in post.thread.turns)
        if users:
            yield post, {user: (moved.get(user, slot(user)), user in moved) for user in users}


def _json(session: Session, posts: Iterable[Post], settled: Settled) -> str:
    import json

    from hugo_helpers.colors.palette import palette

    colors = palette()
    threads = {
        post.page.name: {
            user: {
                "slot": slot,
                "light": colors.light[slot],
                "dark": colors.dark[slot],
                "moved": moved,
            }
            for user, (slot, moved) in users.items()
        }
        for post, users in _rows(session, posts, settled)
    }
    return json.dumps({"threads": threads}, ensure_ascii=False, indent=1)


def _table(session: Session, posts: Iterable[Post], settled: Settled) -> None:
    from hugo_helpers.colors.palette import palette
    from hugo_helpers.report.visible import visible

    colors = palette()
    threads = 0
    for post, users in _rows(session, posts, settled):
        threads += 1
        print(visible(f"{post.page.name}: {len(users)} speakers"))
        for user, (slot, moved) in users.items():
            color = colors.light[slot]
            swatch = _swatch(color) if session.color else color
            print(f"  {swatch} {slot:>2}{' moved' if moved else '      '}  {visible(user)}")
    if not threads:
        session.say("No post of the site has quotes.")


def _swatch(color: str) -> str:
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return f"\x1b[48;2;{red};{green};{blue}m    \x1b[0m {color}"
