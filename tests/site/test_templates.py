"""Which template Hugo takes for a shortcode, and what is read of it."""

from __future__ import annotations

import html
import json
import os
import pickle
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.site.template_files import key
from hugo_helpers.site.templates import read_templates
from hugo_helpers.site.versions import Version
from tests.support.hugo import (
    OLDEST,
    ROOT,
    build,
    hugo_binaries,
    missing,
    version_of,
    write_files,
)

OLD: Version = (0, 111, 3)
SC, US = "layouts/shortcodes", "layouts/_shortcodes"

Place = tuple[str, str, str, bool, bool]
PLACES: list[Place] = [
    # What it is, template file, name in the call, found by 0.111, found by 0.146 and later.
    ("plain", f"{SC}/a1.html", "a1", True, True),
    ("other case in the call", f"{SC}/a2.html", "A2", False, True),
    ("other case in the file", f"{SC}/A3x.html", "a3x", False, True),
    ("the same upper case", f"{SC}/A4.html", "A4", True, True),
    ("nested", f"{SC}/b/c/a5.html", "b/c/a5", True, True),
    ("nested, other case", f"{SC}/B/a6.html", "b/A6", False, True),
    ("without its folder", f"{SC}/b/a7.html", "a7", False, False),
    ("new folder", f"{US}/a8.html", "a8", False, True),
    ("new folder, nested", f"{US}/b/a9.html", "b/a9", False, True),
    ("section", "layouts/posts/_shortcodes/a10.html", "a10", False, True),
    ("section, old folder", "layouts/posts/shortcodes/a11.html", "a11", False, False),
    ("_default", "layouts/_default/shortcodes/a12.html", "a12", False, True),
    ("_default, new folder", "layouts/_default/_shortcodes/a13.html", "a13", False, True),
    ("shortcodes in shortcodes", f"{SC}/shortcodes/a14.html", "shortcodes/a14", False, True),
    ("no ending", f"{SC}/a15", "a15", True, True),
    ("unknown ending", f"{SC}/a16.foo", "a16", True, True),
    ("another format", f"{SC}/a17.rss.xml", "a17", True, True),
    ("another language", f"{SC}/a18.ja.html", "a18", True, True),
    ("dot file", f"{SC}/.a19.html", "a19", False, False),
    ("backup", f"{SC}/a20.html~", "a20", False, False),
    ("Japanese", f"{SC}/引用.html", "引用", True, True),
    ("space in the file", f"{SC}/a 21.html", "a-21", False, True),
    ("dash and underscore", f"{SC}/a-2_2.html", "a-2_2", True, True),
    ("folder with a dot", f"{SC}/a.b/a23.html", "a/a23", False, False),
    ("partial", "layouts/partials/shortcodes/a24.html", "a24", False, False),
    ("theme", "themes/t/layouts/shortcodes/a25.html", "a25", True, True),
    ("theme, new folder", "themes/t/layouts/_shortcodes/a26.html", "a26", False, True),
    ("empty file", f"{SC}/a27.html", "a27", True, True),
    ("embedded", f"{SC}/a28.html", "figure", True, True),
    ("embedded, other case", f"{SC}/a29.html", "Figure", False, True),
    ("nowhere", f"{SC}/a30.html", "a31", False, False),
]
SITE = {
    "hugo.toml": 'theme = "t"\ndisableKinds = ["taxonomy", "term", "sitemap", "robotsTXT", "404", '
    '"home", "section", "RSS"]\n',
    "layouts/_default/single.html": "{{ .Content }}",
    "themes/t/theme.toml": "",
}
IDS = [place[0] for place in PLACES]


def layouts(site: Path) -> list[Path]:
    return [site / "layouts", site / "themes/t/layouts"]


def page(body: str) -> dict[str, str]:
    return {"content/posts/p.md": f"---\ntitle: t\n---\n{body}\n"}


def version(hugo: Path) -> Version:
    major, minor, patch = (int(part) for part in version_of(hugo).split("."))
    return major, minor, patch


