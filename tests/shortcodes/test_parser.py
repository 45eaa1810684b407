"""What Hugo refuses, at the place of its cause; and what it takes."""

from __future__ import annotations

import pytest

from hugo_helpers.shortcodes.calls import Call
from hugo_helpers.shortcodes.faults import KINDS
from hugo_helpers.shortcodes.parser import parse
from tests.support.agreement import is_known, needs_inner

REFUSED = {
    "positional behind named": ('{{< q body="x" ‸p2‸ >}}', "mixed-parameters"),
    "quoted positional behind named": ('{{< q body="x" ‸"‸p2" >}}', "mixed-parameters"),
    "named behind positional": ('{{< q p1 ‸body‸="x" >}}', "mixed-parameters"),
    "named with a space behind positional": ('{{< q p1 ‸b = "x"‸ >}}', "mixed-parameters"),
    "line break in quotes": ('{{< q body=‸"a‸\nb" user="c" >}}', "unterminated-quote"),
    "CRLF in quotes": ('{{< q body=‸"a\r‸\nb" user="c" >}}', "unterminated-quote"),
    "quote never closed": ('{{< q body=‸"x ‸>}}\n\n{{< q >}}', "unterminated-quote"),
    "quote closed by the next tag's": (
        '{{< q body=‸"x ‸>}} and {{< q body="y" >}}',
        "unterminated-quote",
    ),
    "quote closed by the next parameter's": (
        '{{< q body=‸"he‸ user="bob" color="" >}}',
        "unterminated-quote",
    ),
    "backslash before the closing quote": ('{{< q ‸"path\\" ‸>}}', "unterminated-quote"),
    "two backslashes before the closing quote": ('{{< q ‸"path\\\\" ‸>}}', "unterminated-quote"),
    "quote inside a value": ('{{< q body="he said ‸"‸hi" to me" user="x" >}}', "unescaped-quote"),
    "quote before a space inside a value": (
        '{{< q body="he works‸"‸ who said" user="x" >}}',
        "unescaped-quote",
    ),
    "opening quote missing": ('{{< q body=‸he said so"‸ user="x" >}}', "unquoted-value"),
    "curly opening quote": ('{{< q body=‸“he said so"‸ user="x" >}}', "unquoted-value"),
    "escaped backtick": ('{{< q "a‸\\`‸b" >}}', "escaped-backtick"),
    "escaped backtick outside quotes": ("{{< q ‸\\`‸b` >}}", "escaped-backtick"),
    "ideographic space": ('{{< q‸\u3000‸body="x" >}}', "unrecognized-character"),
    "no-break space": ('{{< q body="x"‸\xa0‸user="y" >}}', "unrecognized-character"),
    "comma": ('{{< q body="x"‸,‸ user="y" >}}', "unrecognized-character"),
    "name that starts with a hyphen": ("{{< ‸-‸q >}}", "unrecognized-character"),
    "comment": ("‸{{</*‸ x >}}", "unclosed-comment"),
    "comment closed in the other delimiter": ("‸{{</*‸ x */%}}", "unclosed-comment"),
    "comment too short": ("‸{{</*‸/>}}", "unclosed-comment"),
    "no name": ("‸{{< >}}‸", "no-name"),
    "a value for a name": ("‸{{< =a >}}‸", "no-name"),
    "nothing open": ("‸{{< /void >}}‸", "close-without-open"),
    "closed twice": ("{{< inner >}}{{< /inner >}}‸{{< /inner >}}‸", "close-without-open"),
    "close of another": ("{{< inner >}}\n‸{{< /zzz >}}‸", "close-mismatch"),
    "close in another case": ("{{< Inner >}}‸{{< /inner >}}‸", "close-mismatch"),
    "close of nothing among others": (
        "{{< inner >}}‸{{< /zzz >}}‸{{< /inner >}}",
        "close-without-open",
    ),
    "closed without .Inner": ("{{< void >}}x‸{{< /void >}}‸", "forbidden-close"),
    "self-closed without .Inner": ("{{< void ‸/‸>}}", "forbidden-close"),
    "closed without .Inner, nested": (
        "{{< inner >}}{{< void >}}‸{{< /void >}}‸{{< /inner >}}",
        "forbidden-close",
    ),
    "left open": ("‸{{< inner >}}‸ text", "unclosed-shortcode"),
    "left open, nested": ("{{< a >}}‸{{< b >}}‸{{< /a >}}", "unclosed-shortcode"),
    "left open, outer": ("‸{{< a >}}‸{{< b >}}{{< /b >}}", "unclosed-shortcode"),
    "no template": ("{{< ‸nope‸ >}}", "unknown-shortcode"),
    "no template, nested": ("{{< a >}}{{< ‸nope‸ >}}{{< /a >}}", "unknown-shortcode"),
    "slash sticks to the name": ("{{< ‸inner/‸>}}", "unknown-shortcode"),
    "period in a name": ("{{< x‸.‸Inline >}}", "period-in-name"),
    "no space behind .inline": ("{{< x‸.‸inline>}}", "period-in-name"),
    "in an inline one": (
        "{{< x.inline >}}‸{{<‸ void >}}{{< /x.inline >}}",
        "nested-inline",
    ),
    "inline one left open": ("‸{{< x.inline >}}‸ text {{< void >}}", "unclosed-inline"),
    "inline one closed without a space": (
        "{{< x.inline >}} text {{< /x‸.‸inline>}}",
        "period-in-name",
    ),
    "end of file in a tag": ("‸{{<‸ q body", "unclosed-tag"),
    "end of file in a quote": ('{{< q body=‸"abc‸', "unterminated-quote"),
    "end of file in a raw string": ("{{< q body=‸`‸abc", "unterminated-raw-string"),
    "raw string never closed": ("{{< q body=‸`‸abc >}} {{< q >}}", "unterminated-raw-string"),
    "tag runs on into the next": ('‸{{<‸ q body="x"\n\n{{< q >}}', "unclosed-tag"),
    "tag runs on into text": ("‸{{<‸ q p1\n\nHello, world. {{< q >}}", "unclosed-tag"),
    "no angle bracket": ('{{< q body="x" ‸}}‸', "wrong-delimiter"),
    "other delimiter": ('{{< q body="x" ‸%}}‸', "wrong-delimiter"),
    "no braces": ('{{< q body="x" ‸>‸ text', "wrong-delimiter"),
    "value without quotes at the end": ("{{< q body=‸abc>}}‸", "unquoted-value"),
    "no value at the end": ("{{< q body= ‸>}}‸", "unquoted-value"),
    "word in a closing tag": ("{{< inner >}}{{< /inner ‸x‸ >}}", "malformed-close"),
    "Hugo's placeholder in a value": ('{{< q "‸HAHAHUGOSHORTCODE‸5s0HBHB" >}}', "placeholder-text"),
    "Hugo's placeholder in text": ("{{< q >}} ‸HAHAHUGOSHORTCODE‸", "placeholder-text"),
}


