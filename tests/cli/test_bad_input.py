"""What nobody would call a site: each ends in a finding or in one line, never in a traceback, and
soon (`run_apart` waits for a hundred seconds at most).
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from hugo_helpers.site import content
from tests.cli.conftest import Matome, run_apart
from tests.support.hugo import write_files
from tests.support.marked import FRONT, LAYOUTS, quote

CONFIGURATION = 'title = "x"\ndefaultContentLanguage = "ja"\n'
POSTS = "content/posts"


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A site with the shortcodes and one good post."""
    folder = tmp_path / "site"
    write_files(folder, {"hugo.toml": CONFIGURATION, f"{POSTS}/good.md": FRONT + quote()})
    shutil.copytree(LAYOUTS, folder / "layouts")
    return folder


def codes(site: Path, *arguments: str) -> dict[str, set[str]]:
    """The codes that a run finds, by file; nothing is said of anything else."""
    ran = run_apart("check", "--output-format", "json", *arguments, cwd=site)
    assert ran.err == ""
    found: dict[str, set[str]] = {}
    for one in json.loads(ran.out):
        found.setdefault(one["filename"].removeprefix(f"{POSTS}/"), set()).add(one["code"])
    return found


def toml(text: str) -> str:
    return f"+++\n{text}\n+++\n"


def yaml(text: str) -> str:
    return f"---\n{text}\n---\n"


