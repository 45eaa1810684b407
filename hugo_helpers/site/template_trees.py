"""The parse trees of a site's templates, each made when first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from hugo_helpers.site import template_files
from hugo_helpers.site.embedded import embedded
from hugo_helpers.site.gotemplate import parse
from hugo_helpers.site.template_files import is_new
from hugo_helpers.site.template_nodes import Constant, Field, Pipe, Term, Tree
from hugo_helpers.site.versions import Version

MAX_SEARCHED: Final = 3_000
"""How many templates are looked through for a definition."""


class Trees:
    """Templates, partials and definitions of a site."""

    def __init__(
        self, folders: Sequence[Path], paths: Sequence[str], version: Version | None
    ) -> None:
        self.problems: list[str] = []
        self._folders = tuple(folders)
        self._paths = tuple(paths[:MAX_SEARCHED])
        self._version = version
        self._texts: dict[str, str | None] = {}
        self._trees: dict[str, Tree | None] = {}
        self._partials: dict[str, Tree | None] = {}
        self._definitions: dict[str, tuple[Tree, ...]] = {}

    def tree(self, path: Path | str) -> Tree | None:
        """The tree of a template file; None, and a problem, where it cannot be read or parsed."""
        name = str(path)
        if name not in self._trees:
            self._trees[name] = self._parse(name)
        return self._trees[name]

    def partial(self, name: str) -> Tree | None:
        """The tree of the partial that a template calls by this name; None where there is none."""
        if name not in self._partials:
            path = self._below(name, ("_partials", "partials") if self._new else ("partials",))
            self._partials[name] = None if path is None else self.tree(path)
        return self._partials[name]

    def defining(self, name: str) -> tuple[Tree, ...]:
        """The trees of all templates that define this name; names are shared by the whole site."""
        if name not in self._definitions:
            self._definitions[name] = tuple(self._search(name))
        return self._definitions[name]

    @property
    def _new(self) -> bool:
        return is_new(self._version)

    def _search(self, name: str) -> list[Tree]:
        if (path := self._file(name)) is not None:
            tree = self.tree(path)
            return [] if tree is None else [Tree((), {**tree.definitions, name: tree.nodes})]
        if (own := self._of_hugo(name)) is not None:
            return [own]
        if not self._new:
            # There it depends on the order in which Hugo reads its templates.
            return []
        found = []
        for one in self._paths:
            text = self._text(one)
            if text is not None and name in text:
                tree = self.tree(one)
                if tree is not None and name in tree.definitions:
                    found.append(tree)
        return found

    def _file(self, name: str) -> Path | None:
        """The template file that Hugo also knows by this name of a definition."""
        folder, _, rest = name.partition("/")
        if "." not in rest:
            return None
        if folder in ("partials", "_partials") if self._new else folder == "partials":
            return self._below(rest, ("_partials", "partials") if self._new else ("partials",))
        if folder == "_shortcodes" and self._new:
            return self._below(rest, ("_shortcodes", "shortcodes"))
        return None

    def _of_hugo(self, name: str) -> Tree | None:
        """What stands for one of Hugo's own shortcodes, where its template is used as this name."""
        folder, _, file = name.rpartition("/")
        folders = ("_internal/shortcodes", "_shortcodes")[: 2 if self._new else 1]
        one = embedded(self._version).get(file.removesuffix(".html"))
        if one is None or folder not in folders or not file.endswith(".html"):
            return None
        keys: list[str | int] = [*sorted(one.named), *range(one.positional)]
        commands: list[tuple[Term, ...]] = [(Field(("Get",)), Constant(key)) for key in keys]
        commands += [(Field(("Inner",)),)] if one.inner else []
        commands += [(Field(("Params",)),)] if one.open else []
        return Tree((), {name: tuple(Pipe((), False, (command,)) for command in commands)})

    def _below(self, name: str, containers: Sequence[str]) -> Path | None:
        parts = name.split("/")
        if ".." in parts or "\0" in name or "\\" in name or name.startswith("/"):
            return None
        names = (name,) if "." in parts[-1] else (f"{name}.html", name)
        for folder in self._folders:
            for container in containers:
                for one in names:
                    path = folder / container / one
                    if path.is_file():
                        return path
        return None

    def _text(self, path: str) -> str | None:
        if path not in self._texts:
            try:
                self._texts[path] = template_files.read(Path(path))
            except (OSError, ValueError) as error:
                reason = getattr(error, "strerror", None) or error
                self.problems.append(f"{path}: {reason}")
                self._texts[path] = None
        return self._texts[path]

    def _parse(self, path: str) -> Tree | None:
        text = self._text(path)
        if text is None:
            return None
        try:
            return parse(text)
        except ValueError as error:
            self.problems.append(f"{path}: {error}")
            return None
