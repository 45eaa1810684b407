"""The command as a whole: help, wrong calls, and what it imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hugo_helpers.cli import COMMANDS, main
from tests.cli.conftest import Matome
from tests.support.hugo import write_files


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["--help"])
    assert exit_.value.code == 0
    out = capsys.readouterr().out
    assert all(f"  {name} " in out for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main([command, "--help"])
    assert exit_.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith(f"usage: matome {command}")
    assert len(out.splitlines()) > 5


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chek"], "did you mean 'check'?"),
        (["frobnicate"], "there are: init, check"),
        (["check", "--selct", "T"], "unknown option --selct; did you mean --select?"),
        (["build", "--minify"], "unknown option --minify; options of Hugo's go behind --"),
        (["rule", "T203", "C101"], "one argument too many: C101"),
        (["check", "--select", "T999"], "no rule 'T999'"),
        (["check", "--select", "cutlink"], "did you mean cut-link?"),
        (["check", "--ignore", "X"], "no rule 'X'"),
        (["check", "--stdin-filename", "a.md", "b.md"], "name no other files"),
        (["check", "nowhere.md"], "nowhere.md: no such file or folder"),
        (["check", "hugo.toml"], "Hugo takes no such file for content"),
        (["check", "--source", "nowhere"], "--source nowhere: no such folder"),
        (["check", "--source", "content"], "no Hugo configuration"),
        (["check", "--output-format", "xml"], "invalid choice: 'xml'"),
        (["rule", "T999"], "no rule 'T999'"),
        (["rule", "T203", "--all"], "not both"),
        (["init", "hugo.toml"], "hugo.toml is not a folder"),
        (["init", "--upgrade", "content"], "run matome init first"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_calls_end_in_one_line(
    matome: Matome,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    message: str,
) -> None:
    write_files(tmp_path, {"hugo.toml": "", "content/a.md": ""})
    monkeypatch.chdir(tmp_path)
    ran = matome(*arguments)
    assert ran.code == 2
    assert message in ran.err
    assert ran.err.startswith("matome: ")
    assert ran.err.count("\n") == 1
    assert ran.out == ""


def test_no_site_anywhere(matome: Matome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command in ("check", "colors", "thumbnails", "build"):
        ran = matome(command)
        assert ran.code == 2
        assert "matome init DIR" in ran.err
        assert ran.err.count("\n") == 1


@pytest.mark.parametrize("name", ["hugo.toml", "matome.toml"])
def test_broken_configuration(matome: Matome, tmp_path: Path, name: str) -> None:
    write_files(tmp_path, {"hugo.toml": "", name: "a = = 1"})
    ran = matome("check", "--source", tmp_path)
    assert ran.code == 2
    assert name in ran.err
    assert ran.err.count("\n") == 1


HEAVY = {"PIL", "budoux", "coloraide", "yaml", "frontmatter", "markdown_it", "multiprocessing"}


@pytest.mark.parametrize(
    ("call", "unwanted"),
    [
        ("['--version']", HEAVY | {"tomllib", "hugo_helpers.check.rule", "dataclasses"}),
        ("['check', '--help']", HEAVY | {"hugo_helpers.check.rules"}),
        ("['check', 'content/posts/seed.md']", HEAVY),
        ("['colors']", {"PIL", "budoux", "yaml", "markdown_it"}),
    ],
)
def test_imports_only_what_is_used(site: Path, call: str, unwanted: set[str]) -> None:
    code = (
        "import sys\nfrom hugo_helpers.cli import main\n"
        f"try:\n    main({call})\nexcept SystemExit:\n    pass\n"
        "print('\\n' + ' '.join(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=site
    )
    assert not unwanted & set(ran.stdout.splitlines()[-1].split())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("call", [["rule"], ["check", "--exit-zero"], ["colors"]], ids=" ".join)
def test_output_that_cannot_be_written(site: Path, call: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "hugo_helpers", *call],
            cwd=site,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ran.returncode == 2
    assert ran.stderr == "matome: the output cannot be written: No space left on device\n"


# The newest Hugo reads the last two as well, and has no use for tags that it does not know.
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &a [*a]\n", 2),
        ("a: " + "[" * 3000, 2),
        ("a: !!timestamp foo\n", 0),
        ("a: !!python/none x\n", 0),
    ],
    ids=["a loop", "deep", "no timestamp", "unknown tag"],
)
@pytest.mark.parametrize("name", ["hugo.yaml", "content/a.md"])
def test_hostile_yaml(matome: Matome, tmp_path: Path, name: str, text: str, code: int) -> None:
    whole = f"---\n{text}\n---\n" if name.endswith(".md") else text
    write_files(tmp_path, {"hugo.toml": ""} | {name: whole})
    if name == "hugo.yaml":
        (tmp_path / "hugo.toml").unlink()
    ran = matome("check", "--source", tmp_path, "--select", "H")
    assert "Traceback" not in ran.err
    assert ran.code in ((code,) if name == "hugo.yaml" else (0, 1))


def test_configuration_that_is_not_utf8(matome: Matome, tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_bytes(b"title = '\x82'")
    ran = matome("check", "--source", tmp_path)
    assert ran.code == 2
    assert "hugo.toml:1: not UTF-8: byte 0x82; save the file as UTF-8" in ran.err
