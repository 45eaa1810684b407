"""What is content of a mount, as Hugo has it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from hugo_helpers.site import config, content, mount_files, mounts
from hugo_helpers.site.versions import MOUNT_FILES, NEWEST, Version
from tests.site.test_content import FRONT, LISTED
from tests.site.test_front_oracle import SITE
from tests.support.hugo import build, version_of, write_files

NAMES = (
    *("a.md", "b.md", "A2.md", "bxa.md", "draft-1.md", "-m.md", "s,t.md", "br[a]ce.md", "q{u}.md"),
    *("x/a.md", "x/b.md", "x/y/a.md", "x/y/z/c.md", "y/x/a.md", "p/draft-2.md", "bxx/x.md"),
    *("Ü.md", "日本.md", "x/日本.md", "x/a.txt"),
)
PATTERNS = (
    *("a.md", "/a.md", "*.md", "**.md", "**/a.md", "x/**", "x/**/a.md", "X/A.md", "x/*/a.md"),
    *("**/y/**", "**/y", "x", "x/y", "x/y/", "draft-*", "**draft-*", "*", "**", "x?a.md", "?.md"),
    *("x/**/**/a.md", "x/****/a.md", "x/***/a.md", "x/**/y/**/a.md", "x/y/**/y/a.md", "x**a.md"),
    *("**a.md", "x**", "**/**.md", "*/**/a.md", "x/?**/a.md", "x/**?a.md", "b*a*.md", "**x**a**"),
    *(
        "[ab].md",
        "[!a].md",
        "[!a]**",
        "[a-c].md",
        "[!a-c].md",
        "[xa-c].md",
        "x[!q]a.md",
    ),
    *("[x]/**/a.md", "[A-C].MD", "{a,b}.md", "{a,}.md", "{x,y}/**", "{x,y}/**/a.md"),
    *(
        r"s\,t.md",
        r"br\[a\]ce.md",
        r"q\{u\}.md",
        r"\a.md",
        "s,t.md",
        "a}.md",
        "a,.md",
        "!a.md",
    ),
    *(
        "ü.md",
        "ü?md",
        "Ü.?d",
        "??md",
        "*?.md",
        "*??md",
        "?*.md",
        "日本.*",
        "日?.md",
        "[ü].md",
        "日**",
    ),
    *("*[ü].md", "./a.md", "x//a.md", "x/../a.md", "//a.md", "", "-m.md"),
)
WAYS = (
    *("{x/**/a.md,b.md}", "{x/**/a.md,x/**/b.md}", "{x/**/a.md}", "{x/**/a.md,y/**/a.md}"),
    *("{x/**,b.md}", "{b.md,x/**}", "{x/**,y/x/*,a.md,b.md}", "{**/,}a.md", "{x/**/,y/}a.md"),
    *("*{/y/**,x/}a.md", "{a,{b,x/a}}.md"),
    *(
        "{ü,ö}.md",
        "{a,ü}.md",
        "**/{a,b}.md",
        "{a,x/*}.md",
        "{x/{**,a.md},b.md}",
        "{**/*,b}.md",
        "{,x/}{a,b}.md",
    ),
)
"""With a `/` in braces: nothing to include, in 0.166 and later."""
SETS = ("x[/]a.md", "x/**[/]a.md", "x{/*,/a.md}", "x{/**,/a.md}", "{x,y}{/*,/a.md}")
"""Nothing to include: an error, or an old Hugo crashes."""
Mount = dict[str, Any]
OLD: list[Mount] = [
    *({"includeFiles": one} for one in (*PATTERNS, *WAYS, "a{b", "a\\")),
    *({"excludeFiles": one} for one in (*PATTERNS, *WAYS, *SETS, "a{b", "a\\") if one),
    {"includeFiles": []}, {"excludeFiles": []}, {"includeFiles": "! a.md"}, {"includeFiles": 3},
    {"includeFiles": ["a.md"], "excludeFiles": ["a.md"]},
    {"includeFiles": ["**.md"], "excludeFiles": ["x/**"]},
    {"includeFiles": ["x/a.md", "b.md"], "excludeFiles": ["x"]},
    {"includeFiles": ["b.md"], "files": ["x/**"]}, {"excludeFiles": ["! a.md"]},
]  # fmt: skip
NEW: list[Mount] = [
    *({"files": one} for one in PATTERNS),
    *({"files": f"! {one}"} for one in (*PATTERNS, *WAYS, *SETS)),
    {"files": []}, {"files": ["**.md", "! x/**"]}, {"files": ["! x/**", "**.md"]},
    {"files": ["x/**", "! x/a.md"]}, {"files": ["! x/a.md", "x/**"]}, {"files": ["! x", "x/**"]},
    {"files": ["!  a.md"]}, {"files": [3, "a.md"]},
]  # fmt: skip


def _version(hugo: Path) -> Version:
    first, second, third = map(int, version_of(hugo).split("."))
    return first, second, third


def _taken(root: Path, mount: Mount, hugo: Version) -> set[str]:
    """What we take of the content of a site with this mount alone; asked in two ways."""
    settings = {"module": {"mounts": [{key.lower(): value for key, value in mount.items()}]}}
    limits = mounts.limits(root, settings)
    folder = root / "content"
    found = set(content.find([folder], (), hugo, (), limits))
    for name in NAMES:
        assert content.holds([folder], folder / name, hugo, (), limits) == (folder / name in found)
    return {path.relative_to(folder).as_posix() for path in found}


@pytest.mark.hugo
def test_is_what_hugo_takes(hugo: Path, tmp_path: Path) -> None:
    """All mounts in one site, each to a folder of its own."""
    version = _version(hugo)
    cases = [{"source": "content", **one} for one in (NEW if version >= MOUNT_FILES else OLD)]
    module = {"mounts": [{**one, "target": f"content/n{n}"} for n, one in enumerate(cases)]}
    files = {f"content/{name}": FRONT for name in NAMES}
    write_files(tmp_path, {**SITE, "layouts/index.html": LISTED, **files})
    (tmp_path / "config/_default").mkdir(parents=True)
    (tmp_path / "config/_default/module.json").write_text(json.dumps(module))
    home = (build(tmp_path, hugo).public / "index.html").read_text()
    listed = re.findall(r"\[(n\d+)/(.*)\]$", home, re.MULTILINE)
    assert len(listed) > len(cases)
    for number, case in enumerate(cases):
        theirs = {name for at, name in listed if at == f"n{number}"}
        ours = _taken(tmp_path, {**case, "target": "content"}, version)
        assert ours == theirs, case


TWICE: dict[str, tuple[Mount, Mount]] = {
    "two": ({"includeFiles": "a.md"}, {"includeFiles": "b.md"}),
    "one and all": ({"excludeFiles": "a.md"}, {}),
    "all and one": ({}, {"includeFiles": "a.md"}),
    "in two languages": (
        {"includeFiles": "a.md", "lang": "en"},
        {"includeFiles": "b.md", "lang": "de"},
    ),
}


def _as_files(mount: Mount) -> Mount:
    """The same in the newest Hugo's words."""
    named = {"includeFiles": "", "excludeFiles": "! "}
    return {
        ("files" if key in named else key): f"{named.get(key, '')}{value}"
        for key, value in mount.items()
    }


