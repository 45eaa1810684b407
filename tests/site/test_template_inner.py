"""Whether a template takes inner content, held against real Hugo."""

from __future__ import annotations

from pathlib import Path

import pytest

from hugo_helpers.site.gotemplate import parse
from hugo_helpers.site.template_inner import takes_inner
from hugo_helpers.site.template_nodes import Tree
from tests.support.hugo import build, version_of, write_files

NESTED = "{{ define `d2` }}{{ template `d3` 1 }}{{ end }}{{ define `d3` }}{{ .Inner }}{{ end }}"
TAKES = [
    "{{ .Inner }}",
    "{{.Inner}}",
    "{{- .Inner -}}",
    "{{ .InnerDeindent }}",
    "{{ $.Inner }}",
    "{{ .Inner.Foo }}",
    "{{ .Parent.Inner }}",
    "{{ .Page.Foo.Inner }}",
    "{{ if false }}{{ .Inner }}{{ end }}",
    "{{ if true }}{{ else }}{{ .Inner }}{{ end }}",
    "{{ if true }}{{ else if .Inner }}{{ end }}",
    "{{ if .Inner }}{{ end }}",
    "{{ with .Inner }}{{ . }}{{ end }}",
    "{{ with .Get 0 }}{{ else }}{{ $.Inner }}{{ end }}",
    "{{ range .Inner }}{{ end }}",
    "{{ range $i, $e := .Inner }}{{ end }}",
    "{{ range (slice 1) }}{{ $.Inner }}{{ end }}",
    "{{ range (slice) }}{{ else }}{{ .Inner }}{{ end }}",
    "{{ $x := .Inner }}",
    "{{ $x := . }}{{ $x.Inner }}",
    "{{ $x := 1 }}{{ $x = .Inner }}",
    "{{ .Inner | markdownify }}",
    "{{ .Inner | strings.TrimSpace | safeHTML }}",
    "{{ print 1 | printf `%v %v` .Inner }}",
    "{{ markdownify .Inner }}",
    "{{ markdownify (trim .Inner `\n`) }}",
    "{{ print (print (print (print .Inner))) }}",
    "{{ (.Inner) }}",
    "{{ partial `p.html` .Inner }}",
    "{{ partial `p.html` (dict `inner` .Inner) }}",
    "{{ define `d` }}{{ .Inner }}{{ end }}{{ template `d` . }}",
    "{{ template `d1` . }}{{ define `d1` }}{{ if false }}{{ .Inner }}{{ end }}{{ end }}",
    "{{ if 0 }}{{ template `d2` . }}{{ end }}" + NESTED,
    "{{ block `b` . }}{{ .Inner }}{{ end }}",
    "{{/* a comment */}}{{ .Inner }}",
    "{{ `a\n{{ }}` }}{{ .Inner }}",
    "<div title='{{ .Get `a` }}'>{{ .Inner }}</div>",
    "{{ with .Inner\n}}{{ . }}{{ end }}",
]
TAKES_NOT = [
    "",
    "no action, only .Inner",
    "{{ .Get 0 }}",
    "{{/* .Inner */}}",
    "{{- /* .Inner */ -}}",
    "<!-- .Inner -->",
    "{{ `.Inner` }}",
    '{{ "{{ .Inner }}" }}',
    "{{ .InnerHTML }}{{ .Get `Inner` }}",
    "{{ .Page.inner }}",
    "{{ (.Parent).Inner }}",
    "{{ (.Inner).Foo }}",
    "{{ print (.Inner).Foo }}",
    "{{ (index (slice .) 0).Inner }}",
    "{{ with . }}{{ (print .Inner).Foo }}{{ end }}",
    "{{ define `e` }}{{ .Inner }}{{ end }}",
    "{{ define `e1` }}{{ .Inner }}{{ end }}{{ define `e2` }}{{ template `e1` . }}{{ end }}",
    "{{ define `e3` }}{{ . }}{{ end }}{{ template `e3` .Inner }}",
    "{{ block `e4` .Inner }}{{ . }}{{ end }}",
    "{{ define `partials/e.html` }}{{ .Inner }}{{ end }}{{ partial `e.html` . }}",
    "{{ partial `p.html` . }}",
    "{{ $Inner := 1 }}{{ $Inner }}",
    "{{ with (dict `Inner` 1) }}{{ end }}",
]
DEFERRED = "{{ with (templates.Defer (dict `key` `k`)) }}{{ .Inner }}{{ end }}"
"""Hugo has this since 0.128."""

SITE = {
    "hugo.toml": 'disableKinds = ["taxonomy", "term", "sitemap", "robotsTXT", "404", "home", '
    '"section", "RSS"]\n',
    "layouts/_default/single.html": "{{ .Title }}",
    "layouts/partials/p.html": "{{ .Inner }}",
}


def elsewhere(_name: str) -> tuple[Tree, ...]:
    return ()


@pytest.mark.parametrize("text", TAKES)
def test_takes(text: str) -> None:
    assert takes_inner(parse(text), elsewhere) is True


@pytest.mark.parametrize("text", [*TAKES_NOT, DEFERRED])
def test_takes_not(text: str) -> None:
    assert takes_inner(parse(text), elsewhere) is False


def test_a_definition_that_is_elsewhere_is_asked_for() -> None:
    tree = parse("{{ template `d` . }}{{ template `d` . }}")
    other = parse("{{ define `d` }}{{ .Inner }}{{ end }}")
    plain = parse("{{ define `d` }}{{ end }}")
    assert takes_inner(tree, lambda name: (other,) if name == "d" else ()) is True
    assert takes_inner(tree, lambda _: (plain,)) is False
    assert takes_inner(tree, elsewhere) is None
    assert takes_inner(tree, lambda _: (other, plain)) is None


def calls(texts: list[str], first: int, close: str) -> dict[str, str]:
    """A site with one shortcode for each text and one page that calls each once."""
    names = [f"s{first + i}" for i in range(len(texts))]
    files = {f"layouts/shortcodes/{n}.html": t for n, t in zip(names, texts, strict=True)}
    body = "\n\n".join("{{< " + n + " >}}" + close.replace("NAME", n) for n in names)
    return files | {"content/p.md": f"---\ntitle: t\n---\n{body}\n"}


@pytest.mark.hugo
def test_hugo_accepts_a_close_of_those_that_take(hugo: Path, tmp_path: Path) -> None:
    write_files(tmp_path, SITE | calls(TAKES, 0, "x{{< /NAME >}}"))
    built = build(tmp_path, hugo)
    assert built.code == 0, built.output


@pytest.mark.hugo
def test_hugo_accepts_no_close_of_those_that_take_not(hugo: Path, tmp_path: Path) -> None:
    late = tuple(int(part) for part in version_of(hugo).split(".")) >= (0, 128, 0)
    texts = [*TAKES_NOT, DEFERRED] if late else TAKES_NOT
    write_files(tmp_path, SITE | calls(texts, 100, ""))
    built = build(tmp_path, hugo)
    assert built.code == 0, built.output


@pytest.mark.hugo
@pytest.mark.parametrize(
    ("text", "close", "said"),
    [
        (TAKES[0], "", "must be closed or self-closed"),
        (TAKES_NOT[2], "{{< /NAME >}}", "does not evaluate .Inner"),
    ],
)
def test_hugo_refuses_otherwise(
    hugo: Path, tmp_path: Path, text: str, close: str, said: str
) -> None:
    write_files(tmp_path, SITE | calls([text], 0, close))
    built = build(tmp_path, hugo)
    assert said in built.output
    assert built.code != 0
