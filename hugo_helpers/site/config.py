"""A Hugo site: where it is, and what its own configuration says."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from hugo_helpers.site import data
from hugo_helpers.site.content import EXTENSIONS

_STEMS = ("hugo", "config")
_FORMATS: dict[str, data.Format] = {
    ".toml": "toml",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
}
MAX_BYTES = 1_000_000


class Component(NamedTuple):
    """A theme or module that the site names, and its folder; None where it is not on disk."""

    name: str
    folder: Path | None


class Site(NamedTuple):
    """What a site's configuration knows, with Hugo's defaults where it says nothing."""

    root: Path
    title: str
    language: str
    languages: tuple[str, ...]
    timezone: str
    titles: Mapping[str, str]
    """The site's title in each of its languages."""
    taxonomies: Mapping[str, str]
    """Singular to plural, as in Hugo's configuration."""
    matome: Mapping[str, Any]
    """`[params.matome]`, its keys in lower case."""
    content: tuple[Path, ...]
    """Content folders; one that lies in another stands before it."""
    folder_languages: Mapping[Path, str]
    """The language of content folders that hold one language alone."""
    assets: tuple[Path, ...]
    static: tuple[Path, ...]
    layouts: tuple[Path, ...]
    """Template folders in order of precedence: the site's own, then those of its themes."""
    data: Path
    publish: Path
    """Where Hugo writes the pages."""
    components: tuple[Component, ...]

    def name(self, path: Path) -> str:
        """`path` as it is reported: relative to the site with `/`, else as given."""
        text, root = str(path), f"{self.root}{os.sep}"
        if text.startswith(root):  # nearly all, and Path takes its time
            return text[len(root) :].replace(os.sep, "/")
        try:
            return path.absolute().relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()

    def key(self, path: Path) -> str:
        """The key of a content file: its path without folder, ending and `index`.

        On a site of several languages the page's own is named behind it: `posts/x.en`.
        """
        return self.key_of(*self.work(path))

    def key_of(self, work: str, language: str) -> str:
        """The key of a work in a language, as `work` gives them."""
        return work if len(self.languages) == 1 else f"{work}.{language}"

    def work(self, path: Path) -> tuple[str, str]:
        """What all translations of a content file share, its key without a language; and the
        language of this one.
        """
        absolute = path.absolute()
        language = self.language
        relative = Path(absolute.name)
        for folder in self.content:
            if absolute.is_relative_to(folder):
                relative = absolute.relative_to(folder)
                language = self.folder_languages.get(folder, language)
                break
        stem = relative.name
        for ending in EXTENSIONS:
            if stem.lower().endswith(ending):
                stem = stem[: -len(ending)]
                break
        base, dot, suffix = stem.rpartition(".")
        if dot and suffix in self.languages:
            stem, language = base, suffix
        parts = relative.parts[:-1] if stem in {"index", "_index"} else (*relative.parts[:-1], stem)
        return "/".join(parts), language


def find_root(start: Path) -> Path:
    """The nearest folder from `start` upwards that holds a Hugo configuration.

    Raises LookupError where there is none.
    """
    begin = start.absolute()
    for folder in (begin, *begin.parents):
        if is_site(folder):
            return folder
    raise LookupError(
        f"no Hugo site at {start} or above it: no hugo.toml, hugo.yaml or config/ was found; "
        "name the site with --source DIR, or make one with: matome init DIR"
    )


def is_site(folder: Path) -> bool:
    """Whether `folder` holds a Hugo configuration."""
    return any(_files(folder))


def load(root: Path) -> Site:
    """Read the configuration of the site at `root`.

    Raises ValueError, naming the file, for one that cannot be parsed, and OSError for one that
    cannot be read.
    """
    root = root.absolute()
    settings = _settings(root)
    languages = _table(settings, "languages")
    language = _text(settings, "defaultcontentlanguage", "en")
    title = _text(settings, "title", "")
    titles = {name: _text(_table(languages, name), "title", title) for name in languages}
    components = tuple(_components(root, settings))
    folders = [root, *(c.folder for c in components if c.folder)]
    mounts = [m for f in folders for m in _mounts(f, settings if f == root else _settings(f))]
    params = {**_table(_table(settings, "params"), "matome")}
    return Site(
        root=root,
        title=titles.get(language, title),
        language=language,
        languages=tuple(languages) or (language,),
        timezone=_text(params, "timezone", "UTC"),
        titles=titles,
        taxonomies=_taxonomies(settings),
        matome=params,
        content=_unique(_content(root, settings, languages)),
        folder_languages=dict(_language_folders(root, settings, languages)),
        assets=_targets(mounts, "assets"),
        static=_targets(mounts, "static"),
        layouts=_targets(mounts, "layouts"),
        data=root / _text(settings, "datadir", "data"),
        publish=root / _text(settings, "publishdir", "public"),
        components=components,
    )


def _files(folder: Path) -> Iterator[Path]:
    """The configuration files of a folder, in the order in which Hugo merges them."""
    for stem in _STEMS:
        found = [p for e in _FORMATS if (p := folder / (stem + e)).is_file()]
        if found:
            yield found[0]
            break
    default = folder / "config" / "_default"
    if default.is_dir():
        yield from sorted(p for p in default.iterdir() if p.suffix in _FORMATS and p.is_file())


def _settings(folder: Path) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for path in _files(folder):
        text = text_of(path)
        try:
            found = _lowered(data.parse_settings(text, _FORMATS[path.suffix]))
        except RecursionError:
            raise ValueError(f"{path}: nested too deeply") from None
        except ValueError as error:
            raise ValueError(f"{path}: {error}") from None
        lowered: dict[str, Any] = found
        if path.parent.name == "_default" and path.stem not in _STEMS:
            lowered = _under(path.stem.lower(), lowered)
        _merge(merged, lowered)
    return merged


