"""What is kept of a site's templates, and when it holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hugo_helpers.site import template_memory, templates
from hugo_helpers.site.packed import dumps, loads
from hugo_helpers.site.template import Reads, Template
from hugo_helpers.site.templates import read_templates
from tests.support.hugo import ROOT, write_files

VERSION = (0, 168, 0)


@pytest.fixture
def layouts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MATOME_CACHE", str(tmp_path / "cache"))
    files = {"layouts/shortcodes/a.html": '{{ .Get "x" }}', "layouts/partials/p.html": ""}
    write_files(tmp_path, files)
    return tmp_path / "layouts"


def told(layouts: Path, version: tuple[int, int, int] = VERSION) -> list[Template | None]:
    found = read_templates([layouts], version, remember=True)
    return [found.get(name) for name in found.names if found.get(name) not in (None,)]


def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names: list[str] = []
    real = templates.Templates._make

    def make(self: templates.Templates, key: str, files: object) -> Template:
        names.append(key)
        return real(self, key, files)  # type: ignore[arg-type]

    monkeypatch.setattr(templates.Templates, "_make", make)
    return names


CHANGES: dict[str, tuple[Callable[[Path], object], bool]] = {
    "none": (lambda _: None, False),
    "another parameter": (
        lambda r: (r / "shortcodes/a.html").write_text('{{ .Get "y" }}'), True,
    ),
    "one more": (lambda r: (r / "shortcodes/b.html").write_text("{{ .Inner }}"), True),
    "a partial": (lambda r: (r / "partials/p.html").write_text("{{/* */}}"), True),
    "one less": (lambda r: (r / "partials/p.html").unlink(), True),
    "what is kept is gone": (
        lambda r: [path.unlink() for path in (r.parent / "cache").iterdir()], True,
    ),
    "what is kept is damaged": (
        lambda r: [p.write_bytes(p.read_bytes()[:-9]) for p in (r.parent / "cache").iterdir()],
        True,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("change", "again"), CHANGES.values(), ids=CHANGES)
def test_when_it_holds(
    layouts: Path,
    change: Callable[[Path], object],
    again: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told(layouts)
    names = made(monkeypatch)
    change(layouts)
    found = told(layouts)
    assert bool(names) is again
    plain = read_templates([layouts], VERSION)
    assert found == [plain.get(name) for name in plain.names if plain.get(name) is not None]
    assert {t.name: plain.inner(t.name) for t in found if t} == {
        t.name: t.inner for t in found if t
    }


def test_another_hugo(layouts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told(layouts)
    names = made(monkeypatch)
    told(layouts, (0, 111, 3))
    assert names == ["a"]


def test_templates_with_problems_are_not_kept(layouts: Path) -> None:
    (layouts / "shortcodes" / "broken.html").write_text("{{ if }")
    found = read_templates([layouts], VERSION, remember=True)
    assert found.get("a") is not None
    assert found.problems
    again = read_templates([layouts], VERSION, remember=True)
    assert again.get("a") == found.get("a")
    assert again.problems == found.problems


def test_our_own_come_back() -> None:
    plain = read_templates([ROOT / "layouts"], VERSION)
    for name in plain.names:
        template = plain.get(name)
        assert template is not None
        assert template_memory._unpacked(loads(template_memory._packed(template))) == template


GOOD = ["a", "/a.html", True, ["x"], 1, [False, True, False, False, False], ["y"], 2, ["posts"]]


def test_what_is_good() -> None:
    found = template_memory._unpacked(GOOD)
    assert found.from_parents == Reads(frozenset("y"), 2, False)
    assert found.path == Path("/a.html")


@pytest.mark.parametrize("at", range(len(GOOD)))
@pytest.mark.parametrize("value", [1.5, {}, [None]])
def test_what_is_odd(at: int, value: object) -> None:
    odd = [*GOOD]
    odd[at] = value  # type: ignore[call-overload]
    with pytest.raises(ValueError, match=r"."):
        template_memory._unpacked(loads(dumps(odd)))
