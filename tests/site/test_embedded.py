"""Hugo's own shortcodes, held against the real binaries."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hugo_helpers.site.embedded import REMOVED, embedded
from hugo_helpers.site.versions import Version
from tests.support.hugo import build, version_of, write_files

SITE = {
    "hugo.toml": 'disableKinds = ["taxonomy", "term", "sitemap", "robotsTXT", "404", "home", '
    '"section", "RSS"]\n[params]\na = "a"\n',
    "layouts/_default/single.html": "{{ .Title }}",
}
CONTENT = "{{ .Content }}"


def version(hugo: Path) -> Version:
    major, minor, patch = (int(part) for part in version_of(hugo).split("."))
    return major, minor, patch


def page(body: str) -> dict[str, str]:
    return {"content/p.md": f"---\ntitle: t\n---\n{body}\n"}


def call(name: str, parameters: str = "", inner: bool = False) -> str:
    tag = f"{{{{< {name} {parameters} >}}}}"
    return f"{tag}x{{{{< /{name} >}}}}" if inner else tag


@pytest.mark.hugo
def test_hugo_knows_these_and_their_closes(hugo: Path, tmp_path: Path) -> None:
    known = embedded(version(hugo))
    body = "\n\n".join(call(name, "a", one.inner) for name, one in known.items())
    write_files(tmp_path, SITE | page(body))
    built = build(tmp_path, hugo)
    assert built.code == 0, built.output


@pytest.mark.hugo
def test_hugo_does_not_know_the_others(hugo: Path, tmp_path: Path) -> None:
    for name in sorted(({*embedded(None), "mastodon"} | {"nope"}) - embedded(version(hugo)).keys()):
        write_files(tmp_path, SITE | page(call(name)))
        assert f'template for shortcode "{name}" not found' in build(tmp_path, hugo).output, name


Pair = tuple[str, str]


def each(names: str, values: Pair = ('"a"', '"b"')) -> dict[str, Pair]:
    return dict.fromkeys(names.split(), values)


SHOWN: dict[str, dict[str, Pair]] = {
    # Shortcodes that need no network: two values for each parameter, quoted as written.
    "details": {**each("summary class name title"), "open": ("false", "true")},
    "figure": each(
        "src alt title caption class link target rel attr attrlink width height loading"
    ),
    "qr": {
        **each("text targetDir alt class id title loading"),
        "level": ('"low"', '"high"'),
        "scale": ("4", "5"),
    },
    "vimeo": {
        **each("id class title loading"),
        "allowFullScreen": ('"true"', '"false"'),
    },
    "youtube": {
        **each("id class title loading"),
        **each("autoplay controls loop mute", ('"false"', '"true"')),
        "allowFullScreen": ('"true"', '"false"'),
        "end": ("8", "9"),
        "start": ("1", "2"),
    },
}


@pytest.mark.hugo
def test_hugo_reads_these_parameters(hugo: Path, tmp_path: Path) -> None:
    """Another value of a parameter changes the page exactly where it is one of ours."""
    known = embedded(version(hugo))
    calls = {}
    for name, parameters in SHOWN.items():
        if name in known:
            for changed in [*parameters, "unread"]:
                given = {p: values[p == changed] for p, values in parameters.items()}
                given["unread"] = '"b"' if changed == "unread" else '"a"'
                text = " ".join(f"{p}={value}" for p, value in given.items())
                calls[f"{name} {changed}"] = call(name, text, known[name].inner)
            calls[f"{name} none"] = calls[f"{name} unread"].replace('unread="b"', 'unread="a"')
    body = "\n\n".join(f"[[{key}]]\n\n{text}\n\n[[/]]" for key, text in calls.items())
    write_files(tmp_path, SITE | {"layouts/_default/single.html": CONTENT} | page(body))
    built = build(tmp_path, hugo)
    assert built.code == 0, built.output
    made = dict(re.findall(r"\[\[(\w+ \w+)\]\](.*?)\[\[/\]\]", built.page("p"), re.DOTALL))
    assert made.keys() == calls.keys()
    for name in {key.split()[0] for key in calls}:
        seen = {p for p in [*SHOWN[name], "unread"] if made[f"{name} {p}"] != made[f"{name} none"]}
        assert seen == known[name].named, name


@pytest.mark.hugo
@pytest.mark.parametrize("name", ["highlight", "vimeo", "youtube"])
def test_hugo_reads_these_positions(hugo: Path, tmp_path: Path, name: str) -> None:
    one = embedded(version(hugo))[name]
    values = {"highlight": ["go", "linenos=true"]}.get(name, ["a", "b", "c"])
    others = {"highlight": ["c", "linenos=false"]}.get(name, ["x", "y", "z"])
    assert one.positional <= len(values)
    given = [values] + [[*values[:i], others[i], *values[i + 1 :]] for i in range(len(values))]
    inner = one.inner
    body = "\n\n".join(
        f"[[{i}]]\n\n" + call(name, " ".join(f'"{v}"' for v in g), inner) + "\n\n[[/]]"
        for i, g in enumerate(given)
    )
    body = body.replace(">}}x{{<", ">}}\nfunc main() { return 1 }\n{{<")
    write_files(tmp_path, SITE | {"layouts/_default/single.html": CONTENT} | page(body))
    built = build(tmp_path, hugo)
    assert built.code == 0, built.output
    made = re.findall(r"\[\[\d\]\](.*?)\[\[/\]\]", built.page("p"), re.DOTALL)
    assert [text != made[0] for text in made[1:]] == [
        i < one.positional for i in range(len(values))
    ]


@pytest.mark.hugo
def test_hugo_fails_on_those_that_were_removed(hugo: Path, tmp_path: Path) -> None:
    removed = [name for name, one in embedded(version(hugo)).items() if one.removed]
    assert bool(removed) is (version(hugo) >= REMOVED)
    for name in removed:
        files = {"layouts/_default/single.html": CONTENT} | page(call(name, "a b"))
        write_files(tmp_path, SITE | files)
        built = build(tmp_path, hugo)
        assert built.code != 0
        assert "removed in v0.156.0" in built.output


@pytest.mark.parametrize("at", [(0, 111, 3), (0, 135, 0), (0, 140, 1), (0, 147, 9), (0, 168, 0)])
def test_every_version_has_each_name_once(at: Version) -> None:
    known = embedded(at)
    assert {"figure", "highlight", "ref", "youtube", "gist"} <= known.keys()
    assert ("details" in known) is (at >= (0, 140, 0))
    assert all(name == one.name for name, one in known.items())


def test_the_newest_is_what_no_version_says() -> None:
    assert embedded(None) == embedded((9000, 0, 0))
