"""Keywords of an Org file, `#+title: …`, as Hugo reads them."""

import re

_DATES = ("date", "lastmod", "publishdate", "expirydate")
_STAMP = re.compile(r"[<\[](\d{4}-\d\d-\d\d) [^>\]]*[>\]]")
_LINE = re.compile(r"#\+([^:\n]*):?([^\n]*)\n?|\s*\n")


def read(text: str, start: int) -> tuple[dict[str, object], int]:
    """The values of the keywords that stand from `start` on, and where they end. `#+tags[]:` is a
    list of words, `<2025-02-05 Wed>` a day; all else are texts.
    """
    values: dict[str, object] = {}
    end = start
    while found := _LINE.match(text, end):
        end = found.end()
        if found[1]:
            key, value = found[1].strip().lower(), found[2].strip()
            if key in _DATES and (stamp := _STAMP.fullmatch(value)):
                value = stamp[1]
            values[key.removesuffix("[]")] = value.split() if key.endswith("[]") else value
    return values, end
