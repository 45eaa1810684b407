"""Outlines of many files, and what of them is kept for the next run."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.shortcodes import outlines
from hugo_helpers.shortcodes.outline import Outline
from hugo_helpers.shortcodes.outlines import Known, Outlines
from hugo_helpers.site import content
from hugo_helpers.site.content import Page, Unreadable
from hugo_helpers.site.packed import loads

NAMES = ("a.md", "b.md", "c.md")


class Folder:
    """Three files, and the names of those that were asked for an outline."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.made: list[str] = []
        self.key = "1"
        for name in NAMES:
            (root / name).write_text(f"text of {name}")

    def make(self, page: Page) -> Outline:
        self.made.append(page.name)
        return Outline(page.name, title=page.text, users=("ann",), lengths=(len(page.text),))

    def read(self, *names: str) -> dict[str, Outline | Unreadable]:
        self.made = []
        reader = Outlines(self.make, self.root / "cache" / "outlines-1.cache", self.key)
        given = sorted(names if names else {path.name for path in self.root.glob("*.md")})
        found = list(reader.read([(self.root / n, n) for n in given], whole=not names))
        assert [one.name for one in found] == given
        return {one.name: one for one in found}

    def kept(self) -> Path:
        return self.root / "cache" / "outlines-1.cache"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.setenv("MATOME_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(content, "SETTLED", -1)
    return Folder(tmp_path)


def rewrite(folder: Folder) -> None:
    """The same size, the same time."""
    path = folder.root / "b.md"
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    path.write_text("TEXT of b.md")
    os.utime(path, ns=times)


CHANGES: dict[str, tuple[Callable[[Folder], object], list[str]]] = {
    "none": (lambda _: None, []),
    "touched": (lambda f: (f.root / "b.md").touch(), []),
    "changed": (lambda f: (f.root / "b.md").write_text("other"), ["b.md"]),
    "changed, of one size and time": (rewrite, ["b.md"]),
    "one more": (lambda f: (f.root / "d.md").write_text("d"), ["d.md"]),
    "one less": (lambda f: (f.root / "b.md").unlink(), []),
    "another key": (lambda f: setattr(f, "key", "2"), [*NAMES]),
    "the cache is gone": (lambda f: f.kept().unlink(), [*NAMES]),
    "the cache is empty": (lambda f: f.kept().write_bytes(b""), [*NAMES]),
    "cut short": (lambda f: f.kept().write_bytes(f.kept().read_bytes()[:-9]), [*NAMES]),
    "a line is gone": (
        lambda f: f.kept().write_bytes(b"\n".join(f.kept().read_bytes().split(b"\n")[:-2]) + b"\n"),
        [*NAMES],
    ),
    "a letter changed": (
        lambda f: f.kept().write_bytes(f.kept().read_bytes().replace(b"ann", b"bob", 1)),
        [*NAMES],
    ),
}


@pytest.mark.parametrize(("change", "made"), CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("settled", [-1, 10**18], ids=["by its mark", "by its bytes"])
def test_only_what_changed_is_read(
    folder: Folder,
    change: Callable[[Folder], object],
    made: list[str],
    settled: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(content, "SETTLED", settled)
    folder.read()
    assert folder.made == [*NAMES]
    change(folder)
    found = folder.read()
    assert folder.made == made
    assert folder.read() == found
    assert folder.made == []
    folder.kept().unlink()
    assert folder.read() == found


def test_a_part_forgets_no_other_part_and_the_whole_what_is_gone(folder: Folder) -> None:
    folder.read()
    (folder.root / "b.md").write_text("other")
    folder.read("b.md")
    assert folder.made == ["b.md"]
    folder.read()
    assert folder.made == []
    (folder.root / "c.md").unlink()
    (folder.root / "b.md").write_text("another")
    folder.read()
    assert b"c.md" not in folder.kept().read_bytes()


def test_what_cannot_be_read_is_said_each_time(folder: Folder) -> None:
    (folder.root / "b.md").write_bytes(b"\xff")
    for _ in range(2):
        assert isinstance(folder.read()["b.md"], Unreadable)
    (folder.root / "b.md").write_text("good")
    assert folder.read()["b.md"] == Outline("b.md", title="good", users=("ann",), lengths=(4,))


def test_a_folder_that_takes_no_cache(folder: Folder) -> None:
    (folder.root / "cache").write_text("a file")
    folder.read()
    folder.read()
    assert folder.made == [*NAMES]


texts = st.text(st.characters(codec="utf-8") | st.sampled_from("\udcff\n\0"), max_size=9)
knowns = st.builds(
    lambda turns, **more: Known(
        Outline(users=tuple(u for u, _ in turns), lengths=tuple(n for _, n in turns), **more),
        "digest",
        (1, 2),
    ),
    st.lists(st.tuples(texts, st.integers(0))),
    name=texts,
    title=texts,
    day=texts,
    image=texts,
    tags=st.lists(texts).map(tuple),
    illustrated=st.booleans(),
)


@given(knowns)
def test_what_is_packed_comes_back(known: Known) -> None:
    packed = outlines._packed(known)
    assert b"\n" not in packed
    assert outlines._unpacked(loads(packed)) == known


GOOD = ["a.md", "t", "d", "i", ["ann"], [1], ["x"], False, "digest", None]


def test_what_is_good() -> None:
    assert outlines._unpacked(GOOD).outline.users == ("ann",)


@pytest.mark.parametrize(
    ("at", "value"),
    [
        *[(n, 1) for n in range(10)],
        *[(n, None) for n in range(9)],
        (4, ["ann", "bob"]),
        (4, [1]),
        (5, [1.5]),
        (6, [["x"]]),
        (9, ["1"]),
    ],
)
def test_what_is_odd(at: int, value: object) -> None:
    odd: list[object] = [*GOOD]
    odd[at] = value
    with pytest.raises(ValueError, match=r"."):
        outlines._unpacked(odd)


@pytest.mark.parametrize("odd", [[], GOOD[:-1], [*GOOD, 1], {}, 1, None])
def test_what_is_no_outline(odd: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        outlines._unpacked(odd)
