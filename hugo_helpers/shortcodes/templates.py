"""What is known of the templates behind the shortcodes of a text."""

from __future__ import annotations

import re
from collections.abc import Callable

from hugo_helpers.shortcodes.fast import CLOSE, NAME, SLASH
from hugo_helpers.shortcodes.tokens import AnyTag


class Templates:
    """Asks for each template once, and makes up for what cannot be told."""

    def __init__(
        self,
        tags: list[AnyTag],
        inner: Callable[[str], bool | None],
        known: Callable[[str], bool],
    ) -> None:
        self._tags = tags
        self._inner = inner
        self._known = known
        self._paired: set[str] | None = None
        self._cache: dict[str, bool | None] = {}

    def needs_close(self, name: str) -> bool | None:
        """Whether the template evaluates .Inner; None when there is no template.

        Where that cannot be told, a name that is closed anywhere in the text is taken to.
        """
        if name in self._cache:
            return self._cache[name]
        needs: bool | None = None
        if self._known(name):
            needs = self._inner(name)
            if needs is None:
                needs = name.lower() in self._closed_names()
        self._cache[name] = needs
        return needs

    def _closed_names(self) -> set[str]:
        if self._paired is None:
            self._paired = {name.lower() for tag in self._tags if (name := closed_name(tag))}
        return self._paired


def closed_name(tag: AnyTag) -> str | None:
    """The name that a closing or self-closing tag closes."""
    if isinstance(tag, re.Match):
        if tag[SLASH] is not None:
            return tag[NAME]
        return tag[CLOSE]
    if not any(token.kind == "slash" for token in tag.tokens):
        return None
    names = [token.value for token in tag.tokens if token.kind == "name"]
    return names[-1] if names else None
