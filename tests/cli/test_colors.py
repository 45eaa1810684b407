"""`matome colors`: settles, writes exceptions only, and says what is out of date."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from hugo_helpers.colors.distance import alike
from hugo_helpers.colors.palette import palette
from hugo_helpers.colors.slot import slot
from hugo_helpers.shortcodes.parser import parse
from hugo_helpers.shortcodes.thread import thread
from tests.cli.conftest import Matome
from tests.support.hugo import write_files

SEED = "content/posts/seed.md"


def test_json_for_the_seed_post(matome: Matome, site: Path, seed_post: str) -> None:
    ran = matome("colors", "--output-format", "json")
    assert ran.code == 0
    users = json.loads(ran.out)["threads"][SEED]
    assert len(users) == 52
    for name, found in users.items():
        assert found["moved"] == (found["slot"] != slot(name))
        assert found["light"] == palette().light[found["slot"]]
        assert found["dark"] == palette().dark[found["slot"]]
    speakers = [quote.user for quote in thread(parse(seed_post)).quotes]
    neighbours = {(a, b) for a, b in pairwise(speakers) if a != b}
    assert not [(a, b) for a, b in neighbours if alike(users[a]["slot"], users[b]["slot"])]
    assert not (site / "data" / "matome" / "colors.json").exists()


def test_write_check_and_again(matome: Matome, site: Path) -> None:
    out_of_date = matome("colors", "--check")
    assert out_of_date.code == 1
    assert "posts/seed: colours are out of date" in out_of_date.out
    assert matome("colors", "--write").code == 0
    path = site / "data" / "matome" / "colors.json"
    written = path.read_bytes()
    held = json.loads(written)
    assert all(found != slot(user) for users in held.values() for user, found in users.items())
    assert written.count(b"\n") == len(held) + 2
    assert matome("colors", "--check").code == 0
    assert matome("colors", "--write").code == 0
    assert path.read_bytes() == written


def test_table_on_a_terminal(matome: Matome, site: Path) -> None:
    ran = matome("colors", "--color", "always", "--source", site)
    assert ran.code == 0
    assert f"{SEED}: 52 speakers" in ran.out
    assert "\x1b[48;2;" in ran.out
    assert "\x1b" not in matome("colors", "--color", "never").out


@pytest.mark.parametrize(
    "text",
    [
        "{",
        '{"posts/seed": {"eru": 36}}',
        '{"posts/seed": {"eru": "1"}}',
        '["posts/seed"]',
        '<<<<<<< ours\n{"a": {}}\n=======\n{"b": {}}\n>>>>>>> theirs\n',
        "",
    ],
    ids=["truncated", "no slot", "no number", "a list", "merge conflict", "empty"],
)
@pytest.mark.parametrize("command", ["colors", "thumbnails"])
def test_a_broken_file_is_told_and_kept(
    matome: Matome, site: Path, text: str, command: str
) -> None:
    path = site / "data" / "matome" / "colors.json"
    path.write_text(text)
    ran = matome(command)
    assert ran.code == 2
    assert ran.err.startswith("matome: data/matome/colors.json: ")
    assert ran.err.count("\n") == 1
    assert path.read_text() == text


def test_hostile_names_are_not_printed_raw(matome: Matome, site: Path) -> None:
    (site / SEED).write_text(
        '+++\ntitle = "a"\n+++\n{{<matomeQuote body="a" userName="\x1b[31m\u202e">}}\n'
    )
    ran = matome("colors")
    assert ran.code == 0
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out


def test_what_cannot_be_read_today_is_not_forgotten(matome: Matome, site: Path) -> None:
    assert matome("colors", "--write").code == 0
    path = site / "data" / "matome" / "colors.json"
    settled = path.read_bytes()
    whole = (site / SEED).read_bytes()
    (site / SEED).write_bytes(whole + b"\xff")
    for arguments in (["colors", "--write"], ["colors", "--write", "-q"], ["colors", "--check"]):
        ran = matome(*arguments)
        assert ran.code == 2
        assert f"{SEED}:" in ran.err
        assert path.read_bytes() == settled
    (site / SEED).write_bytes(whole)
    (site / "matome.toml").write_text('exclude = ["seed.md"]')
    assert matome("colors", "--write").code == 0
    assert path.read_bytes() == settled
    (site / SEED).unlink()
    matome("colors", "--write")
    assert path.read_text() != settled.decode()


def test_a_site_without_quotes(matome: Matome, tmp_path: Path) -> None:
    write_files(tmp_path, {"hugo.toml": "", "content/a.md": "text"})
    for option in ([], ["--check"], ["--write"]):
        assert matome("colors", "--source", tmp_path, *option).code == 0
