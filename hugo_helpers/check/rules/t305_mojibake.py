"""T305: text that was decoded wrongly."""

from collections.abc import Iterator

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_mojibake import garbled


@rule(
    "T305",
    what=(
        "The file holds text that was decoded as another encoding than it was written in (`â€™`, "
        "`Ã©`, `æ—¥æœ¬`, `縺薙ｓ縺ｫ縺｡縺ｯ`), or U+FFFD, which stands for what could not be "
        "decoded. Kanji without kana are told where two stand together, in Shift_JIS three."
    ),
    why="Nobody can read it.",
    bad='{{<matomeQuote body="I donâ€™t" userName="ann">}}',
    good='{{<matomeQuote body="I don’t" userName="ann">}}',
    how=(
        "Fetch the text again and decode it as UTF-8. `--unsafe-fixes` turns back what can be "
        "turned back; what became U+FFFD is lost, and what stands beside a lost byte is left."
    ),
)
def mojibake(post: Post) -> Iterator[Hit]:
    for one in garbled(post):
        if not one.taken_for:
            lost = f"U+FFFD ({one.end - one.start}): characters were lost when this was decoded"
            yield Hit(one.start, one.end, lost)
            continue
        message = f"spoilt text: {one.taken_for}"
        fix = None
        if one.meant and not set(one.meant) & {'"', "\\", "`", "\n"}:
            fix = Fix("unsafe", "turn it back", (Edit(one.start, one.end, one.meant),))
        yield Hit(one.start, one.end, message, fix)
