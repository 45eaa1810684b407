"""A post under check: a page with what parsing makes of it, each part made when first asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hugo_helpers.shortcodes.parser import parse
from hugo_helpers.shortcodes.thread import thread
from hugo_helpers.shortcodes.tokens import NEWEST

if TYPE_CHECKING:
    from pathlib import Path

    from hugo_helpers.shortcodes.calls import Call, Document, Param
    from hugo_helpers.shortcodes.thread import Thread
    from hugo_helpers.site.config import Site
    from hugo_helpers.site.content import Page
    from hugo_helpers.site.templates import Templates


@dataclass(frozen=True)
class Context:
    """What rules may ask about the site that a post is part of."""

    site: Site
    templates: Templates
    has_image: Callable[[str, Path], bool]
    """Whether the `featureimage` of the page at a path is an image of the site, or is drawn."""

    hugo: tuple[int, int, int] = NEWEST
    """The version of the Hugo that builds the site."""

    def knows(self, name: str) -> bool:
        """Whether there is a shortcode of this name, or may be, in a theme that is not on disk."""
        if name in self.templates:
            return True
        return any(component.folder is None for component in self.site.components)


class Post:
    """One page and its calls, quotes and folds."""

    def __init__(self, page: Page, context: Context) -> None:
        self.page = page
        self.context = context
        self.text = page.text
        self.front = page.front

    @cached_property
    def document(self) -> Document:
        context = self.context
        return parse(
            self.text, self.front.body_start, context.templates.inner, context.knows, context.hugo
        )

    @cached_property
    def thread(self) -> Thread:
        return thread(self.document)

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        """All calls, also nested ones, in the order of the text."""
        return tuple(self.document.walk())

    @cached_property
    def bodies(self) -> tuple[tuple[int, str], ...]:
        """Where the body of each quote starts in the text, and the body as it is written."""
        params = (quote.call.param("body") for quote in self.thread.quotes)
        return tuple(
            (p.value_start, self.text[p.value_start : p.value_end]) for p in params if p is not None
        )

    @cached_property
    def colors(self) -> Mapping[str, Mapping[str, Param]]:
        """For each user the colours of the quotes, each with the first `color` that has it."""
        found: dict[str, dict[str, Param]] = {}
        for quote in self.thread.quotes:
            param = quote.call.param("color")
            if param is not None and quote.user:
                color = param.value.strip().lower()
                found.setdefault(quote.user, {}).setdefault(color, param)
        return found

    @cached_property
    def work(self) -> str:
        """What this post and its translations share."""
        return self.context.site.work(self.page.path)[0]
