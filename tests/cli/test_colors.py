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


def post(*users: str) -> str:
    quotes = [f'{{{{<matomeQuote body="x" userName="{user}">}}}}' for user in users]
    return '+++\ntitle = "a"\n+++\n' + "\n\n".join(quotes) + "\n"


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


@pytest.mark.parametrize("broken", ["{", "", "\udcff", '{"posts/seed": {"eru": 99}}'])
def test_reset_settles_anew(matome: Matome, site: Path, broken: str) -> None:
    path = site / "data" / "matome" / "colors.json"
    assert matome("colors", "--write").code == 0
    written = path.read_bytes()
    path.write_bytes(broken.encode(errors="surrogateescape"))
    refused = matome("colors", "--write")
    assert refused.code == 2
    assert "matome colors --reset" in refused.err
    assert path.read_bytes() == broken.encode(errors="surrogateescape")
    assert matome("colors", "--reset").code == 0
    assert path.read_bytes() == written


def test_reset_forgets_what_was_settled(matome: Matome, site: Path) -> None:
    path = site / "data" / "matome" / "colors.json"
    assert matome("colors", "--write").code == 0
    written = path.read_bytes()
    exceptions = json.loads(written)
    exceptions["posts/seed"]["eru"] = (slot("eru") + 1) % 36
    path.write_text(json.dumps(exceptions))
    assert matome("colors", "--reset").code == 0
    assert path.read_bytes() == written


@pytest.mark.parametrize("other", ["--write", "--check", "--user=x"])
def test_reset_goes_alone(matome: Matome, site: Path, other: str) -> None:
    ran = matome("colors", "--reset", other)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert not (site / "data" / "matome" / "colors.json").exists()


def test_a_build_goes_on_with_a_broken_file_and_keeps_it(matome: Matome, site: Path) -> None:
    path = site / "data" / "matome" / "colors.json"
    path.write_text('{"posts/seed": ')
    ran = matome("build", "--quiet", "--no-check")
    assert ran.code == 0
    assert ran.err.count("data/matome/colors.json: line 1") == 1
    assert path.read_text() == '{"posts/seed": '
    assert f"mtm-h{slot('mtrovo')}" in (site / "public/posts/seed/index.html").read_text("utf-8")


def test_one_user(matome: Matome, site: Path) -> None:
    other = post("mtrovo", "eru", "mtrovo")
    (site / "content" / "posts" / "other.md").write_text(other)
    ran = matome("colors", "--user", "mtrovo", "--output-format", "json")
    threads = json.loads(ran.out)["threads"]
    assert list(threads) == ["content/posts/other.md", SEED]
    assert all(list(users) == ["mtrovo"] for users in threads.values())
    assert threads["content/posts/other.md"]["mtrovo"]["quotes"] == 2
    first, *rows = matome("colors", "--user", "mtrovo", "--color", "never").out.splitlines()
    assert first == f"mtrovo: {2 + threads[SEED]['mtrovo']['quotes']} quotes in 2 threads"
    assert [row.split()[-1] for row in rows] == list(threads)
    assert all(palette().light[slot("mtrovo")] in row for row in rows)
    assert "\x1b[48;2;" in matome("colors", "--user", "mtrovo", "--color", "always").out


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Mtrovo", "did you mean 'mtrovo'?"),
        ("ｍｔｒｏｖｏ", "did you mean 'mtrovo'?"),
        ("mtrvo", "did you mean 'mtrovo'?"),
        ("nobody at all", "speaks\n"),
        ("", "nobody of the name '(empty)' speaks\n"),
        ("x" * 10_000, "(10,000 characters)"),
        ("\x1b[31m", "\\x1b[31m"),
    ],
    ids=["case", "width", "a letter missing", "no such", "empty", "long", "hostile"],
)
@pytest.mark.usefixtures("site")
def test_one_user_who_does_not_speak(matome: Matome, asked: str, said: str) -> None:
    ran = matome("colors", "--user", asked)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err
    assert "\x1b" not in ran.err
    assert len(ran.err) < 300


LONG = "長" * 10_000


def test_odd_names_can_be_seen_and_are_kept_apart(matome: Matome, site: Path) -> None:
    names = ["", " ", "\u3000", LONG, LONG[:-1] + "名", "A", "a", "ａ"]
    (site / SEED).write_text(post(*names), encoding="utf-8")
    ran = matome("colors", "--color", "never")
    assert ran.code == 0
    for shown in ("(empty)", "(blank: ' ')", "(blank: '\\u3000')", "… (10,000 characters)"):
        assert shown in ran.out
    assert max(map(len, ran.out.splitlines())) < 150
    assert json.loads(matome("colors", "--output-format", "json").out)["threads"][SEED].keys() == {
        *names
    }
    assert matome("colors", "--user", LONG).code == 0
    assert matome("colors", "--write").code == 0
    assert matome("colors", "--check").code == 0


@pytest.mark.usefixtures("site")
def test_the_summary(matome: Matome) -> None:
    ran = matome("colors")
    assert ran.err.startswith("2 threads, 56 people, 56 colours; 21 moved")
    assert "data/matome/colors.json is out of date" in ran.err
    assert "--write" in ran.err
    matome("colors", "--write")
    assert "out of date" not in matome("colors").err
    assert matome("colors", "--quiet").err == ""


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
