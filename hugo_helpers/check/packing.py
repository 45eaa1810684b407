"""Records as bytes, for other processes and later runs, and back.

All types and ranges are checked on the way back. Findings are kept in columns, which C code reads
and checks at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hugo_helpers.check.finding import Edit, Finding, Fix, Location
from hugo_helpers.check.record import Counts, Head
from hugo_helpers.check.rule import Rule, SiteFact
from hugo_helpers.check.suppression import Comment
from hugo_helpers.site.packed import dumps, each, loads, one, strict


def pack_head(head: Head) -> bytes:
    """A head as one line of JSON."""
    places = [n for _, f in head.facts for n in (*f.location, *f.end_location)]
    facts = [code for code, _ in head.facts], [f.value for _, f in head.facts], places
    comments = [(c.row, c.codes, c.used, *c.location, *c.end_location) for c in head.comments]
    return dumps(head._replace(facts=facts, comments=comments))  # type: ignore[arg-type]


def unpack_head(values: object) -> Head:
    """The head that a parsed line of `pack_head` holds. Raises ValueError for anything else."""
    with strict():
        name, digest, lasting, mark, counts, facts, comments, images = each(values, object)
        name = one(name, str)
        return Head(
            name=name,
            digest=one(digest, str),
            lasting=one(lasting, bool),
            mark=None if mark is None else tuple(each(mark, int)),
            counts=_counts(counts),
            facts=_facts(name, facts),
            comments=tuple([_comment(comment) for comment in each(comments, list)]),
            images={key: one(there, bool) for key, there in one(images, dict).items()},
        )


def pack_findings(findings: Sequence[Finding], *, edits: bool = True) -> bytes:
    """The findings of one file, less its name, and less the `edits` of fixes where none asks."""
    fixes = {
        i: (f.fix.applicability, f.fix.message, tuple(f.fix.edits) if edits else ())
        for i, f in enumerate(findings)
        if f.fix is not None
    }
    places = [n for f in findings for n in (*f.location, *f.end_location)]
    return dumps(([f.code for f in findings], [f.message for f in findings], places, fixes))


def unpack_findings(data: bytes, name: str, rules: Mapping[str, Rule]) -> tuple[Finding, ...]:
    """What `pack_findings` packed: findings of these rules in the file `name`.

    Raises ValueError for anything else.
    """
    with strict():
        codes, messages, places, fixes = each(loads(data), object)
        spots = _spots(places)
        found = [
            Finding(code, message, rules[code].severity, name, start, end)
            for code, message, start, end in zip(
                *(each(codes, str), each(messages, str), spots[::2], spots[1::2]), strict=True
            )
        ]
        for key, fix in one(fixes, dict).items():
            found[int(key)] = found[int(key)]._replace(fix=_fix(fix))
        return tuple(found)


def _counts(values: object) -> Counts:
    counts = Counts(*each(values, int))
    if len(counts) != 4 or min(counts) < 0:
        raise ValueError("no numbers of findings")
    return counts


def _facts(name: str, columns: object) -> tuple[tuple[str, SiteFact], ...]:
    codes, values, places = each(columns, list)
    spots = _spots(places)
    found = zip(each(codes, str), values, spots[::2], spots[1::2], strict=True)
    return tuple([(code, SiteFact(name, value, *place)) for code, value, *place in found])


def _spots(places: object) -> list[Location]:
    """Places from a list of rows and columns in turn."""
    numbers = each(places, int)
    if len(numbers) % 2 or (numbers and min(numbers) < 1):
        raise ValueError("no place in a text")
    return list(map(Location, numbers[::2], numbers[1::2]))


def _comment(values: list[Any]) -> Comment:
    row, codes, used, *place = values
    names = tuple(each(codes, str)), tuple(each(used, str))
    return Comment(one(row, int), *names, *_places(place))


def _fix(values: object) -> Fix:
    applicability, message, edits = each(values, object)
    if applicability not in ("safe", "unsafe"):
        raise ValueError("no such kind of fix")
    made = tuple([_edit(edit) for edit in each(edits, list)])
    return Fix(applicability, one(message, str), made)


def _edit(values: list[Any]) -> Edit:
    start, end, content = values
    if not 0 <= one(start, int) <= one(end, int):
        raise ValueError("an edit before the text")
    return Edit(start, end, one(content, str))


def _places(values: list[Any]) -> tuple[Location, Location]:
    start, end = _spots(values)
    return start, end
