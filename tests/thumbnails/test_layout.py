"""Lines: the laws that every choice keeps, on made-up widths."""

from __future__ import annotations

import random

import pytest

from hugo_helpers.thumbnails.layout import Box, Lines, Measured, choose, cut
from hugo_helpers.thumbnails.linebreak import Break

BOX = Box(1056, 300, 128, 44)


def _measured(words: list[int], kind: Break = Break.PHRASE) -> Measured:
    """Words of so many clusters of half an em each, with a space between them."""
    widths, spaces, kinds = [], [], []
    for number, word in enumerate(words):
        if number:
            widths.append(0.25)
            spaces.append(True)
            kinds.append(Break.NEVER)
        for place in range(word):
            widths.append(0.5)
            spaces.append(False)
            kinds.append(kind if number and not place else Break.WORD if place else Break.NEVER)
    return Measured(widths, spaces, kinds)


def _within(text: Measured, lines: Lines, box: Box) -> bool:
    widths = [text.edges[end] - text.edges[start] for start, end in lines.spans]
    return max(widths) * lines.size <= box.width and lines.size <= box.tallest(len(lines.spans))


def test_whatever_is_chosen_fits_and_leaves_nothing_out() -> None:
    chosen = random.Random(11)
    for _ in range(300):
        text = _measured([chosen.randint(1, 12) for _ in range(chosen.randint(1, 25))])
        lines = choose(text, BOX)
        assert lines is not None
        assert BOX.smallest <= lines.size <= BOX.largest
        assert _within(text, lines, BOX)
        edges = [edge for span in lines.spans for edge in span]
        assert (edges[0], edges[-1]) == (0, text.count)
        assert all(
            after - before <= 1 for before, after in zip(edges[1::2], edges[2::2], strict=False)
        )


def test_words_stay_whole_while_they_fit() -> None:
    text = _measured([8] * 12)
    lines = choose(text, BOX)
    assert lines is not None
    assert all(text.kinds[start] == Break.PHRASE for start, _ in lines.spans[1:])


def test_a_word_longer_than_a_line_is_split() -> None:
    lines = choose(_measured([90]), BOX)
    assert lines is not None
    assert len(lines.spans) > 1


def test_lines_are_balanced() -> None:
    text = _measured([4] * 9)
    lines = choose(text, BOX)
    assert lines is not None
    counts = [end - start for start, end in lines.spans]
    assert max(counts) - min(counts) <= 5


def test_a_sentence_end_is_preferred() -> None:
    text = _measured([6, 6, 6, 6, 6, 6])
    text = Measured(
        [0.5] * 30,
        [False] * 30,
        [
            Break.SENTENCE if at == 12 else Break.PHRASE if at in (9, 15, 20) else Break.NEVER
            for at in range(30)
        ],
    )
    lines = choose(text, BOX)
    assert lines is not None
    assert 12 in [start for start, _ in lines.spans]


def test_what_never_fits_is_none() -> None:
    assert choose(_measured([20] * 60), BOX) is None


@pytest.mark.parametrize("words", [[200], [20] * 60, [1] * 300])
def test_cut_fills_the_box_and_no_more(words: list[int]) -> None:
    text = _measured(words)
    lines = cut(text, BOX, 1.0)
    assert lines.size == BOX.smallest
    assert len(lines.spans) == BOX.lines(BOX.smallest)
    widths = [text.edges[end] - text.edges[start] for start, end in lines.spans]
    assert max(widths) * lines.size <= BOX.width
    assert (widths[-1] + 1.0) * lines.size <= BOX.width


@pytest.mark.parametrize("lines", [1, 2, 3, 4, 5])
def test_as_many_lines_fit_as_the_tallest_size_says(lines: int) -> None:
    assert BOX.lines(BOX.tallest(lines)) >= lines
