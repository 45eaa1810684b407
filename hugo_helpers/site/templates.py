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
        self._files = found.shortcodes
        self._unlisted = found.problems
        self._version = hugo_version
        self._trees = Trees(layouts, found.all, hugo_version)
        self._made: dict[str, Template | None] = {}

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
        template = self.get(name)
        return None if template is None else template.inner

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
        trees = [(file, self._trees.tree(file.path)) for file in files]
        own, above = NO_READS, NO_READS
        inners: set[bool | None] = set()
        for file, tree in trees:
            if tree is None:
                own, above = own | ANY_READS, above | ANY_READS
                inners.add(None)
                continue
            of_own, of_parents = reads(tree, self._trees)
            own, above = own | of_own, above | of_parents
            # Where there is HTML, Hugo never goes by templates of other formats.
            if file.html or not files[0].html:
                inners.add(takes_inner(tree, self._trees.defining))
        instead = self._embedded.get(key)
        if instead is not None and all(file.variant or file.section for file in files):
            own |= Reads(instead.named, instead.positional, instead.open)
            inners.add(instead.inner)
        everywhere = instead is not None or not all(file.section for file in files)
        return Template(
            name=key,
            path=files[0].path,
            inner=inners.pop() if len(inners) == 1 else None,
            named=own.named,
            positional=own.positional,
            open=own.open,
            from_parents=above,
            known=trees[0][1] is not None,
            plain=instead is None and all(file.plain for file in files),
            sections=() if everywhere else tuple(sorted({file.section for file in files})),
        )


def read_templates(layouts: Sequence[Path], hugo_version: Version | None) -> Templates:
    """The shortcodes in these template folders, in order of precedence, and Hugo's own.

    `hugo_version` is the Hugo that builds the site; None for the newest. Never raises: what
    cannot be read is said in `problems`.
    """
    return Templates(layouts, hugo_version)
