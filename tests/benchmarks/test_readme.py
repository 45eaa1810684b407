"""README.md of benchmarks: a run of one leaves what others have written."""

from __future__ import annotations

from benchmarks.readme import HEAD, with_section

first = with_section("", "one", "1 s\n")
both = with_section(first, "two", "\n2 s")


def test_a_section_goes_behind_the_others() -> None:
    assert first == f"{HEAD}\n## one\n\n1 s\n"
    assert both == f"{first}\n## two\n\n2 s\n"


def test_a_section_is_replaced_where_it_stands() -> None:
    assert with_section(both, "one", "0.9 s\n\n| a |") == both.replace("1 s", "0.9 s\n\n| a |")


def test_what_stands_before_the_first_section_is_written_anew() -> None:
    assert with_section("# Old\n\nwords\n\n## one\n\n0 s\n", "one", "1 s") == first
