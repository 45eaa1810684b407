"""The hooks of this repository, run by the real pre-commit at real commits of real sites."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from hugo_helpers import __version__
from hugo_helpers.cli import main
from tests.support.hugo import ROOT
from tests.support.marked import FRONT, quote

PACKAGE = (
    "hugo_helpers", "theme", "layouts", ".pre-commit-hooks.yaml", "pyproject.toml",
    "README.md", "CHANGELOG.md", "LICENSE",
)  # fmt: skip
GOOD = f"{FRONT}{quote()}"
UNKNOWN = f"{FRONT}{{{{< nobody >}}}}\n"
SPACED = f"{FRONT}{quote(' Hello')}"


@dataclass
class Repository:
    """A repository whose commits go through hooks."""

    root: Path
    environment: dict[str, str]
    source: Path
    said: str = ""
    """What the last commit said."""
    _commits: int = field(default=0)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.root,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=110,
        )

    def hooks(self, *hooks: str, **options: object) -> None:
        """Let these hooks run, all in one environment, which has the font."""
        listed = [
            {
                "id": f"matome-{hook}",
                "additional_dependencies": ["noto-cjk-sans-jp-bold"],
                "verbose": True,
                **options,
            }
            for hook in hooks
        ]
        revision = self.run("git", "-C", str(self.source), "rev-parse", "HEAD").stdout.strip()
        repository = {"repo": str(self.source), "rev": revision, "hooks": listed}
        self.configure(json.dumps({"repos": [repository]}))

    def configure(self, text: str) -> None:
        (self.root / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")
        done = self.run(sys.executable, "-m", "pre_commit", "install")
        assert done.returncode == 0, done.stdout

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def commit(self) -> bool:
        """Whether a commit of all there is is made."""
        self.run("git", "add", "--all")
        self.said = self.run("git", "commit", "--message", "x").stdout
        assert "Traceback" not in self.said
        count = self.run("git", "rev-list", "--all", "--count").stdout.strip()
        before, self._commits = self._commits, int(count)
        return self._commits > before


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with what of this one an environment of hooks is made of, as it stands."""
    folder = tmp_path_factory.mktemp("source")
    for name in PACKAGE:
        if (ROOT / name).is_dir():
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, folder / name, ignore=ignore)
        else:
            shutil.copy(ROOT / name, folder / name)
    identity = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    for command in (["init", "-q"], ["add", "--all"], [*identity, "commit", "-q", "-m", "x"]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


@pytest.fixture(scope="session")
def hook_environments(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps the environment that it makes."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def repository(tmp_path: Path, source: Path, hook_environments: Path) -> Repository:
    """An empty repository."""
    folder = tmp_path / "repository"
    folder.mkdir()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "PRE_COMMIT_HOME": str(hook_environments),
        "MATOME_CACHE": str(tmp_path / "cache"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "x"),
        **dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "x@example.org"),
    }
    made = Repository(folder, environment, source)
    assert made.run("git", "init", "-q").returncode == 0
    return made


def site(repository: Repository, folder: str = ".") -> None:
    """A new site in this folder of the repository, with no posts."""
    assert main(["init", str(repository.root / folder)]) == 0
    (repository.root / folder / ".pre-commit-config.yaml").unlink()
    shutil.rmtree(repository.root / folder / "content" / "posts")


def test_the_manifest_is_one() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"]
    subprocess.run(command, cwd=ROOT, check=True)


