"""Records as bytes, for other processes and later runs, and back.

Bytes that come back may have been in any hands: all types and ranges are checked, and nothing in
them is ever run. Findings are kept in columns, which C code reads and checks at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from hugo_helpers.check.finding import Edit, Finding, Fix, Location
from hugo_helpers.check.record import Counts, Head
from hugo_helpers.check.rule import Rule, SiteFact
from hugo_helpers.check.suppression import Comment

T = TypeVar("T")

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def dumps(value: object) -> bytes:
    """`value` as JSON, in one line. Surrogates alone, as in names that are no UTF-8, stay."""
    return _encode(value).encode("utf-8", "surrogatepass")


def loads(data: bytes) -> Any:
    """The value of JSON text. Raises ValueError, also for what is nested too deep."""
    with _strict():
        return json.loads(data.decode("utf-8", "surrogatepass"))


def pack_head(head: Head) -> bytes:
    """A head as one line of JSON."""
    facts = [(code, f.value, *f.location, *f.end_location) for code, f in head.facts]
    comments = [(c.row, c.codes, c.used, *c.location, *c.end_location) for c in head.comments]
    return dumps(head._replace(facts=facts, comments=comments))  # type: ignore[arg-type]


def unpack_head(values: object) -> Head:
    """The head that a parsed line of `pack_head` holds. Raises ValueError for anything else."""
    with _strict():
        name, digest, lasting, mark, counts, facts, comments, images = _each(values, object)
        name = _one(name, str)
        return Head(
            name=name,
            digest=_one(digest, str),
            lasting=_one(lasting, bool),
            mark=None if mark is None else tuple(_each(mark, int)),
            counts=_counts(counts),
            facts=tuple([_fact(name, fact) for fact in _each(facts, list)]),
            comments=tuple([_comment(comment) for comment in _each(comments, list)]),
            images={key: _one(there, bool) for key, there in _one(images, dict).items()},
        )


def pack_findings(findings: Sequence[Finding]) -> bytes:
    """The findings of one file, less its name."""
    fixes = {i: f.fix for i, f in enumerate(findings) if f.fix is not None}
    places = [n for f in findings for n in (*f.location, *f.end_location)]
    return dumps(([f.code for f in findings], [f.message for f in findings], places, fixes))


def unpack_findings(data: bytes, name: str, rules: Mapping[str, Rule]) -> tuple[Finding, ...]:
    """What `pack_findings` packed: findings of these rules in the file `name`.

    Raises ValueError for anything else.
    """
    with _strict():
        codes, messages, places, fixes = _each(loads(data), object)
        numbers = iter(_each(places, int))
        spots = [Location(row, column) for row, column in zip(numbers, numbers, strict=True)]
        if spots and min(map(min, spots)) < 1:
            raise ValueError("a place before the text")
        found = [
            Finding(code, message, rules[code].severity, name, start, end)
            for code, message, start, end in zip(
                *(_each(codes, str), _each(messages, str), spots[::2], spots[1::2]), strict=True
            )
        ]
        for key, fix in _one(fixes, dict).items():
            found[int(key)] = found[int(key)]._replace(fix=_fix(fix))
        return tuple(found)


def _counts(values: object) -> Counts:
    counts = Counts(*_each(values, int))
    if len(counts) != 4 or min(counts) < 0:
        raise ValueError("no numbers of findings")
    return counts


def _fact(name: str, values: list[Any]) -> tuple[str, SiteFact]:
    code, value, *place = values
    return _one(code, str), SiteFact(name, value, *_places(place))


def _comment(values: list[Any]) -> Comment:
    row, codes, used, *place = values
    names = tuple(_each(codes, str)), tuple(_each(used, str))
    return Comment(_one(row, int), *names, *_places(place))


def _fix(values: object) -> Fix:
    applicability, message, edits = _each(values, object)
    if applicability not in ("safe", "unsafe"):
        raise ValueError("no such kind of fix")
    made = tuple([_edit(edit) for edit in _each(edits, list)])
    return Fix(applicability, _one(message, str), made)


def _edit(values: list[Any]) -> Edit:
    start, end, content = values
    if not 0 <= _one(start, int) <= _one(end, int):
        raise ValueError("an edit before the text")
    return Edit(start, end, _one(content, str))


def _places(values: list[Any]) -> tuple[Location, Location]:
    row, column, end_row, end_column = _each(values, int)
    if min(values) < 1:
        raise ValueError("a place before the text")
    return Location(row, column), Location(end_row, end_column)


def _each(values: object, kind: type[T]) -> list[T]:
    """A list whose items are all of one type."""
    items = _one(values, list)
    if kind is not object and not set(map(type, items)) <= {kind}:
        raise ValueError("an item of another type")
    return items


def _one(value: object, kind: type[T]) -> T:
    if type(value) is not kind:
        raise ValueError(f"not of the type {kind.__name__}")
    return value


@contextmanager
def _strict() -> Iterator[None]:
    try:
        yield
    except (LookupError, TypeError, RecursionError) as error:
        raise ValueError(f"not what was packed: {error}") from None
