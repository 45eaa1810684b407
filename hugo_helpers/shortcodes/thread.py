"""Calls to a thread: quotes in reading order, and the folds that hold some of them."""

from collections.abc import Iterator
from typing import NamedTuple

from hugo_helpers.shortcodes.calls import Call, Document

QUOTE, BUBBLE, FOLD = "matomequote", "matomebubble", "details"


class Quote(NamedTuple):
    """One `matomeQuote`, its values as Hugo reads them, "" where missing."""

    user: str
    body: str
    created_at: str
    color: str
    call: Call
    fold: Call | None
    """The innermost `details` around it."""


class Fold(NamedTuple):
    """One `details`, with the quotes in it that no deeper `details` holds."""

    summary: str
    call: Call
    quotes: tuple[Quote, ...]


class Turn(NamedTuple):
    """One time that somebody speaks: in a `matomeQuote`, or in a `matomeBubble` written by hand."""

    user: str
    length: int
    """Characters of what is said, as written."""


class Thread(NamedTuple):
    """What is said in a post."""

    quotes: tuple[Quote, ...]
    """In reading order, those in folds included."""
    folds: tuple[Fold, ...]
    """In the order in which they open."""
    turns: tuple[Turn, ...]
    """Who speaks, in reading order: the quotes, and the bubbles written by hand."""


def thread(document: Document) -> Thread:
    """The quotes and folds of a document. Names ignore case, as in Hugo; parameters do not."""
    quotes: list[Quote] = []
    folds: list[tuple[Call, list[Quote]]] = []
    turns: list[Turn] = []
    waiting: list[tuple[Iterator[Call], int | None]] = [(iter(document.calls), None)]
    while waiting:
        calls, fold = waiting[-1]
        call = next(calls, None)
        if call is None:
            waiting.pop()
            continue
        name = call.name.lower()
        if name == QUOTE:
            quote = _quote(call, None if fold is None else folds[fold][0])
            quotes.append(quote)
            turns.append(Turn(quote.user, len(quote.body)))
            if fold is not None:
                folds[fold][1].append(quote)
        elif name == BUBBLE:
            end = call.end if call.close_start is None else call.close_start
            turns.append(Turn(call.named.get("userName", ""), end - call.end))
        elif name == FOLD:
            fold = len(folds)
            folds.append((call, []))
        if call.children:
            waiting.append((iter(call.children), fold))
    return Thread(
        tuple(quotes),
        tuple(Fold(call.named.get("summary", ""), call, tuple(held)) for call, held in folds),
        tuple(turns),
    )


def _quote(call: Call, fold: Call | None) -> Quote:
    get = call.named.get
    return Quote(
        get("userName", ""), get("body", ""), get("createdAt", ""), get("color", ""), call, fold
    )
