"""The action of this repository: valid by GitHub's schema, its step run as a runner would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.support.hugo import ROOT
from tests.support.marked import FRONT, quote

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
BROKEN = "blog/content/posts/broken.md"


@dataclass
class Ran:
    code: int
    out: str
    output: str
    """What the step set as outputs."""


@dataclass
class Runner:
    """A runner's folders; `folder` holds the repository that the job has checked out."""

    folder: Path
    environment: dict[str, str]

    def __call__(self, **inputs: str) -> Ran:
        (step,) = ACTION["runs"]["steps"]
        output = self.folder.parent / "output"
        output.write_text("", encoding="utf-8")
        values = {name: one.get("default", "") for name, one in ACTION["inputs"].items()} | inputs
        told = {
            name: values[text.removeprefix("${{ inputs.").removesuffix(" }}")]
            for name, text in step["env"].items()
        }
        ran = subprocess.run(
            # As GitHub runs `shell: bash`.
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.folder,
            env=self.environment | told | {"GITHUB_OUTPUT": str(output)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=110,
        )
        return Ran(ran.returncode, ran.stdout, output.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    root = tmp_path_factory.mktemp("runner")
    files = {
        "blog/hugo.toml": 'title = "x"\ntheme = "t"\n',
        "blog/themes/t/layouts/shortcodes/matomeQuote.html": "{{ .Get 0 }}{{ .Get `body` }}",
        "blog/content/posts/good.md": f"{FRONT}{quote()}",
        "blog/content/posts/夏 の話.md": f"{FRONT}{quote()}",
        BROKEN: f"{FRONT}{{{{< nobody >}}}}\n",
    }
    for name, text in files.items():
        path = root / "work" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "temp").mkdir()
    environment = {
        **{name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"},
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_WORKSPACE": str(root / "work"),
        "RUNNER_TEMP": str(root / "temp"),
        "MATOME_CACHE": str(root / "cache"),
    }
    return Runner(root / "work", environment)


@pytest.mark.parametrize(
    ("schema", "file"),
    [("vendor.github-actions", "action.yml")]
    + [
        ("vendor.github-workflows", str(path.relative_to(ROOT)))
        for path in sorted((ROOT / ".github/workflows").glob("*.yml"))
    ],
)
def test_valid_by_the_schema(schema: str, file: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, file]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_no_input_is_part_of_a_command() -> None:
    (step,) = ACTION["runs"]["steps"]
    assert "${{" not in step["run"]
    named = {text.removeprefix("${{ inputs.").removesuffix(" }}") for text in step["env"].values()}
    assert named == set(ACTION["inputs"])


def test_findings_stand_beside_the_lines_of_the_repository(runner: Runner) -> None:
    ran = runner(source="blog", args="--select H1")
    assert ran.code == 1
    assert ran.output == "exit-code=1\n"
    (line,) = [line for line in ran.out.splitlines() if line.startswith("::")]
    assert f",file={BROKEN},line=5," in line


def test_clean_paths_pass(runner: Runner) -> None:
    paths = "blog/content/posts/夏 の話.md\r\nblog/content/posts/good.md\n"
    ran = runner(source="blog", paths=paths, args="--select H1\n--fail-on\twarning")
    assert (ran.code, ran.output) == (0, "exit-code=0\n"), ran.out
    assert "::" not in ran.out


def test_findings_are_kept_as_sarif(runner: Runner) -> None:
    ran = runner(source="blog", sarif="found here.sarif", args="--select H1")
    assert ran.code == 1
    (run,) = json.loads((runner.folder / "found here.sarif").read_text(encoding="utf-8"))["runs"]
    (found,) = run["results"]
    artifact = found["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": BROKEN, "uriBaseId": "%SRCROOT%"}


HOSTILE = {
    "source": {"source": "blog; touch pwned"},
    "options": {"source": "blog", "args": "$(touch${IFS}pwned) `touch pwned` ; touch pwned"},
    "paths": {"source": "blog", "paths": "$(touch pwned)\n; touch pwned\n--fix\n'"},
    "a glob": {"source": "blog", "args": "--select *"},
    "sarif": {"source": "blog", "paths": "blog/content/posts/good.md", "sarif": "$(touch pwned)/x"},
    "python": {"source": "blog", "python": "touch pwned"},
}


@pytest.mark.parametrize("inputs", HOSTILE.values(), ids=HOSTILE)
def test_an_input_is_no_command(runner: Runner, inputs: dict[str, str]) -> None:
    ran = runner(**inputs)
    assert ran.code in (1, 2)
    assert "Traceback" not in ran.out
    assert not list(runner.folder.rglob("pwned"))


def test_a_python_that_is_too_old_is_said(runner: Runner, tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    ran = runner(source="blog", python=str(old))
    assert ran.code == 2
    assert ran.out.startswith("::error::matome needs Python 3.11")