@pytest.mark.hugo
@pytest.mark.parametrize("pair", TWICE.values(), ids=TWICE)
def test_a_folder_that_is_mounted_twice(
    hugo: Path, pair: tuple[Mount, Mount], tmp_path: Path
) -> None:
    version = _version(hugo)
    some = pair if version < MOUNT_FILES else map(_as_files, pair)
    tables = [{"source": "content", "target": "content", **one} for one in some]
    languages = "[languages.en]\n[languages.de]\n" if "lang" in pair[0] else ""
    listed = "{{ range site.AllPages }}{{ with .File }}[{{ .Path }}]\n{{ end }}{{ end }}"
    files = {f"content/{name}": FRONT for name in NAMES}
    settings = SITE["hugo.toml"] + languages
    write_files(tmp_path, {**SITE, "hugo.toml": settings, "layouts/index.html": listed, **files})
    (tmp_path / "config/_default").mkdir(parents=True)
    (tmp_path / "config/_default/module.json").write_text(json.dumps({"mounts": tables}))
    home = (build(tmp_path, hugo).public / "index.html").read_text()
    site = config.load(tmp_path)
    found = content.find(site.content, (), version, (), site.limits)
    ours = {path.relative_to(tmp_path / "content").as_posix() for path in found}
    assert ours == set(re.findall(r"\[(.+)\]$", home, re.MULTILINE))


