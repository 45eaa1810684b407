"""What colours and cards need of a post: who speaks, how long, and what stands on its card."""

import re
from datetime import date
from typing import NamedTuple

from hugo_helpers.shortcodes.calls import Document
from hugo_helpers.shortcodes.thread import thread
from hugo_helpers.site.content import Page
from hugo_helpers.site.pictures import is_card


class Outline(NamedTuple):
    """A post without its text."""

    name: str
    """The file's name, as it is reported."""
    title: str = ""
    day: str = ""
    """The day of the front matter's date, `2025-02-05`; empty without one."""
    image: str = ""
    """`featureimage`."""
    users: tuple[str, ...] = ()
    """Who speaks, in reading order, once for each turn."""
    lengths: tuple[int, ...] = ()
    """Characters of each turn, as written."""
    tags: tuple[str, ...] = ()
    illustrated: bool = False
    """Whether the front matter names `images` other than a card."""


def outline(page: Page, document: Document) -> Outline:
    """The outline of a page; `document` is what its text was parsed to."""
    turns = thread(document).turns
    front = page.front
    tags = front.get("tags")
    return Outline(
        name=page.name,
        title=front.text_of("title"),
        day=_day(front.get("date")),
        image=front.text_of("featureimage"),
        users=tuple([turn.user for turn in turns]),
        lengths=tuple([turn.length for turn in turns]),
        tags=tuple([t for t in tags if isinstance(t, str)]) if isinstance(tags, list) else (),
        illustrated=_names_images(front.get("images")),
    )


def _names_images(value: object) -> bool:
    images = value if isinstance(value, list) else [value] if value else []
    return not all(map(is_card, images))


def _day(value: object) -> str:
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    found = re.match(r"\d{4}-\d{2}-\d{2}", value) if isinstance(value, str) else None
    return found[0] if found else ""
