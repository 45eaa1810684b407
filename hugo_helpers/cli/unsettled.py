"""Colours that are settled again, thread by thread, as posts change."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from hugo_helpers.cli import Refused, colors
from hugo_helpers.cli.session import Session


class Unsettled:
    """The exceptions of all threads, and the posts whose threads are to be settled again."""

    def __init__(self, settled: Mapping[str, Mapping[str, int]] | None = None) -> None:
        self.settled = dict(settled or {})
        self.moved: dict[str, None] = {}
        """Posts whose threads have other exceptions than when this was last emptied."""
        self.unsettled: dict[str, None] = {}
        self.fault = ""
        """What is wrong with the file of exceptions: it is left alone then."""

    @classmethod
    def load(cls, session: Session) -> Unsettled:
        """What the site's file holds; the session has it from then on. Of a broken one it holds
        what the session had.
        """
        made = cls(session.settled)
        try:
            made.settled = dict(colors.load(session))
        except Refused as fault:
            made.fault = str(fault)
        session.settled = made.settled
        return made

    def waiting(self) -> bool:
        """Whether there is something to settle, or to write."""
        return bool(self.unsettled or self.moved)

    def wait_for(self, name: str) -> None:
        """Note a post to be settled; not while the file of exceptions is broken."""
        if not self.fault:
            self.unsettled[name] = None

    def keep(self, keys: Collection[str]) -> None:
        """Drop what was settled for posts of other keys: they are gone."""
        for key in self.settled.keys() - set(keys):
            del self.settled[key]
            self.moved[key] = None

    def next(self) -> str:
        """The next post to be settled; empty where none is left."""
        name = next(iter(self.unsettled), "")
        self.unsettled.pop(name, None)
        return name

    def settle(self, name: str, key: str, users: Sequence[str]) -> bool:
        """Settle one thread (without users: drop what was settled for it); say whether its
        exceptions changed.
        """
        from hugo_helpers.colors.settle import settle

        before = self.settled.get(key, {})
        after = settle(users, before)
        if after == before:
            return False
        self.moved[name] = None
        self.settled.pop(key, None)
        if after:
            self.settled[key] = after
        return True