def bomb(fields: str) -> str:
    """YAML whose aliases make 10^12 values of a few hundred bytes."""
    parts = [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    return "\n".join(["a0: &a0 [x,x,x,x,x,x,x,x,x,x]", *parts, fields])


def wide(fields: str) -> str:
    """YAML whose aliases make two million values, not too many for Hugo at any depth."""
    return f"a0: &a0 [{'x,' * 2_000}]\na11: &a11 [{'*a0,' * 1_000}]\n{fields}"


def tags(key: str, values: Iterable[str]) -> str:
    return toml(f"title = 'a'\n{key} = [{','.join(values)}]")


HOSTILE = {
    "a key of many parts": (toml(".".join("a" * 100_000) + " = 1"), {"H102"}),
    "a table of many parts": (toml(f"[{'.'.join('a' * 100_000)}]"), {"H102"}),
    "deep arrays": (toml(f"a = {'[' * 100_000}{']' * 100_000}"), {"H102"}),
    "deep tables": (toml(f"a = {'{a=' * 50_000}1{'}' * 50_000}"), {"H102"}),
    "a long key": (toml("k" * 1_100_000 + " = 1"), {"H102"}),
    "a long number": (toml(f"a = {'9' * 500_000}"), {"H102"}),
    "one tag many times": (tags("tags", ["'t'"] * 200_000), {"F107"}),
    "many tags": (tags("tags", [f"'t{n}'" for n in range(90_000)]), set()),
    "many aliases": (tags("aliases", [f"'/{n}/'" for n in range(50_000)]), set()),
    "tags in escapes": (tags("tags", [f'"\\u3042{n}"' for n in range(50_000)]), set()),
    "a bomb": (yaml(bomb("title: a\ntags: *a11\naliases: *a11")), {"H102"}),
    "tags of a bomb": (yaml(wide("title: a\ntags: *a11\naliases: *a11")), {"F105"}),
    "fields of a bomb": (
        yaml(wide("title: *a11\ndate: *a11\ndraft: *a11\nmonths: *a11\nslug: *a11\nurl: *a11")),
        {"F105", "H124"},
    ),
    "an alias of itself": (yaml("title: a\ntags: &a [*a]"), {"F105"}),
    "deep flow": (yaml(f"a: {'[' * 100_000}{']' * 100_000}"), {"H102"}),
    "deep lists": (yaml(f"a:\n{'- ' * 50_000}x"), {"H102"}),
    "a long flow": (yaml(f"title: a\ntags: [{'t, ' * 300_000}]"), {"F107"}),
    "code in a tag": (yaml("title: !!python/object/apply:os.system ['exit']"), {"F105"}),
    "deep JSON": ('{"a": ' + "[" * 100_000 + "]" * 100_000 + "}\n", {"H102"}),
    "surrogates": ('{"title": "\\ud800", "tags": ["\\udfff"]}\n', set()),
}


def test_hostile_front_matter(bare: Path) -> None:
    write_files(bare / POSTS, {f"{name}.md": text for name, (text, _) in HOSTILE.items()})
    expected = {f"{name}.md": found for name, (_, found) in HOSTILE.items() if found}
    assert codes(bare, "--ignore", "F101,S103") == {
        name: found - {"F101"} for name, found in expected.items()
    }


JAPANESE = FRONT + quote("日本語の発言")
BYTES = {
    "utf-16": JAPANESE.encode("utf-16"),
    "utf-32": JAPANESE.encode("utf-32"),
    "shift_jis": JAPANESE.encode("shift_jis"),
    "euc": JAPANESE.encode("euc_jp"),
    "a surrogate": FRONT.encode() + b"\xed\xa0\x80",
    "too long a form": FRONT.encode() + b"\xc0\xaf",
    "cut": FRONT.encode() + "日".encode()[:2],
}


def test_what_is_not_utf_8(bare: Path) -> None:
    for name, text in BYTES.items():
        (bare / POSTS / f"{name}.md").write_bytes(text)
    assert codes(bare) == {f"{name}.md": {"H101"} for name in BYTES}


@pytest.fixture
def strange(bare: Path) -> Iterator[Path]:
    """Posts that are no files, and links that go round or out."""
    posts = bare / POSTS
    os.mkfifo(posts / "pipe.md")
    (posts / "folder.md").mkdir()
    (posts / "folder.md" / "inside.md").write_text(FRONT + quote(""))
    for name, target in (("self", "self.md"), ("gone", "nowhere"), ("null", "/dev/null")):
        (posts / f"{name}.md").symlink_to(target)
    (posts / "loop").symlink_to(posts)
    (posts / "out").symlink_to("/etc")
    with (posts / "sparse.md").open("wb") as file:
        file.truncate(100_000_000)
    here = Path.cwd()
    with socket.socket(socket.AF_UNIX) as one:
        os.chdir(posts)  # the path of a socket may be no longer than a hundred bytes
        one.bind("socket.md")
        os.chdir(here)
        yield bare


def test_what_is_no_file(strange: Path) -> None:
    refused = ("pipe", "socket", "sparse")
    assert codes(strange) == {
        **{f"{name}.md": {"H101"} for name in refused},
        "folder.md/inside.md": {"Q103"},
    }
    for name in (*refused, "null"):  # a link is checked where it is named
        assert codes(strange, f"{POSTS}/{name}.md") == {f"{name}.md": {"H101"}}


NAMES = (
    b"\xff\xfe.md",
    b"a\nb.md",
    b"\x1b[31mred.md",
    b"::error::x.md",
    b"%0A::error file=x::y.md",
    "\u202efdp.md".encode(),
    b"-rf.md",
    b"a'\"b.md",
    b" .md",
)


@pytest.mark.parametrize("style", ["full", "concise", "json", "jsonl", "github", "sarif"])
def test_names_that_would_do_something(bare: Path, style: str) -> None:
    for name in NAMES:
        (bare / POSTS / os.fsdecode(name)).write_text(FRONT + quote(""))
    ran = run_apart("check", "--output-format", style, "--color", "never", cwd=bare)
    assert (ran.code, ran.err) == (1, "")
    assert not {"\x1b", "\u202e", "\udcff"} & set(ran.out)
    lines = ran.out.splitlines()
    assert not [line for line in lines if line.startswith(("::error", "b.md"))]
    if style in ("concise", "github", "jsonl"):
        assert sum("Q103" in line for line in lines) == len(NAMES)


CONFIGURATIONS = {
    "bytes": ("hugo.toml", "a = 1\n\udcff", "hugo.toml:2: not UTF-8: byte 0xff"),
    "a broken line": ("hugo.toml", "a = 1\nb =", "hugo.toml: Invalid value"),
    "a key of many parts": ("hugo.toml", f"{'a.' * 100_000}a = 1", "a key of more than 500 parts"),
    "deep": ("hugo.toml", f"a = {'[' * 100_000}", "hugo.toml: TOML nested too deeply"),
    "a long key": ("hugo.toml", f"{'k' * 1_000_000} = 1", "more than 1,000,000 bytes"),
    "a bomb": ("hugo.yaml", bomb("params: *a11"), "more than 100 lists and tables at one depth"),
    "a wide bomb": (
        "hugo.yaml",
        wide("params: *a11"),
        "aliases that make more than 1,000,000 values",
    ),
    "a bomb of a theme": (
        "themes/x/hugo.yaml",
        wide("title: x"),
        "aliases that make more than 1,000,000 values",
    ),
    "an alias of itself": ("hugo.yaml", "a: &a [*a]", "hugo.yaml: nested too deeply"),
    "deep JSON": ("hugo.json", '{"a": ' + "[" * 100_000, "hugo.json: JSON nested too deeply"),
    "bytes in the settings": ("matome.toml", "a = 1\n\udcff", "matome.toml:2: not UTF-8"),
    "long settings": ("matome.toml", "#" * 1_100_000, "more than 1,000,000 bytes"),
    "deep settings": ("matome.toml", f"a = {'[' * 100_000}", "matome.toml:1: TOML nested"),
    "settings of many parts": ("matome.toml", f"{'a.' * 100_000}a = 1", "matome.toml:1: a key of"),
    "a code that is none": (
        "matome.toml",
        'ignore = ["T"]\n[per-file-ignores]\n"x/**" = ["T2", "T2O3"]',
        "matome.toml:3: no rule 'T2O3'; did you mean T203?",
    ),
    "a project's, broken": ("pyproject.toml", "[tool.matome]\na =", "pyproject.toml:2: Invalid"),
}


@pytest.mark.parametrize("name", CONFIGURATIONS)
def test_a_configuration_that_cannot_be_used(bare: Path, name: str) -> None:
    file, text, message = CONFIGURATIONS[name]
    if file.startswith("hugo"):
        (bare / "hugo.toml").unlink()
    elif file.startswith("themes"):
        (bare / "hugo.toml").write_text('theme = "x"\n')
    path = bare / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(errors="surrogateescape"))
    ran = run_apart("check", cwd=bare)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("matome: ")
    assert ran.err.count("\n") == 1
    assert message in ran.err


