"""What is certain of what Hugo refuses is mended, and Hugo takes it then; the rest is left."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.fix import mend
from hugo_helpers.check.runner import Checker
from tests.support.hugo import build, write_files
from tests.support.marked import FRONT, LAYOUTS, post, quote

FOLD = '{{< details summary="More (%d)" >}}\n'
CLOSE = "{{< /details >}}\n"
Q = quote()
FOLD_BEFORE = (FOLD % 1) + Q
MENDS: dict[str, tuple[str, str, str]] = {
    "two letters changed places": (
        "H104",
        '{{< matomeQoute body="a" userName="b" >}}',
        '{{< matomeQuote body="a" userName="b" >}}',
    ),
    "a letter too few, in both tags": (
        "H104",
        '{{< detail summary="a" >}}b{{< /detail >}}',
        '{{< details summary="a" >}}b{{< /details >}}',
    ),
    "a letter too many": ("H104", '{{< reff "/posts/" >}}', '{{< ref "/posts/" >}}'),
    "the opener alone": (
        "H104",
        '{{< detials summary="a" >}}b{{< /details >}}',
        '{{< details summary="a" >}}b{{< /details >}}',
    ),
    "a slash that sticks": ("H104", "{{< details/ >}}", "{{< details / >}}"),
    "the end of a tag": ("H105", '{{< figure src="a"\n\ntext\n', '{{< figure src="a">}}\n\ntext\n'),
    "the end of a line": (
        "H105",
        '{{< ref "/posts/"\n\nand so on',
        '{{< ref "/posts/">}}\n\nand so on',
    ),
    "half an end": ("H106", '{{< figure src="a" }}', '{{< figure src="a" >}}'),
    "one sign of an end": ("H106", '{{< figure src="a" >\n', '{{< figure src="a" >}}\n'),
    "the other end": ("H106", '{{% ref "/posts/" >}}', '{{% ref "/posts/" %}}'),
    "the other end of a close": (
        "H106",
        '{{< details summary="a" >}}b{{< /details %}}',
        '{{< details summary="a" >}}b{{< /details >}}',
    ),
    "a fold before the next": (
        "H107",
        f"{FOLD_BEFORE}\n{FOLD % 2}{Q}{CLOSE}",
        f"{FOLD_BEFORE}\n{CLOSE}{FOLD % 2}{Q}{CLOSE}",
    ),
    "a fold in the middle": (
        "H107",
        f"{FOLD_BEFORE}{CLOSE}{FOLD % 2}{Q}{FOLD % 3}{Q}{CLOSE}",
        f"{FOLD_BEFORE}{CLOSE}{FOLD % 2}{Q}{CLOSE}{FOLD % 3}{Q}{CLOSE}",
    ),
    "the last fold": (
        "H107",
        f'{FOLD_BEFORE}\n{Q}\n[all]({{{{% ref "/posts/" %}}}})\n',
        f'{FOLD_BEFORE}\n{Q.rstrip()}\n{CLOSE.rstrip()}\n\n[all]({{{{% ref "/posts/" %}}}})\n',
    ),
    "a bubble": (
        "H107",
        (
            '{{< matomeBubble userName="a" >}}\nHi\n'
            '{{< matomeBubble userName="b" >}}\nHo\n{{< /matomeBubble >}}\n'
        ),
        (
            '{{< matomeBubble userName="a" >}}\nHi\n{{< /matomeBubble >}}\n'
            '{{< matomeBubble userName="b" >}}\nHo\n{{< /matomeBubble >}}\n'
        ),
    ),
    "a close twice": ("H108", f"{FOLD_BEFORE}{CLOSE}{{{{</details>}}}}\n", f"{FOLD_BEFORE}{CLOSE}"),
    "a close in another case": (
        "H109",
        '{{< details summary="a" >}}b{{< /Details >}}',
        '{{< details summary="a" >}}b{{< /details >}}',
    ),
    "a misspelt close": (
        "H109",
        '{{< details summary="a" >}}b{{</detail>}}',
        '{{< details summary="a" >}}b{{</details>}}',
    ),
    "a quote that closes itself": ("H110", Q.replace(">}}", "/>}}"), Q),
    "a quote that is closed": ("H110", Q + "{{< /matomeQuote >}}\n", Q),
    "a full-width space in a close": (
        "H111",
        '{{< details summary="a" >}}b{{< /details\u3000>}}',
        '{{< details summary="a" >}}b{{< /details >}}',
    ),
    "before the end": ("H113", '{{< ref "/posts/ >}}', '{{< ref "/posts/" >}}'),
    "before the next parameter": (
        "H113",
        '{{<matomeQuote body="Hello userName="ann">}}',
        '{{<matomeQuote body="Hello" userName="ann">}}',
    ),
    "a line break in a body": (
        "H113",
        '{{<matomeQuote body="Hello\r\nWorld\n\n!" userName="ann">}}',
        '{{<matomeQuote body="Hello<br>World<br><br>!" userName="ann">}}',
    ),
    "a line break in another value": (
        "H113",
        '{{< figure src="a" alt="b\nc" >}}',
        '{{< figure src="a" alt=`b\nc` >}}',
    ),
    "a last backslash": ("H113", '{{< figure src="a\\" >}}', "{{< figure src=`a\\` >}}"),
    "a raw string": ("H114", "{{< ref `/posts/ >}}", "{{< ref `/posts/` >}}"),
    "a raw string before a parameter": (
        "H114",
        '{{<matomeQuote body=`Hello userName="ann">}}',
        '{{<matomeQuote body=`Hello` userName="ann">}}',
    ),
    "quotes in a value": (
        "H115",
        '{{<matomeQuote body="She said "no" to <a href="x">it</a>" userName="ann">}}',
        '{{<matomeQuote body="She said \\"no\\" to <a href=\\"x\\">it</a>" userName="ann">}}',
    ),
    "quotes beside a backslash": (
        "H115",
        '{{<matomeQuote body="C:\\x is "full" now" userName="ann">}}',
        '{{<matomeQuote body=`C:\\x is "full" now` userName="ann">}}',
    ),
    "a backslash before a backtick": (
        "H116",
        '{{<matomeQuote body="\\`make\\` it" userName="ann">}}',
        '{{<matomeQuote body="`make` it" userName="ann">}}',
    ),
    "a swallowed end": ("H117", "{{< ref path=/posts/>}}", '{{< ref path="/posts/">}}'),
    "no value": ("H117", "{{< figure src= >}}", '{{< figure src= "">}}'),
    "no opening quote": (
        "H117",
        '{{<matomeQuote body="a" userName=ann lee">}}',
        '{{<matomeQuote body="a" userName="ann lee">}}',
    ),
    "a full-width space": (
        "H118",
        '{{<matomeQuote body="a"\u3000userName="ann"\u3000\u3000createdAt="">}}',
        '{{<matomeQuote body="a" userName="ann" createdAt="">}}',
    ),
    "a zero-width space": (
        "H118",
        '{{<matomeQuote body="a" \u200buserName="ann">}}',
        '{{<matomeQuote body="a" userName="ann">}}',
    ),
    "curly quotes": (
        "H118",
        "{{<matomeQuote body=“a b” userName=”ann lee”>}}",
        '{{<matomeQuote body="a b" userName="ann lee">}}',
    ),
    "a comma": ("H118", '{{< figure src="a", alt="b" >}}', '{{< figure src="a" alt="b" >}}'),
    "a comment": ("H120", "{{</* details >}}\n", "{{</* details */>}}\n"),
    "a comment with half an end": ("H120", "{{%/* details *%}}\n", "{{%/* details */%}}\n"),
    "the placeholder": (
        "H123",
        quote("HAHAHUGOSHORTCODE5s0HBHB"),
        quote("HAHA HUGOSHORTCODE5s0HBHB"),
    ),
}
LEFT_ALONE: dict[str, tuple[str, str]] = {
    "no name is near": ("H104", '{{< youtubr2 "x" >}}'),
    "a short name": ("H104", '{{< rff "/posts/" >}}'),
    "a near name that takes no such parameter": ("H104", '{{< matomeQuotes text="a" >}}'),
    "text behind a tag that has no end": ("H105", "{{< figure\n\n# Text\n"),
    "a tag that may go on": ("H105", '{{< ref "/posts/"\nand so on\n'),
    "a fold with text in it": ("H107", f"{FOLD % 1}Text\n{Q}"),
    "a fold in a fold, perhaps": (
        "H107",
        '{{< details summary="All" >}}\n{{< details summary="More (1)" >}}\na\n{{< /details >}}\n',
    ),
    "a fold without quotes": ("H107", f"{FOLD % 1}Text\n"),
    "another shortcode": ("H107", "{{< highlight go >}}\ntext\n"),
    "a stray close": ("H108", f"{Q}{CLOSE}"),
    "another name": ("H109", '{{< details summary="a" >}}b{{< /fold >}}'),
    "a close behind text": ("H110", f"{Q}text{{{{< /matomeQuote >}}}}"),
    "words in a close": ("H111", '{{< details summary="a" >}}b{{< /details now >}}'),
    "two sorts of parameters": ("H112", '{{< figure "a" alt="b" >}}'),
    "a value that may close its tag": ("H117", "{{< details summary=a/>}}"),
    "a sign that says nothing": ("H118", '{{< figure src="a" * alt="b" >}}'),
}


def mended(text: str) -> str:
    checker = Checker(rule for rule in RULES if rule.code.startswith("H1"))
    return mend(post(text), checker.check, post).post.text.removeprefix(FRONT)


def codes(text: str) -> set[str]:
    checker = Checker(rule for rule in RULES if rule.code.startswith("H1"))
    return {finding.code for finding in checker.check(post(text)).findings}


@pytest.mark.parametrize(("code", "before", "after"), MENDS.values(), ids=MENDS)
def test_mends(code: str, before: str, after: str) -> None:
    assert code in codes(before)
    assert mended(before) == after
    assert codes(after) == set()


@pytest.mark.parametrize(("code", "text"), LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_what_is_not_certain_is_left(code: str, text: str) -> None:
    assert code in codes(text)
    assert mended(text) == text


def test_names_of_a_shortcode_and_its_parameter_are_mended_both() -> None:
    before = '{{< detials Sumary="a" >}}b{{< /detials >}}'
    checker = Checker(RULES)
    result = mend(post(before), checker.check, post)
    assert result.post.text.endswith('{{< details summary="a" >}}b{{< /details >}}')


NESTED = ("H104", "H107", "H108", "H109", "H110")
"""How tags are nested can be told of a whole post only."""


def test_faults_inside_tags_are_mended_at_once() -> None:
    texts = [(before, after) for code, before, after in MENDS.values() if code not in NESTED]
    before, after = ("\n\nText\n\n".join(side) for side in zip(*texts, strict=True))
    assert mended(before) == after


HOSTILE: dict[str, Callable[[int], str]] = {
    "misspelt names": lambda n: "".join(f"{{{{< detail{k} >}}}}" for k in range(n // 15)),
    "misspelt parameters": lambda n: "{{< detials " + 'Summary="a" ' * (n // 12) + ">}}",
    "open folds": lambda n: ((FOLD % 1) + Q) * (n // 70),
    "open bubbles": lambda n: '{{< matomeBubble userName="a" >}}' * (n // 30),
    "closes": lambda n: Q + CLOSE * (n // 16),
    "quotes in a value": lambda n: (
        '{{<matomeQuote body="' + 'a"b ' * (n // 4) + '" userName="c">}}'
    ),
    "values never ended": lambda n: '{{< ref "a\n' * (n // 11),
    "lines in a value": lambda n: '{{<matomeQuote body="' + "a\n" * (n // 2) + '" userName="c">}}',
    "raw strings never ended": lambda n: "{{< ref `a >}}" * (n // 14),
    "curly quotes": lambda n: "{{<matomeQuote " + "a=“b c” " * (n // 8) + ">}}",
    "full-width spaces": lambda n: "{{< figure " + 'src="a"\u3000' * (n // 8) + ">}}",
    "comments": lambda n: "{{</* a " * (n // 8),
}


@pytest.mark.usefixtures("steady")
@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_as_the_text_does(make: Callable[[int], str]) -> None:
    checker = Checker(rule for rule in RULES if rule.code.startswith("H"))
    times = []
    for n in (10_000, 40_000):
        checked = post(make(n) + "\n")
        start = time.process_time()
        mend(checked, checker.check, post)
        times.append(time.process_time() - start)
    # Four times the text: eight times the time leaves room for a busy machine, not for n squared.
    assert times[1] < max(8 * times[0], 0.2)


def test_hugo_takes_what_was_mended(tmp_path: Path, newest: Path) -> None:
    shutil.copytree(LAYOUTS, tmp_path / "layouts")
    write_files(tmp_path, {"hugo.toml": "", "content/posts/_index.md": ""})
    write_files(
        tmp_path,
        {f"content/posts/{n}.md": FRONT + a for n, (_, _, a) in enumerate(MENDS.values())},
    )
    (tmp_path / "layouts" / "_default").mkdir()
    (tmp_path / "layouts" / "_default" / "single.html").write_text("{{ .Content }}")
    built = build(tmp_path, newest)
    assert built.code == 0, built.output
