"""What a site's shortcodes take, from one run to the next, while the site's templates stay."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from hugo_helpers.site import cache, content
from hugo_helpers.site.packed import dumps, each, loads, one, strict
from hugo_helpers.site.template import Reads, Template
from hugo_helpers.site.versions import Version


class Memory(NamedTuple):
    """Where it is kept, and the key that says for which templates it holds."""

    path: Path
    key: str

    def load(self) -> dict[str, Template]:
        """All shortcodes that have templates, by their keys; none where nothing is kept."""
        try:
            found = [_unpacked(loads(line)) for line in cache.kept_lines(self.path, self.key)]
        except ValueError:
            return {}
        return {template.name: template for template in found}

    def keep(self, templates: Iterable[Template]) -> None:
        """Keep these for the next run."""
        # A cache that cannot be written is none.
        with suppress(OSError):
            cache.keep_lines(self.path, self.key, map(_packed, templates))
            cache.sweep("templates-*.cache")


def memory(layouts: Sequence[Path], files: Sequence[str], version: Version | None) -> Memory:
    """Where the shortcodes of these template folders, which hold these files, are kept."""
    who = cache.digest(map(str, layouts))
    marks = [f"{path} {content.mark_of(path)}" for path in files]
    key = cache.digest([repr(version), *marks, *cache.program("site")])
    return Memory(cache.folder() / f"templates-{who}.cache", key)


def _packed(template: Template) -> bytes:
    named, positional, open_ = template.from_parents
    return dumps(
        (
            template.name,
            None if template.path is None else str(template.path),
            template.inner,
            sorted(template.named),
            template.positional,
            [template.open, template.known, template.plain, template.removed, open_],
            sorted(named),
            positional,
            template.sections,
        )
    )


def _unpacked(values: object) -> Template:
    with strict():
        name, path, inner, named, positional, truths, above, above_positional, sections = each(
            values, object
        )
        open_, known, plain, removed, above_open = each(truths, bool)
        return Template(
            name=one(name, str),
            path=None if path is None else Path(one(path, str)),
            inner=None if inner is None else one(inner, bool),
            named=frozenset(each(named, str)),
            positional=one(positional, int),
            open=open_,
            from_parents=Reads(frozenset(each(above, str)), one(above_positional, int), above_open),
            known=known,
            plain=plain,
            sections=tuple(each(sections, str)),
            removed=removed,
        )
