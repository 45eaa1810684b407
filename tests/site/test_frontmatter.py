"""Front matter: what is taken, where it stands, and that Hugo agrees."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.site import frontmatter
from tests.support.hugo import build, write_files

# id: text, kind, title (None: Hugo refuses), body
CASES: dict[str, tuple[str, str, str | None, str]] = {
    "toml": ('+++\ntitle = "a"\n+++\nbody', "toml", "a", "body"),
    "yaml": ("---\ntitle: a\n---\nbody", "yaml", "a", "body"),
    "json": ('{"title": "a"}\nbody', "json", "a", "body"),
    "json with braces in strings": ('{"title": "}a{"}\nbody', "json", "}a{", "body"),
    "org": ("#+title: a\n\nbody", "org", "a", "body"),
    "none": ("body", "", "", "body"),
    "crlf": ('+++\r\ntitle = "a"\r\n+++\r\nbody', "toml", "a", "body"),
    "byte order mark": ("\ufeff---\ntitle: a\n---\nbody", "yaml", "a", "body"),
    "blank lines before": ("\n\n---\ntitle: a\n---\nbody", "yaml", "a", "body"),
    "text behind the closing delimiter": ("---\ntitle: a\n---x\nbody", "yaml", "a", "x\nbody"),
    "empty": ("---\n---\nbody", "yaml", "", "body"),
    "empty toml": ("+++\n+++\nbody", "toml", "", "body"),
    "dashes inside a line": ("---\ntitle: a --- b\n---\nbody", "yaml", "a --- b", "body"),
    "never closed": ('+++\ntitle = "a"\n', "toml", None, ""),
    "never closed yaml": ("---\ntitle: a\n", "yaml", None, ""),
    "a list item first": ("- one\n- two\n", "yaml", None, ""),
    "a plus sign first": ("+ one\n", "toml", None, ""),
    "a shortcode first": ("{{< details >}}\n", "json", None, "{{< details >}}\n"),
    "broken toml": ("+++\ntitle = a\n+++\nbody", "toml", None, "body"),
    "broken yaml": ("---\ntitle: [a\n---\nbody", "yaml", None, "body"),
    "toml key twice": ("+++\na = 1\na = 2\n+++\nbody", "toml", None, "body"),
}


@pytest.mark.parametrize(("text", "kind", "title", "body"), CASES.values(), ids=list(CASES))
def test_read(text: str, kind: str, title: str | None, body: str) -> None:
    front = frontmatter.read(text)
    assert front.kind == kind
    assert (front.problem is None) == (title is not None)
    if title is not None:
        assert front.text_of("title") == title
    assert text[front.body_start :] == body


@pytest.mark.hugo
def test_hugo_agrees(hugo: Path, tmp_path: Path) -> None:
    disagreements = []
    for number, (name, (text, _, title, _)) in enumerate(CASES.items()):
        site = tmp_path / str(number)
        write_files(
            site,
            {
                "hugo.toml": 'baseURL = "https://example.org/"',
                "layouts/_default/single.html": "[{{ .Title }}]",
                "layouts/index.html": "home",
                "layouts/shortcodes/details.html": "{{ .Inner }}",
                "content/a.md": text,
            },
        )
        built = build(site, hugo, "--quiet")
        if (built.code == 0) != (title is not None):
            disagreements.append((name, built.output))
        elif title:
            assert built.page("a") == f"[{title}]", name
    assert not disagreements


@pytest.mark.parametrize(
    ("text", "needle"),
    [
        ("+++\na = 1\nb = oops\n+++\n", "b = oops"),
        ("---\na: 1\nb: [\n---\n", ""),
        ("+++\na = '''\n" + "x\n" * 3 + "'''\na = 2\n+++\n", "a = 2"),
    ],
    ids=["toml line", "yaml", "behind a multi-line string"],
)
def test_problem_points_at_the_line(text: str, needle: str) -> None:
    problem = frontmatter.read(text).problem
    assert problem is not None
    assert text[problem.start : problem.end].startswith(needle)


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("+++\ntitle = 'x'\nmonths = '2025/02'\n+++\n", "months", "'2025/02'"),
        ("---\ntitle: x\nMonths: 2025/02 \n---\n", "months", "2025/02"),
        ('{\n "months": "a",\n "b": 1}\n', "months", '"a"'),
        ("+++\na = 1\n+++\n", "months", ""),
    ],
    ids=["toml", "yaml, other case", "json", "absent"],
)
def test_locate(text: str, key: str, value: str) -> None:
    start, end = frontmatter.read(text).locate(text, key)
    assert text[start:end] == value


@pytest.mark.parametrize(
    "text",
    [
        "+++\n" + "a." * 100_000 + "b = 1\n+++\n",
        "+++\nx = " + "[" * 100_000 + "\n+++\n",
        "---\nx: " + "[" * 20_000 + "\n---\n",
        "{" * 200_000,
        '{"a":' * 50_000 + "1" + "}" * 50_000,
        "+++\nx = {" + "a." * 50_000 + "b = 1}\n+++\n",
        '+++\na = 1 b\nc = "' + '\\"' * 100_000 + "." * 600 + "\n+++\n",
        '+++\na = 1 b\nc = """' + '\\"""' * 100_000 + "\n+++\n",
        "---\na: [\n" + "- " * 100_000 + "}\n---\n",
        "---\n" + "a: &x 1\n" * 20_000 + "---\n",
        '{"' + '\\"' * 100_000,
    ],
    ids=[
        *("dotted key", "deep toml", "deep yaml", "open braces", "deep json", "inline table"),
        *("escaped quotes", "escaped triple quotes", "dashes", "anchors", "json quotes"),
    ],
)
@pytest.mark.timeout(10)
def test_hostile_text_is_a_problem(text: str) -> None:
    assert frontmatter.read(text).problem is not None


@given(st.text(alphabet='+-{}"#:= ab\r\n\ufeff\u3000', max_size=60))
def test_never_raises_and_offsets_are_in_order(text: str) -> None:
    front = frontmatter.read(text)
    assert 0 <= front.start <= front.end <= len(text)
    assert 0 <= front.body_start <= len(text)
