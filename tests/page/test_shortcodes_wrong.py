"""Wrong use: what stops the build, what only warns, and where each says it is."""

from __future__ import annotations

from pathlib import Path

from tests.page.shortcodes_site import FRONT, call, post, quote, quotes, read, site
from tests.support.hugo import build, newest_hugo

GOOD = 'body="b" userName="u" createdAt="2025-02-05T16:48:02" color=""'
ERRORS: dict[str, tuple[str, str]] = {
    "nothing": ("{{< matomeQuote >}}", '"matomeQuote" needs the parameter "body"'),
    "no body": ('{{< matomeQuote userName="u" >}}', '"matomeQuote" needs the parameter "body"'),
    "no user": ('{{< matomeQuote body="b" >}}', '"matomeQuote" needs the parameter "userName"'),
    "position": ('{{< matomeQuote "b" "u" >}}', '"matomeQuote" takes named parameters'),
    "case": (
        '{{< matomeQuote body="b" username="u" >}}',
        '"matomeQuote" has no parameter "username"; did you mean "userName"?',
    ),
    "near": (
        f'{{{{< matomeQuote {GOOD} colour="x" >}}}}',
        '"matomeQuote" has no parameter "colour"; did you mean "color"?',
    ),
    "four, one of them wrong": (
        '{{< matomeQuote body="b" userName="u" createdAt="" coler="" >}}',
        '"matomeQuote" has no parameter "coler"; did you mean "color"?',
    ),
    "far": (
        f'{{{{< matomeQuote {GOOD} zzz="x" >}}}}',
        '"matomeQuote" has no parameter "zzz"; it takes body, userName, createdAt, color, id, ',
    ),
    "bubble with a body": (
        '{{< matomeBubble userName="u" body="b" >}}x{{< /matomeBubble >}}',
        '"matomeBubble" has no parameter "body"',
    ),
    "nameless bubble": (
        "{{< matomeBubble >}}x{{< /matomeBubble >}}",
        '"matomeBubble" needs the parameter "userName"',
    ),
    "fold by position": ('{{< details "x" >}}x{{< /details >}}', '"details" takes named'),
    "fold, wrong name": (
        '{{< details sumary="x" >}}x{{< /details >}}',
        '"details" has no parameter "sumary"; did you mean "summary"?',
    ),
}


def test_every_error_of_a_run_is_told_with_its_place(hugo: Path, tmp_path: Path) -> None:
    files = {
        f"content/posts/{n}.md": FRONT + written + "\n"
        for n, (written, _) in enumerate(ERRORS.values())
    }
    done = build(site(tmp_path, files), hugo)
    assert done.code != 0
    for n, (name, (_, said)) in enumerate(ERRORS.items()):
        place = f"posts/{n}.md:5:1"
        assert [line for line in done.output.splitlines() if said in line and place in line], name


def test_all_errors_of_a_call(tmp_path: Path) -> None:
    files = {"content/x.md": FRONT + '{{< matomeQuote user="u" text="b" >}}'}
    output = build(site(tmp_path, files), newest_hugo()).output
    assert output.count("needs the parameter") == 2
    assert 'did you mean "userName"?' in output
    assert '"text"' in output


def test_a_wrong_call_draws_nothing(tmp_path: Path) -> None:
    """An error is never told of a value that is then used all the same."""
    wrong = "\n\n".join(written for written, _ in ERRORS.values())
    files = {
        "content/x.md": FRONT + wrong,
        "layouts/_default/single.html": "{{ with .Content }}{{ warnf `drawn: %s` . }}{{ end }}",
    }
    output = build(site(tmp_path, files), newest_hugo()).output
    assert "mtm-" not in output.split("drawn:", 1)[1]