@pytest.mark.parametrize(("marked", "kind"), REFUSED.values(), ids=REFUSED)
def test_refused(marked: str, kind: str) -> None:
    before, cause, after = marked.split("‸")
    for lead in ("", "まえ\n\n", '{{<a>}}x{{</a>}}{{<q body="y">}}\n'):
        if lead and kind == "close-without-open":
            continue
        document = parse(lead + before + cause + after, 0, needs_inner, is_known)
        found = [(fault.kind, fault.start, fault.end) for fault in document.faults]
        start = len(lead + before)
        assert found == [(kind, start, start + len(cause))]


def test_every_kind_of_fault_is_covered() -> None:
    assert {kind for _, kind in REFUSED.values()} == set(KINDS)


def shape(calls: tuple[Call, ...]) -> str:
    """Names, named and positional values, and what they hold, in one line."""
    parts = []
    for call in calls:
        params = "".join(f" {p.name}={p.value}" if p.name else f" {p.value}" for p in call.params)
        held = f"[{shape(call.children)}]" if call.close_start is not None else ""
        parts.append(f"{call.name}{params}{'/' if call.self_closing else ''}{held}")
    return ", ".join(parts)


ACCEPTED = {
    "plain": ('{{<q body="x" user="y">}}', "q body=x user=y"),
    "other delimiter": ('{{% q "/posts/" %}}', "q /posts/"),
    "positional": ("{{< q p1 2.5 -x >}}", "q p1 2.5 -x"),
    "raw strings": ('{{< q `a "b"\n` >}}', 'q a "b"\n'),
    "named raw string": ("{{< q body=`a\nb` >}}", "q body=a\nb"),
    "value without quotes": ("{{< q body=abc/d >}}", "q body=abc/d"),
    "value without quotes over the end": ("{{< q body=abc>}} >}}", "q body=abc>}}"),
    "line breaks between parameters": ('{{<\r\nq\n body="x"\n>}}', "q body=x"),
    "nothing between parameters": ('{{<q body="x"user="y">}}', "q body=x user=y"),
    "space around =": ('{{< q body = "x" >}}', "q body=x"),
    "wide space behind =": ('{{< q body=\u3000"x" >}}', 'q body=\u3000"x"'),
    "line break in a closing tag": ("{{< inner >}}{{< /inner\n>}}", "inner[]"),
    "form feed for a space": ("{{<\fvoid\vx\f>}}", "void x"),
    "lone carriage return in quotes": ('{{< q "a\rb" >}}', "q a\rb"),
    "wide space in quotes": ('{{< q "a\u3000b" >}}', "q a\u3000b"),
    "delimiters in quotes": ('{{< q "a >}} b {{< c" >}}', "q a >}} b {{< c"),
    "backslashes": (r'{{< q "C:\new\dir" >}}', r"q C:\new\dir"),
    "an escaped quote takes all backslashes": (r'{{< q "C:\new \"x\"" >}}', 'q C:new "x"'),
    "quote escaped outside": (r"{{< q \"x y\" >}}", "q x y"),
    "value escaped outside": (r"{{< q body=\"x y\" >}}", "q body=x y"),
    "parameter twice": ('{{<q body="x" body="y">}}', "q body=x body=y"),
    "name in another case": ("{{< VOID >}}", "VOID"),
    "name with a folder": ("{{< sub/void >}}", "sub/void"),
    "self-closing": ("{{< inner />}} {{< q >}}", "inner/, q"),
    "self-closing with a line break": ("{{<inner\n/\n>}}", "inner/"),
    "crossed": ("{{<a>}}1{{<b>}}2{{</a>}}3{{</b>}}", "a[b[]]"),
    "close in the other delimiter": ("{{< inner >}}x{{% /inner %}}", "inner[]"),
    "close without a name": ("{{< inner >}}x{{< / >}}", "inner[]"),
    "close of a void one inside": ("{{< inner >}}{{< void >}}x{{< /void >}}", "inner[void]"),
    "name closed in the case of another": (
        "{{<inner>}}{{<Inner>}}{{</inner>}}{{</inner>}}",
        "inner[Inner[]]",
    ),
    "commented": ("{{</* nope */>}} {{%/* nope */%}}", ""),
    "commented over lines": ("{{</*\n{{< nope\n*/>}}", ""),
    "backslash before the delimiter": (r"\{{< void >}}", "void"),
    "in a code fence": ("```\n{{< void >}}\n```", "void"),
    "in an HTML comment": ("<!-- {{< void >}} -->", "void"),
    "braces that are no delimiter": ("{{ x }} {{{< void >}}} {{", "void"),
    "inline": ("{{< x.inline >}}{{ .Page }}{{< /x.inline >}}", "x.inline[]"),
    "inline left open": ("{{< x.inline >}} text", "x.inline"),
    "inline, self-closing": ("{{< x.inline />}}{{< void >}}", "x.inline/, void"),
    "empty": ("", ""),
}


