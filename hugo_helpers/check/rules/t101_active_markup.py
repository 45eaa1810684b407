"""T101: markup that could act in a reader's browser."""

from collections.abc import Iterator

from hugo_helpers.check.finding import Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_active import active


@rule(
    "T101",
    what=(
        "A quote or a fold's summary holds markup that could act in a reader's browser: `<script>` "
        "and its like, event handlers (`onerror=`), `javascript:` addresses; also written with "
        "entities, in mixed case or with control characters inside."
    ),
    why=(
        "The text is a stranger's. Our shortcodes show all of it as text, but a template that "
        "trusts it, a feed or another theme would run it in the browser of every reader."
    ),
    bad='{{<matomeQuote body="Hi <img src=x onerror=alert(1)>" userName="ann">}}',
    good='{{<matomeQuote body="Hi ＜img src=x onerror=alert(1)＞" userName="ann">}}',
    how=(
        "Delete it, or write its `<` and `>` (of a Markdown link: the brackets) as full-width "
        "signs: readers still see the text, and no browser takes it for markup. `--fix` does that."
    ),
)
def active_markup(post: Post) -> Iterator[Hit]:
    for one in active(post):
        message = f"could act in a reader's browser: {one.what}"
        fix = Fix("safe", "make it visible text", one.edits)
        yield Hit(one.start, one.end, message, fix)
