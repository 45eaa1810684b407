"""What is generated from the code is up to date, and what the docs say is so."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from hugo_helpers.cli import COMMANDS
from tests.support.hugo import ROOT

READMES = ("README.md", "README.ja.md")


def generated() -> dict[Path, str]:
    spec = importlib.util.spec_from_file_location("docs", ROOT / "scripts" / "docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.pages()


def test_generated_pages_are_up_to_date() -> None:
    stale = [
        path.name
        for path, text in generated().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    assert stale == [], "run: make docs"
    pages = {p.name for p in (ROOT / "docs" / "rules").iterdir()}
    assert pages == {path.name for path in generated() if path.parent.name == "rules"}


@pytest.mark.parametrize("name", READMES)
def test_readme_names_every_command(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not [command for command in COMMANDS if f"matome {command}" not in text]
    assert "make demo" in "\n".join(text.splitlines()[:40])
    assert "make test" in "\n".join(text.splitlines()[:40])


MARKDOWN = [p for p in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")] if p.is_file()]


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_inside_the_repository_lead_somewhere(path: Path) -> None:
    text = re.sub(r"(?ms)^(`{3,})\w*$.*?^\1$", "", path.read_text(encoding="utf-8"))
    text = re.sub(r"`[^`\n]*`", "", text)
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)|src=\"([^\"]+)\"", text)
    targets = [one or two for one, two in links]
    inside = [t for t in targets if not re.match(r"[a-z]+:", t)]
    assert [t for t in inside if not (path.parent / t).exists()] == []


HEADER_PARAM = re.compile(r"^@param \{\w+\} \[?(\w+)", re.MULTILINE)


def test_every_parameter_of_a_shortcode_is_documented() -> None:
    text = (ROOT / "docs" / "shortcodes.md").read_text(encoding="utf-8")
    for name in ("matomeQuote", "details"):
        source = (ROOT / "layouts" / "shortcodes" / f"{name}.html").read_text(encoding="utf-8")
        section = text.split(f"## {name}\n")[1].split("\n## ")[0]
        params = HEADER_PARAM.findall(source)
        assert params
        assert [p for p in params if f"| `{p}` |" not in section] == []


def test_every_setting_of_the_templates_is_documented() -> None:
    docs = (ROOT / "docs" / "shortcodes.md").read_text(encoding="utf-8")
    docs += (ROOT / "docs" / "theme.md").read_text(encoding="utf-8")
    used = set()
    for folder in ("layouts", "theme/layouts"):
        for path in (ROOT / folder).rglob("*.*ml"):
            text = path.read_text(encoding="utf-8")
            if "Params.matome" in text:
                used |= set(re.findall(r"(?:\$params|\$matome|\$site|default dict\))\.(\w+)", text))
    assert {"timezone", "pageSize", "scheme"} <= used
    assert sorted(name for name in used if name not in docs) == []


def test_the_theme_page_shows_what_init_writes() -> None:
    starter = (ROOT / "hugo_helpers/site/starter/hugo.toml").read_text(encoding="utf-8")
    assert f"```toml\n{starter}```" in (ROOT / "docs" / "theme.md").read_text(encoding="utf-8")
