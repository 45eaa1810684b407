"""Calls to quotes and folds."""

from __future__ import annotations

from hugo_helpers.shortcodes.parser import parse
from hugo_helpers.shortcodes.thread import thread

QUOTE = '{{<matomeQuote body="%s" userName="%s" createdAt="2025-02-05" color="">}}\n'


def test_seed_post(seed_post: str) -> None:
    found = thread(parse(seed_post))
    assert len(found.quotes) == 80
    assert len({quote.user for quote in found.quotes}) == 52
    assert [(fold.summary, len(fold.quotes)) for fold in found.folds] == [
        ("もっとコメントを表示（1）", 20),
        ("もっとコメントを表示（2）", 20),
        ("もっとコメントを表示（3）", 20),
    ]
    first = found.quotes[0]
    assert (first.user, first.created_at, first.color) == (
        *("mtrovo", "2025-02-05T16:48:02"),
        "#785bff",
    )
    assert first.body.startswith("inference scalingの議論で")
    assert first.fold is None
    assert [q for q in found.quotes if q.fold is found.folds[1].call] == [*found.folds[1].quotes]
    starts = [quote.call.start for quote in found.quotes]
    assert starts == sorted(starts)


def test_names_ignore_case_and_parameters_do_not() -> None:
    (quote,) = thread(parse('{{< MATOMEQUOTE body="x" username="y" >}}')).quotes
    assert (quote.body, quote.user) == ("x", "")


def test_of_a_parameter_given_twice_the_last_counts() -> None:
    (quote,) = thread(parse('{{< matomeQuote body="x" body="y" >}}')).quotes
    assert quote.body == "y"


def test_quotes_in_other_shortcodes_and_in_folds_in_folds() -> None:
    text = (
        "{{< box >}}" + QUOTE % ("1", "a") + "{{< /box >}}"
        '{{< details summary="outer" >}}'
        + QUOTE % ("2", "b")
        + '{{< Details summary="inner" >}}{{% box %}}'
        + QUOTE % ("3", "c")
        + "{{% /box %}}{{< /Details >}}"
        + QUOTE % ("4", "d")
        + "{{< /details >}}"
        + QUOTE % ("5", "e")
    )
    document = parse(text)
    assert document.faults == ()
    found = thread(document)
    assert [quote.body for quote in found.quotes] == ["1", "2", "3", "4", "5"]
    assert [(f.summary, [q.body for q in f.quotes]) for f in found.folds] == [
        ("outer", ["2", "4"]),
        ("inner", ["3"]),
    ]


def test_nothing_said() -> None:
    assert thread(parse("text")) == ((), (), ())


def test_turns_are_quotes_and_bubbles_in_reading_order() -> None:
    text = (
        '{{<matomeQuote body="one" userName="ann">}}'
        '{{< details summary="more" >}}{{< matomeBubble userName="bob" >}}*four*'
        '{{< /matomeBubble >}}{{< /details >}}{{< matomebubble userName="cat" />}}'
    )
    assert thread(parse(text)).turns == (("ann", 3), ("bob", 6), ("cat", 0))
