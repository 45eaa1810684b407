"""A post under check: a page with what parsing makes of it, each part made when first asked."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.check.columns import Columns, columns_of
from hugo_helpers.check.time_values import read_times
from hugo_helpers.shortcodes import plain
from hugo_helpers.shortcodes.parser import parse
from hugo_helpers.shortcodes.plain import Plain
from hugo_helpers.shortcodes.thread import thread
from hugo_helpers.site import cache, markup
from hugo_helpers.site.versions import NEWEST

_OF_PARAMETERS = (
    "unclosed-tag",
    "mixed-parameters",
    "unterminated-quote",
    "unterminated-raw-string",
    "unescaped-quote",
    "escaped-backtick",
    "unquoted-value",
    "unrecognized-character",
)

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from hugo_helpers.check.time_values import Times
    from hugo_helpers.links.sources import FullLinks
    from hugo_helpers.shortcodes.calls import Call, Document, Fault
    from hugo_helpers.shortcodes.thread import Thread
    from hugo_helpers.site.config import Site
    from hugo_helpers.site.content import Page
    from hugo_helpers.site.markup import Language
    from hugo_helpers.site.templates import Templates


class Context(NamedTuple):
    """What rules may ask about the site that a post is part of."""

    site: Site
    templates: Templates
    has_image: Callable[[str, Path], bool]
    """Whether the `featureimage` of the page at a path is an image of the site, or is drawn."""

    hugo: tuple[int, int, int] = NEWEST
    """The version of the Hugo that builds the site."""

    moment: datetime | None = None
    """The moment of the check, with a zone; None: now."""
    most_unfolded: int = 50
    """How many quotes a post may show before a fold is missed."""
    full_links: FullLinks | None = None
    """Where cut links are restored from."""

    @property
    def now(self) -> datetime:
        """The moment of the check."""
        from datetime import UTC, datetime

        return self.moment or datetime.now(UTC)

    def fingerprint(self) -> Iterator[str]:
        """All of the site, besides the file itself, that the calls of a post depend on."""
        from hugo_helpers.check import site_settings

        yield from (repr(self.site), repr(self.hugo))
        yield from (text for _, text in site_settings.texts(self.site))
        yield from cache.contents(self.templates.files)

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
    def plain(self) -> Plain | None:
        """The quotes and folds of a post of the usual shape; None: it has another.

        Nothing is wrong with the shortcodes of such a post: rules pass by it without a look at
        each call.
        """
        context = self.context
        return plain.read(self.text, self.front.body_start, context.templates.inner, context.knows)

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """What Hugo refuses in it."""
        return self.document.faults if self.plain is None else ()

    @cached_property
    def thread(self) -> Thread:
        return thread(self.document)

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        """All calls, also nested ones, in the order of the text."""
        return tuple(self.document.walk())

    @cached_property
    def fields(self) -> Mapping[str, object]:
        """The top level of the front matter, its keys in lower case, as Hugo takes them.

        Of two keys that differ in case Hugo takes the one that is not in lower case.
        """
        values = self.front.values
        return {
            key.lower(): values[key] for key in sorted(values, key=lambda key: key != key.lower())
        }

    @cached_property
    def date(self) -> object:
        """What the site takes for the post's date; None where it has none (see `date_of`)."""
        from hugo_helpers.check.front_dates import date_of

        return date_of(self.fields, self.page.path, self.context.site.dates)

    @cached_property
    def markup(self) -> Language:
        """The language of the text around the shortcodes: what `markup` in the front matter names,
        else what the file's name says; a post that Hugo takes for none is read as Markdown.
        """
        hugo = self.context.hugo
        given = self.fields.get("markup")
        named = markup.named(given, hugo) if isinstance(given, str) else ""
        return named or markup.language(self.page.path.name, hugo) or "markdown"

    @cached_property
    def is_digest(self) -> bool:
        """Whether the post is made of quotes: an article may well show one or two."""
        return len(self.columns.bodies) > 2

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the shortcodes that are called, in lower case: Hugo ignores their case."""
        if self.plain is not None:
            return self.plain.names
        return frozenset([name.lower() for name in {call.name for call in self.calls}])

    @cached_property
    def garbled(self) -> frozenset[int]:
        """Where calls start whose parameters Hugo cannot read: what they are to say is unknown."""
        faults = [fault.start for fault in self.faults if fault.kind in _OF_PARAMETERS]
        starts = [call.start for call in self.calls] if faults else []
        behind = [bisect_right(starts, fault) for fault in faults]
        return frozenset([starts[number - 1] for number in behind if number])

    @cached_property
    def signatures(self) -> tuple[tuple[str, ...], ...]:
        """For each call its name and the names of its parameters, a positional one as "".

        A garbled call has no name here, as it is no use to judge what it gives.
        """
        forms = [
            (call.name, *call.named) if call.named else (call.name, *("" for _ in call.params))
            for call in self.calls
        ]
        if garbled := self.garbled:
            pairs = zip(self.calls, forms, strict=True)
            forms = [("",) if call.start in garbled else form for call, form in pairs]
        return tuple(forms)

    @cached_property
    def forms(self) -> frozenset[tuple[str, ...]]:
        """The different ones among `signatures`."""
        return frozenset(self.signatures) if self.plain is None else self.plain.forms

    @cached_property
    def columns(self) -> Columns:
        """The quotes of the thread, and behind them the bubbles, which have no `body`."""
        return columns_of(self)

    @cached_property
    def times(self) -> Times:
        """What `createdAt` says, in the order of `columns`."""
        return read_times(self.columns.times)

    @cached_property
    def tags(self) -> tuple[tuple[int, int], ...]:
        """Where the tags of all calls start and end, opening and closing ones, in order."""
        found = [(call.start, call.end) for call in self.calls]
        found += [
            (call.close_start, call.close_end)
            for call in self.calls
            if call.close_start is not None and call.close_end is not None
        ]
        found.sort()
        return tuple(found)

    @cached_property
    def gaps(self) -> tuple[tuple[int, int], ...]:
        """The pieces of the body before, between and behind the tags."""
        starts = [self.front.body_start, *[end for _, end in self.tags]]
        ends = [*[start for start, _ in self.tags], len(self.text)]
        return tuple(zip(starts, ends, strict=True))

    @cached_property
    def outside(self) -> str:
        """The body with a NUL in place of each tag: short, and so quick to search.

        What shortcodes hold between their tags is part of it. `gaps` says where each piece stands.
        """
        if self.plain is not None:
            return self.plain.outside
        text = self.text
        return "\0".join([text[start:end] for start, end in self.gaps])

    @cached_property
    def colors(self) -> Mapping[str, Mapping[str, list[int]]]:
        """The users with more than one value of `color`, each with the quotes that have it: their
        numbers in `columns`.

        Values are trimmed and in lower case; quotes without the parameter are left out.
        """
        columns = self.columns
        pairs = set(zip(columns.users, columns.colors, strict=True))
        counted = Counter([user for user, _ in pairs])
        if len(counted) == len(pairs):
            return {}
        several = {user for user, number in counted.items() if user and number > 1}
        plain = {color: color.strip().lower() for color in set(columns.colors)}
        found: dict[str, dict[str, list[int]]] = {user: {} for user in several}
        quotes = range(len(columns.bodies))
        for number in compress(quotes, map(several.__contains__, columns.users)):
            if columns.colored[number]:
                used = found[columns.users[number]]
                used.setdefault(plain[columns.colors[number]], []).append(number)
        return {user: used for user, used in found.items() if len(used) > 1}

    @cached_property
    def work(self) -> str:
        """What this post and its translations share."""
        return self._work[0]

    @cached_property
    def language(self) -> str:
        """The language that the site has the post in."""
        return self._work[1]

    @cached_property
    def _work(self) -> tuple[str, str]:
        return self.context.site.work(self.page.path)