REFUSED: dict[str, tuple[str, str]] = {
    "script": ("url", "javascript:alert(1)"),
    "data": ("url", "data:text/html,<script>alert(1)</script>"),
    "upper case": ("url", "JaVaScRiPt:alert(1)"),
    "tab": ("url", "java\tscript:alert(1)"),
    "no scheme": ("url", "//evil.example/x"),
    "backslash": ("url", "/\\evil.example/x"),
    "relative": ("url", "x/y"),
    "space": ("url", "https://a.b/c d"),
    "quote": ("url", "https://a.b/'\">"),
    "name before the host": ("url", "https://google.com@evil.example/"),
    "scheme only": ("url", "https://"),
    "far picture": ("avatar", "https://a.b/c.png"),
    "far picture, no scheme": ("avatar", "//a.b/c.png"),
    "picture above": ("avatar", "../c.png"),
    "picture above, later": ("avatar", "a/../../c.png"),
    "picture with a query": ("avatar", "a.png?x=1"),
    "no picture": ("avatar", "a.html"),
    "data picture": ("avatar", "data:image/png;base64,AAAA"),
    "broken escape": ("avatar", "%E3%8.png"),
    "hidden picture": ("avatar", ".git/a.png"),
    "glob": ("avatar", "*.png"),
    "id with a space": ("id", "a b"),
    "id with quotes": ("id", '"><script>'),
    "long id": ("id", "a" * 101),
    "answer to markup": ("replyTo", "<b>"),
    "middle": ("side", "middle"),
}


def test_a_bad_value_warns_and_is_shown_as_text(hugo: Path, tmp_path: Path) -> None:
    files = {"content/x.md": post(*(quote("x", **{n: v}) for n, v in REFUSED.values()))}
    done = build(site(tmp_path, files), hugo)
    assert done.code == 0, done.output
    drawn = quotes(done, "x")
    for line, (name, (key, value), element) in enumerate(
        zip(REFUSED, REFUSED.values(), drawn, strict=True)
    ):
        assert element.one(".mtm-refused").text == value, name
        assert not element.all("img"), name
        assert not element.all(".mtm-source"), name
        assert not element.all(".mtm-reply"), name
        assert element.attributes["id"].startswith("q-"), name
        assert f'is not allowed as "{key}"' in done.output
        assert f"content/x.md:{5 + 4 * line}:1" in done.output.replace("\\", "/"), name


ALLOWED = {
    "url": ["https://a.b", "http://a.b:80/c?d=e&f#g", "https://a.b/%E3%8", "/posts/x/", "/", "https://a.b/日本"],
    "avatar": ["a.png", "/img/a.jpg", "img/日本.webp", "a@2x.png", "a.b/c.svg"],
    "id": ["42946854", "a.b:c_d-e", "q-1"],
    "replyTo": ["42946854"],
    "side": ["left", "right"],
}  # fmt: skip


def test_a_good_value_does_not_warn(hugo: Path, tmp_path: Path) -> None:
    calls = [quote("x", **{key: value}) for key, values in ALLOWED.items() for value in values]
    done = build(site(tmp_path, {"content/x.md": post(*calls)}), hugo)
    assert (done.code, "WARN" in done.output) == (0, False), done.output
    page = read(done.page("x"))
    assert not page.all(".mtm-refused")
    assert [e.attributes["href"] for e in page.all(".mtm-source")] == ALLOWED["url"]


def test_numbers_are_taken_as_text(hugo: Path, tmp_path: Path) -> None:
    written = "{{< matomeQuote body=1.5 userName=42 createdAt=2025 color=true id=7 >}}"
    done = build(site(tmp_path, {"content/x.md": FRONT + written}), hugo)
    (drawn,) = quotes(done, "x")
    assert drawn.one(".mtm-body").text == "1.5"
    assert drawn.attributes["data-user"] == "42"
    assert drawn.one(".mtm-time").text == "2025"
    assert drawn.attributes["id"] == "7"


def test_an_empty_body_builds_in_silence(hugo: Path, tmp_path: Path) -> None:
    """Real sites hold some; `matome check` tells of them."""
    done = build(site(tmp_path, {"content/x.md": post(quote(""), quote("  "))}), hugo)
    assert (done.code, "WARN" in done.output) == (0, False)


def test_a_quote_takes_no_end(hugo: Path, tmp_path: Path) -> None:
    written = call("matomeQuote", body="b", userName="u") + "{{< /matomeQuote >}}"
    done = build(site(tmp_path, {"content/x.md": FRONT + written}), hugo)
    assert done.code != 0
