"""The fix that gives quotes another `color`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hugo_helpers.check.finding import Edit, Fix, Later

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hugo_helpers.check.post import Post


def recolored(post: Post, message: str, numbers: Iterable[int], color: str) -> Fix:
    """Write `color` for these quotes, by their numbers in the columns of the post."""

    def edits() -> Iterator[Edit]:
        for number in sorted(numbers):
            span = post.columns.span(number, "color")
            if span is not None:
                yield Edit(*span, color)

    return Fix("unsafe", message, Later(edits))