def test_the_docs_list_every_hook_and_this_version() -> None:
    ids = re.findall(r"^- id: (.*)$", (ROOT / ".pre-commit-hooks.yaml").read_text(), re.MULTILINE)
    docs = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(matome-\S+)` \|", docs, re.MULTILINE)) == set(ids)
    assert f"rev: v{__version__}\n" in docs


def test_a_broken_post_stops_a_commit(repository: Repository) -> None:
    site(repository)
    repository.hooks("check")
    names = ["a.md", "日本語 の記事.md", 'it\'s $(here); "x".MARKDOWN', "-q.mdown", "B.MD"]
    for name in names:
        repository.write(f"content/posts/{name}", GOOD)
    repository.write("README.md", UNKNOWN)
    repository.write("content/posts/notes.txt", UNKNOWN)
    repository.write("docs/content/x.md", UNKNOWN)
    assert repository.commit(), repository.said
    for name in names:
        repository.write(f"content/posts/{name}", UNKNOWN)
    assert not repository.commit()
    for name in names:
        assert f"\ncontent/posts/{name}:5:5: H104 error:" in repository.said
    assert "Found 5 errors in 5 of 5 files." in repository.said, repository.said


def test_the_settings_are_heard(repository: Repository) -> None:
    site(repository)
    repository.hooks("check")
    repository.write("matome.toml", 'exclude = ["content/drafts"]\n')
    repository.write("content/drafts/deep/a.md", UNKNOWN)
    assert repository.commit(), repository.said


def test_two_sites_in_one_repository(repository: Repository) -> None:
    """Each has a shortcode that the other has not, and content where the other has none."""
    for folder, other in (("blog", "shop"), ("shop", "blog")):
        site(repository, folder)
        repository.write(f"{folder}/layouts/shortcodes/{folder}.html", "x")
        repository.write(f"{folder}/content/a.md", f"{FRONT}{{{{< {folder} >}}}}\n")
        repository.write(f"{folder}/content/b.md", f"{FRONT}{{{{< {other} >}}}}\n")
    with (repository.root / "shop" / "hugo.toml").open("a") as configuration:
        configuration.write('\n[[module.mounts]]\nsource = "texts"\ntarget = "content"\n')
    repository.write("shop/texts/c.md", f"{FRONT}{{{{< blog >}}}}\n")
    repository.write("blog/texts/c.md", f"{FRONT}{{{{< shop >}}}}\n")
    repository.hooks("check", args=["--output-format", "concise"])
    assert not repository.commit()
    found = re.findall(r"^(\S+?):5:5: H104 ", repository.said, re.MULTILINE)
    assert found == ["blog/content/b.md", "shop/texts/c.md"], repository.said
    assert "2 errors in 2 of 4 files" in repository.said


def test_languages_with_folders_of_their_own(repository: Repository) -> None:
    site(repository)
    repository.write(
        "hugo.toml",
        '[languages.en]\ncontentDir = "english"\n[languages.ja]\ncontentDir = "日本語"\n',
    )
    for folder in ("english", "日本語", "content"):
        repository.write(f"{folder}/a.md", UNKNOWN)
    repository.hooks("check")
    assert not repository.commit()
    assert repository.said.count("\nenglish/a.md:") == 1, repository.said
    assert repository.said.count("\n日本語/a.md:") == 1
    assert "content/a.md" not in repository.said


def test_files_that_take_several_calls(repository: Repository) -> None:
    """A command line holds 128 kB at most; no file is left out or told twice."""
    site(repository)
    repository.hooks("check", args=["--output-format", "concise", "--select", "H"])
    for number in range(600):
        repository.write(f"content/posts/{'長い名前' * 19}{number}.md", UNKNOWN)
    assert not repository.commit()
    found = re.findall(r"^\S*?(\d+)\.md:5:\d+: H104", repository.said, re.MULTILINE)
    assert sorted(map(int, found)) == list(range(600))
    calls = re.findall(r"(\d+) errors in \d+ of (\d+) files", repository.said)
    assert len(calls) > 1
    assert sum(int(errors) for errors, _ in calls) == 600
    assert sum(int(files) for _, files in calls) == 600 + 1  # the home page's


def test_rules_across_the_posts_of_a_site(repository: Repository) -> None:
    source = "引用元：[https://example.org/1](https://example.org/1)\n"
    site(repository, "blog")
    repository.hooks("check-site", args=["--source", "blog", "--select", "S101"])
    repository.write("blog/content/posts/a.md", f"{FRONT}{source}{quote()}")
    assert repository.commit(), repository.said
    repository.write("blog/content/posts/b.md", f"{FRONT}{source}{quote()}")
    assert not repository.commit()
    assert "\nblog/content/posts/b.md:5:" in repository.said
    repository.run("git", "reset", "-q", "--hard")
    for name in ("blog/layouts/x.html", "blog/hugo.toml", "blog/config/_default/params.toml"):
        repository.write(name, "")
        assert repository.commit()
        assert "no files to check" not in repository.said, name
    repository.write("src/x.py", "")
    assert repository.commit()
    assert "no files to check" in repository.said


@pytest.mark.parametrize("hook", ["fix", "fmt"])
def test_a_file_that_a_hook_has_changed_is_to_be_added(repository: Repository, hook: str) -> None:
    site(repository)
    repository.hooks(hook)
    untidy = SPACED.replace('{{<matomeQuote body="', '{{<   matomeQuote   body="')
    post = repository.write("content/posts/a.md", untidy)
    repository.write("README.md", untidy)
    assert not repository.commit()
    assert "files were modified by this hook" in repository.said
    mended = post.read_text(encoding="utf-8")
    assert mended != untidy
    assert 'body="Hello' in mended if hook == "fix" else "{{< matomeQuote body=" in mended
    assert (repository.root / "README.md").read_text(encoding="utf-8") == untidy
    assert repository.commit(), repository.said


@pytest.mark.parametrize(
    ("hook", "write", "told"),
    [
        ("colors", ["colors", "--write"], "out of date"),
        ("thumbnails", ["thumbnails"], "its card is out of date"),
    ],
)
def test_what_is_drawn_from_posts_is_up_to_date(
    repository: Repository, hook: str, write: list[str], told: str, seed_post: str
) -> None:
    site(repository)
    repository.hooks(hook)
    (repository.root / ".gitignore").unlink()
    repository.write("content/posts/seed.md", seed_post)
    assert not repository.commit()
    assert told in repository.said
    assert main([*write, "--source", str(repository.root)]) == 0
    assert repository.commit(), repository.said


def test_the_configuration_that_init_writes(repository: Repository) -> None:
    assert main(["init", str(repository.root)]) == 0
    repository.environment["PATH"] = (
        f"{Path(sys.executable).parent}{os.pathsep}{repository.environment['PATH']}"
    )
    repository.configure((repository.root / ".pre-commit-config.yaml").read_text())
    assert repository.commit(), repository.said
    repository.write("content/posts/a.md", UNKNOWN)
    assert not repository.commit()
    assert "\ncontent/posts/a.md:5:" in repository.said
