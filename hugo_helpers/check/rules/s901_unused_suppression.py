"""S901: a comment that switches off what is not there."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "S901",
    what=(
        "A `matome-disable` comment names a rule that finds nothing there, or that there is not; "
        "or a comment that looks like one is none."
    ),
    why="It says that something is wrong here, and hides the finding if that ever comes true.",
    bad='<!-- matome-disable-next-line T203 -->\n{{<matomeQuote body="Hello" userName="ann">}}',
    good='{{<matomeQuote body="Hello" userName="ann">}}',
    how=(
        "Delete the code from the comment, or the comment. Codes of rules that were not on in a "
        "run, and of rules across the site where only a part of it was checked, are not judged."
    ),
)
def unused_suppression(_post: Post) -> Iterator[Hit]:
    """Only known when all rules have spoken, those across posts too: the runner reports it."""
    yield from ()
