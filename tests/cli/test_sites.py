"""Which site a named file belongs to, and what is left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Matome, run_apart
from tests.support.marked import FRONT, quote

CUT = quote("see https://example.org/a/long/pa...")
SELECT = ("--select", "H1,T203")


def post(text: str) -> str:
    return f"{FRONT}{text}\n"


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two sites: the shortcode of each is unknown to the other."""
    for folder, other in (("blog", "shop"), ("shop", "blog")):
        files = {
            "hugo.toml": 'title = "x"',
            f"layouts/shortcodes/{folder}.html": "x",
            "layouts/shortcodes/matomeQuote.html": '{{ .Get "body" }}{{ .Get "userName" }}',
            "content/a.md": post(f"{{{{< {other} >}}}}"),
            "content/b.md": post(CUT),
        }
        for name, text in files.items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


FILES = [f"{folder}/content/{name}.md" for folder in ("shop", "blog") for name in "ba"]


@pytest.mark.parametrize("style", ["json", "sarif", "jsonl", "github", "concise"])
@pytest.mark.usefixtures("two")
def test_one_report_on_two_sites(matome: Matome, style: str) -> None:
    ran = matome("check", *SELECT, "--output-format", style, *FILES)
    assert ran.code == 1
    if style == "json":
        listed = json.loads(ran.out)
    elif style == "jsonl":
        listed = [json.loads(line) for line in ran.out.splitlines()]
    elif style == "sarif":
        (run,) = json.loads(ran.out)["runs"]
        places = [r["locations"][0]["physicalLocation"] for r in run["results"]]
        uris = [place["artifactLocation"]["uri"] for place in places]
        codes = [result["ruleId"] for result in run["results"]]
        listed = [{"filename": u, "code": c, "fix": None} for u, c in zip(uris, codes, strict=True)]
    else:
        for file in FILES:
            assert ran.out.count(f"{file}:5:") == 1
        assert style != "concise" or "Found 2 errors and 2 warnings in 4 of 4 files." in ran.out
        return
    assert [(one["filename"], one["code"]) for one in listed] == [
        (f"{folder}/content/{name}.md", code)
        for folder in ("shop", "blog")
        for name, code in (("a", "H104"), ("b", "T203"))
    ]


def test_each_site_has_its_own_settings(two: Path, matome: Matome) -> None:
    (two / "shop" / "matome.toml").write_text('ignore = ["H104"]\nfail-on = "error"\n')
    only = [file for file in FILES if "shop" in file]
    assert matome("check", *SELECT, *only).code == 0
    assert matome("check", *SELECT, *only, "blog/content/b.md").code == 1
    assert matome("check", *SELECT, *only, "--fail-on", "warning").code == 1
    assert "T203" in matome("check", *SELECT, "--statistics", *FILES).out
    (two / "blog" / "matome.toml").write_text("ignore = 1\n")
    ran = matome("check", *SELECT, *FILES)
    assert ran.code == 2
    assert "blog/matome.toml:1" in ran.err


def test_mending_on_two_sites(two: Path, matome: Matome) -> None:
    for folder in ("blog", "shop"):
        (two / folder / "content" / "b.md").write_text(post(quote(" Hello")), encoding="utf-8")
    files = [file for file in FILES if file.endswith("b.md")]
    assert matome("fmt", "--check", *files).code == 1
    diff = matome("check", "--select", "T402", "--diff", *files)
    assert diff.code == 1
    assert all(f"+++ {file}" in diff.out for file in files), diff.out
    assert matome("check", "--select", "T402", "--fix", *files).code == 0
    assert all("= Hello" not in (two / file).read_text(encoding="utf-8") for file in files)


FORCED = {
    "no content": ("README.md", ""),
    "no content of a site": ("blog/README.md", ""),
    "not Markdown": ("blog/content/a.txt", ""),
    "excluded": ("blog/content/drafts/deep/a.md", ""),
    "excluded by name": ("blog/content/x-draft.md", ""),
    "content": ("blog/content/a.md", "H104"),
    "a page with a file named like a configuration": ("blog/content/page/index.md", "H104"),
}


