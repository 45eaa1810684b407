"""What Hugo before 0.166 made of a glob pattern: its gobwas/glob, before 1.0, had faults.

- The texts around a single `**` might overlap: `x/**/a.md` took `x/a.md`.
- What takes a fixed number of signs was matched in one go with what stands beside it, and only
  where each part ended with an ASCII sign.
- Of several ways the last was taken for the length of all where those before it had none.
"""

from __future__ import annotations

from hugo_helpers.site.glob_parts import Either, Of, One, Part, Some, Text, in_name


def as_before(parts: list[Part]) -> list[Part]:
    """The parts of a pattern that today means what these meant then."""
    match parts:
        case [Text(before), Some(True), Text(behind)]:
            return [Either([parts, *_overlaps(before, behind)])]
    sizes = [_size(part) for part in parts]
    made = [_ways(part) if isinstance(part, Either) else part for part in parts]
    at = 0
    while at < len(parts):
        end = at
        while end < len(parts) and sizes[end] is not None:
            end += 1
        # Signs behind a `*` go with it where that makes more of one than of the others.
        if at and parts[at - 1] == Some(False):
            loose = next((n for n in range(at, end) if parts[n] != One(in_name)), end)
            at = loose if loose - at + 1 >= end - at else at
        if end > at + 1:
            made[at:end] = _row(made[at:end], sizes[at:end])
        at = end + 1
    return made


def _ways(part: Either) -> Either:
    ways = part.ways
    # What all ways begin or end with is no part of them any more when they are looked at.
    if (
        len(ways) > 1
        and all(ways)
        and any(all(w[at] == ways[0][at] for w in ways) for at in (0, -1))
    ):
        return part
    return Either([as_before(way) for way in ways])


def _overlaps(before: str, behind: str) -> list[list[Part]]:
    lengths = range(1, min(len(before), len(behind)) + 1)
    return [[Text(before + behind[n:])] for n in lengths if before.endswith(behind[:n])]


def _size(part: Part) -> int | None:
    """How many signs a part takes; None for any number."""
    if isinstance(part, Some):
        return None
    if isinstance(part, Either):
        size = None
        for way in part.ways:
            found = _size_of_all(way)
            if size is not None and found != size:
                return None
            size = found
        return size
    return len(part.signs) if isinstance(part, Text) else 1


def _size_of_all(parts: list[Part]) -> int | None:
    total = 0
    for part in parts:
        size = _size(part)
        if size is None:
            return None
        total += size
    return total


def _row(parts: list[Part], sizes: list[int | None]) -> list[Part]:
    """Parts that are matched in one go."""
    inner = len(parts)
    while inner and isinstance(parts[inner - 1], One):
        inner -= 1
    made: list[Part] = []
    for number, (part, size) in enumerate(zip(parts, sizes, strict=True)):
        if isinstance(part, Either):
            made.append(Either([_ending_ascii(way) for way in part.ways], size) if size else _NONE)
        else:
            made.append(part if isinstance(part, One) and number >= inner else _ascii_end(part))
    return made


_NONE = One(lambda _sign: False)


def _ending_ascii(parts: list[Part]) -> list[Part]:
    return [*parts[:-1], *map(_ascii_end, parts[-1:])]


def _ascii_end(part: Part) -> Part:
    if isinstance(part, Text) and not part.signs[-1:].isascii():
        return _NONE
    return One(_ascii(part.of)) if isinstance(part, One) else part


def _ascii(of: Of) -> Of:
    return lambda sign: sign.isascii() and of(sign)