@pytest.mark.parametrize("place", PLACES, ids=IDS)
@pytest.mark.parametrize("at", [OLD, (0, 147, 9), None], ids=["old", "middle", "newest"])
def test_places(tmp_path: Path, place: Place, at: Version | None) -> None:
    _, file, name, old, new = place
    write_files(tmp_path, {file: ""})
    templates = read_templates(layouts(tmp_path), at)
    found = templates.get(name)
    assert (name in templates) is (found is not None)
    assert (found is not None) is (old if at == OLD else new)
    if found is not None:
        assert found.path in {None, tmp_path / file}
        assert key(name, at) in templates.names
    assert templates.problems == ()


@pytest.mark.hugo
def test_hugo_finds_the_same(hugo: Path, tmp_path: Path) -> None:
    found = [place for place in PLACES if place[3 if version(hugo) == OLD else 4]]
    files = {place[1]: "" if place[0] == "empty file" else f"[{place[1]}]" for place in PLACES}
    # Two cases in one name would hide each other.
    body = "\n\n".join("{{< " + place[2] + " >}}" for place in found)
    write_files(tmp_path, SITE | files | page(body))
    built = build(tmp_path, hugo)
    assert built.code == 0, built.output
    text = built.page("posts/p")
    for what, file, *_ in found:
        assert (f"[{file}]" in text) is (not what.startswith("em")), what


@pytest.mark.hugo
def test_old_hugo_misses_the_same(oldest: Path, tmp_path: Path) -> None:
    for what, file, name, found, _ in PLACES:
        if not found:
            site = tmp_path / what.replace(" ", "-")
            write_files(site, SITE | {file: "x"} | page("{{< " + name + " >}}"))
            built = build(site, oldest)
            assert f'template for shortcode "{name}" not found' in built.output, what


@pytest.mark.hugo
def test_new_hugo_misses_the_same(newest: Path, tmp_path: Path) -> None:
    missed = {what: name for what, _, name, _, found in PLACES if not found}
    oracle = """{{ range $what, $name := hugo.Data.names }}
{{ with (try ($.RenderString (printf "{{< %s >}}" $name))).Err }}[{{ $what }}: {{ . }}]{{ end }}
{{ end }}"""
    files = {place[1]: "x" for place in PLACES} | {"data/names.json": json.dumps(missed)}
    write_files(tmp_path, SITE | files | page("") | {"layouts/_default/single.html": oracle})
    built = build(tmp_path, newest)
    assert built.code == 0, built.output
    said = html.unescape(built.page("posts/p"))
    for what, name in missed.items():
        assert re.search(rf'\[{what}: .*template for shortcode "{name}" not found', said), what


@pytest.fixture(scope="session")
def oldest() -> Path:
    binaries = hugo_binaries()
    if OLDEST not in binaries:
        missing(f"Hugo {OLDEST} was not found")
    return binaries[OLDEST]


YES, NO = "{{ .Inner }}", "no"
THEME = "themes/t/layouts"
PRECEDENCE: list[tuple[str, dict[str, str], bool, bool]] = [
    # Templates of `u`; whether 0.111 and 0.146 and later take inner content for it.
    ("own before theme", {f"{SC}/u.html": YES, f"{THEME}/shortcodes/u.html": NO}, True, True),
    (
        "new folder in theme before old one",
        {f"{SC}/u.html": YES, f"{THEME}/_shortcodes/u.html": NO, f"{US}/other.html": ""},
        True,
        False,
    ),
    ("new own before theme", {f"{US}/u.html": NO, f"{THEME}/shortcodes/u.html": YES}, True, False),
    ("new before old folder", {f"{US}/u.html": NO, f"{SC}/u.html": YES}, True, False),
    ("HTML before feed", {f"{SC}/u.html": YES, f"{SC}/u.rss.xml": NO}, True, True),
    ("HTML before text", {f"{SC}/u.html": NO, f"{SC}/u.txt": YES}, False, False),
    ("HTML before JSON", {f"{SC}/u.html": YES, f"{SC}/u.json": NO}, True, True),
    ("HTML before XML", {f"{SC}/u.html": NO, f"{SC}/u.xml": YES}, False, False),
    (
        "another case of the file",
        {f"{SC}/u.html": YES, f"{THEME}/shortcodes/U.html": NO},
        True,
        True,
    ),
    (
        "definition of another template",
        {
            f"{SC}/u.html": "{{ template `d` . }}",
            f"{SC}/z.html": "{{ define `d` }}" + YES + "{{ end }}",
        },
        False,
        True,
    ),
    (
        "a partial as a definition",
        {f"{SC}/u.html": "{{ template `partials/p.html` . }}", "layouts/partials/p.html": YES},
        True,
        True,
    ),
    (
        "a partial as a definition, by its new name",
        {f"{SC}/u.html": "{{ template `_partials/p.html` . }}", "layouts/partials/p.html": YES},
        False,
        True,
    ),
    (
        "a shortcode as a definition",
        {f"{SC}/u.html": "{{ template `_shortcodes/v.html` . }}", f"{SC}/v.html": YES},
        False,
        True,
    ),
    (
        "one of Hugo's as a definition",
        {f"{SC}/u.html": "{{ template `_internal/shortcodes/highlight.html` . }}"},
        True,
        True,
    ),
    (
        "one of Hugo's as a definition, by its new name",
        {f"{SC}/u.html": "{{ template `_shortcodes/highlight.html` . }}"},
        False,
        True,
    ),
    (
        "one of Hugo's without inner content as a definition",
        {f"{SC}/u.html": "{{ template `_internal/shortcodes/vimeo.html` . }}"},
        False,
        False,
    ),
    (
        "a partial",
        {f"{SC}/u.html": "{{ partial `p.html` . }}", "layouts/partials/p.html": YES},
        False,
        False,
    ),
]


