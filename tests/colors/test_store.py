"""The text of colors.json, and what is said of one that is broken."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hugo_helpers.colors.slot import SLOTS
from hugo_helpers.colors.store import MOST_CHARACTERS, dump, load

NAMES = st.text(st.characters(), max_size=12)
SETTLED = st.dictionaries(
    NAMES, st.dictionaries(NAMES, st.integers(0, SLOTS - 1), min_size=1, max_size=4), max_size=4
)

TEXTS = [
    ("nothing", {}, "{}\n"),
    ("a thread without exceptions", {"posts/x": {}}, "{}\n"),
    ("one", {"posts/x": {"mtrovo": 21}}, '{\n  "posts/x": {"mtrovo": 21}\n}\n'),
    (
        "sorted",
        {"posts/い": {"b": 0, "a": 35}, "posts/あ": {"": 7}},
        '{\n  "posts/あ": {"": 7},\n  "posts/い": {"a": 35, "b": 0}\n}\n',
    ),
    (
        "odd names",
        {"p": {'"\\\n\u2028\ud800': 1}},
        '{\n  "p": {"\\"\\\\\\n\u2028\\ud800": 1}\n}\n',
    ),
]


@pytest.mark.parametrize(
    ("settled", "text"), [case[1:] for case in TEXTS], ids=[case[0] for case in TEXTS]
)
def test_text(settled: dict[str, dict[str, int]], text: str) -> None:
    assert dump(settled) == text
    assert load(text) == {key: slots for key, slots in settled.items() if slots}


@given(SETTLED)
def test_what_is_written_is_read(settled: dict[str, dict[str, int]]) -> None:
    text = dump(settled)
    assert load(text) == settled
    assert json.loads(text) == settled
    text.encode()
    assert text.count("\n") == (len(settled) + 2 if settled else 1)
    assert text.endswith("}\n")


@given(SETTLED)
def test_the_order_of_what_is_written_does_not_matter(settled: dict[str, dict[str, int]]) -> None:
    other = {
        key: dict(reversed(list(slots.items()))) for key, slots in reversed(list(settled.items()))
    }
    assert dump(other) == dump(settled)


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        " {\r\n}\r\n",
        '\ufeff{"p": {}}',
        '{"p":\n{"a":\n1}\n}',
        '{ "p" : { "a" : 1 } , "q" : {} }',
    ],
    ids=["bare", "other line ends", "a byte order mark", "spread out", "blanks"],
)
def test_any_layout_is_read(text: str) -> None:
    assert load(text) == json.loads(text.removeprefix("\ufeff"))


BROKEN = [
    ("empty", "", "line 1, column 1: the file ends before its end"),
    ("blank", "\n\n", "line 3, column 1: the file ends before its end"),
    ("cut in a name", '{\n"p": {"na', "line 2, column 10: the file ends before its end"),
    ("cut behind a name", '{\n"p": {"a"', "line 2, column 10: the file ends before its end"),
    ("cut behind a thread", '{\n"p": {"a": 1}\n', "line 3, column 1: the file ends before its"),
    ("cut behind a comma", '{\n"p": {},', "line 2, column 9: the file ends before its end"),
    ("nonsense", "hello", "line 1, column 1: an object of threads must start here"),
    ("a list", "[1]", "line 1, column 1: an object of threads must start here"),
    ("two values", "{}\n{}", "line 2, column 1: nothing may stand behind the closing }"),
    ("no comma", '{\n"p": {}\n"q": {}\n}', "line 3, column 1: a comma before the next thread"),
    ("a comma too many", '{\n"p": {},\n}', "line 3, column 1: no valid JSON: Expecting value"),
    ("no colon", '{"p" {}}', "line 1, column 6: a colon must stand"),
    ("a number for a thread's path", "{1: {}}", "line 1, column 2: the path of a thread"),
    ("no object", '{"p": [1]}', "line 1, column 7: the thread 'p' must have an object"),
    ("a comment", '{\n"p": {"a": 1 /* b */}\n}', "line 2, column 14: no valid JSON"),
    ("a slot too high", '{\n"p": {"a": 36}\n}', "line 2, column 6: in the thread 'p' the slot of"),
    ("a slot below", '{"p": {"a": -1}}', "'a' is no whole number from 0 to 35"),
    ("a fraction", '{"p": {"a": 1.0}}', "'a' is no whole number from 0 to 35"),
    ("a truth value", '{"p": {"a": true}}', "'a' is no whole number from 0 to 35"),
    ("a colour", '{"p": {"a": "#ff0000"}}', "'a' is no whole number from 0 to 35"),
    ("nothing for a slot", '{"p": {"a": null}}', "'a' is no whole number from 0 to 35"),
    ("a thread twice", '{\n"p": {},\n"p": {}\n}', "line 3, column 1: the thread 'p' stands here"),
    ("a name twice", '{\n"p": {"a": 1, "a": 2}}', "line 2, column 6: in the thread 'p' stands 'a'"),
    ("an endless number", '{"p": {"a": ' + "9" * 5000 + "}}", "line 1, column 7: numbers too long"),
    ("deep", '{"p": ' + "[" * 100_000, "line 1, column 7: numbers too long or brackets too deep"),
    ("deep objects", '{"a":' * 100_000, "line 1, column 6: numbers too long or brackets too deep"),
    ("escapes for a terminal", '{"\x9b31m": 1}', r"'\\x9b31m'"),
    ("a long name", '{"' + "あ" * 10_000 + '": 1}', "あ…' must have"),
]


@pytest.mark.parametrize(
    ("text", "message"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN]
)
def test_broken(text: str, message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message is looked at below
        load(text)
    said = str(caught.value)
    assert message.replace("\\\\", "\\") in said
    assert said.endswith("mend it, or settle all colours anew: matome colors --reset")
    assert "\n" not in said
    assert len(said) < 300


CONFLICT = """{
"posts/a": {"x": 1},
<<<<<<< HEAD
"posts/b": {"x": 2}
=======
"posts/b": {"x": 3}
>>>>>>> other
}
"""


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (CONFLICT, "line 3, column 1: a merge conflict"),
        ("{\n=======\n}", "line 2, column 1: a merge conflict"),
        ("{\n||||||| base\n}", "line 2, column 1: a merge conflict"),
        ('{\n"p": {"a": 99}\n}\n>>>>>>> b\n', "line 4, column 1: a merge conflict"),
    ],
    ids=["whole", "half mended", "diff3", "a fault before it"],
)
def test_a_merge_conflict_is_called_by_its_name(text: str, place: str) -> None:
    with pytest.raises(ValueError, match=place) as caught:
        load(text)
    assert "delete the marker lines" in str(caught.value)


def test_signs_of_a_conflict_in_a_name_are_none() -> None:
    assert load('{"p": {"<<<<<<< HEAD": 1}}') == {"p": {"<<<<<<< HEAD": 1}}


def test_a_file_without_measure() -> None:
    with pytest.raises(ValueError, match=r"more than 20,000,000 characters.*--reset"):
        load("[" * (MOST_CHARACTERS + 1))


@pytest.mark.parametrize("sign", ["{", "[", '"', '{"a":', "\n", "<"], ids=repr)
def test_the_largest_nonsense_is_refused_in_time(sign: str) -> None:
    text = sign * (MOST_CHARACTERS // len(sign))
    start = time.perf_counter()
    with pytest.raises(ValueError, match="line"):
        load(text)
    assert time.perf_counter() - start < 5


@given(st.text(max_size=60))
def test_any_nonsense_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"^line \d+, column \d+: "):
        load(text + "@")


@given(SETTLED, st.data())
def test_every_cut_is_noticed(settled: dict[str, dict[str, int]], data: st.DataObject) -> None:
    text = dump(settled)
    cut = data.draw(st.integers(0, len(text) - 2))
    with pytest.raises(ValueError, match="line"):
        load(text[:cut])
