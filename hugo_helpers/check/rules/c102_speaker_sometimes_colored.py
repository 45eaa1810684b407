"""C102: one speaker, sometimes with a colour and sometimes without."""

from collections.abc import Iterator

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "C102",
    "speaker-sometimes-colored",
    "warning",
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
            param = post.columns.calls[list(used.values())[1]].param("color")
            if param is not None:
                message = (
                    f"{user[:40]!r} is highlighted in some quotes ({color[:30]}) and not in others"
                )
                yield Hit(param.value_start, param.value_end, message, _fix(post, user))


def _fix(post: Post, user: str) -> Fix:
    columns = post.columns
    numbers = [number for number in post.quotes_of[user] if columns.colors[number]]
    params = [columns.calls[number].param("color") for number in numbers]
    edits = [Edit(p.value_start, p.value_end, "") for p in params if p is not None]
    return Fix("unsafe", "highlight none of them", tuple(edits))
