"""Rules over posts: order, places, what is switched off, rules across posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import assume, example, given

from hugo_helpers.check import runner
from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.finding import Finding, Location
from hugo_helpers.check.post import Context, Post
from hugo_helpers.check.rule import Body, Fact, Hit, Rule, SiteFact, SiteHit
from hugo_helpers.check.runner import Checker
from hugo_helpers.check.selection import chosen
from hugo_helpers.check.when import When, always, odd
from hugo_helpers.site.content import Unreadable
from tests.shortcodes.test_plain import plain_texts
from tests.support.marked import CONTEXT, FRONT, post, quote

CUT = "see https://example.org/a/long/pa..."
TEXT = f"{FRONT}{quote(CUT)}{quote('x', created_at='2025-02-30')}{quote(f'{CUT} {CUT}')}"
DOCS = ("what", "why", "bad", "good", "how")


def made(code: str, when: When = always, **more: object) -> Rule:
    body = Body(*DOCS, **more)  # type: ignore[arg-type]
    return Rule(code, code.lower(), "warning", when, across=body.conclude is not None, body=body)


def places(findings: Sequence[Finding]) -> list[tuple[str, int, int]]:
    return [(f.code, f.location.row, f.location.column) for f in findings]


def whole(texts: dict[str, str], rules: Sequence[Rule], **more: object) -> dict[str, list[Finding]]:
    """What a run over these files says, by file."""
    checker = Checker(rules, whole=True, **more)  # type: ignore[arg-type]
    records = [checker.check(post(text, name)) for name, text in sorted(texts.items())]
    said = checker.conclude([fact for r in records for fact in r.facts], CONTEXT)
    return {r.name: checker.complete(r, said.get(r.name, ())) for r in records}


@given(plain_texts)
@example(quote("it's =“a” and ='b'") + quote("a") * 2)
def test_rules_on_what_is_odd_have_nothing_to_say_of_the_usual_shape(text: str) -> None:
    usual = post(f"{FRONT}{text}")
    assume(usual.plain is not None)
    checks = [rule.body.post for rule in RULES if rule.when is odd and rule.body.post]
    assert len(checks) == 34
    assert [hit for check in checks for hit in check(usual)] == []


def test_an_odd_rule_is_not_asked_about_the_usual_shape() -> None:
    def everywhere(_post: Post) -> Iterator[Hit]:
        yield Hit(0, 1, "here")

    checker = Checker([made("Z1", odd, post=everywhere), made("Z2", post=everywhere)])
    told = [[f.code for f in checker.check(post(t)).findings] for t in (FRONT + quote(), FRONT)]
    assert told == [["Z2"], ["Z1", "Z2"]]


def test_findings_come_by_place_whatever_the_order_of_the_rules() -> None:
    rules = chosen(["T203", "Q105"])
    found = Checker(rules).check(post(TEXT)).findings
    assert places(found) == places(Checker(rules[::-1]).check(post(TEXT)).findings)
    assert [f.code for f in found] == ["T203", "Q105", "T203", "T203"]
    assert [f.location.row for f in found] == [5, 6, 7, 7]
    assert TEXT.split("\n")[4][found[0].location.column - 1 :].startswith("https://")


def test_a_file_without_a_text_is_a_finding() -> None:
    page = Unreadable(Path("a.md"), "a.md", "not UTF-8", 3, 4)
    record = Checker(chosen()).unreadable(page)
    assert places(record.findings) == [("H101", 3, 4)]
    assert Checker(chosen(["T"])).unreadable(page).findings == ()
    assert Checker(chosen(), [("a*", ("H",))]).unreadable(page).findings == ()


PER_FILE = {
    "another file": ("b.md", ("T203",), 3),
    "this file": ("content/posts/a.md", ("T203",), 0),
    "a pattern": ("content/**", ("T",), 0),
    "another rule": ("content/**", ("Q",), 3),
}


@pytest.mark.parametrize(("glob", "codes", "left"), PER_FILE.values(), ids=PER_FILE)
def test_per_file_patterns(glob: str, codes: tuple[str, ...], left: int) -> None:
    found = Checker(chosen(["T203"]), [(glob, codes)]).check(post(TEXT)).findings
    assert len(found) == left


def test_of_millions_of_hits_the_first_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "MOST", 3)

    def check(_post: Post) -> Iterator[Hit]:
        at = 0
        while True:  # never asked for more than it is told to bring
            yield Hit(at, at + 1, "again")
            at += 1

    found = Checker([made("X101", post=check)]).check(post("x" * 9)).findings
    assert [f.message for f in found] == ["again", "again", "again (more of these are not listed)"]


def words(post: Post) -> Iterator[Fact]:
    at = post.front.body_start
    for word in post.text[at:].split():
        start = post.text.index(word, at)
        at = start + len(word)
        yield Fact((word, len(word)), start, at)


def twice(facts: Sequence[SiteFact], _context: Context) -> Iterator[SiteHit]:
    seen: dict[str, SiteFact] = {}
    for fact in facts:
        word, _ = fact.value
        if seen.setdefault(word, fact) is not fact:
            yield SiteHit(fact, f"{word} is in {seen[word].name}:{seen[word].location.row}")


SITE_RULE = made("X201", collect=words, conclude=twice)


def test_rules_across_posts() -> None:
    found = whole({"b.md": "two\n  one", "a.md": "zero one"}, [SITE_RULE])
    assert found["a.md"] == []
    place = Location(6, 3), Location(6, 6)
    assert found["b.md"] == [
        Finding("X201", "one is in a.md:5", "warning", "b.md", *place),
    ]


def test_rules_across_posts_hear_what_switches_them_off() -> None:
    off = "<!-- matome-disable-next-line X201 -->\n"
    found = whole({"a.md": "one", "b.md": f"{off}one\none"}, [SITE_RULE])
    assert places(found["b.md"]) == [("X201", 7, 1)]
    found = whole({"a.md": "one", "b.md": "one"}, [SITE_RULE], per_file=[("b*", ("ALL",))])
    assert found["b.md"] == []


def test_a_part_of_a_site_is_not_judged_as_a_whole() -> None:
    facts = Checker([SITE_RULE], whole=True).check(post("one one")).facts
    assert len(facts) == 2
    checker = Checker([SITE_RULE])
    assert checker.check(post("one one")).facts == ()
    assert checker.conclude(facts, CONTEXT) == {}


UNUSED = {
    "used": (f"<!-- matome-disable-next-line T203 -->\n{quote(CUT)}", None),
    "used as a prefix": (f"<!-- matome-disable-file T -->\n{quote(CUT)}", None),
    "used, all rules": (f"<!-- matome-disable-file -->\n{quote(CUT)}", None),
    "nothing there": (
        f"<!-- matome-disable-next-line T203 -->\n{quote()}",
        "T203 finds nothing in the next line",
    ),
    "nothing in the file": (
        f"{quote()}<!-- matome-disable-file T203 -->",
        "T203 finds nothing in this file",
    ),
    "one of two": (
        f"<!-- matome-disable-next-line T203, Q105 -->\n{quote(CUT)}",
        "Q105 finds nothing in the next line",
    ),
    "no such rule": (
        f"<!-- matome-disable-next-line T999 -->\n{quote(CUT)}",
        "no rule has the code T999",
    ),
    "nearly a rule": (
        f"<!-- matome-disable-next-line T2O3 -->\n{quote(CUT)}",
        "no rule has the code T2O3; did you mean T203?",
    ),
    "no such comment": (
        f"<!-- matome-disable-line T203 -->\n{quote(CUT)}",
        runner.NOT_UNDERSTOOD.format("matome-disable-line"),
    ),
    "all rules, nothing": (
        f"<!-- matome-disable-next-line -->\n{quote()}",
        "nothing is found in the next line that this comment could switch off",
    ),
    "itself switched off": (
        f"<!-- matome-disable-file T203 S901 -->\n{quote()}<!-- matome-disable-file T201 -->",
        None,
    ),
}


@pytest.mark.parametrize(("text", "message"), UNUSED.values(), ids=UNUSED)
def test_comments_that_switch_nothing_off(text: str, message: str | None) -> None:
    found = [f for f in whole({"a.md": text}, tuple(RULES))["a.md"] if f.code == "S901"]
    assert [f.message for f in found] == ([] if message is None else [message])


NOT_JUDGED = {
    "not selected": (["H", "S901"], [], True),
    "a part selected": (["T1", "S901"], [], True),
    "left out for the file": (["T", "S901"], [("a*", ("T2",))], True),
    "S901 left out for the file": (["T", "S901"], [("a*", ("S9",))], True),
}


@pytest.mark.parametrize(("select", "per_file", "all_files"), NOT_JUDGED.values(), ids=NOT_JUDGED)
def test_comments_for_rules_that_were_not_on(
    select: list[str], per_file: list[tuple[str, tuple[str, ...]]], all_files: bool
) -> None:
    text = f"<!-- matome-disable-next-line T -->\n{quote()}"
    checker = Checker(chosen(select), per_file, whole=all_files)
    assert checker.complete(checker.check(post(text, "a.md"))) == []


@pytest.mark.parametrize(("all_files", "count"), [(True, 1), (False, 0)])
def test_comments_for_rules_across_posts_are_judged_with_all_of_them(
    all_files: bool, count: int
) -> None:
    checker = Checker(RULES, whole=all_files)
    record = checker.check(post(f"<!-- matome-disable-file S101 -->\n{quote()}", "a.md"))
    assert len(checker.complete(record)) == count