FILES: dict[str, tuple[Mount, ...]] = {
    "a file": ({"source": "README.md", "target": "content/about.md"},),
    "a file in a folder": ({"source": "README.md", "target": "content/sub/about.md"},),
    "no content": ({"source": "README.md", "target": "content/about.txt"},),
    "not there": ({"source": "gone.md", "target": "content/about.md"},),
    "left out": (
        {"source": "README.md", "target": "content/about.md", "files": "x", "includeFiles": "x"},
    ),
}


@pytest.mark.hugo
@pytest.mark.parametrize("tables", FILES.values(), ids=FILES)
def test_a_file_that_is_mounted(hugo: Path, tables: tuple[Mount, ...], tmp_path: Path) -> None:
    version = _version(hugo)
    unread = "files" if version < MOUNT_FILES else "includeFiles"
    module = {"mounts": [
        {"source": "content", "target": "content"},
        *({key: value for key, value in one.items() if key != unread} for one in tables),
    ]}  # fmt: skip
    files = {"content/a.md": FRONT, "README.md": FRONT}
    write_files(tmp_path, {**SITE, "layouts/index.html": LISTED, **files})
    (tmp_path / "config/_default").mkdir(parents=True)
    (tmp_path / "config/_default/module.json").write_text(json.dumps(module))
    home = (build(tmp_path, hugo).public / "index.html").read_text()
    site = config.load(tmp_path)
    found = [*content.find(site.content, (), version, (), site.limits)]
    for path in (tmp_path / name for name in files):
        taken = content.holds(site.content, path, version, (), site.limits)
        assert taken == (path in found)
    assert len(found) == len(re.findall(r"\[(.+)\]$", home, re.MULTILINE))
    keys = {name.rpartition(".")[0] for name in re.findall(r"\[(.+)\]$", home, re.MULTILINE)}
    assert {site.key(path) for path in found} == keys


def test_a_folder_below_the_mounted_one(tmp_path: Path) -> None:
    """Named alone it holds what it holds of the whole."""
    write_files(tmp_path, {f"content/{name}": FRONT for name in NAMES})
    for mount in (*OLD, *NEW):
        patterns = mount_files.of({key.lower(): value for key, value in mount.items()})
        limits = {tmp_path / "content": (patterns,)}
        for hugo in ((0, 111, 3), (0, 165, 0), NEWEST):
            whole = set(content.find([tmp_path / "content"], (), hugo, (), limits))
            below = tmp_path / "content" / "x"
            part = set(content.find([below], (), hugo, (), limits))
            assert part == {path for path in whole if path.is_relative_to(below)}


@pytest.mark.parametrize(
    "mount",
    [
        {"files": ["a[", "b.md"]},
        {"files": "x" * 300},
        {"files": [f"{n}.md" for n in range(200)]},
        {"files": {"a": "b"}},
        {"files": [["a.md"]]},
    ],
    ids=["no pattern", "too long", "too many", "a table", "a list in a list"],
)
def test_what_cannot_be_read_leaves_nothing_out(mount: Mount) -> None:
    assert mount_files.of(mount).take("/c.md", folder=False)
