"""Which rules a run uses, by codes and prefixes as users of ruff know them."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatch
from functools import cache

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.rule import Rule


def chosen(
    select: Iterable[str] = (), extend: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[Rule, ...]:
    """The rules that `select` (empty: all) and `extend` name and `ignore` does not.

    Of two prefixes that match a code the longer one counts; `ignore` wins a tie.
    Raises ValueError, with the nearest code, for a name that no rule has.
    """
    wanted = [*_checked(select)] or ["ALL"]
    wanted += _checked(extend)
    unwanted = _checked(ignore)
    return tuple(rule for rule in RULES if _reach(rule.code, wanted) > _reach(rule.code, unwanted))


def ignored(code: str, name: str, patterns: Iterable[tuple[str, tuple[str, ...]]]) -> bool:
    """Whether a per-file pattern leaves `code` out for the file `name`."""
    return any(
        fnmatch(name, glob) and _reach(code, _checked(prefixes)) >= 0 for glob, prefixes in patterns
    )


def _reach(code: str, prefixes: Iterable[str]) -> int:
    """The length of the longest prefix that matches; -1 where none does."""
    return max((0 if p == "ALL" else len(p) for p in prefixes if matches(code, p)), default=-1)


def matches(code: str, prefix: str) -> bool:
    return prefix == "ALL" or code.startswith(prefix)


def _checked(names: Iterable[str]) -> list[str]:
    return [known(part) for name in names for part in name.split(",") if part.strip()]


@cache
def known(name: str) -> str:
    """The code or prefix that `name` says: itself, in any case, or the name of a rule.

    Raises ValueError, with the nearest code, for one that no rule has.
    """
    code = name.strip().upper()
    by_name = {rule.name: rule.code for rule in RULES}
    if name.strip().lower() in by_name:
        return by_name[name.strip().lower()]
    if code == "ALL" or any(rule.code.startswith(code) for rule in RULES):
        return code
    codes = [rule.code for rule in RULES]
    from difflib import get_close_matches

    near = get_close_matches(code, codes, 1)
    near = near or get_close_matches(name.strip().lower(), by_name, 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    raise ValueError(f"no rule {name.strip()!r}{hint} (matome rule lists them)")
