"""Which files of a site's layouts are shortcode templates, and of which shortcode.

Observed with Hugo 0.111.3, 0.147.9 and 0.168.0.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from hugo_helpers.site.versions import Version

NEW_LAYOUT: Final[Version] = (0, 146, 0)
"""From here on Hugo looks into `_shortcodes` of any section and ignores the case of names."""
NO_SYMLINKS: Final[Version] = (0, 123, 0)
"""From here on Hugo passes over symbolic links."""
MAX_FILES: Final = 50_000
MAX_DEPTH: Final = 40
MAX_BYTES: Final = 1_000_000

_PLAIN: Final = frozenset({"css", "csv", "gotmpl", "ics", "json", "md", "txt", "webmanifest"})


class File(NamedTuple):
    """A template file of a shortcode."""

    path: Path
    section: str
    """The folder of content that it is for, `posts` or `posts/x`; empty for all."""
    variant: bool
    """It is for one language or output format only: `x.ja.html`, `x.rss.xml`."""
    html: bool
    plain: bool
    """A plain text template: Hugo does not take it for `{{< … >}}` of an HTML page."""


class Layouts(NamedTuple):
    """The template files of a site."""

    shortcodes: dict[str, list[File]]
    """By key; the file that Hugo goes by first, its variants behind it."""
    all: tuple[str, ...]
    """The paths of all template files."""
    problems: tuple[str, ...]


def is_new(version: Version | None) -> bool:
    """Whether a Hugo of this version, None for the newest, uses the new layout of templates."""
    return version is None or version >= NEW_LAYOUT


def key(name: str, version: Version | None) -> str:
    """What Hugo looks a shortcode up by, from the name in a call or in a path."""
    return name.lower().replace(" ", "-") if is_new(version) else name


def find(folders: Sequence[Path], version: Version | None) -> Layouts:
    """The templates in these folders, in order of precedence. Never raises."""
    walk = _Walk(follow=version is not None and version < NO_SYMLINKS)
    paths: list[str] = []
    shortcodes: dict[str, list[File]] = {}
    seen: set[tuple[str, str]] = set()
    for relative, path in walk.files(folders):
        paths.append(path)
        place = _place(relative, version)
        if place is not None and place not in seen:
            seen.add(place)
            _add(shortcodes, place, path, version)
    for files in shortcodes.values():
        files.sort(key=lambda f: (not f.html, f.plain, f.variant, f.section, f.path))
    return Layouts(shortcodes, tuple(paths), tuple(walk.problems))


def read(path: Path) -> str:
    """The text of a template; bytes that are not UTF-8 stay apart from any character.

    Raises OSError, and ValueError for what is no file or a larger one than any honest template.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ValueError("not a file that can be read: a folder or a device")
    if status.st_size > MAX_BYTES:
        raise ValueError(f"more than {MAX_BYTES:,} bytes of template")
    return path.read_bytes().removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")


def _add(
    shortcodes: dict[str, list[File]], place: tuple[str, str], path: str, version: Version | None
) -> None:
    section, below = place
    folder, _, base = below.rpartition("/")
    name, *endings = base.split(".")
    if not name or "." in folder:
        return
    ending = endings[-1].lower() if endings else ""
    plain = is_new(version) and ending in _PLAIN
    found = File(Path(path), section, len(endings) > 1, ending in {"html", ""}, plain)
    whole = f"{folder}/{name}" if folder else name
    shortcodes.setdefault(key(whole, version), []).append(found)


def _place(relative: str, version: Version | None) -> tuple[str, str] | None:
    """The section that a shortcode is for, and its path below the shortcodes' folder."""
    if not is_new(version):
        head, _, rest = relative.partition("/")
        if head != "shortcodes":
            return None
        return "", relative if rest.startswith("shortcodes/") else rest
    path = relative.lower().removeprefix("_default/")
    if path.startswith("shortcodes/"):
        path = f"_{path}"
    section, container, rest = f"/{path}".partition("/_shortcodes/")
    return (section[1:], rest) if container else None


class _Walk:
    """All files of folders that lie over each other, in Hugo's order.

    That is, in every folder what the first one holds, by name, then what the next one adds.
    """

    def __init__(self, follow: bool) -> None:
        self.problems: list[str] = []
        self._follow = follow
        self._count = 0

    def files(self, folders: Sequence[Path]) -> Iterator[tuple[str, str]]:
        """Paths relative to their folder, with `/`, and as they are."""
        there = [os.fspath(folder) for folder in folders if folder.exists()]
        return self._below(there, "", frozenset())

    def _below(
        self, folders: Sequence[str], prefix: str, above: frozenset[str]
    ) -> Iterator[tuple[str, str]]:
        if len(above) > MAX_DEPTH:
            return
        entries: dict[str, list[os.DirEntry[str]]] = {}
        for folder in folders:
            real = os.path.realpath(folder) if self._follow else folder
            if real not in above:
                above |= {real}
                for entry in self._listing(folder):
                    entries.setdefault(entry.name, []).append(entry)
        for name, (first, *others) in entries.items():
            if _is_folder(first):
                below = [first.path, *(other.path for other in others if _is_folder(other))]
                yield from self._below(below, f"{prefix}{name}/", above)
            elif not name.startswith(".") and not name.endswith("~"):
                self._count += 1
                if self._count == MAX_FILES:
                    self.problems.append(f"{first.path}: more than {MAX_FILES:,} templates")
                if self._count >= MAX_FILES:
                    return
                yield prefix + name, first.path

    def _listing(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except FileNotFoundError:  # gone since the folder above was listed
            return []
        except OSError as error:
            self.problems.append(f"{folder}: {error.strerror or error}")
            return []
        return entries if self._follow else [e for e in entries if not e.is_symlink()]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
