"""`matome check` on a real post, and its exit codes."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.cli.conftest import Matome, run_apart

SEED = "content/posts/seed.md"


def found(matome: Matome, site: Path, *arguments: str) -> list[dict[str, object]]:
    ran = matome("check", "--source", site, "--output-format", "json", *arguments)
    listed = json.loads(ran.out)
    assert ran.code == (1 if listed else 0)
    return [f for f in listed if f["filename"] == SEED]


def test_what_is_really_in_the_seed_post(matome: Matome, site: Path) -> None:
    listed = found(matome, site)
    assert Counter(f["code"] for f in listed) == {"C101": 8, "C102": 2, "T203": 2}
    assert all(f["severity"] == "warning" for f in listed)


def test_json_has_the_shape_that_users_of_ruff_know(matome: Matome, site: Path) -> None:
    cut = found(matome, site, "--select", "T203")
    text = (site / SEED).read_text(encoding="utf-8").split("\n")
    for finding in cut:
        assert set(finding) == {
            "code", "message", "severity", "filename", "location", "end_location", "fix", "url",
        }  # fmt: skip
        start, end = finding["location"], finding["end_location"]
        assert isinstance(start, dict)
        assert isinstance(end, dict)
        assert start["row"] == end["row"]
        url = text[start["row"] - 1][start["column"] - 1 : end["column"] - 1]
        assert url.startswith("https://")
        assert url.endswith("...")


def test_frame_shows_the_place(matome: Matome, site: Path) -> None:
    ran = matome("check", "--source", site, "--select", "T203", "--color", "never")
    assert ran.code == 1
    assert f"{SEED}:34:" in ran.out
    assert "^^^^" in ran.out
    assert "2 warnings" in ran.out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 1),
        (["--exit-zero"], 0),
        (["--fail-on", "error"], 0),
        (["--fail-on", "warning"], 1),
        (["--select", "H"], 0),
        (["--select", "C101"], 1),
        (["--ignore", "C,T"], 0),
        (["--select", "T203", "--ignore", "T203"], 0),
        (["--select", "H", "--extend-select", "C1"], 1),
        (["--ignore", "C", "--extend-select", "C101", "--ignore", "T"], 1),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_exit_codes(matome: Matome, site: Path, arguments: list[str], code: int) -> None:
    assert matome("check", "--source", site, *arguments).code == code


def test_an_error_of_the_post_exits_1(matome: Matome, site: Path) -> None:
    (site / "content" / "posts" / "bad.md").write_text('text\n\n{{< details summary="a >}}\n')
    ran = matome("check", "--source", site, "--fail-on", "error")
    assert ran.code == 1
    assert "content/posts/bad.md:3:" in ran.out


def test_settings_are_heard(matome: Matome, site: Path) -> None:
    (site / "matome.toml").write_text(
        'ignore = ["C102"]\n[per-file-ignores]\n"content/posts/s*" = ["C101"]\n'
    )
    assert {f["code"] for f in found(matome, site)} == {"T203"}


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("<!-- matome-disable-file C T203 -->", 0),
        ("<!-- matome-disable-file -->", 0),
        ("<!-- matome-disable-file C101 -->", 4),
        ("<!-- matome-disable-next-line T203 -->", 12),
    ],
)
def test_comments_switch_rules_off(matome: Matome, site: Path, comment: str, left: int) -> None:
    path = site / SEED
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("+++\n\n>", f"+++\n{comment}\n\n>"), encoding="utf-8")
    assert len(found(matome, site, "--ignore", "S901")) == left


def test_next_line_alone(matome: Matome, site: Path) -> None:
    path = site / SEED
    lines = path.read_text(encoding="utf-8").split("\n")
    lines.insert(33, "<!-- matome-disable-next-line T203 -->")
    path.write_text("\n".join(lines), encoding="utf-8")
    assert [f["location"]["row"] for f in found(matome, site, "--select", "T203")] != [35]
    assert len(found(matome, site, "--select", "T203")) == 1


def test_stdin(site: Path, seed_post: str) -> None:
    arguments = ["check", "--stdin-filename", SEED, "--output-format", "concise"]
    ran = run_apart(*arguments, cwd=site, text=seed_post)
    assert ran.code == 1
    assert ran.out.startswith(f"{SEED}:")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("あ\n".encode() + b"\x82\xa0", "not UTF-8"),
        (b"+++\ntitle = \n+++\n", "front matter"),
        (b"\x00\x1b[31m{{<", "not closed"),
        (b"", "title"),
    ],
    ids=["not utf-8", "front matter", "control characters", "empty"],
)
def test_a_file_that_cannot_be_read_is_a_finding(
    matome: Matome, site: Path, content: bytes, message: str
) -> None:
    (site / "content" / "posts" / "bad.md").write_bytes(content)
    ran = matome("check", "--source", site, "--select", "H,F1", "--color", "never")
    if message != "title":
        assert ran.code == 1
        assert (
            f"content/posts/bad.md:{2 if 'UTF' in message or 'front' in message else 1}:" in ran.out
        )
        assert message in ran.out
    assert "\x1b" not in ran.out
    assert "Traceback" not in ran.err


def test_paths(matome: Matome, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site / "content" / "posts")
    assert matome("check", "first-post.md").code == 0
    ran = matome("check", "seed.md")
    assert ran.code == 1
    assert ran.out.startswith("seed.md:34:")
    monkeypatch.chdir(site / "themes")
    assert matome("check").out.startswith("../content/posts/seed.md:34:")
    monkeypatch.chdir(site / "content" / "posts")
    assert matome("check", ".").code == 1


def test_a_site_below_the_current_folder_is_found_by_the_files_named(
    matome: Matome, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.parent)
    ran = matome("check", f"site/{SEED}")
    assert ran.code == 1
    assert ran.out.startswith(f"site/{SEED}:34:")
    assert matome("check", "site/content/posts/first-post.md", "-q").out == ""


def test_what_a_mount_does_not_take_is_no_content(matome: Matome, site: Path) -> None:
    """Nor where its folder is named; a file that is named is checked."""
    mount = "[[module.mounts]]\nsource='content'\ntarget='content'\nfiles='! posts/seed.md'\n"
    with (site / "hugo.toml").open("a", encoding="utf-8") as settings:
        settings.write(f"\n{mount}")
    assert found(matome, site) == found(matome, site, "content/posts") == []
    assert found(matome, site, SEED)
