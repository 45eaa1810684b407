"""C102: one speaker, sometimes with a colour and sometimes without."""

from collections.abc import Iterator, Mapping
from itertools import chain

from hugo_helpers.check.finding import Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.recoloring import recolored
from hugo_helpers.check.rule import Hit, rule


@rule(
    "C102",
    what="Some quotes of a user are highlighted by a colour, and others of the same user are not.",
    why=(
        "A highlight says: this quote matters. Where a tool drew colours at random, highlights "
        "mean nothing and only make the thread restless."
    ),
    bad='{{<matomeQuote body="Hello" userName="ann" color="#ff5733">}}\n'
    '{{<matomeQuote body="Hi" userName="ann" color="">}}',
    good='{{<matomeQuote body="Hello" userName="ann" color="">}}\n'
    '{{<matomeQuote body="Hi" userName="ann" color="">}}',
    how=(
        "Empty `color` where no highlight is meant, as the fix does. Where you do highlight "
        'single quotes on purpose, switch the rule off: ignore = ["C102"] in matome.toml.'
    ),
)
def speaker_sometimes_colored(post: Post) -> Iterator[Hit]:
    for user, used in post.colors.items():
        # Two real colours are C101's to tell: one mistake, one finding.
        if len(used) == 2 and "" in used:
            color = next(c for c in used if c)
            second = post.columns.span(list(used.values())[1][0], "color")
            if second is not None:
                message = (
                    f"{user[:40]!r} is highlighted in some quotes ({color[:30]}) and not in others"
                )
                yield Hit(*second, message, _fix(post, used))


def _fix(post: Post, used: Mapping[str, list[int]]) -> Fix:
    numbers = [number for number in chain(*used.values()) if post.columns.colors[number]]
    return recolored(post, "highlight none of them", numbers, "")
