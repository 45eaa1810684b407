"""Which parameters a template reads, held against real Hugo."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.site.gotemplate import parse
from hugo_helpers.site.template import Reads
from hugo_helpers.site.template_nodes import Tree
from hugo_helpers.site.template_params import reads
from tests.support.hugo import build, write_files

PARTIALS = {
    "p.html": "{{ .Get `p` }}{{ $.Get `q` }}",
    "ctx.html": "{{ .ctx.Get `c` }}{{ .other }}",
    "params.html": "{{ .a }}{{ index . `b` }}",
    "deep.html": "{{ partial `ctx.html` (dict `ctx` .page `other` 1) }}",
    "returns.html": "{{ return (.Get `r`) }}",
    "hands-back.html": "{{ return . }}",
    "self.html": "{{ with .Get `s` }}x{{ end }}{{ if false }}{{ partial `self.html` . }}{{ end }}",
}

LOOP = "{{ $l := slice `a` `b` }}{{ range $k, $v := .Params }}"
Case = tuple[str, str, int, bool]
CASES: list[Case] = [
    # Named.
    ("{{ .Get `a` }}", "a", 0, False),
    ('{{ .Get "あ" }}', "あ", 0, False),
    ("{{ $.Get `a` }}{{ .Get `B` }}", "a B", 0, False),
    ("{{ `a` | .Get }}", "a", 0, False),
    ("{{ (.Get `a`) | upper }}", "a", 0, False),
    ("{{ print (.Get `a`) (print (.Get `b`)) }}", "a b", 0, False),
    (
        "{{ with .Get `a` }}{{ . }}{{ $.Get `b` }}{{ else }}{{ .Get `c` }}{{ end }}",
        "a b c",
        0,
        False,
    ),
    ("{{ if .Get `a` }}{{ .Get `b` }}{{ else if .Get `c` }}{{ end }}", "a b c", 0, False),
    ("{{ or (.Get `a`) (.Get `b`) | default (.Get `c`) }}", "a b c", 0, False),
    ("{{ .Params.a }}{{ with .Params }}{{ .b }}{{ end }}", "a b", 0, False),
    ("{{ index .Params `a` }}{{ if isset .Params `b` }}x{{ end }}", "a b", 0, False),
    ("{{ $p := .Params }}{{ $p.a }}{{ index $p `b` }}", "a b", 0, False),
    ("{{ $s := . }}{{ range slice 1 2 }}{{ $s.Get `a` }}{{ end }}", "a", 0, False),
    ("{{ with . }}{{ .Get `a` }}{{ end }}", "a", 0, False),
    ("{{ with (dict `s` . `t` `a`) }}{{ .s.Get .t }}{{ end }}", "a", 0, False),
    ("{{ range slice `a` `b` }}{{ $.Get . }}{{ end }}", "a b", 0, False),
    ("{{ range $i, $k := slice `a` `b` }}{{ with $.Get $k }}x{{ end }}{{ end }}", "a b", 0, False),
    ("{{ range $k, $v := dict `a` 1 `b` 2 }}{{ $.Get $k }}{{ end }}", "a b", 0, False),
    ("{{ $k := `a` }}{{ if .Get `c` }}{{ $k = `b` }}{{ end }}{{ .Get $k }}", "a b c", 0, False),
    ("{{ $k := cond (eq 1 1) `a` `b` }}{{ .Get $k }}", "a b", 0, False),
    ("{{ $d := dict `k` `a` }}{{ .Get (index $d `k`) }}", "a", 0, False),
    ("{{ $k := `a` }}{{ range slice 1 2 }}{{ $.Get $k }}{{ $k = `b` }}{{ end }}", "a b", 0, False),
    ("{{ range slice }}{{ $.Get . }}{{ else }}{{ $.Get `a` }}{{ end }}", "a", 0, False),
    ("{{ range $k, $v := .Params }}{{ if eq $k `a` }}{{ $v }}{{ end }}{{ end }}", "a", 0, False),
    (
        LOOP + "{{ if in $l $k }}{{ . }}{{ else }}{{ warnf `%s` $k }}{{ end }}{{ end }}",
        "a b",
        0,
        False,
    ),
    (LOOP + "{{ if not (in $l $k) }}{{ else }}{{ $v }}{{ end }}{{ end }}", "a b", 0, False),
    (LOOP + "{{ if in $l $k }}{{ else }}{{ $v }}{{ end }}{{ end }}", "a b", 0, True),
    (LOOP + "{{ if $k }}{{ $v }}{{ end }}{{ end }}", "", 0, True),
    ("{{ if not (.Get `a`) }}x{{ warnf `%s` (.Get 0) }}{{ end }}", "a", 1, False),
    ("{{ if false }}{{ errorf `%s %s` (.Get 0) .Params.b }}{{ end }}", "", 0, False),
    # Positions.
    ("{{ .Get 0 }}", "", 1, False),
    ("{{ .Get 0 }}{{ .Get 3 }}{{ .Get 1 }}", "", 4, False),
    ("{{ index .Params 1 }}", "", 2, False),
    ("{{ range slice 0 2 }}{{ $.Get . }}{{ end }}", "", 3, False),
    ("{{ if .IsNamedParams }}{{ .Get `a` }}{{ else }}{{ .Get 0 }}{{ end }}", "a", 1, False),
    ("{{ .Get `a` | default (.Get 0) }}", "a", 1, False),
    # No parameter.
    ("", "", 0, False),
    ("text .Get `a`", "", 0, False),
    ("{{/* .Get `a` */}}", "", 0, False),
    ("{{ .Name }}{{ .Ordinal }}{{ .Page.Title }}{{ .Position }}{{ .Inner }}", "", 0, False),
    ("{{ .Page.Store.Get `a` }}{{ .Page.Params.b }}", "", 0, False),
    ("{{ $m := dict `Get` 1 }}{{ $m.Get }}", "", 0, False),
    ("{{ with .Page }}{{ .Params.a }}{{ .Store.Get `b` }}{{ end }}", "", 0, False),
    ("{{ range .Page.Pages }}{{ .Get `a` }}{{ end }}", "", 0, False),
    ("{{ len .Params }}{{ if not .Params }}{{ end }}{{ if .Params }}{{ end }}", "", 0, False),
    ("{{ ref . `/p.md` }}", "", 0, False),
    ("{{ partial `p.html` (dict `Get` 1) | safeHTML }}", "", 0, False),
    ("{{ define `d` }}{{ .Get `a` }}{{ end }}", "", 0, False),
    # Definitions and partials.
    (
        "{{ define `d1` }}{{ .Get `a` }}{{ $.Get `b` }}{{ end }}{{ template `d1` . }}",
        "a b",
        0,
        False,
    ),
    ("{{ define `d2` }}{{ .x.Get `a` }}{{ end }}{{ template `d2` (dict `x` .) }}", "a", 0, False),
    ("{{ block `d3` . }}{{ .Get `a` }}{{ end }}", "a", 0, False),
    ("{{ partial `p.html` . }}", "p q", 0, False),
    ("{{ partial `p` . }}", "p q", 0, False),
    ("{{ partialCached `p.html` . now.UnixNano }}", "p q", 0, False),
    ("{{ partials.Include `p.html` . }}", "p q", 0, False),
    ("{{ . | partial `p.html` }}", "p q", 0, False),
    ("{{ partial `ctx.html` (dict `ctx` . `other` 1) }}", "c", 0, False),
    ("{{ partial `deep.html` (dict `page` .) }}", "c", 0, False),
    ("{{ partial `params.html` .Params }}", "a b", 0, False),
    ("{{ partial `returns.html` . }}", "r", 0, False),
    ("{{ partial `self.html` . }}", "s", 0, False),
    (
        "{{ define `partials/i.html` }}{{ .Get `a` }}{{ end }}{{ partial `i.html` . }}",
        "a",
        0,
        False,
    ),
    # Anything.
    ("{{ .Params }}", "", 0, True),
    ("{{ range .Params }}{{ . }}{{ end }}", "", 0, True),
    ("{{ range $k, $v := .Params }}{{ $v }}{{ end }}{{ .Get `a` }}", "a", 0, True),
    ("{{ .Get (print `a`) }}", "", 0, True),
    ("{{ .Get (.Get `a`) }}", "a", 0, True),
    ("{{ range seq 2 }}{{ $.Get . }}{{ end }}", "", 0, True),
    ("{{ $k := `a` }}{{ $k = print `b` }}{{ .Get $k }}", "a", 0, True),
    ("{{ .Params | jsonify }}", "", 0, True),
    ("{{ jsonify (dict `x` .Params) }}", "", 0, True),
    ("{{ $p := merge (dict `x` 1) .Params }}{{ $p.a }}", "", 0, True),
    ("{{ $x := partial `hands-back.html` . }}{{ $x.Get `a` }}", "", 0, True),
    ("{{ partial (print `p.html`) . }}", "", 0, True),
    ("{{ .Page.Scratch.Set `s` . }}{{ (.Page.Scratch.Get `s`).Params }}", "", 0, True),
]
UNSEEN: dict[str, str] = {
    "{{ with .Get `a` }}{{ . }}{{ $.Get `b` }}{{ else }}{{ .Get `c` }}{{ end }}": "b",
    "{{ if .Get `a` }}{{ .Get `b` }}{{ else if .Get `c` }}{{ end }}": "a b c",
    "{{ $k := `a` }}{{ if .Get `c` }}{{ $k = `b` }}{{ end }}{{ .Get $k }}": "b c",
    "{{ $k := cond (eq 1 1) `a` `b` }}{{ .Get $k }}": "b",
    "{{ if not (.Get `a`) }}x{{ warnf `%s` (.Get 0) }}{{ end }}": "0",
    "{{ .Get (print `a`) }}": "unread",
    "{{ .Get (.Get `a`) }}": "unread",
    "{{ range seq 2 }}{{ $.Get . }}{{ end }}": "unread",
    "{{ $k := `a` }}{{ $k = print `b` }}{{ .Get $k }}": "a unread",
    "{{ $p := merge (dict `x` 1) .Params }}{{ $p.a }}": "unread",
    "{{ $x := partial `hands-back.html` . }}{{ $x.Get `a` }}": "unread",
    "{{ partial (print `p.html`) . }}": "unread",
}
"""Reads that these calls do not show: in a branch not taken, or only possible for all we know."""

ABOVE: list[tuple[str, Reads]] = [
    ("{{ .Parent.Get `a` }}", Reads(frozenset({"a"}), 0, False)),
    ("{{ .Parent.Parent.Get 1 }}", Reads(frozenset(), 2, False)),
    ("{{ with .Parent }}{{ .Params.a }}{{ end }}", Reads(frozenset({"a"}), 0, False)),
    ("{{ $p := .Parent }}{{ range $p.Params }}{{ . }}{{ end }}", Reads(frozenset(), 0, True)),
    ("{{ partial `p.html` .Parent }}", Reads(frozenset({"p", "q"}), 0, False)),
    ("{{ partial `nowhere.html` . }}", Reads(frozenset(), 0, True)),
    ("{{ if .Parent }}{{ .Parent.Name }}{{ end }}{{ .Get `b` }}", Reads(frozenset(), 0, False)),
]


class Others:
    """The partials of these tests as the other templates of a site."""

    def __init__(self, partials: Mapping[str, str]) -> None:
        self._trees = {name: parse(text) for name, text in partials.items()}

    def partial(self, name: str) -> Tree | None:
        return self._trees.get(name) or self._trees.get(f"{name}.html")

    def defining(self, name: str) -> Sequence[Tree]:
        return [tree for tree in self._trees.values() if name in tree.definitions]


OTHERS = Others(PARTIALS)


@pytest.mark.parametrize(("text", "named", "positional", "opened"), CASES)
def test_reads(text: str, named: str, positional: int, opened: bool) -> None:
    own, _ = reads(parse(text), OTHERS)
    assert own == Reads(frozenset(named.split()), positional, opened)


@pytest.mark.parametrize(("text", "expected"), ABOVE)
def test_reads_of_parents(text: str, expected: Reads) -> None:
    assert reads(parse(text), OTHERS)[1] == expected


def test_a_definition_of_another_template_is_followed() -> None:
    others = Others({"x.html": "{{ define `d` }}{{ .Get `a` }}{{ end }}"})
    assert reads(parse("{{ template `d` . }}"), others)[0].named == {"a"}
    assert reads(parse("{{ template `nowhere` . }}"), others)[0].open


@pytest.mark.parametrize(
    "text",
    [
        "{{ define `d` }}{{ template `d` (dict `x` .) }}{{ end }}{{ template `d` . }}",
        "{{ $x := . }}" + "{{ range .A }}{{ $x = slice $x . }}" * 30 + "{{ end }}" * 30,
        "{{ $x := . }}" + "{{ $x = dict `a` $x `b` $x }}" * 3000,
        "{{ $x := 0 }}" + "".join(f"{{{{ $x = {n} }}}}" for n in range(3000)) + "{{ .Get $x }}",
    ],
    ids=["recursion", "nested loops", "nested dicts", "many values"],
)
def test_a_hostile_template_is_open(text: str) -> None:
    start = time.process_time()
    own, _ = reads(parse(text), OTHERS)
    assert own.open
    assert time.process_time() - start < 2


PIECES = (
    "{{ .Get `a` }},{{ $.Get 1 }},{{ .Params.b }},{{ $x := . }},{{ $x.Get `c` }},{{ $x = .P }},"
    "{{ range . }},{{ with .Parent }},{{ if .A }},{{ else }},{{ end }},{{ end }},{{ .Get $x }},"
    "{{ with dict `k` . }},{{ .k.Get `d` }},{{ template `t` . }},{{ block `t` . }},text,"
    "{{ partial `p.html` . }},{{ partial `self.html` $x }},{{ range $i; $x := .Params }}"
)


@given(st.lists(st.sampled_from(PIECES.replace(";", ",").split(",{{")), max_size=30))
def test_never_raises(pieces: list[str]) -> None:
    text = "".join(p if p.startswith("{{") else "{{" + p for p in pieces)
    try:
        tree = parse(text)
    except ValueError:
        return
    for found in reads(tree, OTHERS):
        assert found.positional >= 0


def calls_of(shortcode: str, case: Case) -> dict[str, str]:
    """Calls with each parameter that the case reads, and one that it does not, in two values."""
    text, named, positional, _ = case
    before = "x " * (positional - 1)
    given = {name: [f"{name}={value}" for value in VALUES] for name in [*named.split(), "unread"]}
    if positional:
        given[str(positional - 1)] = [before + value for value in VALUES]
    end = " /" if ".Inner" in text else ""
    return {
        f"{shortcode} {name} {i}": f"{{{{< {shortcode} {parameters}{end} >}}}}"
        for name, pair in given.items()
        for i, parameters in enumerate(pair)
    }


VALUES = ("a", "b")
ORACLE = """{{ range $key, $call := hugo.Data.calls }}{{ $made := try ($.RenderString $call) }}
[[{{ $key }}]]{{ $made.Value }}{{ with $made.Err }}failed{{ end }}[[/]]{{ end }}"""


@pytest.mark.hugo
def test_hugo_reads_the_same(newest: Path, tmp_path: Path) -> None:
    """A parameter is read where another value of it changes what Hugo makes of the call."""
    cases = {f"s{i}": case for i, case in enumerate(CASES)}
    calls = {k: v for name, case in cases.items() for k, v in calls_of(name, case).items()}
    files = {f"layouts/shortcodes/{name}.html": case[0] for name, case in cases.items()}
    files |= {f"layouts/partials/{name}": text for name, text in PARTIALS.items()}
    files["layouts/_default/single.html"] = ORACLE
    files["data/calls.json"] = json.dumps(calls)
    files["content/p.md"] = "---\ntitle: t\n---\n"
    files["hugo.toml"] = 'disableKinds = ["home", "section", "taxonomy", "term", "RSS"]\n'
    write_files(tmp_path, files)
    built = build(tmp_path, newest)
    assert built.code == 0, built.output
    made = dict(re.findall(r"\[\[([^\]/]+)\]\](.*?)\[\[/\]\]", built.page("p"), re.DOTALL))
    assert made.keys() == calls.keys()
    for shortcode, (text, named, positional, opened) in cases.items():
        claimed = {*named.split(), *([str(positional - 1)] if positional else [])}
        claimed |= {"unread"} if opened else set()
        other = made[f"{shortcode} unread 0"]
        pairs = {n: [made[f"{shortcode} {n} {i}"] for i in (0, 1)] for n in {*claimed, "unread"}}
        seen = {n for n, (one, two) in pairs.items() if one != two or one != other}
        assert seen == claimed - set(UNSEEN.get(text, "").split()), text