RECURSIVE = '{{ define "a" }}{{ template "a" . }}{{ end }}{{ template "a" . }}'
TEMPLATES = {
    "huge": "x" * 30_000_000,
    "broken": "{{ if }}{{ .Get",
    "open": "{{/* " + "a" * 900_000,
    "deep": "{{ if true }}" * 50_000,
    "brackets": f"{{{{ {'(' * 90_000}.Get 0{')' * 90_000} }}}}",
    "pipes": f"{{{{ .Get 0 {'| print ' * 90_000}}}}}",
    "strings": '{{ "' * 200_000,
    "variables": "{{ $x := .Get `a` }}" * 40_000,
    "itself": RECURSIVE,
    "partials": '{{ partial "round.html" . }}{{ .Get 0 }}',
}


def test_hostile_templates(bare: Path) -> None:
    """What cannot be read as a template is told once, and calls of it are right."""
    files = {f"shortcodes/{name}.html": text for name, text in TEMPLATES.items()}
    write_files(bare / "layouts", files)
    write_files(bare / "layouts", {"partials/round.html": '{{ partial "round.html" . }}'})
    os.mkfifo(bare / "layouts/shortcodes/pipe.html")
    calls = "".join(f"{{{{< {name} a >}}}}\n" for name in (*TEMPLATES, "pipe"))
    (bare / POSTS / "calls.md").write_text(FRONT + calls)
    unread = ("brackets", "broken", "deep", "huge", "open", "pipe", "strings")
    for _ in range(2):
        found = codes(bare, "--ignore", "H2")
        assert found == {f"layouts/shortcodes/{name}.html": {"S106"} for name in unread}


def unprivileged() -> None:
    """As root, in a process to come: without the right to read what nobody may."""
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        if libc.prctl(24, capability, 0, 0, 0):  # PR_CAPBSET_DROP
            raise OSError(ctypes.get_errno(), "prctl")


@pytest.fixture
def forbid() -> Iterator[Callable[[Path], None]]:
    """Takes all rights to a file or folder away until the test is over."""
    taken: list[tuple[Path, int]] = []

    def take(path: Path) -> None:
        taken.append((path, path.stat().st_mode))
        path.chmod(0)

    yield take
    for path, mode in reversed(taken):
        path.chmod(mode)


