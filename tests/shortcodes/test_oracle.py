"""Matome and real Hugo say the same, of every case in the tables and of thousands of texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.shortcodes.test_parser import ACCEPTED, BEFORE_0_163_3, REFUSED, SEVERAL
from tests.support.agreement import differences, judged
from tests.support.fuzz import main, shrink
from tests.support.hugo import (
    MIDDLE,
    OLDEST,
    build,
    hugo_binaries,
    hugo_of,
    missing,
    newest_hugo,
    write_files,
)
from tests.support.oracle import SITE, Oracle
from tests.support.texts import texts

COUNT = 20_000
SEED = 20_250_205

TABLES = {
    **{f"refused: {name}": marked.replace("‸", "") for name, (marked, _) in REFUSED.items()},
    **{f"accepted: {name}": text for name, (text, _) in ACCEPTED.items()},
    **{f"before: {name}": text for name, (text, _) in BEFORE_0_163_3.items()},
    **{f"several: {name}": text for name, (text, _) in SEVERAL.items()},
}
CASES = {name: text for name, text in TABLES.items() if "HAHAHUGO" not in text}


@pytest.fixture(params=[MIDDLE, "newest"], scope="module")
def oracle(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Oracle:
    return Oracle(hugo_of(request.param), tmp_path_factory.mktemp("oracle"))


@pytest.mark.hugo
def test_the_tables_are_true(oracle: Oracle) -> None:
    found = differences(oracle, list(CASES.values()))
    names = {text: name for name, text in CASES.items()}
    assert {names[text]: reason for text, reason in found.items()} == {}


@pytest.mark.hugo
@pytest.mark.timeout(300)
def test_no_difference_in_twenty_thousand_texts(oracle: Oracle) -> None:
    some = list(texts(SEED, COUNT))
    refused = sum(bool(judged(text, oracle.version).faults) for text in some)
    assert COUNT // 4 < refused < COUNT * 3 // 4
    assert differences(oracle, some) == {}


@pytest.mark.hugo
def test_a_difference_would_be_seen_and_shrunk(oracle: Oracle, tmp_path: Path) -> None:
    mistaken = Oracle(oracle.binary, tmp_path)
    mistaken.version = (0, 168, 0) if oracle.version < (0, 163, 3) else (0, 147, 9)
    text = "some {{< inner >}}text{{< /inner\n>}} and more"
    assert list(differences(mistaken, [text, "{{< void >}}"])) == [text]
    shortest, reason = shrink(text, lambda some: differences(mistaken, some))
    assert shortest == "{{<inner /inner\n>}}"
    assert reason


@pytest.mark.hugo
def test_the_hunt_runs(capsys: pytest.CaptureFixture[str]) -> None:
    newest_hugo()
    assert main(["--count", "300", "--seed", "1", "--hugo", "newest"]) == 0
    told = capsys.readouterr().out
    assert [f"{sort}: 0 differ" in told for sort in ("shortcodes", "TOML", "YAML")] == [True] * 3


def oldest() -> Path:
    if OLDEST not in hugo_binaries():
        missing(f"Hugo {OLDEST} was not found: apt-get install hugo")
    return hugo_binaries()[OLDEST]


def site_of(bodies: Sequence[str]) -> dict[str, str]:
    """A site with a page for each body. (The oldest Hugo has no `try` to judge strings with.)"""
    pages = {f"content/{n}.md": f'+++\ntitle = "x"\n+++\n{b}\n' for n, b in enumerate(bodies)}
    layouts = {"layouts/index.html": "", "layouts/_default/single.html": "{{ .Content }}"}
    return {**SITE, **layouts, **pages}


@pytest.mark.hugo
def test_real_pages_of_what_we_take(hugo: Path, tmp_path: Path) -> None:
    version = Oracle(hugo, tmp_path / "oracle").version
    some = [*CASES.values(), *texts(SEED, 2_000)]
    taken = [text for text in some if not judged(text + "\n", version).faults]
    write_files(tmp_path / "site", site_of(taken))
    run = build(tmp_path / "site", hugo)
    assert run.code == 0, run.output
    assert len(taken) > 600


@pytest.mark.hugo
@pytest.mark.parametrize("name", [name for name in CASES if name.startswith("refused")])
def test_the_oldest_hugo_refuses_what_we_refuse(name: str, tmp_path: Path) -> None:
    write_files(tmp_path, site_of([CASES[name]]))
    run = build(tmp_path, oldest())
    refused = bool(judged(CASES[name] + "\n", (0, 111, 3)).faults)
    assert (run.code != 0) == refused, run.output
