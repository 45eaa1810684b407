"""A post whose text comes from stdin, as editors give it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.cli import Refused, stages
from hugo_helpers.site import content
from hugo_helpers.site.versions import NEWEST

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post
    from hugo_helpers.cli.session import Session


def post(session: Session, name: Path) -> Post:
    """The text of stdin as that of this file. Raises Refused where it is no text, or too long."""
    given = sys.stdin.buffer.read(content.MAX_BYTES + 1)
    if len(given) > content.MAX_BYTES:
        raise Refused(f"stdin: more than {content.MAX_BYTES // 2**20} MB")
    try:
        text = given.decode()
    except UnicodeDecodeError as error:
        raise Refused(f"stdin is not UTF-8: byte {error.start + 1}") from None
    path = name.absolute()
    page = content.page(path, session.site.name(path), text, session.hugo or NEWEST)
    return stages.post(session, page)
