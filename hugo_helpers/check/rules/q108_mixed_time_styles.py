"""Q108: times in different styles in one post."""

from collections import Counter
from collections.abc import Iterator

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.time_forms import in_zone
from hugo_helpers.check.time_values import parse, restyled


@rule(
    "Q108",
    what="The quotes of one post write their times in different styles, or some with a zone.",
    why=(
        "Mostly two imports came together. Times with a zone and times without one may then be "
        "hours apart, and tools that sort the text of times sort wrongly."
    ),
    bad='{{<matomeQuote body="a" userName="ann" createdAt="2025-02-28T10:00:00">}}\n'
    '{{<matomeQuote body="b" userName="bob" createdAt="2025-02-28T10:05:00">}}\n'
    '{{<matomeQuote body="c" userName="eve" createdAt="2025/02/28 10:10:00">}}',
    good='{{<matomeQuote body="a" userName="ann" createdAt="2025-02-28T10:00:00">}}\n'
    '{{<matomeQuote body="b" userName="bob" createdAt="2025-02-28T10:05:00">}}\n'
    '{{<matomeQuote body="c" userName="eve" createdAt="2025-02-28T10:10:00">}}',
    how=(
        "Write all in one style. The fix takes the one that most quotes have. Where others have a "
        "zone, or have none, it turns them by `timezone` of `[params.matome]`: no moment changes."
    ),
)
def mixed_time_styles(post: Post) -> Iterator[Hit]:
    times = post.columns.times
    styles = [found[1] if (found := parse(written)) else None for written in times]
    counted = Counter([style for style in styles if style and style.between])
    usual = max(counted, key=counted.__getitem__, default=None)
    for style, call in zip(styles, post.columns.calls, strict=True):
        if style is None or usual is None or not style.between or style == usual:
            continue
        param = call.param("createdAt")
        if param is None:
            continue
        fix, message = None, "most times of this post are written in another style"
        if style.zone != usual.zone:
            message = f"most times of this post have {'a' if usual.zone else 'no'} zone"
        if param.value == (raw := post.text[param.value_start : param.value_end]):
            right = restyled(raw, usual) or in_zone(raw, usual, post.context.site.timezone)
            edits = (Edit(param.value_start, param.value_end, right or raw),)
            fix = Fix("safe", f"write {right}", edits) if right else None
        yield Hit(param.value_start, param.value_end, message, fix)
