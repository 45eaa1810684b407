"""H215: quotes that are none to Hugo."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_places import call_at
from hugo_helpers.shortcodes.calls import Call

_PAIRS = dict(zip("'＇‘’“”„＂«「『", "'＇’’””“＂»」』", strict=True))
_OPENING = f"=([{''.join(_PAIRS)}])"
_LONGEST = 20_000


@rule(
    "H215",
    what="A value stands in single, curly or Japanese quotes.",
    why=(
        'Hugo knows `"…"` and backticks alone. Other quotes become a part of the value, and a '
        "space in it ends it."
    ),
    bad="{{< figure src='cat.jpg' >}}",
    good='{{< figure src="cat.jpg" >}}',
    how='Write `"` on both sides, as `--fix` does.',
)
def foreign_quotes(post: Post) -> Iterator[Hit]:
    for found in re.compile(_OPENING).finditer(post.text, post.front.body_start):
        at = found.start(1)
        call = call_at(post, at)
        if call is None or _is_quoted(call, at):
            continue
        if call.start in post.garbled and "\n" in post.text[call.start : at]:
            continue  # what was to be a tag is over
        end = post.text.find(_PAIRS[found[1]], at + 1, at + _LONGEST)
        written = post.text[at + 1 : end] if end > 0 else ""
        if end < 0 or re.search(r'["\\\n]|[<>%]\}\}|\{\{', written):
            yield Hit(at, at + 1, f"{found[1]} is no quote to Hugo, but a part of the value")
            continue
        fix = Fix("safe", 'write "', (Edit(at, at + 1, '"'), Edit(end, end + 1, '"')))
        message = f"{found[1]}…{post.text[end]} are no quotes to Hugo, but a part of the value"
        yield Hit(at, end + 1, message, fix)


def _is_quoted(call: Call, at: int) -> bool:
    """Whether a character stands inside a value that is in quotes of Hugo's."""
    starts, ends = _quoted(call)
    index = bisect_left(starts, at) - 1
    return index >= 0 and at < ends[index]


@lru_cache(maxsize=1)
def _quoted(call: Call) -> tuple[list[int], list[int]]:
    quoted = [param for param in call.params if param.quoting]
    return [param.start for param in quoted], [param.end for param in quoted]