@pytest.mark.hugo
def test_precedence(hugo: Path, tmp_path: Path) -> None:
    """One site with each case under a name of its own; Hugo accepts exactly the right closes."""
    at = version(hugo)
    site = SITE | {"layouts/_default/single.html": "{{ .Title }}"}
    calls = {}
    for i, (_, files, old, new) in enumerate(PRECEDENCE):
        site |= {f.replace("/u.", f"/u{i}.").replace("/U.", f"/U{i}."): t for f, t in files.items()}
        calls[f"u{i}"] = old if at == OLD else new
    body = "\n\n".join(f"{{{{< {n} >}}}}{f'{{{{< /{n} >}}}}' * c}" for n, c in calls.items())
    write_files(tmp_path, site | page(body))
    built = build(tmp_path, hugo)
    assert built.code == 0, built.output
    templates = read_templates(layouts(tmp_path), at)
    for (name, takes), (what, *_) in zip(calls.items(), PRECEDENCE, strict=True):
        # In old Hugo it may depend on the order in which it reads its templates.
        assert templates.inner(name) is (None if at == OLD and what in CHANCE else takes), what


@pytest.mark.hugo
def test_own_folder_before_new_folder_that_only_the_theme_has(hugo: Path, tmp_path: Path) -> None:
    files = {f"{SC}/u.html": YES, f"{THEME}/_shortcodes/u.html": NO}
    write_files(tmp_path, SITE | files | page("{{< u >}}{{< /u >}}"))
    assert build(tmp_path, hugo).code == 0
    assert read_templates(layouts(tmp_path), version(hugo)).inner("u") is True


CHANCE = {
    "definition of another template",
    "a partial as a definition, by its new name",
    "a shortcode as a definition",
    "one of Hugo's as a definition, by its new name",
}


@pytest.mark.parametrize(
    "files",
    [
        {f"{SC}/u.html": YES, f"{SC}/u.amp.html": NO},
        {f"{SC}/u.html": YES, "layouts/posts/_shortcodes/u.html": NO},
        {f"{SC}/details.ja.html": NO},
        {f"{SC}/u.html": "{{ .Inner"},
        {f"{SC}/u.html": "{{ template `nowhere` . }}"},
    ],
    ids=["format", "section", "embedded", "broken", "missing definition"],
)
def test_where_hugo_goes_by_chance_nothing_is_told(tmp_path: Path, files: dict[str, str]) -> None:
    write_files(tmp_path, files)
    name = "details" if f"{SC}/details.ja.html" in files else "u"
    templates = read_templates(layouts(tmp_path), None)
    assert templates.get(name) is not None
    assert templates.inner(name) is None


