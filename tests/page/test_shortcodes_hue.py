"""A speaker's hue: the same slot as in Python, or the one that the site's data settles."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest

from hugo_helpers.colors.slot import slot
from tests.page.shortcodes_site import Element, built, post, quote, quotes, read
from tests.support.hugo import Built, newest_hugo

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
    "data", ["[]", "{}", '{"posts/x": 5}', '{"posts/x": null}', '["posts/x"]', '{"posts/x": []}']
)
def test_what_is_no_map_falls_back(hugo: Path, tmp_path: Path, data: str) -> None:
    files = {"content/posts/x.md": post(quote("x", "ann")), "data/matome/colors.json": data}
    drawn = [hue(e) for e in quotes(built(tmp_path, hugo, files), "posts/x")]
    assert drawn == [slot("ann")]
