"""Q205: a long thread without folds."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.tails import folded
from hugo_helpers.shortcodes.thread import BUBBLE


@rule(
    "Q205",
    what="More than 50 quotes of a post stand outside of folds.",
    why=(
        "The reader on a phone scrolls through all of them before the page ends, and every one is "
        "drawn at once."
    ),
    bad="51 quotes, one after the other",
    good='20 quotes, and the others in {{< details summary="More (1)" >}}…{{< /details >}}',
    how=(
        "Put the tail of the thread into folds: `--unsafe-fixes` leaves 20 quotes in the open and "
        "makes a fold of every 20 behind them. `most-unfolded = 80` in matome.toml sets another "
        "number."
    ),
)
def long_unfolded(post: Post) -> Iterator[Hit]:
    most = post.context.most_unfolded
    columns = post.columns
    open_ones = [number for number, folded in enumerate(columns.folded) if not folded]
    if len(open_ones) <= most and BUBBLE not in post.names:
        return
    top = [columns.calls[number] for number in open_ones]
    if BUBBLE in post.names:
        top += [call for call in post.document.calls if call.name.lower() == BUBBLE]
    if len(top) > most:
        first = sorted(top, key=lambda call: call.start)[most]
        message = f"{len(top)} quotes outside of folds; from here on they could be folded"
        end = first.name_start + len(first.name)
        yield Hit(first.name_start, end, message, folded(post))
