"""Values of front matter at which Hugo stops: what it wants of each field, by its version.

Observed with Hugo 0.111.3 and with 0.147.9 to 0.168.0. Drafts, posts of the future and expired ones
stop a build all the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, time
from typing import TYPE_CHECKING, NamedTuple

from hugo_helpers.check.front_dates import GROUPS, is_date
from hugo_helpers.check.rule import Hit
from hugo_helpers.site.versions import STRICT, Version

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post

NO_UNDERSCORE: Version = (0, 160, 0)
"""From here on `_build` is an error: it is `build`."""
GIVEN_UP: tuple[Version, Version] = ((0, 159, 0), (0, 165, 0))
"""In these versions `kind`, `lang` and `path` are errors."""
SITES: Version = (0, 153, 0)
OWN_CASCADE_UNREAD: tuple[Version, Version] = ((0, 153, 0), (0, 158, 0))
"""In these versions a page that is no section passes over its `cascade`."""
PARAMS_NULL: Version = (0, 161, 0)

KINDS = frozenset(("", "page", "home", "section", "taxonomy", "term", "404"))
_TRUTHS = frozenset(
    ("", *["1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False"])
)
_FLOAT = r"[+-]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?|[+-]?(?i:inf|infinity)|(?i:nan)"


class Wrong(NamedTuple):
    """A field, a field of its table ("" for the whole), and what is wrong with it."""

    field: str
    inner: str
    message: str


def dates(fields: Mapping[str, object], hugo: Version) -> Iterator[Wrong]:
    """Fields that must be dates and are none. Of several for one date Hugo reads the first."""
    for names in GROUPS if hugo >= STRICT else ():
        for name in names:
            value = fields.get(name.lower())
            if value is None or value == "":
                continue
            if not is_date(value):
                message = f"Hugo cannot read this as the {name}: write it as 2025-02-05T10:00:00"
                yield Wrong(name, "", message)
            break


def shapes(fields: Mapping[str, object], hugo: Version, *, section: bool) -> Iterator[Wrong]:
    """Fields that must be tables, and what these must hold. `section`: of an `_index` file."""
    if hugo >= NO_UNDERSCORE and "_build" in fields:
        yield Wrong("_build", "", "Hugo has given up `_build`: write `build`")
    elif not isinstance(fields.get("_build"), dict | None):
        yield Wrong("_build", "", "this must be a table: write `[_build]` and its fields below")
    if hugo < STRICT:
        return
    yield from _build(fields.get("build"))
    if "params" in fields and not _is_params(fields["params"], hugo):
        yield Wrong("params", "", "this must be a table: write `[params]` and its fields below")
    yield from _sitemap(fields.get("sitemap"))
    if section or not OWN_CASCADE_UNREAD[0] <= hugo < OWN_CASCADE_UNREAD[1]:
        yield from _cascade(fields.get("cascade"), fields)
    yield from _kind(fields, hugo)
    if hugo >= SITES:
        yield from _sites(fields.get("sites"))


def _build(value: object) -> Iterator[Wrong]:
    if value is None or isinstance(value, date | time):
        return  # what TOML has for a date is a table to Hugo
    if not isinstance(value, dict):
        yield Wrong("build", "", "this must be a table: write `[build]` and its fields below")
        return
    for name, inner in value.items():
        if name.lower() in ("render", "list") and _is_many(inner):
            yield Wrong("build", name, "write 'always', 'never', 'link' or 'local'")
        elif name.lower() == "publishresources" and not _is_truth(inner):
            yield Wrong("build", name, "write true or false")


def _sitemap(value: object) -> Iterator[Wrong]:
    for name, inner in value.items() if isinstance(value, dict) else ():
        key = name.lower()
        if key == "priority" and not _is_number(inner):
            yield Wrong("sitemap", name, "write a number from 0 to 1")
        elif key in ("changefreq", "filename") and _is_many(inner):
            yield Wrong("sitemap", name, "write a text")
        elif key == "disable" and not _is_truth(inner):
            yield Wrong("sitemap", name, "write true or false")


def _cascade(value: object, fields: Mapping[str, object]) -> Iterator[Wrong]:
    if value is None:
        return
    if not isinstance(value, dict | list):
        yield Wrong("cascade", "", "this must be a table: write `[cascade]` and its fields below")
        return
    for part in value if isinstance(value, list) else [value]:
        if not isinstance(part, dict):
            continue
        lower = {name.lower(): inner for name, inner in part.items()}
        for name in ("_target", "target"):
            yield from _target(name, lower.get(name))
        if "_target" not in lower and "target" not in lower:
            given = {name: inner for name, inner in lower.items() if name not in fields}
            yield from (Wrong("cascade", one.field, one.message) for one in dates(given, STRICT))
            yield from (
                Wrong("cascade", "build", one.message) for one in _build(given.get("build"))
            )


def _target(name: str, value: object) -> Iterator[Wrong]:
    if value is not None and not isinstance(value, dict):
        yield Wrong("cascade", name, f"this must be a table: write `[cascade.{name}]`")
    for key, inner in value.items() if isinstance(value, dict) else ():
        if key.lower() == "kind" and str(inner).lower() not in KINDS and "*" not in str(inner):
            yield Wrong("cascade", key, "write page, home, section, taxonomy or term")


def _kind(fields: Mapping[str, object], hugo: Version) -> Iterator[Wrong]:
    if GIVEN_UP[0] <= hugo < GIVEN_UP[1]:
        for name in ("kind", "lang", "path"):
            if name in fields:
                yield Wrong(name, "", f"this version of Hugo has given up `{name}`: delete it")
    elif hugo < SITES and str(fields.get("kind") or "").lower() not in KINDS:
        yield Wrong("kind", "", "write page, home, section, taxonomy or term")


def stray_term(
    fields: Mapping[str, object], hugo: Version, work: str, taxonomies: Iterable[str]
) -> Iterator[Wrong]:
    """A page that `kind` makes one of a taxonomy, where its path (`work`, as `Site.work` has it)
    begins with none of the site's.
    """
    kind = str(fields.get("kind") or "").lower()
    if not STRICT <= hugo < SITES or kind not in ("term", "taxonomy"):
        return
    if not any(work.lower().startswith(one.lower()) for one in taxonomies if one):
        yield Wrong("kind", "", f"a {kind} must lie in the folder of a taxonomy of the site")


def _sites(value: object) -> Iterator[Wrong]:
    if value is None:
        return
    if not isinstance(value, dict):
        yield Wrong("sites", "", "this must be a table: write `[sites.matrix]`")
        return
    for name, inner in value.items():
        if name.lower() in ("matrix", "complements") and not isinstance(inner, dict | None):
            yield Wrong("sites", name, f"this must be a table: write `[sites.{name}]`")
        for key, one in inner.items() if isinstance(inner, dict) else ():
            if isinstance(one, dict):
                yield Wrong("sites", key, "write a list of texts")


def _is_params(value: object, hugo: Version) -> bool:
    """Hugo reads a text as JSON."""
    if isinstance(value, str):
        with suppress(ValueError, RecursionError):
            return isinstance(json.loads(value), dict | None)
        return False
    return isinstance(value, dict) or (value is None and hugo >= PARAMS_NULL)


def _is_many(value: object) -> bool:
    """Whether Hugo makes no text of a value. (Dates of TOML are structures to it.)"""
    return isinstance(value, dict | list | date | time)


def _is_truth(value: object) -> bool:
    return value in _TRUTHS if isinstance(value, str) else not _is_many(value)


def _is_number(value: object) -> bool:
    if isinstance(value, str):
        return not value or re.fullmatch(_FLOAT, value, re.ASCII) is not None
    return not _is_many(value)


def words(value: object, hugo: Version) -> Iterator[str]:
    """The texts of a field that is a text or a list of texts, as Hugo reads them."""
    if value is None or isinstance(value, dict):
        return
    if isinstance(value, str):
        yield from value.split()
        return
    some = value if isinstance(value, list) else [value]
    if hugo >= STRICT and any(isinstance(one, dict | list) for one in some):
        return
    yield from map(text_of, some)


def text_of(value: object) -> str:
    """A value as Hugo writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None or isinstance(value, dict | list) else str(value)


def hit(post: Post, wrong: Wrong) -> Hit:
    """The place of a wrong value."""
    front, text = post.front, post.text
    start, end = front.locate(text, wrong.field)
    if wrong.inner:
        inner = re.escape(wrong.inner)
        pattern = rf"(?i)(?<![\w-])[\"']?{inner}[\"']?[ \t]*[:=][ \t]*([^\r\n,}}]*)"
        found = re.compile(pattern).search(text, start, front.end)
        if found:
            start, end = found.start(1), found.start(1) + len(found[1].rstrip())
    return Hit(start, end, wrong.message)
