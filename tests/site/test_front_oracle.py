"""Matome and real Hugo say the same of front matter: of every case in the tables, on every
supported Hugo, and of thousands of texts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import cast

import pytest

from hugo_helpers.site import data, frontmatter
from tests.support.front_oracle import FrontOracle, Text, differences
from tests.support.front_texts import texts, yaml_texts
from tests.support.hugo import MIDDLE, OLDEST, build, hugo_of, version_of, write_files

COUNT = 5_000
SEED = 20_250_205
TABLES: Mapping[str, Mapping[str, str]] = json.loads(
    (Path(__file__).parents[1] / "data" / "front_matter.json").read_text(encoding="utf-8")
)
WHOLE = {
    "toml": "+++\n{}\n+++\nbody\n",
    "yaml": "---\n{}\n---\nbody\n",
    "json": "{}\nbody\n",
    "file": "{}",
}
FILES = {
    f"{kind}: {name}": WHOLE[kind].replace("{}", text)
    for kind, table in TABLES.items()
    if kind in WHOLE
    for name, text in table.items()
}
SITE = {
    "hugo.toml": 'baseURL = "https://example.org/"\n'
    'disableKinds = ["taxonomy", "term", "rss", "sitemap", "section", "404"]\n',
    "layouts/_default/single.html": "{{ .Title }}|",
    "layouts/index.html": "{{ range .Site.RegularPages }}{{ .Date }}{{ end }}",
}


@pytest.fixture(params=[MIDDLE, "newest"], scope="module")
def oracle(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> FrontOracle:
    """The oldest Hugo has no `try` and is asked page by page."""
    return FrontOracle(hugo_of(request.param), tmp_path_factory.mktemp("oracle"))


def _refused(hugo: Path, folder: Path, pages: Iterable[str]) -> bool:
    named = {f"content/p{number}.md": text for number, text in enumerate(pages)}
    write_files(folder, {**SITE, **named})
    return build(folder, hugo, "--quiet").code != 0


@pytest.mark.hugo
@pytest.mark.timeout(180)
def test_sites_of_one_case(hugo: Path, tmp_path: Path) -> None:
    """What we take is built in one site; of what we refuse each case has a site of its own."""
    asked = version_of(hugo)
    major, minor, patch = (int(part) for part in asked.split("."))
    front = {
        name: frontmatter.read(text, (major, minor, patch)).problem for name, text in FILES.items()
    }
    # The newer ones judge the rest by the oracle, in one run.
    some = [name for name in FILES if name.startswith("file")]
    if asked == OLDEST:
        some += [name for name in FILES if not name.startswith("file")][::3]
    taken = [FILES[name] for name, problem in front.items() if problem is None]
    assert len(taken) > 200
    assert not _refused(hugo, tmp_path / "taken", taken)
    wrong = [name for name in some if front[name] is not None]
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(
            lambda one: _refused(hugo, tmp_path / str(one[0]), [FILES[one[1]]]), enumerate(wrong)
        )
    assert [name for name, refused in zip(wrong, found, strict=True) if not refused] == []
    assert len(wrong) > 20


@pytest.mark.hugo
def test_the_tables_are_true(oracle: FrontOracle) -> None:
    some: dict[Text, str] = {
        (cast("data.Format", kind), text + "\n"): f"{kind}: {name}"
        for kind, table in TABLES.items()
        if kind in ("toml", "yaml", "json")
        for name, text in table.items()
    }
    found = differences(oracle, list(some))
    assert {some[text]: reason for text, reason in found.items()} == {}


@pytest.mark.hugo
def test_no_difference_in_thousands_of_texts(oracle: FrontOracle) -> None:
    some: list[Text] = [("toml", text) for text in texts(SEED, COUNT)]
    some += [("yaml", text) for text in yaml_texts(SEED, COUNT)]
    assert differences(oracle, some) == {}
    refused = sum(bool(message) for message in oracle.refusals(some))
    assert COUNT // 2 < refused < COUNT * 3 // 2


@pytest.mark.hugo
def test_a_difference_would_be_seen(oracle: FrontOracle, tmp_path: Path) -> None:
    mistaken = FrontOracle(oracle.binary, tmp_path)
    mistaken.version = (0, 168, 0) if oracle.version < (0, 152, 0) else (0, 147, 9)
    assert list(differences(mistaken, [("yaml", "a: 1\na: 2\n"), ("yaml", "b: 1\n")])) == [
        ("yaml", "a: 1\na: 2\n")
    ]
