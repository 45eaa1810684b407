"""Addresses in front matter that Hugo refuses, or can write no file for."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from hugo_helpers.check.front_fields import Wrong, text_of, words
from hugo_helpers.site.versions import Version

TOKENS: Version = (0, 131, 0)
"""From here on `url` may hold tokens, as `:year`."""
SECTION_SLUGS: Version = (0, 148, 0)

_SIGN = r"(?<!\\):([A-Za-z0-9_]+)(\[.+?\])?"
_TOKEN_NAMES = frozenset(
    (
        *("year", "month", "monthname", "day", "weekday", "weekdayname", "yearday", "section"),
        *("sections", "title", "slug", "slugorfilename", "filename", "contentbasename"),
        "slugorcontentbasename",
    )
)
_TIME_LAYOUT = r"Jan|Mon|MST|[1-5]|06|Z07"
"""What changes when Go writes a time by it: a token with this in it is a form of date."""
MAX_NAME = 255
"""Bytes of a file's name."""


def addresses(fields: Mapping[str, object], hugo: Version) -> Iterator[Wrong]:
    """Addresses that Hugo refuses, or can write no file for."""
    url = text_of(fields.get("url"))
    if url.startswith(("http://", "https://")):
        yield Wrong("url", "", "write the address without the site's: /posts/a/")
    elif problem := _url_problem(url, hugo):
        yield Wrong("url", "", problem)
    slug = text_of(fields.get("slug"))
    if "/" not in slug and len(slug.encode("utf-8", "replace")) > MAX_NAME:
        yield Wrong("slug", "", f"no file can have a name of more than {MAX_NAME} bytes")
    for alias in words(fields.get("aliases"), hugo):
        if problem := _alias_problem(alias):
            yield Wrong("aliases", "", problem)


def _url_problem(url: str, hugo: Version) -> str:
    for token in re.finditer(_SIGN, url) if hugo >= TOKENS else ():
        name = token[1]
        known = name in _TOKEN_NAMES or (token[2] and name == "sections")
        known = known or (hugo >= SECTION_SLUGS and name in ("sectionslug", "sectionslugs"))
        if not known and not re.search(_TIME_LAYOUT, name):
            return f"Hugo knows no `:{name[:40]}` in an address; write `\\:` for the sign itself"
    if re.search(r"%(?![0-9A-Fa-f]{2})", url.partition("?")[0]):
        return "a `%` needs two digits behind it: write `%25` for the sign itself"
    if re.search(r"[\x00-\x1f\x7f]", url):
        return "an address must not hold control characters"
    return _too_long(url)


def _alias_problem(alias: str) -> str:
    if alias.startswith(("http://", "https://")):
        return "write the old address without the site's: /posts/a/"
    if posixpath.normpath(f"/{alias}").strip("/") in ("", ".."):
        return "this alias is the home page itself"
    if "\0" in alias:
        return "an address must not hold control characters"
    return _too_long(alias)


def _too_long(address: str) -> str:
    if any(len(part.encode("utf-8", "replace")) > MAX_NAME for part in address.split("/")):
        return f"no file can have a name of more than {MAX_NAME} bytes"
    return ""
