"""A speaker's hue: the same slot as in Python, or the one that the site's data settles."""

from __future__ import annotations

import json
import random
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hugo_helpers.colors.slot import slot
from tests.page.shortcodes_site import (
    THEME,
    Element,
    built,
    complaints,
    config,
    post,
    quote,
    quotes,
    read,
    site,
)
from tests.support.hugo import Built, build, newest_hugo, write_files

PIECES = (
    "a",
    "Z",
    "0",
    "_",
    "-",
    "ア",
    "漢",
    "ﾊ",
    "ー",
    "é",
    "Ω",
    "😀",
    "👩‍💻",
    "🇯🇵",
    "が",
    " ",
    "١",
)
ODD = ["", " ", "0", "null", "a" * 300, "ａｂｃ", "e\u0301", "\u00e9", "<b>", "a&b", "名無しさん"]


HUES = """{{ $names := slice }}
{{- if ge hugo.Version "0.156.0" }}{{ $names = hugo.Data.names }}
{{- else }}{{ $names = site.Data.names }}{{ end }}
{{- range $names }}<i>{{ partial "matome/hue.html" (dict "name" . "page" $) }}</i>{{ end }}"""


def names() -> list[str]:
    """Hundreds of names of every kind, always the same."""
    dice = random.Random(392)
    made = {"".join(dice.choices(PIECES, k=dice.randint(1, 9))) for _ in range(500)}
    return ODD + sorted(name for name in made if name.strip() == name)


def hue(element: Element) -> int:
    found = [m for c in element.classes if (m := re.fullmatch(r"mtm-h(\d+)", c))]
    assert len(found) == 1
    return int(found[0][1])


