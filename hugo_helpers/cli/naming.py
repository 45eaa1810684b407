"""`matome thumbnails --write`: posts name their card, as `images` in the front matter."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hugo_helpers.cli import cards, stages
from hugo_helpers.cli.session import Session
from hugo_helpers.cli.writer import Writer, sweep_beside
from hugo_helpers.site import content
from hugo_helpers.site.content import Page
from hugo_helpers.site.frontmatter_edit import with_item
from hugo_helpers.site.pictures import card_name

KEY = "images"


def write(session: Session, wanted: Iterable[cards.Wanted]) -> bool:
    """Write the name of its card into the front matter of each post; whether all name it now."""
    folders: set[Path] = set()
    refused = 0
    with Writer(session) as writer:
        for one in wanted:
            page = content.read(one.path, one.post.name)
            if not isinstance(page, Page):
                continue
            sweep_beside(session, one.path, folders)
            try:
                text = with_item(page.text, KEY, card_name(one.key))
            except ValueError as error:
                session.warn(f"{cards.place(session, one.post, KEY)}: {error}")
                refused += 1
                continue
            if text != page.text:
                writer.put(stages.post(session, page), text)
    posts = "post names its card" if writer.written == 1 else "posts name their card"
    session.say(f"Front matter: {writer.written:,} more {posts}")
    return not refused and not writer.failed
