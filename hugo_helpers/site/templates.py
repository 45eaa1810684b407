"""The shortcodes of a site: what their templates take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from hugo_helpers.site import template_files
from hugo_helpers.site.embedded import embedded
from hugo_helpers.site.gotemplate import Tree, parse
from hugo_helpers.site.template_inner import takes_inner
from hugo_helpers.site.template_params import NO_READS, Reads, reads

Version = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Template:
    """A shortcode and what it takes."""

    name: str
    path: Path | None
    """Its template file; None for one that Hugo brings along."""
    inner: bool
    """Whether it takes inner content, and so must be closed."""
    named: frozenset[str]
    """The named parameters that it reads, in their case."""
    positional: int
    """How many positional parameters it reads."""
    open: bool
    """Whether it may read any parameter."""
    from_parents: Reads = NO_READS
    """What it reads of the parameters of the shortcodes that it stands in."""
    known: bool = True
    """False for a template that cannot be read: then the rest of this is a guess."""


class Templates:
    """The shortcodes of a site, each template read when its shortcode is first asked for."""

    def __init__(self, layouts: Sequence[Path], hugo_version: Version | None) -> None:
        self._layouts = tuple(layouts)
        self._version = hugo_version
        self._problems: list[str] = []
        self._files = template_files.find(self._layouts, hugo_version, self._problems)
        self._made: dict[str, Template | None] = {}
        self._partials: dict[str, Tree | None] = {}

    @property
    def problems(self) -> tuple[str, ...]:
        """Folders and templates that could not be read, so far."""
        return tuple(self._problems)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All shortcodes there are, sorted."""
        return tuple(sorted({*self._files, *self._embedded}))

    def get(self, name: str) -> Template | None:
        """The shortcode that Hugo takes for a call by this name; None where there is none."""
        key = template_files.key(name, self._version)
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def inner(self, name: str) -> bool | None:
        """Whether the shortcode takes inner content; None where that cannot be told."""
        template = self.get(name)
        return template.inner if template is not None and template.known else None

    def takes(self, name: str, parameter: str | int, inside: Iterable[str] = ()) -> bool | None:
        """Whether a shortcode reads the parameter of this name, or at this position from 0.

        `inside` holds the names of the shortcodes called within it: those may read parameters of
        their parents. None for an unknown shortcode.
        """
        template = self.get(name)
        if template is None:
            return None
        if template.open or not template.known:
            return True
        if _among(parameter, template.named, template.positional):
            return True
        for child in {template_files.key(n, self._version) for n in inside}:
            found = self.get(child)
            if found is None or not found.known:
                return True
            above = found.from_parents
            if above.open or _among(parameter, above.named, above.positional):
                return True
        return False

    @cached_property
    def _embedded(self) -> dict[str, Template]:
        return {
            name: Template(name, None, e.inner, e.named, e.positional, e.open)
            for name, e in embedded(self._version).items()
        }

    def _make(self, key: str) -> Template | None:
        paths = self._files.get(key)
        if not paths:
            return self._embedded.get(key)
        trees = [self._read(path) for path in paths]
        first = trees[0]
        own = above = NO_READS
        for tree in trees:
            if tree is not None:
                one, of_parents = reads(tree, self._partial)
                own, above = _both(own, one), _both(above, of_parents)
        return Template(
            name=key,
            path=paths[0],
            inner=first is not None and takes_inner(first),
            named=own.named,
            positional=own.positional,
            open=own.open or None in trees,
            from_parents=above,
            known=first is not None,
        )

    def _partial(self, name: str) -> Tree | None:
        if name not in self._partials:
            self._partials[name] = self._read_partial(name)
        return self._partials[name]

    def _read_partial(self, name: str) -> Tree | None:
        parts = name.split("/")
        if ".." in parts or "\0" in name or name.startswith("/"):
            return None
        names = (name,) if "." in parts[-1] else (f"{name}.html", name)
        for folder in self._layouts:
            for container in ("_partials", "partials"):
                for one in names:
                    path = folder / container / one
                    if path.is_file():
                        return self._read(path)
        return None

    def _read(self, path: Path) -> Tree | None:
        try:
            if path.stat().st_size > template_files.MAX_BYTES:
                raise ValueError(f"more than {template_files.MAX_BYTES:,} bytes")
            return parse(path.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            self._problems.append(f"{path}: {reason}")
            return None


def read_templates(layouts: Sequence[Path], hugo_version: Version | None) -> Templates:
    """The shortcodes in these template folders, in order of precedence, and Hugo's own.

    `hugo_version` is the Hugo that builds the site; None for the newest.
    """
    return Templates(layouts, hugo_version)


def _among(parameter: str | int, named: frozenset[str], positional: int) -> bool:
    return parameter < positional if isinstance(parameter, int) else parameter in named


def _both(one: Reads, other: Reads) -> Reads:
    return Reads(
        one.named | other.named,
        max(one.positional, other.positional),
        one.open or other.open,
    )
