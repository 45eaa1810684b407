"""A list in a front matter set to one string; all else stays byte for byte as it is written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from hugo_helpers.site import frontmatter
from hugo_helpers.site.frontmatter import FrontMatter

_MOST_TABLES = 20


def with_item(text: str, key: str, item: str) -> str:
    """The text of a page, the top-level `key` of its front matter a list of `item` alone.

    A value is replaced where there is one; a new key goes behind the others. What comes out has
    been read again: it holds this list, and else the same values and the same body.

    Raises ValueError, saying why, where no way of writing does that.
    """
    front = frontmatter.read(text)
    if not item.isprintable():
        raise ValueError("a name with characters that cannot be written")
    if front.kind not in ("toml", "yaml", "json") or front.problem:
        raise ValueError("no front matter in TOML, YAML or JSON that can be read")
    name = next((one for one in front.values if one.lower() == key.lower()), key)
    if front.values.get(name) == [item]:
        return text
    wanted = {**front.values, name: [item]}
    for after in _Ways(text, front, name, item).all():
        new = frontmatter.read(after)
        same = new.kind == front.kind and new.problem is None and new.values == wanted
        if same and after[new.body_start :] == text[front.body_start :]:
            return after
    raise ValueError(f"its front matter is written in a way that takes no {key!r}: add it by hand")


@dataclass(frozen=True)
class _Ways:
    """Ways to write a list, the best one first; some of them may be wrong."""

    text: str
    front: FrontMatter
    key: str
    item: str

    def all(self) -> Iterator[str]:
        if self.key in self.front.values:
            yield from self._other_item()
            yield from self._other_value()
        else:
            ways = {"toml": self._new_in_toml, "yaml": self._new_in_yaml, "json": self._new_in_json}
            yield from ways[self.front.kind]()

    def _other_item(self) -> Iterator[str]:
        """In place of the only item that there is."""
        before = self.front.values[self.key]
        if not (isinstance(before, list) and len(before) == 1 and isinstance(before[0], str)):
            return
        start, _ = self.front.locate(self.text, self.key)
        at = self.text.find(before[0], start, self.front.end) if before[0] else -1
        if at >= 0:
            yield self._put(at, at + len(before[0]), self.item)

    def _other_value(self) -> Iterator[str]:
        """In place of a value on one line; of JSON, wherever it stands."""
        start, end = self.front.locate(self.text, self.key)
        if self.front.kind == "json":
            value = rf'{re.escape(json.dumps(self.key))}\s*:\s*(\[[^\[\]]*\]|"[^"\\]*"|null)'
            found = re.compile(value).search(self.text, self.front.start, self.front.end)
            start, end = found.span(1) if found else (start, end)
        space = " " if self.text[start - 1 : start] == ":" else ""
        yield self._put(start, end, f"{space}[{self._quoted}]")

    def _new_in_toml(self) -> Iterator[str]:
        """Before the first table; where that is not found, as the first key."""
        line = f"{self.key} = [{self._quoted}]{self._line_end}"
        block = re.compile(r"(?m)^[ \t]*\[")
        tables = block.finditer(self.text, self.front.start, self.front.end)
        for found, _ in zip(tables, range(_MOST_TABLES), strict=False):
            at = self._behind_text(found.start())
            yield self._put(at, at, line)
        yield self._put(self._end, self._end, line)
        first = self.front.start + len(self._line_end)
        yield self._put(first, first, line)

    def _new_in_yaml(self) -> Iterator[str]:
        indent = re.compile(r"(?m)^( *)[\w\"']").search(self.text, self.front.start, self.front.end)
        line = f"{self.key}: [{self._quoted}]{self._line_end}"
        yield self._put(self._end, self._end, f"{indent[1] if indent else ''}{line}")

    def _new_in_json(self) -> Iterator[str]:
        open_ = self.text.index("{", self.front.start) + 1
        space = re.compile(r"[ \t\r\n]*").match(self.text, open_)
        between = space[0] if space and self.front.values else ""
        at = len(self.text[: self.front.end - 1].rstrip())
        comma = "," + (between or " ") if self.front.values else ""
        yield self._put(at, at, f"{comma}{json.dumps(self.key)}: [{self._quoted}]")

    def _behind_text(self, at: int) -> int:
        """The start of the line behind the last one before `at` that is not blank."""
        kept = len(self.text[self.front.start : at].rstrip()) + self.front.start
        ends = self.text.find("\n", kept, at)
        return at if ends < 0 else ends + 1

    def _put(self, start: int, end: int, words: str) -> str:
        return self.text[:start] + words + self.text[end:]

    @property
    def _end(self) -> int:
        """Where the closing delimiter stands, that of an empty front matter as well."""
        return max(self.front.end, self.front.start + len(self._line_end))

    @property
    def _line_end(self) -> str:
        return "\r\n" if "\r\n" in self.text[: self.front.body_start] else "\n"

    @property
    def _quoted(self) -> str:
        """The item in the quotes that the front matter uses."""
        block = self.text[self.front.start : self.front.end]
        used = re.search(r"[=:\[,][ \t]*([\"'])", block)
        single = used is not None and used[1] == "'" and self.front.kind != "json"
        if single and "'" not in self.item:
            return f"'{self.item}'"
        return json.dumps(self.item, ensure_ascii=False)
