"""The rules on shortcodes, quotes, front matter and colours: their examples, real posts, time."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.rule import Rule
from tests.support.hugo import ROOT
from tests.support.marked import hits_of, post, quote
from tests.support.mended import mended
from tests.support.sites import foreign

CHOSEN = [r for r in RULES if r.body.post and r.code.startswith(("H2", "Q", "F", "C"))]
ELSEWHERE = {"Q205"}
"""Rules whose examples only tell what they would show."""
EXAMPLES = [rule for rule in CHOSEN if rule.code not in ELSEWHERE]


def found(text: str, rules: list[Rule] = CHOSEN, name: str = "content/posts/a.md") -> list[str]:
    checked = post(text, name)
    return [rule.code for rule in rules for _ in hits_of(rule, checked)]


@pytest.mark.parametrize("rule", EXAMPLES, ids=lambda rule: rule.code)
def test_examples_are_right(rule: Rule) -> None:
    make = foreign if rule.code == "C103" else post
    bad, good = make(rule.body.bad + "\n"), make(rule.body.good + "\n")
    assert len(hits_of(rule, bad)) == 1
    assert hits_of(rule, good) == []
    assert good.document.faults == ()
    shown = rule.body.bad + rule.body.good
    assert "```" not in shown, "the page of the rule has them between such fences"


@pytest.mark.parametrize("rule", EXAMPLES, ids=lambda rule: rule.code)
def test_a_good_example_is_good_to_all_rules_but_those_on_missing_things(rule: Rule) -> None:
    missing = {"F101", "F102", "F110", "F112", "F113"}
    assert set(found(rule.body.good + "\n")) <= missing - {rule.code}


def test_the_seed_post(seed_post: str) -> None:
    codes = found(seed_post)
    assert codes == ["C101"] * 8 + ["C102"] * 2


OUR_OWN = [
    *ROOT.glob("example/content/**/*.md"),
    *ROOT.glob("hugo_helpers/site/starter/content/**/*.md"),
]


@pytest.mark.parametrize("path", OUR_OWN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_our_own_posts_are_clean(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("@DATE@", "2025-02-05")
    rules = [rule for rule in CHOSEN if rule.code != "F104"]
    assert found(text.replace("@MONTH@", "2025/02"), rules, f"content/{path.name}") == []


HOSTILE: dict[str, Callable[[int], str]] = {
    "plain": lambda n: "a" * n,
    "spaces": lambda n: " " * n,
    "backslashes": lambda n: quote("\\" * n),
    "escaped quotes": lambda n: quote('\\"\\n' * n),
    "equals signs": lambda n: quote("a=" * n) + " a=" * n,
    "quotes": lambda n: quote(color="red") * (n // 10),
    "colours": lambda n: "".join(quote(str(k), color=f"#{k:06x}") for k in range(n // 10)),
    "names": lambda n: "".join(quote("a", f"u{k}", color="#fff") for k in range(n // 10)),
    "odd names": lambda n: "".join(quote("a", "Aａ" * (k % 9)) for k in range(n // 10)),
    "odd times": lambda n: "".join(quote("a", created_at=f"{k}-1-1") for k in range(n // 10)),
    "one long time": lambda n: quote(created_at=" " * n + "2025"),
    "one long colour": lambda n: quote(color="rgb(" + "1," * n + ")"),
    "replies": lambda n: "".join(quote("a", id=f"a{k}", replyTo="x") for k in range(n // 100)),
    "one id": lambda n: quote("a", id="a", replyTo="a-2") * (n // 10),
    "one long id": lambda n: quote(id="a." * n, replyTo="-1" * n),
    "one long address": lambda n: quote(url="https://a/" + "(" * n + " "),
    "one long picture": lambda n: quote(avatar="a/" * n + "a." * n),
    "unknown parameters": lambda n: "{{< figure " + 'zoom="1" ' * (n // 10) + ">}}\n",
    "one parameter": lambda n: "{{< figure " + "src=1 " * (n // 10) + ">}}\n",
    "folds": lambda n: '{{< details summary="a (1)" >}}a{{< /details >}}\n' * (n // 20),
    "nested folds": lambda n: "{{<details>}}" * (n // 20) + "{{</details>}}" * (n // 20),
    "crossed": lambda n: (
        '{{<details>}}{{<matomeBubble userName="a">}}{{</details>}}{{</matomeBubble>}}' * (n // 20)
    ),
    "one long summary": lambda n: f'{{{{< details summary="{"（1" * n}" >}}}}a{{{{< /details >}}}}',
    "backticks": lambda n: "`" * n + "{{< param a >}}",
    "backticks and calls": lambda n: "`{{< figure >}}` " * (n // 20),
    "fences": lambda n: "```\n{{< figure >}}\n" * (n // 20),
    "comments": lambda n: "<!-- {{< figure >}} " * (n // 20) + "-->",
    "comments never ended": lambda n: "<!--" * n + "{{< figure >}}",
    "hyphens": lambda n: "<!--" + "-" * n + "{{< figure >}}",
    "dividers": lambda n: "<!-- more -->" * (n // 10),
    "divider with spaces": lambda n: "<!--" + " " * n + "more",
    "contexts": lambda n: "{{__hugo_ctx" * (n // 10),
    "escapes": lambda n: "\\{{< param a >}}" * (n // 20),
    "links": lambda n: "[" * n,
    "links never ended": lambda n: "[a](" * n,
    "sources": lambda n: "Source: [" * n,
    "quoted lines": lambda n: "> " * n + quote(),
    "title": lambda n: f"+++\ntitle = '{'a ' * n}'\n+++\n\n> {'a ' * n}\n\n" + quote(),
    "keys": lambda n: "---\n" + "".join(f"k{k}: 1\n" for k in range(n // 20)) + "---\n",
    "one key": lambda n: "+++\n" + "a" * n + " = ['x']\n+++\n",
    "one tag": lambda n: "+++\ntags = [" + "'a', " * (n // 50) + "]\n+++\n",
    "aliases": lambda n: "+++\naliases = [" + "'/a/', " * (n // 50) + "]\n+++\n",
    "a date": lambda n: f"+++\ndate = '{'Jan ' * n}'\n+++\n",
    "a date of digits": lambda n: f"+++\ndate = '{'1' * n}'\nmonths = '{'1' * n}'\n+++\n",
}


PIECES = (
    *(quote("a"), quote("b", color="red"), quote("c", color="Blue"), quote("d", color="a`")),
    *(quote("e", created_at="2025-02-05T10:00:00"), quote("f", created_at="2025/02/05 10:00:00")),
    *(r'{{<matomeQuote body="C:\x \"y\" \\n" userName="ann">}}', quote("g", replyTo="x", id="y")),
    *('{{<matomeQuote Body="a" user="b" user="c">}}\n', '{{< figure Src="a" src="b" src="b" >}}\n'),
    *("{{< figure a=1 a=`2` >}}\n", "{{% figure scr=`a` %}}\n", "\\{{< figure >}}\n", "```\n", "`"),
    *(
        "<!-- ",
        " -->",
        "<!-- more -->\n",
        "{{__hugo_ctx pid=1}}\n",
        "\n\n    ",
        "{{< param a >}}\n",
    ),
    *('{{< details summary="More (3)" >}}\n', "{{< /details >}}\n", "{{% /details %}}\n"),
    *("{{< matomeBubble userName=`a` color=`red` >}}", "{{< /matomeBubble >}}", "> {{ title\n\n"),
    *("Source: [https://a.b/1](https://a.b/2)\n\n", "Source: [https://a.b/1](https://a.b/[])\n\n"),
)
FRONTS = (
    "",
    "+++\ntitle = 'a {{< b'\ndate = 2025-02-05\nmonths = '2025/03'\n+++\n\n> c\n\n",
    "+++\ntitle = 'a'\ndraft = 'true' # x\n+++\n\n> c\n\n",
    "+++\ntitle = 'a'\ntag = ['b', 'B']\ndraft = 'true'\nmonths = ['2025/1']\n+++\n\n> c\n\n",
    "---\ntitle: a\ndraft: 'false'\ndate: 2025-02-05\nmonths: 2025/3 # 2025/03\n---\n> b\n\n",
    '{"title": "a", "draft": "true", "date": "2025-02-05", "months": "2025/01"}\n> b\n\n',
)


@pytest.mark.parametrize("seed", range(8))
def test_no_fix_breaks_a_post_and_fixes_come_to_an_end(seed: int) -> None:
    random = Random(seed)
    tried = 0
    for _ in range(120):
        text = random.choice(FRONTS) + "".join(random.choices(PIECES, k=random.randint(1, 9)))
        if post(text).document.faults:
            continue
        assert post(text).front.problem is None, text
        tried += 1
        for _round in range(12):
            before = text
            for rule in CHOSEN:
                after = mended(rule.code, text, "unsafe")
                if after == text:
                    continue
                text = after
                assert post(text).document.faults == (), (rule.code, before, text)
                assert post(text).front.problem is None, (rule.code, before, text)
            if text == before:
                break
        assert text == before, "the fixes go on and on"
    assert tried > 20


NOTHING = 0.05
"""Seconds in which no growth can be told."""


def seconds(text: str, enough: float = 0) -> float:
    """The least of three times that all rules take, parsing left out, or the first of them below
    `enough`.
    """
    best = 9e9
    for _ in range(3):
        checked = post(text)
        _ = checked.thread, checked.calls, checked.signatures
        gc.collect()
        start = time.process_time()
        for rule in CHOSEN:
            if rule.body.post:
                list(rule.body.post(checked))
        best = min(best, time.process_time() - start)
        if best < enough:
            break
    return best


@pytest.mark.usefixtures("steady")
@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_as_the_text_does(make: Callable[[int], str]) -> None:
    took = seconds(make(12_000), NOTHING)
    # Four times the text: eight times the time leaves room for a busy machine, not for n squared.
    assert took < NOTHING or took < 8 * seconds(make(3_000))