def test_variants_are_read_together(tmp_path: Path) -> None:
    files = {"u.html": "{{ .Get `a` }}", "u.rss.xml": "{{ .Get `b` }}", "u.ja.html": "{{ .Get 1 }}"}
    write_files(tmp_path, {f"{SC}/{name}": text for name, text in files.items()})
    found = read_templates(layouts(tmp_path), None).get("u")
    assert found is not None
    assert (found.named, found.positional, found.open) == ({"a", "b"}, 2, False)
    assert found.path == tmp_path / SC / "u.html"


@pytest.mark.hugo
@pytest.mark.parametrize("ending", ["txt", "json", "html", "foo"])
def test_plain_text_needs_the_other_delimiter(hugo: Path, tmp_path: Path, ending: str) -> None:
    write_files(tmp_path, SITE | {f"{SC}/u.{ending}": "x"} | page("{{< u >}}"))
    found = read_templates(layouts(tmp_path), version(hugo)).get("u")
    assert found is not None
    built = build(tmp_path, hugo)
    assert found.plain is (built.code != 0)
    assert found.plain is ("no compatible template found" in built.output)


@pytest.mark.hugo
@pytest.mark.parametrize(
    ("section", "reached"), [("posts", True), ("docs", False), ("posts/x", False), ("", True)]
)
def test_sections(newest: Path, tmp_path: Path, section: str, reached: bool) -> None:
    file = f"layouts/{section}/_shortcodes/u.html".replace("//", "/")
    write_files(tmp_path, SITE | {file: "x"} | page("{{< u >}}"))
    found = read_templates(layouts(tmp_path), None).get("u")
    assert found is not None
    assert found.sections == ((section,) if section else ())
    assert (build(tmp_path, newest).code == 0) is reached


def test_parameters_that_children_read(tmp_path: Path) -> None:
    files = {"tabs": "{{ .Inner }}", "tab": "{{ .Parent.Get `group` }}", "any": "{{ .Params }}"}
    write_files(tmp_path, {f"{SC}/{name}.html": text for name, text in files.items()})
    templates = read_templates(layouts(tmp_path), None)
    assert templates.takes("tabs", "group") is False
    assert templates.takes("tabs", "group", ["TAB"]) is True
    assert templates.takes("tabs", "other", ["tab"]) is False
    assert templates.takes("tabs", "other", ["nowhere"]) is True
    assert templates.takes("any", "other") is True
    assert templates.takes("any", 7) is True
    assert templates.takes("tab", 0) is False
    assert templates.takes("nowhere", "a") is None


def test_a_copy_of_one_of_hugos_reads_what_that_reads(tmp_path: Path) -> None:
    text = "{{ .Get `a` }}{{ template `_internal/shortcodes/vimeo_simple.html` . }}"
    write_files(tmp_path, {f"{SC}/vimeo.html": text})
    found = read_templates(layouts(tmp_path), None).get("vimeo")
    assert found is not None
    assert (found.named, found.positional, found.open) == ({"a", "id", "class"}, 2, False)


def test_our_own_shortcodes_are_told_apart() -> None:
    """They look at every parameter, but take only those that they know."""
    templates = read_templates([ROOT / "layouts"], None)
    quote = {"body", "userName", "createdAt", "color", "id", "replyTo", "url", "avatar", "side"}
    for name, named, inner in (
        ("matomeQuote", quote, False),
        ("matomeBubble", quote - {"body"}, True),
        ("details", {"summary", "open", "class", "name", "title"}, True),
    ):
        found = templates.get(name)
        assert found is not None
        assert (found.named, found.positional, found.open) == (named, 0, False)
        assert found.inner is inner
    assert templates.problems == ()


def test_a_template_is_read_when_its_name_is_asked_for(tmp_path: Path) -> None:
    write_files(tmp_path, {f"{SC}/bad.html": "{{ if }}", f"{SC}/good.html": ""})
    templates = read_templates(layouts(tmp_path), None)
    assert templates.get("good") is not None
    assert templates.problems == ()
    bad = templates.get("bad")
    assert bad is not None
    assert (bad.known, bad.inner, bad.open) == (False, None, True)
    assert [p.split("/")[-1] for p in templates.problems] == [
        "bad.html: '}}' where a value should be (at line 1)"
    ]


