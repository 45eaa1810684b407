"""C102: one speaker, sometimes with a colour and sometimes without."""

from collections.abc import Iterator

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
    bad='{{<matomeQuote body="…" userName="ann" color="#ff5733">}}\n'
    '{{<matomeQuote body="…" userName="ann" color="">}}',
    good='{{<matomeQuote body="…" userName="ann" color="">}}\n'
    '{{<matomeQuote body="…" userName="ann" color="">}}',
    how=(
        "Empty `color` where no highlight is meant. Where you do highlight single quotes on "
        'purpose, switch the rule off: ignore = ["C102"] in matome.toml.'
    ),
)
def speaker_sometimes_colored(post: Post) -> Iterator[Hit]:
    for user, used in post.colors.items():
        # Two real colours are C101's to tell: one mistake, one finding.
        if len(used) == 2 and "" in used:
            color = next(c for c in used if c)
            param = list(used.values())[1]
            message = f"{user!r} is highlighted in some quotes ({color}) and not in others"
            yield Hit(param.value_start, param.value_end, message)
