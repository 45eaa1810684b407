"""Snapshots of folders, whole and in part."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hugo_helpers.watch.snapshot import Changes, Place, Snapshot, compare, is_noise, renew, take


@pytest.mark.parametrize(
    "name",
    [
        ".git", ".hugo_build.lock", ".a.md.swp", ".a.md.swx", "a.md~", "4913", "#a.md#", ".#a.md",
        "a.md___jb_tmp___", "a.md___jb_old___", ".goutputstream-X1", ".matome-00ff.tmp",
        "a.md.crswap", "a.bak", "x.tmp",
    ],
)  # fmt: skip
def test_noise(name: str) -> None:
    assert is_noise(name)


@pytest.mark.parametrize(
    "name", ["a.md", "index.md", "a.swift", "4913.md", "matome.toml", "tmp", "bak", "#1.md", ".x"]
)
def test_no_noise(name: str) -> None:
    assert not is_noise(name)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("a.md", "b/c.md", "b/d/e.md", "top.toml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


def names(paths: frozenset[str] | set[str], root: Path) -> set[str]:
    return {os.path.relpath(path, root) for path in paths}


CHANGES: dict[str, tuple[Callable[[Path], object], set[str], set[str], set[str]]] = {
    "written": (lambda r: (r / "b/c.md").write_text("other"), {"b/c.md"}, {"b/c.md"}, set()),
    "new": (lambda r: (r / "b/n.md").write_text("n"), {"b/n.md"}, {"b/n.md"}, set()),
    "gone": (lambda r: (r / "b/c.md").unlink(), {"b/c.md"}, set(), {"b/c.md"}),
    "renamed": (
        lambda r: (r / "b/c.md").rename(r / "b/n.md"),
        {"b/c.md", "b/n.md"}, {"b/n.md"}, {"b/c.md"},
    ),
    "nothing at all": (lambda _: None, {"b/c.md"}, set(), set()),
    "a folder moved in": (
        lambda r: shutil.copytree(r / "b", r / "z"), {"z"}, {"z/c.md", "z/d/e.md"}, set(),
    ),
    "a folder gone": (lambda r: shutil.rmtree(r / "b"), {"b"}, set(), {"b/c.md", "b/d/e.md"}),
    "a folder moved": (
        lambda r: (r / "b").rename(r / "z"),
        {"b", "z"}, {"z/c.md", "z/d/e.md"}, {"b/c.md", "b/d/e.md"},
    ),
    "a file where a folder was": (
        lambda r: (shutil.rmtree(r / "b"), (r / "b").write_text("x")),
        {"b"}, {"b"}, {"b/c.md", "b/d/e.md"},
    ),
    "a link to itself": (
        lambda r: (r / "loop.md").symlink_to("loop.md"), {"loop.md"}, {"loop.md"}, set(),
    ),
    "a link to a folder above": (lambda r: (r / "b/up").symlink_to(".."), {"b/up"}, set(), set()),
    "a pipe": (lambda r: os.mkfifo(r / "p.md"), {"p.md"}, {"p.md"}, set()),
    "noise": (lambda r: (r / "b/.c.md.swp").write_text("x"), {"b/.c.md.swp"}, set(), set()),
    "in noise": (
        lambda r: ((r / ".git").mkdir(), (r / ".git/x.md").write_text("x")),
        {".git", ".git/x.md"}, set(), set(),
    ),
    "outside": (lambda _: None, {"../x.md"}, set(), set()),
    "a name that is not UTF-8": (
        lambda r: (r / os.fsdecode(b"\xff.md")).write_text("x"),
        {os.fsdecode(b"\xff.md")}, {os.fsdecode(b"\xff.md")}, set(),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("change", "hints", "changed", "gone"), CHANGES.values(), ids=CHANGES)
def test_in_part_and_whole(
    root: Path,
    change: Callable[[Path], object],
    hints: set[str],
    changed: set[str],
    gone: set[str],
) -> None:
    places = [Place(str(root))]
    shot = take(places)
    before = Snapshot(dict(shot.files), set(shot.folders))
    change(root)
    part = renew(shot, places, {os.path.normpath(root / hint) for hint in hints})
    assert (names(part.changed, root), names(part.gone, root)) == (changed, gone)
    whole = compare(before, take(places))
    assert whole == part
    assert take(places) == shot


def test_a_place_that_is_not_deep(root: Path) -> None:
    place = Place(str(root), deep=False)
    shot = take([place])
    assert names(set(shot.files), root) == {"a.md", "top.toml"}
    (root / "b/c.md").write_text("other")
    (root / "a.md").write_text("other")
    paths = {str(root / name) for name in ("a.md", "b/c.md", "b")}
    assert names(renew(shot, [place], paths).changed, root) == {"a.md"}


def test_what_is_not_there(tmp_path: Path) -> None:
    assert take([Place(str(tmp_path / "none"))]) == Snapshot({}, set())
    shot = take([Place(str(tmp_path))])
    assert renew(shot, [Place(str(tmp_path))], {str(tmp_path / "x\0y"), ""}) == Changes()


def test_folders_deeper_than_any_sites(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(80):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "a.md").write_text("x")
    assert take([Place(str(tmp_path))]).files == {}


def test_one_change_after_the_other() -> None:
    a, b = Changes(frozenset("xy"), frozenset("z")), Changes(frozenset("z"), frozenset("x"))
    assert a | b == Changes(frozenset("yz"), frozenset("x"))


steps = st.lists(
    st.tuples(st.sampled_from(["write", "remove", "move"]), *[st.sampled_from("abcd")] * 4),
    max_size=12,
)


@settings(max_examples=60)
@given(steps)
def test_parts_add_up_to_the_whole(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str, str, str]]
) -> None:
    root = tmp_path_factory.mktemp("steps")
    places = [Place(str(root))]
    shot = take(places)
    for number, (what, folder, name, other, new) in enumerate(steps):
        old, target = root / folder / f"{name}.md", root / other
        hints = {str(old), str(old.parent), str(target)}
        if what == "write":
            old.parent.mkdir(exist_ok=True)
            old.write_text("x" * number)
        elif what == "remove":
            shutil.rmtree(old.parent, ignore_errors=True)
        elif old.parent.exists() and not target.exists():
            old.parent.rename(target)
            (target / f"{new}.md").write_text("y" * number)
            hints.add(str(target / f"{new}.md"))
        renew(shot, places, hints)
        assert shot == take(places)
