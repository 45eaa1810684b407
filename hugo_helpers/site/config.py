"""A Hugo site: where it is, and what its own configuration says."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from hugo_helpers.site import components, config_files, markup, mounts
from hugo_helpers.site.components import Component
from hugo_helpers.site.config_values import strings, table, text
from hugo_helpers.site.mount_files import Limits

DATES = ("date", "publishdate", "pubdate", "published", "lastmod", "modified")
"""Where Hugo looks for the date of a page, the first one first."""


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
    limits: Limits = {}  # noqa: RUF012
    """What is content of each content folder; see `mounts.limits`."""
    ways: Mapping[Path, str] = {}
    """Content folders that Hugo has below another name; see `mounts.ways`."""
    ignore_files: tuple[str, ...] = ()
    """`ignoreFiles`: patterns in Go's syntax, of whole paths."""
    dates: tuple[str, ...] = DATES
    """Keys that may hold a page's date, in small letters, and `:filename` and the like."""
    allow_content: tuple[str, ...] | None = None
    """`security.allowContent`; None where it is not set."""
    allow_programs: tuple[str, ...] = ()
    """`security.exec.allow`."""

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
        absolute, below, language = str(path.absolute()), path.name, self.language
        for folder in self.content:
            # Strings, as Path takes its time.
            start = str(folder)
            if absolute == start or absolute.startswith(f"{start}{os.sep}"):
                inside = absolute[len(start) + 1 :].replace(os.sep, "/")
                below = "/".join(filter(None, (self.ways.get(folder), inside))) or below
                language = self.folder_languages.get(folder, language)
                break
        parent, _, name = below.rpartition("/")
        stem = markup.without_ending(name)
        base, dot, suffix = stem.rpartition(".")
        if dot and suffix in self.languages:
            stem, language = base, suffix
        if stem in {"index", "_index"}:
            return parent, language
        return f"{parent}/{stem}" if parent else stem, language


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
    return any(config_files.files(folder))


def load(root: Path) -> Site:
    """Read the configuration of the site at `root`.

    Raises ValueError, naming the file, for one that cannot be parsed, and OSError for one that
    cannot be read.
    """
    root = root.absolute()
    settings = config_files.settings(root)
    languages = table(settings, "languages")
    language = text(settings, "defaultcontentlanguage", "en")
    title = text(settings, "title", "")
    titles = {name: text(table(languages, name), "title", title) for name in languages}
    parts = tuple(components.of(root, settings))
    mounted = [*mounts.of(root, settings)]
    for part in parts:
        if part.folder is not None:
            mounted += mounts.of(part.folder, config_files.settings(part.folder))
    security = table(settings, "security")
    params = {**table(table(settings, "params"), "matome")}
    return Site(
        root=root,
        title=titles.get(language, title),
        language=language,
        languages=tuple(languages) or (language,),
        timezone=text(params, "timezone", "UTC"),
        titles=titles,
        taxonomies=_taxonomies(settings),
        matome=params,
        content=mounts.content(root, settings),
        folder_languages=dict(mounts.languages(root, settings)),
        assets=mounts.targets(mounted, "assets"),
        static=mounts.targets(mounted, "static"),
        layouts=mounts.targets(mounted, "layouts"),
        data=root / text(settings, "datadir", "data"),
        publish=root / text(settings, "publishdir", "public"),
        components=parts,
        limits=mounts.limits(root, settings),
        ways=mounts.ways(root, settings),
        ignore_files=tuple(strings(settings.get("ignorefiles"))),
        dates=_dates(settings),
        allow_content=tuple(strings(security["allowcontent"]))
        if "allowcontent" in security
        else None,
        allow_programs=tuple(strings(table(security, "exec").get("allow"))),
    )


def _dates(settings: Mapping[str, Any]) -> tuple[str, ...]:
    front = table(settings, "frontmatter")
    if "date" not in front:
        return DATES
    names = [name.lower() for name in strings(front["date"])]
    return tuple(one for name in names for one in (DATES if name == ":default" else (name,)))


def _taxonomies(settings: Mapping[str, Any]) -> Mapping[str, str]:
    if "taxonomies" not in settings:
        return {"category": "categories", "tag": "tags"}
    return {k: v for k, v in table(settings, "taxonomies").items() if isinstance(v, str)}
