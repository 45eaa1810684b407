"""The parser of Go templates."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.site.gotemplate import parse
from hugo_helpers.site.template_nodes import (
    Branch,
    Chain,
    Constant,
    Dot,
    Field,
    Pipe,
    Term,
    Use,
    Variable,
    Word,
)


def pipe(*commands: tuple[Term, ...], variables: tuple[str, ...] = (), new: bool = False) -> Pipe:
    return Pipe(variables, new, commands)


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("no action", ()),
        ("{{/* a comment */}}{{- /* another */ -}}", ()),
        ("{{ . }}", (pipe((Dot(),)),)),
        ("{{.}}", (pipe((Dot(),)),)),
        ("a{{- .A.B -}}b", (pipe((Field(("A", "B")),)),)),
        ('{{ .Get "a" }}', (pipe((Field(("Get",)), Constant("a"))),)),
        ("{{ .Get 0x10 }}", (pipe((Field(("Get",)), Constant(16))),)),
        ("{{ .Get 010 }}", (pipe((Field(("Get",)), Constant(8))),)),
        ("{{ 1.5 }}{{ true }}{{ nil }}", (pipe((Constant(None),)),) * 3),
        ("{{ 'a' }}", (pipe((Constant(None),)),)),
        ("{{ `a\nb` }}", (pipe((Constant("a\nb"),)),)),
        (r'{{ "\u3042\x41\"\n" }}', (pipe((Constant('あA"\n'),)),)),
        ("{{ $.A }}", (pipe((Variable("$", ("A",)),)),)),
        ("{{ $x := 1 }}", (pipe((Constant(1),), variables=("$x",), new=True),)),
        ("{{ $x = 1 }}", (pipe((Constant(1),), variables=("$x",)),)),
        ("{{ (f .A).B }}", (pipe((Chain(pipe((Word("f"), Field(("A",)))), ("B",)),)),)),
        ("{{ a.B 1 | c }}", (pipe((Chain(Word("a"), ("B",)), Constant(1)), (Word("c"),)),)),
        ("{{ .A | }}", (pipe((Field(("A",)),)),)),
        ('{{ template "x" }}', (Use("x", None),)),
        ('{{ template "x" . }}', (Use("x", pipe((Dot(),))),)),
        ("{{ if . }}{{ end }}", (Branch("if", pipe((Dot(),)), (), ()),)),
        (
            "{{ with . }}{{ . }}{{ else }}{{ $ }}{{ end }}",
            (Branch("with", pipe((Dot(),)), (pipe((Dot(),)),), (pipe((Variable("$", ()),)),)),),
        ),
        (
            "{{ with 1 }}{{ else with 2 }}{{ else }}{{ . }}{{ end }}",
            (
                Branch(
                    "with",
                    pipe((Constant(1),)),
                    (),
                    (Branch("with", pipe((Constant(2),)), (), (pipe((Dot(),)),)),),
                ),
            ),
        ),
        (
            "{{ range $i, $e := .A }}{{ break }}{{ end }}",
            (Branch("range", pipe((Field(("A",)),), variables=("$i", "$e"), new=True), (), ()),),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_trees(text: str, nodes: tuple[object, ...]) -> None:
    assert parse(text).nodes == nodes


def test_definitions() -> None:
    tree = parse('{{ define "a" }}{{ .A }}{{ end }}{{ block "b" . }}{{ .B }}{{ end }}')
    assert tree.definitions == {"a": (pipe((Field(("A",)),)),), "b": (pipe((Field(("B",)),)),)}
    assert tree.nodes == (Use("b", pipe((Dot(),))),)


def test_an_else_if_chain_may_be_long() -> None:
    parse("{{ if 0 }}" + "{{ else if 1 }}" * 2000 + "{{ end }}")


def test_a_blank_definition_replaces_nothing() -> None:
    blank = '{{ define "a" }} {{/* nothing */}}{{ end }}'
    full = '{{ define "a" }}{{ .A }}{{ end }}'
    assert parse(blank + full).definitions == parse(full + blank).definitions
    assert parse(full + blank).definitions == {"a": (pipe((Field(("A",)),)),)}


@pytest.mark.parametrize(
    "text",
    [
        "{{",
        "{{ }}",
        "{{ .A",
        '{{ "a }}',
        "{{ `a }}",
        "{{/* a }}",
        "{{/* a */ }}",
        "{{ /* a */}}",
        "{{ (.A }}",
        "{{ .A) }}",
        "{{ | }}",
        '{{ "a""b" }}',
        "{{ .A.}}",
        "{{ 1.A }}{{ .A% }}",
        '{{ .Get"a" }}',
        "{{ if . }}",
        "{{ end }}",
        "{{ else }}",
        "{{ if . }}{{ else }}{{ else }}{{ end }}",
        "{{ if . }}{{ else with . }}{{ end }}",
        "{{ range . }}{{ else if . }}{{ end }}",
        "{{ .A if }}",
        "{{ | .A }}",
        "{{ .A || .B }}",
        '{{ define "a" }}{{ . }}{{ end }}{{ block "a" . }}b{{ end }}',
        '{{ define "a" }}',
        '{{ if . }}{{ define "a" }}{{ end }}{{ end }}',
        "{{ define a }}{{ end }}",
        '{{ block "a" }}{{ end }}',
        "{{ template . }}",
        "{{ $x := }}",
        "{{ .A-}}",
        "{{ (" * 200,
        "{{ if . }}" * 200 + "{{ end }}" * 200,
        "x" * 1_000_001,
    ],
    ids=lambda text: text[:40],
)
def test_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"at line 1|characters"):
        parse(text)


def test_the_row_of_the_mistake_is_named() -> None:
    with pytest.raises(ValueError, match=r"at line 3"):
        parse("a\n{{ . }}\n{{ end }}")


WORDS = " if , else , end , range , with , define , block , template ,.Get,.A.B,$x, := ,nil"
PIECES = st.sampled_from(
    [*"{}.$()|,=:-\"'`/* \n\\0あ\x00", "{{", "}}", "{{-", "-}}", *WORDS.split(",")]
)


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=60))
def test_anything_gives_a_tree_or_a_value_error(text: str) -> None:
    with contextlib.suppress(ValueError):
        parse(text)


HOSTILE = [
    "{{",
    "}}",
    "{{ (",
    "{{ ( .A )",
    "{{/*",
    "{{/* */}}",
    "{{- ",
    " -}}",
    '{{ "',
    "{{ `",
    "{{ '",
    '"',
    "`",
    "{{ $x",
    "{{ $x, ",
    "{{ $x := ",
    "{{ .A.B",
    ".A",
    "{{ 0x",
    "0",
    "1.5e",
    "1+",
    "{{ 1+2",
    " ",
    "\n",
    "\\",
    "{{ if . }}",
    "{{ else }}",
    "{{ end }}",
    "{{ if . }}{{ end }}",
    "{{ else if . }}",
    "{{ a | b",
    '{{ define "a" }}',
    '{{ define "a" }}{{ end }}',
    '{{ block "a" . }}',
    "あ",
    "\x00",
    "x",
]


def seconds(text: str) -> float:
    start = time.process_time()
    with contextlib.suppress(ValueError):
        parse(text)
    return time.process_time() - start


@pytest.mark.usefixtures("steady")
@pytest.mark.parametrize("before", ["", "{{ ", "{{ .A ", "{{ if . }}"])
@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear(piece: str, before: str) -> None:
    """Sixteen times the text takes no more than some forty times as long."""
    texts = [before + piece * (n // len(piece)) for n in (4_000, 64_000)]
    small, large = (min(seconds(text) for _ in range(3)) for text in texts)
    assert large < max(40 * small, 0.02)
