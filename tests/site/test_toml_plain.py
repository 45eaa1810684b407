"""The quick way through TOML, held to Python's own reader."""

from __future__ import annotations

import tomllib
from datetime import date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hugo_helpers.site import toml_plain

READ = {
    "": {},
    "\n \r\n": {},
    "title = 'a \"b\" c'": {"title": 'a "b" c'},
    'title="it\'s"\r\ndraft = false\n': {"title": "it's", "draft": False},
    "date = 2025-02-05": {"date": date(2025, 2, 5)},
    "date = 2025-02-05T10:00:00": {"date": datetime(2025, 2, 5, 10)},
    "tags = []": {"tags": []},
    "tags = ['a', \"b\" , ]": {"tags": ["a", "b"]},
    "  a-1_b =  true  ": {"a-1_b": True},
}


@pytest.mark.parametrize("text", READ)
def test_what_it_reads(text: str) -> None:
    assert toml_plain.loads(text) == tomllib.loads(text) == READ[text]


LEFT = (
    "title = 'a' # why",
    "a.b = 'c'",
    "'a' = 'c'",
    "[params]",
    "a = 1",
    'a = "\\n"',
    'a = """b"""',
    "a = '''b'''",
    "a = 'b\nc'",
    "a = {b = 'c'}",
    "a = ['b', 1]",
    "a = ['b',\n'c']",
    "a = [,]",
    "a = 'b'\na = 'c'",
    "a = 'b' c = 'd'",
    "a = 2025-13-05",
    "a = 0000-01-01",
    "a = 2025-02-05T10:00:60",
    "a = 2025-02-05T10:00:00+24:00",
    "a = 10:00:00",
    "a = 'b\tc'",
    "a = ",
    "a",
)


@pytest.mark.parametrize("text", LEFT)
def test_what_it_leaves(text: str) -> None:
    assert toml_plain.loads(text) is None


MARKS = [*"ab'\"=[],.#-0125 \n\t\r\\{}", " = ", "''", '"x"', "'y'", "true", "false", ", "]
TIMES = ["2025-02-05", "T10:00:00", " 10:00:00", "Z", "+09:00", "-23:59"]
PIECES = st.sampled_from([*MARKS, *TIMES, "ü\x85", "\x7f", "\ufeff"])
LISTS = st.lists(st.sampled_from(["'a'", '"b"', "true", "'a", "''", "2025-02-05"]), max_size=4)
LINES = st.tuples(
    st.sampled_from(["a", "b", "tags", "A", " c ", "1", "-"]),
    st.sampled_from(["=", " = ", "\t=", " "]),
    st.lists(PIECES, max_size=8).map("".join) | LISTS.map(lambda values: f"[{', '.join(values)}]"),
).map("".join)
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.lists(LINES).map("\n".join)


@given(TEXTS)
@example("a = ''''")
@example("a = ['a' 'b']")
def test_it_reads_as_python_does(text: str) -> None:
    plain = toml_plain.loads(text)
    if plain is not None:
        read = tomllib.loads(text)
        assert plain == read
        assert list(map(type, plain.values())) == list(map(type, read.values()))
        assert list(plain) == list(read)
