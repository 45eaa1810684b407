"""The shortcodes of a site: what their templates take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from hugo_helpers.site import template_files
from hugo_helpers.site.embedded import embedded
from hugo_helpers.site.template_effects import ANY_READS, NO_READS, Reads
from hugo_helpers.site.template_files import File, Version
from hugo_helpers.site.template_inner import takes_inner
from hugo_helpers.site.template_params import reads
from hugo_helpers.site.template_trees import Trees


@dataclass(frozen=True, slots=True)
class Template:
    """A shortcode and what it takes."""

    name: str
    path: Path | None
    """Its template file; None for one that Hugo brings along."""
    inner: bool | None
    """Whether it takes inner content, and so must be closed; None where that cannot be told."""
    named: frozenset[str]
    """The named parameters that it reads, in their case."""
    positional: int
    """How many positional parameters it reads."""
    open: bool
    """Whether it may read any parameter."""
    from_parents: Reads = NO_READS
    """What it reads of the parameters of the shortcodes that it stands in."""
    known: bool = True
    """False for a template that cannot be read or parsed."""
    plain: bool = False
    """Only plain text templates: Hugo refuses `{{< … >}}` of it, and takes `{{% … %}}`."""
    sections: tuple[str, ...] = ()
    """The folders of content that it is for, `posts` or `posts/x`; empty for all."""
    removed: bool = False
    """Hugo knows the name, but fails on it."""


class Templates:
    """The shortcodes of a site, each template read when its shortcode is first asked for."""

    def __init__(self, layouts: Sequence[Path], hugo_version: Version | None) -> None:
        found = template_files.find(layouts, hugo_version)
        self.files = found.all
        """The paths of all templates of the site: what is told here depends on these alone."""
        self._files = found.shortcodes
        self._unlisted = found.problems
        self._version = hugo_version
        self._trees = Trees(layouts, found.all, hugo_version)
        self._made: dict[str, Template | None] = {}
        self._inners: dict[str, bool | None] = {}

    @property
    def problems(self) -> tuple[str, ...]:
        """Folders and templates that could not be read so far, and why."""
        return (*self._unlisted, *self._trees.problems)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All shortcodes there are, sorted."""
        return tuple(sorted({*self._files, *self._embedded}))

    def get(self, name: str) -> Template | None:
        """The shortcode that Hugo takes for a call by this name; None where there is none."""
        key = template_files.key(name, self._version)
        if key not in self._made:
            files = self._files.get(key)
            self._made[key] = self._make(key, files) if files else self._embedded.get(key)
        return self._made[key]

    def inner(self, name: str) -> bool | None:
        """Whether the shortcode takes inner content; None where that cannot be told."""
        key = template_files.key(name, self._version)
        if key not in self._inners:
            self._inners[key] = self._inner(key)
        return self._inners[key]

    def __contains__(self, name: str) -> bool:
        """Whether there is a shortcode that a call by this name would take."""
        key = template_files.key(name, self._version)
        return key in self._files or key in self._embedded

    def takes(self, name: str, parameter: str | int, inside: Iterable[str] = ()) -> bool | None:
        """Whether a shortcode reads the parameter of this name, or at this position from 0.

        `inside` holds the names of the shortcodes called within it: those may read parameters of
        their parents. None for an unknown shortcode. True where it cannot be told.
        """
        template = self.get(name)
        if template is None:
            return None
        own = Reads(template.named, template.positional, template.open)
        return parameter in own or any(
            child is None or parameter in child.from_parents for child in map(self.get, inside)
        )

    @cached_property
    def _embedded(self) -> dict[str, Template]:
        return {
            name: Template(name, None, e.inner, e.named, e.positional, e.open, removed=e.removed)
            for name, e in embedded(self._version).items()
        }

    def _make(self, key: str, files: Sequence[File]) -> Template:
        own, above = NO_READS, NO_READS
        for file in files:
            tree = self._trees.tree(file.path)
            both = (ANY_READS, ANY_READS) if tree is None else reads(tree, self._trees)
            own, above = own | both[0], above | both[1]
        beside = self._beside(key, files)
        if beside is not None:
            own |= Reads(beside.named, beside.positional, beside.open)
        everywhere = key in self._embedded or not all(file.section for file in files)
        return Template(
            name=key,
            path=files[0].path,
            inner=self.inner(key),
            named=own.named,
            positional=own.positional,
            open=own.open,
            from_parents=above,
            known=self._trees.tree(files[0].path) is not None,
            plain=key not in self._embedded and all(file.plain for file in files),
            sections=() if everywhere else tuple(sorted({file.section for file in files})),
        )

    def _inner(self, key: str) -> bool | None:
        files = self._files.get(key, [])
        beside = self._beside(key, files)
        found = set() if beside is None else {beside.inner}
        for file in files:
            # Where there is HTML, Hugo never goes by templates of other formats.
            if file.html or not files[0].html:
                tree = self._trees.tree(file.path)
                found.add(None if tree is None else takes_inner(tree, self._trees.defining))
        return found.pop() if len(found) == 1 else None

    def _beside(self, key: str, files: Sequence[File]) -> Template | None:
        """Hugo's own shortcode, where the site has none or only has it for some pages."""
        only_some = all(file.variant or file.section for file in files)
        return self._embedded.get(key) if only_some else None


def read_templates(layouts: Sequence[Path], hugo_version: Version | None) -> Templates:
    """The shortcodes in these template folders, in order of precedence, and Hugo's own.

    `hugo_version` is the Hugo that builds the site; None for the newest. Never raises: what
    cannot be read is said in `problems`.
    """
    return Templates(layouts, hugo_version)