def text_of(path: Path) -> str:
    """The text of a configuration file.

    Raises ValueError, naming the file, for one that is too large or not in UTF-8, and OSError.
    """
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"{path}: more than {MAX_BYTES:,} bytes of configuration")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        row = error.object.count(b"\n", 0, error.start) + 1
        byte = f"byte 0x{error.object[error.start]:02x}"
        raise ValueError(f"{path}:{row}: not UTF-8: {byte}; save the file as UTF-8") from None


def _under(stem: str, values: dict[str, Any]) -> dict[str, Any]:
    """`params.toml` holds `params`; `languages.ja.toml` and `menus.en.toml` one language of it."""
    head, _, language = stem.partition(".")
    if not language:
        return {head: values}
    return {"languages": {language: values if head == "languages" else {head: values}}}


def _lowered(values: dict[str, object]) -> dict[str, Any]:
    """The same with all keys in lower case.

    Raises ValueError where aliases of YAML make more values than the file has bytes.
    """
    left = MAX_BYTES

    def lower(value: Any) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            raise ValueError(f"aliases that make more than {MAX_BYTES:,} values")
        if isinstance(value, dict):
            return {str(k).lower(): lower(v) for k, v in value.items()}
        return [lower(v) for v in value] if isinstance(value, list) else value

    return {str(key).lower(): lower(value) for key, value in values.items()}


def _merge(into: dict[str, Any], values: Mapping[str, Any]) -> None:
    for key, value in values.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = value


def _table(values: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = values.get(key)
    return found if isinstance(found, dict) else {}


def _text(values: Mapping[str, Any], key: str, default: str) -> str:
    found = values.get(key)
    return found if isinstance(found, str) else default


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []


def _taxonomies(settings: Mapping[str, Any]) -> Mapping[str, str]:
    if "taxonomies" not in settings:
        return {"category": "categories", "tag": "tags"}
    return {k: v for k, v in _table(settings, "taxonomies").items() if isinstance(v, str)}


def _components(root: Path, settings: Mapping[str, Any]) -> Iterator[Component]:
    """The site's themes and modules, and theirs, each once, in order of precedence."""
    module = _table(settings, "module")
    themes = root / _text(settings, "themesdir", "themes")
    replaced = {}
    for pair in _strings(module.get("replacements")):
        for one in pair.split(","):
            name, arrow, target = one.partition("->")
            if arrow:
                replaced[name.strip()] = target.strip()
    seen: set[str] = set()
    waiting = _named(settings)
    while waiting:
        name = waiting.pop(0)
        if name in seen or len(seen) > 200:
            continue
        seen.add(name)
        candidates = [themes / replaced[name]] if name in replaced else []
        candidates += [root / "_vendor" / name, themes / name]
        folder = next((f for c in candidates if (f := Path(os.path.normpath(c))).is_dir()), None)
        yield Component(name, folder)
        if folder is not None:
            waiting += _named(_settings(folder))


def _named(settings: Mapping[str, Any]) -> list[str]:
    imports = _table(settings, "module").get("imports")
    tables = [i for i in imports if isinstance(i, dict)] if isinstance(imports, list) else []
    paths = [i.get("path") for i in tables if not i.get("disable")]
    return [*_strings(settings.get("theme")), *_strings(paths)]


def _mounts(folder: Path, settings: Mapping[str, Any]) -> Iterator[tuple[str, Path]]:
    """Pairs of a target folder and the source that stands for it, Hugo's defaults included."""
    mounts = _table(settings, "module").get("mounts")
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
            for name in _strings(settings.get(key)) or [target]:
                yield target, folder / name


_FOLDERS = {"assets": "assetdir", "static": "staticdir", "layouts": "layoutdir"}


def _targets(mounts: list[tuple[str, Path]], target: str) -> tuple[Path, ...]:
    return _unique([source for name, source in mounts if name == target and source.is_dir()])


def _content(
    root: Path, settings: Mapping[str, Any], languages: Mapping[str, Any]
) -> Iterator[Path]:
    """Hugo's own folder counts only where no mount takes its place, nor one of every language."""
    folders = [folder for folder, _ in _language_folders(root, settings, languages)]
    mounts = [root / source for source, _ in _content_mounts(settings)]
    own = [isinstance(v, dict) and bool(_text(v, "contentdir", "")) for v in languages.values()]
    folders += mounts
    if not mounts and not (own and all(own)):
        folders.append(root / _text(settings, "contentdir", "content"))
    yield from sorted(folders, key=lambda folder: -len(folder.parts))


def _language_folders(
    root: Path, settings: Mapping[str, Any], languages: Mapping[str, Any]
) -> Iterator[tuple[Path, str]]:
    for language, values in languages.items():
        if isinstance(values, dict) and (folder := _text(values, "contentdir", "")):
            yield Path(os.path.normpath(root / folder)), language
    for source, language in _content_mounts(settings):
        if language:
            yield Path(os.path.normpath(root / source)), language


def _content_mounts(settings: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Source and language (empty: all) of the mounts of content."""
    mounts = _table(settings, "module").get("mounts")
    for mount in mounts if isinstance(mounts, list) else []:
        if isinstance(mount, dict) and str(mount.get("target", "")).split("/")[0] == "content":
            yield str(mount.get("source", "content")), _text(mount, "lang", "")


def _unique(paths: Iterator[Path] | list[Path]) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(Path(os.path.normpath(p.absolute())) for p in paths))
