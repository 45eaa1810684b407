"""What is on the disk of card images: their folder, and the manifest that knows each of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.cli import cards
from hugo_helpers.cli.session import Session
from hugo_helpers.site.pictures import CARDS, FOLDER

if TYPE_CHECKING:
    from hugo_helpers.thumbnails.manifest import Entry

_MANIFEST = "manifest.json"


def folder(session: Session) -> Path:
    """The folder of the cards."""
    return cards.assets(session) / FOLDER / CARDS


def entries(session: Session) -> dict[str, Entry]:
    """What the manifest knows of each card; nothing where it cannot be read, which is said."""
    from hugo_helpers.thumbnails import manifest

    path = folder(session) / _MANIFEST
    try:
        return dict(manifest.load(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        session.say(f"{session.prefix}{session.site.name(path)}: {error}; all cards are drawn anew")
        return {}


def keep(session: Session, known: Mapping[str, Entry]) -> None:
    """Write the manifest. Raises OSError where that cannot be done."""
    from hugo_helpers.thumbnails import manifest
    from hugo_helpers.write import write_if_changed

    write_if_changed(folder(session) / _MANIFEST, manifest.dump(known).encode())


def delete(session: Session, keys: Iterable[str]) -> list[Path]:
    """Delete the cards of these keys, with their smaller copies; gives the cards.

    Raises OSError where that cannot be done.
    """
    deleted = []
    base = (cards.assets(session) / FOLDER).resolve()
    with alone(session):
        known = entries(session)
        for key in keys:
            paths = cards.files(session, key)
            # The manifest may come from a stranger: its keys lead nowhere else.
            if all(path.resolve().is_relative_to(base) for path in paths):
                for path in paths:
                    path.unlink(missing_ok=True)
                known.pop(key, None)
                deleted.append(paths[0])
        keep(session, known)
    return deleted


def alone(session: Session) -> AbstractContextManager[None]:
    """Keeps other runs away from the cards."""
    from hugo_helpers import write

    return write.alone(folder(session), lambda: session.say("Waiting for another run"))
