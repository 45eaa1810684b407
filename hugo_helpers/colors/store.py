"""The text of data/matome/colors.json."""

from __future__ import annotations

import json
from collections.abc import Mapping

from hugo_helpers.colors.slot import SLOTS


def dump(settled: Mapping[str, Mapping[str, int]]) -> str:
    """JSON text: a line for each thread, sorted."""
    lines = [
        f"  {json.dumps(key, ensure_ascii=False)}: "
        + json.dumps(dict(sorted(settled[key].items())), ensure_ascii=False)
        for key in sorted(settled)
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n" if lines else "{}\n"


def load(text: str) -> dict[str, dict[str, int]]:
    """What `dump` wrote. Raises ValueError for anything else."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"line {error.lineno}: {error.msg}") from None
    if not isinstance(found, dict):
        raise ValueError("line 1: not a mapping of threads")
    for users in found.values():
        if not isinstance(users, dict) or not all(
            type(s) is int and 0 <= s < SLOTS for s in users.values()
        ):
            raise ValueError("a thread whose slots are not numbers from 0 to 35")
    return found
