"""Who speaks in a thread, and who meets whom."""

from __future__ import annotations

import pytest

from hugo_helpers.colors.cast import cast

CASES = [
    ("nobody", "", "", []),
    ("one", "a", "a", [""]),
    ("one who goes on", "aa", "a", [""]),
    ("two", "ab", "ab", ["b", "a"]),
    ("the one who speaks most comes first", "abb", "ba", ["a", "b"]),
    ("of two who speak as often, who speaks first", "cab", "cab", ["a", "cb", "a"]),
    ("a word in between", "aab", "ab", ["b", "a"]),
    ("each meets two", "abcab", "abc", ["bc", "ac", "ab"]),
]


@pytest.mark.parametrize(
    ("speakers", "names", "meets"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_cast(speakers: str, names: str, meets: list[str]) -> None:
    found = cast(speakers)
    assert "".join(found.names) == names
    assert [{found.names[other] for other in others} for others in found.meets] == [
        set(others) for others in meets
    ]


def test_names_are_kept_apart_as_they_are_written() -> None:
    names = ["", " ", "a", "A", "ａ", "a ", "が", "か\u3099", "a" * 10_000]
    assert set(cast(names).names) == set(names)