FORBIDDEN = {
    "a post": (f"{POSTS}/good.md", f"{POSTS}/good.md:1:1: H101 error: cannot be read"),
    "the posts": (POSTS, f"{POSTS}: Permission denied"),
    "the content": ("content", "content: Permission denied"),
    "the configuration": ("hugo.toml", "hugo.toml: Permission denied"),
    "the settings": ("matome.toml", "matome.toml: Permission denied"),
    "the templates": ("layouts", "layouts: Permission denied"),
    "the shortcodes": ("layouts/shortcodes", "layouts/shortcodes: Permission denied"),
    "a picture's folder": ("assets/thumbnails", "No findings"),
    "the cache": ("cache", "No findings"),
}


@pytest.mark.skipif(sys.platform != "linux", reason="drops the rights that root has on Linux")
@pytest.mark.parametrize("name", FORBIDDEN)
def test_what_may_not_be_read(bare: Path, name: str, forbid: Callable[[Path], None]) -> None:
    forbidden, message = FORBIDDEN[name]
    (bare / "matome.toml").touch()
    for folder in ("assets/thumbnails", "cache"):
        (bare / folder).mkdir(parents=True)
    forbid(bare / forbidden)
    ran = subprocess.run(
        [sys.executable, "-m", "hugo_helpers", "check", "--output-format", "concise"],
        cwd=bare,
        env={**os.environ, "MATOME_CACHE": str(bare / "cache")},
        preexec_fn=unprivileged if os.geteuid() == 0 else None,
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    out = ran.stdout + ran.stderr
    assert message in out
    assert len(out.splitlines()) <= 2
    assert ran.returncode == (0 if message == "No findings" else 1 if "H101" in message else 2)


def test_a_file_that_goes_while_the_run_goes_on(
    bare: Path, matome: Matome, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bare / POSTS / "going.md").write_text(FRONT + quote())
    (bare / POSTS / "new.md").write_text(FRONT + quote())
    real = content.find

    def find(*arguments: object) -> Iterator[Path]:
        listed = list(real(*arguments))  # type: ignore[arg-type]
        (bare / POSTS / "going.md").unlink()
        (bare / POSTS / "new.md").write_text(FRONT + quote(""))
        return iter(listed)

    monkeypatch.setattr(content, "find", find)
    ran = matome("check", "--source", bare, "--output-format", "json")
    assert ran.err == ""
    found = [(Path(one["filename"]).name, one["code"]) for one in json.loads(ran.out)]
    assert found == [("going.md", "H101"), ("new.md", "Q103")]


@pytest.mark.parametrize(
    ("closed", "code"), [(">&-", 1), ("2>&-", 1), ("<&-", 1), (">&- 2>&- <&-", 1)]
)
def test_streams_that_are_closed(bare: Path, closed: str, code: int) -> None:
    (bare / POSTS / "bad.md").write_text(FRONT + quote(""))
    before = (bare / POSTS / "bad.md").read_bytes()
    ran = subprocess.run(
        ["/bin/sh", "-c", f"exec {sys.executable} -m hugo_helpers check --fix {closed}"],
        cwd=bare,
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    assert ran.returncode == code
    assert ran.stderr == ""
    assert ("Q103" in ran.stdout) is (not closed.startswith(">"))
    assert (bare / POSTS / "bad.md").read_bytes() == before


HOMES = {
    "none": {"HOME": "", "XDG_CACHE_HOME": "", "MATOME_CACHE": ""},
    "not there": {"HOME": "/nonexistent", "MATOME_CACHE": ""},
    "not to be written": {"HOME": "/proc", "MATOME_CACHE": ""},
    "no folder": {"MATOME_CACHE": "/dev/null"},
    "below a file": {"MATOME_CACHE": f"{__file__}/cache"},
    "no place for what is put aside": {"TMPDIR": "/nonexistent"},
}


@pytest.mark.parametrize("name", HOMES)
def test_without_a_cache(bare: Path, name: str) -> None:
    """A cache that cannot be written is none: nothing else differs."""
    environment = {**os.environ, "XDG_CACHE_HOME": "", **HOMES[name]}
    for _ in range(2):
        ran = subprocess.run(
            [sys.executable, "-m", "hugo_helpers", "check"],
            cwd=bare,
            env=environment,
            capture_output=True,
            check=False,
            text=True,
            timeout=60,
        )
        assert (ran.returncode, ran.stderr) == (0, "")