@pytest.mark.parametrize(("text", "expected"), ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(text: str, expected: str) -> None:
    document = parse(text, 0, needs_inner, is_known)
    assert document.faults == ()
    assert shape(document.calls) == expected


BEFORE_0_163_3 = {
    "wide space behind =": ('{{< q body=\u3000"x" >}}', "q body=x"),
    "wide space behind a value without quotes": ("{{< q a=x\u3000>}} >}}", None),
    "line break in a closing tag": ("{{< inner >}}{{< /inner\n>}}", None),
    "space in a closing tag": ("{{< inner >}}{{< /inner \t>}}", "inner[]"),
    "form feed for a space": ("{{< void\fx >}}", None),
}


@pytest.mark.parametrize(("text", "expected"), BEFORE_0_163_3.values(), ids=BEFORE_0_163_3)
def test_older_hugos_see_other_white_space(text: str, expected: str | None) -> None:
    document = parse(text, 0, needs_inner, is_known, (0, 163, 2))
    assert bool(document.faults) == (expected is None)
    assert expected is None or shape(document.calls) == expected


SEVERAL = {
    "one fault a tag": (
        '{{< nope >}}\n{{< void />}}\n{{< q x=1 2 >}}\n{{< q "a\n" >}}\n{{</* x >}}\n{{< inner >}}',
        [
            "unknown-shortcode",
            "forbidden-close",
            "mixed-parameters",
            "unterminated-quote",
            "unclosed-comment",
            "unclosed-shortcode",
        ],
    ),
    "every wide space": (
        '{{<q\u3000body="x"\u3000user="y">}}',
        ["unrecognized-character", "unrecognized-character"],
    ),
    "nothing follows a lost quote": (
        '{{<q body="x\nuser="y" color="">}}{{<q body="z">}}',
        ["unterminated-quote"],
    ),
    "a lost quote and a fault behind it": (
        '{{<q body="x>}}{{<q body="y">}}\n{{< nope >}}',
        ["unterminated-quote", "unknown-shortcode"],
    ),
    "a tag that ends at the next one": (
        "{{< q ; {{< q >}} {{< q , >}}",
        ["unrecognized-character", "unrecognized-character"],
    ),
    "a misspelt opener takes its close with it": (
        "{{< iner >}}x{{< /inner >}} {{< a >}}{{< nope >}}{{< /inner >}}{{< /a >}}",
        ["unknown-shortcode", "unknown-shortcode"],
    ),
    "a slash in a broken value closes nothing": (
        '{{<q body="he works," who/what is it?" user="x">}}',
        ["unescaped-quote"],
    ),
    "crossed closes are none, where there are faults": (
        "{{<a>}}1{{<b>}}2{{</a>}}3{{</b>}}{{< nope >}}",
        ["unknown-shortcode"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SEVERAL.values(), ids=SEVERAL)
def test_all_faults_in_one_run(text: str, expected: list[str]) -> None:
    faults = parse(text, 0, needs_inner, is_known).faults
    assert [fault.kind for fault in faults] == expected


def test_templates_that_cannot_be_told() -> None:
    document = parse("{{<x>}}{{<y>}}{{</x>}}{{<Z/ >}}{{<y/>}}")
    assert shape(document.calls) == "x[y], Z/, y/"


def test_start_leaves_out_the_front_matter() -> None:
    text = '+++\ntitle = "{{< >}}"\n+++\n{{< void >}}'
    document = parse(text, text.index("{{< void"), needs_inner, is_known)
    assert [(call.name, call.start) for call in document.calls] == [("void", 26)]
    assert document.faults == ()


def test_offsets() -> None:
    text = '日本{{< a x="1" >}}語{{% /a %}}{{< q `r` "s\\"t" u >}}'
    outer, last = parse(text, 0, needs_inner, is_known).calls
    assert text[outer.start : outer.end] == '{{< a x="1" >}}'
    assert outer.close_start is not None
    assert text[outer.close_start : outer.close_end] == "{{% /a %}}"
    assert outer.close_delimiter == "%"
    assert text[outer.name_start :].startswith("a x")
    written = [
        (text[p.start : p.end], text[p.value_start : p.value_end], p.quoting)
        for call in (outer, last)
        for p in call.params
    ]
    assert written == [
        ('x="1"', "1", '"'),
        ("`r`", "r", "`"),
        ('"s\\"t"', 's\\"t', '"'),
        ("u", "u", ""),
    ]


def test_ten_thousand_levels() -> None:
    depth = 10_000
    document = parse("{{<a>}}" * depth + "{{</a>}}" * depth, 0, needs_inner, is_known)
    assert sum(1 for _ in document.walk()) == depth
    assert document == parse("{{<a>}}" * depth + "{{</a>}}" * depth, 0, needs_inner, is_known)
    assert repr(document)
    assert len(parse("{{<a>}}" * depth, 0, needs_inner, is_known).faults) == depth


def test_seed_post(seed_post: str) -> None:
    document = parse(seed_post)
    calls = list(document.walk())
    assert document.faults == ()
    names = [call.name for call in calls]
    assert (names.count("matomeQuote"), names.count("details"), names.count("ref")) == (80, 3, 1)
    assert names[-1] == "ref"
    assert [len(c.children) for c in document.calls if c.name == "details"] == [20, 20, 20]
    assert all(len(call.params) == 4 for call in calls if call.name == "matomeQuote")
