"""The shortcodes of a site: what their templates take."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.site import template_files
from hugo_helpers.site.embedded import embedded
from hugo_helpers.site.template import ANY_READS, NO_READS, Reads, Template
from hugo_helpers.site.template_files import File
from hugo_helpers.site.versions import Version

if TYPE_CHECKING:
    from hugo_helpers.site.template_memory import Memory
    from hugo_helpers.site.template_trees import Trees


class Templates:
    """The shortcodes of a site, each template read when its shortcode is first asked for."""

    def __init__(
        self, layouts: Sequence[Path], hugo_version: Version | None, *, remember: bool = False
    ) -> None:
        found = template_files.find(layouts, hugo_version)
        self.files = found.all
        """The paths of all templates of the site: what is told here depends on these alone."""
        self._files = found.shortcodes
        self.unlisted = found.problems
        """Folders that could not be listed, and why: what is in them is not known."""
        self._version = hugo_version
        self._layouts = tuple(layouts)
        self._remember = remember
        self._made: dict[str, Template | None] = {}
        self._inners: dict[str, bool | None] = {}

    @property
    def problems(self) -> tuple[str, ...]:
        """Folders and templates that could not be read so far, and why."""
        read = self._trees.problems if "_trees" in self.__dict__ else ()
        return (*self.unlisted, *read)

    def unread(self) -> Iterator[tuple[str, str]]:
        """The templates of shortcodes, and those that they use, that cannot be read: path and why.

        All are looked at for it, where earlier runs have not kept what they found.
        """
        for key in self._files:
            self.get(key)
        read = self._trees.problems if "_trees" in self.__dict__ else ()
        for path in self.files if read else ():
            of_path = (one for one in read if one.startswith(f"{path}: "))
            if problem := next(of_path, None):
                yield path, problem.removeprefix(f"{path}: ")

    @cached_property
    def _trees(self) -> "Trees":
        from hugo_helpers.site.template_trees import Trees

        return Trees(self._layouts, self.files, self._version)

    @cached_property
    def _memory(self) -> "Memory | None":
        """Where earlier runs have kept what they made of the same templates."""
        from hugo_helpers.site.template_memory import memory

        return memory(self._layouts, self.files, self._version) if self._remember else None

    @cached_property
    def _kept(self) -> dict[str, Template]:
        """What earlier runs have made of the site's templates; all of it, or nothing."""
        if self._memory is None:
            return {}
        if kept := self._memory.load():
            return kept
        made = {key: self._make(key, files) for key, files in self._files.items()}
        if not self.problems:
            self._memory.keep(made.values())
        return made

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All shortcodes there are, sorted."""
        return tuple(sorted({*self._files, *self._embedded}))

    def get(self, name: str) -> Template | None:
        """The shortcode that Hugo takes for a call by this name; None where there is none."""
        key = template_files.key(name, self._version)
        if key not in self._made:
            files = self._files.get(key)
            if not files:
                self._made[key] = self._embedded.get(key)
            else:
                self._made[key] = self._kept.get(key) or self._make(key, files)
        return self._made[key]

    def inner(self, name: str) -> bool | None:
        """Whether the shortcode takes inner content; None where that cannot be told."""
        key = template_files.key(name, self._version)
        if key not in self._inners:
            known = self._kept if key in self._files else self._embedded
            found = known.get(key)
            self._inners[key] = found.inner if found else self._inner(key)
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
        from hugo_helpers.site.template_params import reads

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
            inner=self._inner(key),
            named=own.named,
            positional=own.positional,
            open=own.open,
            from_parents=above,
            known=self._trees.tree(files[0].path) is not None,
            plain=key not in self._embedded and all(file.plain for file in files),
            sections=() if everywhere else tuple(sorted({file.section for file in files})),
        )

    def _inner(self, key: str) -> bool | None:
        from hugo_helpers.site.template_inner import takes_inner

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


def read_templates(
    layouts: Sequence[Path], hugo_version: Version | None, *, remember: bool = False
) -> Templates:
    """The shortcodes in these template folders, in order of precedence, and Hugo's own.

    `hugo_version` is the Hugo that builds the site; None for the newest. `remember`: what earlier
    runs have made of the same templates is not made again. Never raises: what cannot be read is
    said in `problems`.
    """
    return Templates(layouts, hugo_version, remember=remember)