@pytest.mark.parametrize(("name", "code"), FORCED.values(), ids=FORCED)
@pytest.mark.parametrize("command", ["check", "fmt"])
def test_force_exclude(two: Path, matome: Matome, name: str, code: str, command: str) -> None:
    (two / "blog" / "matome.toml").write_text('exclude = ["content/drafts", "*-draft.md"]\n')
    path = two / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(post("{{< shop   >}}"), encoding="utf-8")
    (path.parent / "config.json").write_text('{"a": 1}')
    ran = matome(command, "--force-exclude", "--quiet", name)
    assert ran.code == (1 if code and command == "check" else 0)
    assert (code or "\n") in ran.out if code and command == "check" else ran.out == ""
    below = matome("check", "--force-exclude", "--source", "blog", "--select", "H", name)
    assert below.code == (1 if code else 0)
    (path.parent / "config.json").unlink()


def test_force_exclude_leaves_out_what_hugo_does_not_look_at(two: Path, matome: Matome) -> None:
    mount = "[[module.mounts]]\nsource='content'\ntarget='content'\nfiles='! off-*'\n"
    with (two / "blog" / "hugo.toml").open("a", encoding="utf-8") as settings:
        settings.write(f"\nignoreFiles = ['old-']\n{mount}")
    for name, code in (("off-x.md", 0), ("old-x.md", 0), ("#x.md", 0), ("x.md", 1)):
        (two / "blog" / "content" / name).write_text(post("{{< shop   >}}"), encoding="utf-8")
        for more, expected in (((), 1), (("--force-exclude",), code)):
            assert matome("check", *more, f"blog/content/{name}").code == expected, (name, more)


@pytest.mark.usefixtures("two")
def test_force_exclude_leaves_a_whole_report_on_nothing(matome: Matome) -> None:
    listed = matome("check", "--force-exclude", "--output-format", "json", "README.md")
    assert (listed.code, listed.out) == (0, "[]\n")
    log = matome("check", "--force-exclude", "--output-format", "sarif", "README.md")
    assert json.loads(log.out)["runs"][0]["results"] == []


def test_stdin_belongs_to_the_site_around_its_name(two: Path) -> None:
    text = post("{{< shop >}}")
    arguments = ["check", "--output-format", "concise", "--stdin-filename"]
    ran = run_apart(*arguments, "blog/content/new.md", cwd=two, text=text)
    assert ran.out.startswith("blog/content/new.md:5:5: H104 ")
    assert run_apart(*arguments, "shop/content/new.md", cwd=two, text=text).code == 0
    assert run_apart(*arguments, "x.md", "--force-exclude", cwd=two, text=text).out == ""
    out = run_apart(*arguments, "x.md", "--force-exclude", "--fix", cwd=two, text=text)
    assert (out.code, out.out) == (0, text)
    assert "no Hugo site" in run_apart(*arguments, "x.md", cwd=two, text=text).err


def test_a_configuration_that_is_broken(two: Path, matome: Matome) -> None:
    (two / "blog" / "hugo.toml").write_text("title = \n")
    for more in ((), ("--force-exclude",)):
        ran = matome("check", *more, *FILES)
        assert (ran.code, ran.out) == (2, "")
        assert "blog/hugo.toml: " in ran.err


@pytest.mark.parametrize("name", ["nothing.md", "blog/content/nothing.md"])
@pytest.mark.usefixtures("two")
def test_a_file_that_is_not_there(matome: Matome, name: str) -> None:
    ran = matome("check", name)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("style", "inside_checkout", "named"),
    [
        ("github", True, "blog/content/b.md"),
        ("sarif", True, "blog/content/b.md"),
        ("concise", True, "content/b.md"),
        ("github", False, "content/b.md"),
    ],
)
def test_what_reads_a_repository_is_told_its_names(
    two: Path,
    matome: Matome,
    monkeypatch: pytest.MonkeyPatch,
    style: str,
    inside_checkout: bool,
    named: str,
) -> None:
    if inside_checkout:
        (two / ".git").mkdir()
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.chdir(two / "blog")
    ran = matome("check", "--select", "T203", "--output-format", style)
    if style == "sarif":
        (found,) = json.loads(ran.out)["runs"][0]["results"]
        place = found["locations"][0]["physicalLocation"]["artifactLocation"]
        assert place == {"uri": named, "uriBaseId": "%SRCROOT%"}
    else:
        assert named in ran.out
        assert ("blog/" in ran.out) == ("blog/" in named)
