"""Which folders Hugo takes for content, templates and assets: its own, or mounts in their place."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from hugo_helpers.site import markup, mount_files
from hugo_helpers.site.config_values import strings, table, text
from hugo_helpers.site.mount_files import Files

_FOLDERS = {"assets": "assetdir", "static": "staticdir", "layouts": "layoutdir"}


class _Mount(NamedTuple):
    """A mount of content."""

    path: Path
    """Its source."""
    way: str
    """Where Hugo has it below content/, with `/`; empty for content/ itself."""
    language: str
    """Empty: all."""
    files: Files


def of(folder: Path, settings: Mapping[str, Any]) -> Iterator[tuple[str, Path]]:
    """Pairs of a target folder and the source that stands for it, Hugo's defaults included."""
    mounts = table(settings, "module").get("mounts")
    tables = [m for m in mounts if isinstance(m, dict)] if isinstance(mounts, list) else []
    mounted = [
        (m["target"], folder / m["source"])
        for m in tables
        if isinstance(m.get("source"), str) and isinstance(m.get("target"), str)
    ]
    yield from mounted
    targets = {target.split("/")[0] for target, _ in mounted}
    for target, key in _FOLDERS.items():
        if target not in targets:
            for name in strings(settings.get(key)) or [target]:
                yield target, folder / name


def targets(mounted: list[tuple[str, Path]], target: str) -> tuple[Path, ...]:
    """The folders that are there of those that `of` names for `target`, each once."""
    return _unique([source for name, source in mounted if name == target and source.is_dir()])


def content(root: Path, settings: Mapping[str, Any]) -> tuple[Path, ...]:
    """The content folders of the site, and files that are mounted by themselves; what lies in
    another before it.

    Hugo's own counts only where no mount takes its place, nor one of every language.
    """
    folders = [folder for folder, _ in languages(root, settings)]
    mounted = [mount.path for mount in _content_mounts(root, settings)]
    of_languages = table(settings, "languages").values()
    own = [isinstance(v, dict) and bool(text(v, "contentdir", "")) for v in of_languages]
    folders += mounted
    if not mounted and not (own and all(own)):
        folders.append(root / text(settings, "contentdir", "content"))
    return _unique(sorted(folders, key=lambda folder: -len(folder.parts)))


def languages(root: Path, settings: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """Content folders that hold one language alone, and it."""
    for language, values in table(settings, "languages").items():
        if isinstance(values, dict) and (folder := text(values, "contentdir", "")):
            yield Path(os.path.normpath(root / folder)), language
    for mount in _content_mounts(root, settings):
        if mount.language:
            yield mount.path, mount.language


def ways(root: Path, settings: Mapping[str, Any]) -> dict[Path, str]:
    """Content folders, and files that are mounted by themselves, that Hugo has below another name:
    their ways below content/, with `/`. Of what is mounted twice the first.
    """
    found: dict[Path, str] = {}
    for mount in _content_mounts(root, settings):
        found.setdefault(mount.path, mount.way)
    return {path: way for path, way in found.items() if way}


def limits(root: Path, settings: Mapping[str, Any]) -> dict[Path, tuple[Files, ...]]:
    """The patterns that say which files of a content folder are content: those that one of its
    mounts takes. None for a folder that is mounted as it is.
    """
    found: dict[Path, list[Files]] = {}
    for mount in _content_mounts(root, settings):
        found.setdefault(mount.path, []).append(mount.files)
    limited = {folder: tuple(some) for folder, some in found.items() if any(map(any, some))}
    return {folder: limited.get(folder, ()) for folder in content(root, settings)}


def _content_mounts(root: Path, settings: Mapping[str, Any]) -> Iterator[_Mount]:
    mounts = table(settings, "module").get("mounts")
    seen = set()
    for mount in mounts if isinstance(mounts, list) else []:
        if isinstance(mount, dict) and str(mount.get("target", "")).split("/")[0] == "content":
            source, language = str(mount.get("source", "content")), text(mount, "lang", "")
            target = str(mount["target"])
            if not _is_text(root / source, target):
                continue
            key = language, *map(os.path.normpath, (source, target))
            files = mount_files.of(mount)._replace(again=key in seen)
            path, way = Path(os.path.normpath(root / source)), target.partition("/")[2].strip("/")
            yield _Mount(path, way, language, files)
            seen.add(key)


def _is_text(source: Path, target: str) -> bool:
    """Whether a mount is of a folder, or of a file that could be content by both of its names."""
    names = source.name.lower(), target.lower()
    return not source.is_file() or all(name.endswith(markup.ENDINGS) for name in names)


def _unique(paths: list[Path]) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(Path(os.path.normpath(p.absolute())) for p in paths))