def test_what_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    folder = tmp_path / SC
    write_files(folder, {"huge.html": "x" * 1_000_001, "latin.html": "", "bom.html": ""})
    (folder / "latin.html").write_bytes(b"\xe9{{ .Get `a` }}{{ .Inner }}")
    (folder / "bom.html").write_bytes(b"\xef\xbb\xbf{{ .Get `a` }}")
    os.mkfifo(folder / "pipe.html")
    (folder / "folder.html").mkdir()
    templates = read_templates(layouts(tmp_path), None)
    for name in ("huge", "pipe"):
        found = templates.get(name)
        assert found is not None
        assert not found.known
    for name, inner in (("latin", True), ("bom", False)):
        found = templates.get(name)
        assert found is not None
        assert (found.named, found.inner) == ({"a"}, inner)
    assert templates.get("folder") is None
    assert len(templates.problems) == 2


def test_missing_and_strange_folders(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    templates = read_templates([tmp_path / "nowhere", tmp_path / "file"], None)
    assert templates.get("figure") is not None
    assert len(templates.problems) == 1


def symlinks(site: Path) -> None:
    write_files(site, {"else/where/a.html": "", f"{SC}/b.html": "", "layouts/partials/p.html": ""})
    (site / SC / "linked").symlink_to(site / "else")
    (site / SC / "linked.html").symlink_to(site / "else/where/a.html")
    (site / SC / "gone.html").symlink_to(site / "gone")


def test_symlinks(tmp_path: Path) -> None:
    symlinks(tmp_path)
    (tmp_path / SC / "loop").symlink_to(tmp_path / SC)
    old = read_templates(layouts(tmp_path), OLD)
    new = read_templates(layouts(tmp_path), None)
    for name in ("linked", "linked/where/a"):
        assert old.get(name) is not None
        assert new.get(name) is None
    assert old.get("b") is not None
    assert old.get("loop/b") is None


@pytest.mark.hugo
@pytest.mark.parametrize("name", ["linked", "linked/where/a"])
def test_hugo_takes_the_same_symlinks(hugo: Path, tmp_path: Path, name: str) -> None:
    symlinks(tmp_path)
    (tmp_path / SC / "gone.html").unlink()
    write_files(tmp_path, SITE | page("{{< " + name + " >}}"))
    found = read_templates(layouts(tmp_path), version(hugo)).get(name)
    assert (build(tmp_path, hugo).code == 0) is (found is not None)


def test_templates_can_go_to_another_process(tmp_path: Path) -> None:
    write_files(tmp_path, {f"{SC}/a.html": "{{ .Get `b` }}{{ .Inner }}", f"{SC}/c.html": ""})
    templates = read_templates(layouts(tmp_path), None)
    before = templates.get("a")
    there = pickle.loads(pickle.dumps(templates))  # noqa: S301 - made right here
    assert there.get("a") == before
    assert there.inner("c") is False
    assert [Path(path).name for path in there.files] == ["a.html", "c.html"]


def test_partials_outside_the_folders_are_not_read(tmp_path: Path) -> None:
    write_files(tmp_path, {"out.html": "{{ .Get `a` }}", "layouts/partials/x.html": ""})
    text = "{{ partial `../../out.html` . }}{{ partial `" + str(tmp_path / "out.html") + "` . }}"
    write_files(tmp_path, {f"{SC}/u.html": text})
    found = read_templates(layouts(tmp_path), None).get("u")
    assert found is not None
    assert (found.named, found.open) == (frozenset(), True)


@given(st.text(max_size=30))
def test_any_name_may_be_asked_for(name: str) -> None:
    templates = read_templates([], None)
    assert (templates.get(name) is None) is (key(name, None) not in templates.names)


def test_a_normal_site_is_read_in_a_blink(tmp_path: Path) -> None:
    text = "{{ $x := .Get `a` | default `b` }}\n{{ with .Get `c` }}<p>{{ . }}</p>{{ end }}\n" * 10
    files = {f"{SC}/s{i}.html": text for i in range(5)}
    files |= {f"layouts/folder{i}/single.html": text for i in range(20)}
    write_files(tmp_path, files)
    times = []
    for _ in range(5):
        start = time.process_time()
        templates = read_templates(layouts(tmp_path)[:1], None)
        for i in range(5):
            assert templates.inner(f"s{i}") is False
        times.append(time.process_time() - start)
    assert min(times) < 0.05