@pytest.fixture(scope="module")
def named(hugo: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    files = {
        "content/posts/names.md": post(*(quote("x", name) for name in names())),
        "content/partial.md": "+++\nlayout = 'hues'\n+++\n",
        "layouts/_default/hues.html": HUES,
        "data/names.json": json.dumps(names()),
    }
    return built(tmp_path_factory.mktemp("named"), hugo, files)


def test_the_slot_is_pythons(named: Built) -> None:
    drawn = {e.attributes["data-user"]: hue(e) for e in quotes(named, "posts/names")}
    assert drawn == {name: slot(name) for name in names()}
    assert len(drawn) > 400
    assert set(drawn.values()) == set(range(36))


def test_the_partial_gives_the_same(named: Built) -> None:
    printed = [int(e.text) for e in read(named.page("partial")).all("i")]
    assert printed == [slot(name) for name in names()]


SETTLED = {
    "posts/x": {"ann": 7, "bob": 0, "cat": 35},
    "posts/bundle": {"ann": 8},
    "posts/deep/y": {"ann": 9},
    "posts": {"ann": 10},
    "top": {"ann": 11},
}
KEYS = {
    "posts/x": "content/posts/x.md",
    "posts/bundle": "content/posts/bundle/index.md",
    "posts/deep/y": "content/posts/deep/y.md",
    "posts": "content/posts/_index.md",
    "top": "content/top.md",
}


def test_data_settles_a_page(hugo: Path, tmp_path: Path) -> None:
    three = post(quote("x", "ann"), quote("y", "bob"), quote("z", "cat"))
    files = dict.fromkeys(KEYS.values(), three)
    files["content/posts/other.md"] = three
    files["data/matome/colors.json"] = json.dumps(SETTLED)
    done = built(tmp_path, hugo, files)
    for page, settled in [*SETTLED.items(), ("posts/other", {})]:
        drawn = {e.attributes["data-user"]: hue(e) for e in quotes(done, page)}
        assert drawn == {n: settled.get(n, slot(n)) for n in ("ann", "bob", "cat")}, page


def test_each_translation_has_its_own_key(hugo: Path, tmp_path: Path) -> None:
    files = {
        "content/posts/x.ja.md": post(quote("x", "ann")),
        "content/posts/x.en.md": post(quote("x", "ann")),
        "content/posts/y/index.md": post(quote("x", "ann")),
        "data/matome/colors.json": json.dumps(
            {"posts/x.ja": {"ann": 7}, "posts/x.en": {"ann": 8}, "posts/y.ja": {"ann": 9}}
        ),
    }
    done = built(tmp_path, hugo, files, "[languages.ja]\nweight = 1\n[languages.en]\nweight = 2\n")
    for page, settled in (("posts/x", 7), ("en/posts/x", 8), ("posts/y", 9)):
        assert [hue(e) for e in quotes(done, page)] == [settled]


NONSENSE: dict[str, object] = {
    "too large": 36,
    "negative": -1,
    "fraction": 1.5,
    "word": "red",
    "empty": "",
    "nothing": None,
    "list": [1],
    "map": {"a": 1},
    "hostile": '1" onload="alert(1)',
    "long": "1" * 100,
}


@pytest.mark.parametrize("name", NONSENSE)
def test_what_is_no_slot_falls_back(tmp_path: Path, name: str) -> None:
    data = {"posts/x": {"ann": NONSENSE[name]}}
    files = {
        "content/posts/x.md": post(quote("x", "ann")),
        "data/matome/colors.json": json.dumps(data),
    }
    assert [hue(e) for e in quotes(built(tmp_path, newest_hugo(), files), "posts/x")] == [
        slot("ann")
    ]


@pytest.mark.parametrize(
    "data", ["{}", '{"posts/x": 5}', '{"posts/x": null}', '{"posts/x": []}', ""]
)
def test_what_is_no_map_falls_back(hugo: Path, tmp_path: Path, data: str) -> None:
    files = {"content/posts/x.md": post(quote("x", "ann")), "data/matome/colors.json": data}
    drawn = [hue(e) for e in quotes(built(tmp_path, hugo, files), "posts/x")]
    assert drawn == [slot("ann")]


BROKEN = {
    "a list": '["posts/x"]',
    "a string": '"posts/x"',
    "a number": "0",
    "cut short": '{"posts/x": {"ann": 7}',
    "cut in a string": '{"posts/x": {"an',
    "a merge conflict": '<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other\n',
    "a conflict inside": '{\n<<<<<<< HEAD\n"posts/x": {"ann": 7}\n=======\n>>>>>>> b\n}',
    "a comma too many": '{"posts/x": {"ann": 7},}',
    "a comma missing": '{"posts/x": {"ann": 7} "posts/y": {}}',
    "two numbers": '{"posts/x": {"ann": 7 8}}',
    "a leading zero": '{"posts/x": {"ann": 07}}',
    "a name without quotes": '{"posts/x": {ann: 7}}',
    "single quotes": "{'posts/x': {'ann': 7}}",
    "a comment": '{} // none',
    "twice": '{}{}',
    "a bad escape": '{"posts/x": {"\\x61nn": 7}}',
    "a line feed in a name": '{"posts/x": {"an\nn": 7}}',
    "deep": "[" * 50 + "]" * 50,
    "nonsense": "once upon a time",
    "blank": " \n",
    "TOML": "[posts]\nx = 1",
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_told_once_and_names_decide(hugo: Path, tmp_path: Path, name: str) -> None:
    two = post(quote("x", "ann"), quote("y", "bob"))
    files = {
        "content/posts/x.md": two,
        "content/posts/y.md": two,
        "data/matome/colors.json": BROKEN[name],
    }
    done = build(site(tmp_path, files), hugo)
    assert done.code == 0, done.output
    said = complaints(done)
    assert len(said) == 1
    assert "data/matome/colors.json is broken" in said[0]
    for page in ("posts/x", "posts/y"):
        assert [hue(e) for e in quotes(done, page)] == [slot("ann"), slot("bob")]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


# Few sites, for each is a run of Hugo, of many values.
@settings(max_examples=10, deadline=None)
@given(
    st.dictionaries(st.text(max_size=9), JSON, min_size=4, max_size=24),
    st.sampled_from([None, 0, 2]),
)
def test_all_json_is_taken(
    tmp_path_factory: pytest.TempPathFactory, value: dict[str, object], indent: int | None
) -> None:
    data = json.dumps({**value, "posts/x": {"ann": 7}}, indent=indent)
    files = {"content/posts/x.md": post(quote("x", "ann")), "data/matome/colors.json": data}
    done = built(tmp_path_factory.mktemp("json"), newest_hugo(), files)
    assert [hue(e) for e in quotes(done, "posts/x")] == [7]


def test_however_it_is_laid_out(hugo: Path, tmp_path: Path) -> None:
    data = '{\r\n\t"posts/x" : { "ann" :7 }\r\n}\r\n'
    files = {"content/posts/x.md": post(quote("x", "ann")), "data/matome/colors.json": data}
    assert [hue(e) for e in quotes(built(tmp_path, hugo, files), "posts/x")] == [7]


def test_a_byte_order_mark_stops_no_hugo(hugo: Path, tmp_path: Path) -> None:
    data = '\ufeff{"posts/x": {"ann": 7}}'
    files = {"content/posts/x.md": post(quote("x", "ann")), "data/matome/colors.json": data}
    done = build(site(tmp_path, files), hugo)
    assert done.code == 0, done.output
    told = bool(complaints(done))
    assert [hue(e) for e in quotes(done, "posts/x")] == [slot("ann") if told else 7]


def test_a_file_that_a_mount_brings(hugo: Path, tmp_path: Path) -> None:
    mount = '[[module.mounts]]\nsource = "elsewhere"\ntarget = "data"\n'
    files = {
        "content/posts/x.md": post(quote("x", "ann")),
        "elsewhere/matome/colors.json": '{"posts/x": {"ann": 7}}',
    }
    write_files(tmp_path, {"hugo.toml": config() + mount, **THEME, **files})
    done = build(tmp_path, hugo)
    assert (done.code, complaints(done)) == (0, [])
    assert [hue(e) for e in quotes(done, "posts/x")] == [7]


def test_the_file_of_a_large_site_is_read_in_time(hugo: Path, tmp_path: Path) -> None:
    data = {f"posts/{n}": {f"user{m}": m for m in range(20)} for n in range(2000)}
    files = {
        "content/posts/7.md": post(quote("x", "user3")),
        "data/matome/colors.json": json.dumps(data),
    }
    start = time.perf_counter()
    done = built(tmp_path, hugo, files)
    assert time.perf_counter() - start < 5
    assert [hue(e) for e in quotes(done, "posts/7")] == [3]
