"""Settle one colour per speaker of each thread, so that neighbours never look alike.

A speaker's colour comes from the name, and needs no file. Where two people who speak next to each
other would look alike, one of them moves to another colour; --write puts these exceptions, and
nothing else, into data/matome/colors.json, which belongs into version control.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.cli import Refused, refusing
from hugo_helpers.cli.options import add_site_options
from hugo_helpers.cli.session import Session, open_session
from hugo_helpers.report.visible import visible

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from hugo_helpers.cli.swatches import Threads
    from hugo_helpers.shortcodes.outline import Outline

Settled = Mapping[str, Mapping[str, int]]
_WRITE = "bring it up to date with: matome colors --write"


class Talk(NamedTuple):
    """Who speaks in one post."""

    name: str
    """The post's, as it is reported."""
    key: str
    users: Sequence[str]
    """In reading order, one for each quote."""


def arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--write", action="store_true", help="write data/matome/colors.json")
    what.add_argument(
        "--check", action="store_true", help="exit 1 where data/matome/colors.json is out of date"
    )
    what.add_argument(
        "--reset",
        action="store_true",
        help="settle all colours anew, whatever data/matome/colors.json holds, and write it",
    )
    what.add_argument("--user", metavar="NAME", help="show where and how one person appears")
    parser.add_argument("--output-format", choices=("text", "json"), default="text")
    add_site_options(parser)


def run(args: argparse.Namespace) -> int:
    from hugo_helpers.cli import stages

    session = open_session(args)
    before = {} if args.reset else load(session)
    items = list(stages.outlines(session))
    talks = [talk(session, post) for post in stages.readable(session, items)]
    after = settle(session, talks, before)
    stale = 0
    if args.check:
        stale = _compare(session, before, after)
    elif args.write or args.reset:
        _write(session, after)
    else:
        _show(session, talks, after, args)
        if before != after and args.output_format == "text":
            session.say(f"{session.site.name(path(session))} is out of date; {_WRITE}")
    return stale if len(talks) == len(items) else 2


def settle_all(session: Session, posts: Iterable[Outline]) -> None:
    """Settle the colours of all posts and write what changed.

    A broken file is told and kept; then every speaker has the name's own colour, as in Hugo.
    """
    try:
        before = load(session)
    except Refused as fault:
        session.warn(f"{fault} (until then all speakers have the colours of their names)")
        return
    session.settled = settle(session, [talk(session, post) for post in posts], before)
    _write(session, session.settled)


def talk(session: Session, post: Outline) -> Talk:
    """Who speaks in a post."""
    return Talk(post.name, session.site.key(session.site.root / post.name), post.users)


def settle(session: Session, talks: Iterable[Talk], before: Settled) -> Settled:
    """The exceptions of every thread that has any, by the keys of their posts.

    What was settled for a post that is not among `talks` stays while its file is there.
    """
    from hugo_helpers.cli import stages
    from hugo_helpers.colors.settle import settle as settle_thread

    talks = tuple(talks)
    read = {talk.key for talk in talks}
    others = stages.existing_keys(session) - read if before.keys() - read else set()
    found = {key: before[key] for key in others & before.keys()}
    for talk in talks:
        if talk.users and (slots := settle_thread(talk.users, before.get(talk.key, {}))):
            found[talk.key] = slots
    return found


def load(session: Session) -> Settled:
    """What data/matome/colors.json holds. Raises Refused, with the place, for a broken file."""
    from hugo_helpers.colors import store

    file = path(session)
    with refusing(f"{session.prefix}{session.site.name(file)}: "):
        try:
            return store.load(file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except UnicodeDecodeError:
            raise ValueError(f"not UTF-8; {store.ADVICE}") from None


def path(session: Session) -> Path:
    """Where a site's exceptions are kept."""
    return session.site.data / "matome" / "colors.json"


def save(session: Session, settled: Settled) -> bool:
    """Write these exceptions; say whether the file changed. Raises Refused."""
    from hugo_helpers.colors import store
    from hugo_helpers.write import write_if_changed

    file = path(session)
    with refusing():
        return bool(settled or file.exists()) and write_if_changed(
            file, store.dump(settled).encode()
        )


def _write(session: Session, settled: Settled) -> None:
    moved = sum(map(len, settled.values()))
    summary = f"Colours: {moved} of the speakers' colours moved, in {len(settled)} threads"
    done = "written" if save(session, settled) else "is up to date"
    session.say(f"{summary}; {session.site.name(path(session))} {done}")


def _compare(session: Session, before: Settled, after: Settled) -> int:
    changed = sorted(
        key for key in before.keys() | after.keys() if before.get(key) != after.get(key)
    )
    for key in changed:
        print(visible(f"{key}: colours are out of date"))
    if changed:
        session.say(f"{len(changed):,} of the threads are out of date; {_WRITE}")
    return 1 if changed else 0


def _show(
    session: Session, talks: Iterable[Talk], settled: Settled, args: argparse.Namespace
) -> None:
    from hugo_helpers.cli import swatches

    every = swatches.threads(talks, settled)
    shown = every if args.user is None else swatches.of_user(every, args.user)
    if args.user is not None and not shown:
        near = [repr(swatches.legible(name)) for name in swatches.nearest(every, args.user)]
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        raise Refused(f"nobody of the name {swatches.legible(args.user)!r} speaks{hint}")
    if args.output_format == "json":
        print(swatches.as_json(shown, quotes=args.user is not None))
    elif args.user is not None:
        print(*swatches.table_of_user(shown, args.user, color=session.color), sep="\n")
    elif not shown:
        session.say("No post of the site has quotes.")
    else:
        for line in swatches.table(shown, color=session.color):
            print(line)
        session.say(_summary(shown))


def _summary(shown: Threads) -> str:
    speakers = [speaker for users in shown.values() for speaker in users.values()]
    moved = sum(speaker.moved for speaker in speakers)
    people = len({user for users in shown.values() for user in users})
    return (
        f"{len(shown):,} threads, {people:,} people, {len(speakers):,} colours;"
        f" {moved:,} moved, so that neighbours do not look alike"
    )
