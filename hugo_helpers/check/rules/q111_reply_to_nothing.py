"""Q111: an answer to a quote that is not on the page."""

import re
from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.quote_ids import GIVEN, Ids, ids
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.shortcodes.calls import Call


@rule(
    "Q111",
    what="`replyTo` names no `id` of a quote on this page, or the quote's own.",
    why="The reader presses the answer's link, and nothing happens.",
    bad='{{<matomeQuote body="a" userName="ann" id="start">}}\n'
    '{{<matomeQuote body="b" userName="bob" replyTo="strat">}}',
    good='{{<matomeQuote body="a" userName="ann" id="start">}}\n'
    '{{<matomeQuote body="b" userName="bob" replyTo="start">}}',
    how=(
        "Give the quote that is answered an `id`, and name that one. The ids that the page makes "
        "itself (`q-…`) are known as well."
    ),
)
def reply_to_nothing(post: Post) -> Iterator[Hit]:
    if not any("replyTo" in form for form in post.forms):
        return
    found = ids(post)
    told = 0
    for call in post.columns.calls:
        target = call.named.get("replyTo", "")
        # One that may not be used is Q112's.
        message = _problem(post, call, target, found) if re.fullmatch(GIVEN, target) else ""
        param = call.param("replyTo") if message else None
        if param is not None:
            told += 1
            # To look for what was meant takes time, and after some it helps nobody.
            near = _near(target, found) if told <= 20 and target != call.named.get("id") else ""
            yield Hit(param.value_start, param.value_end, message + near)


def _problem(post: Post, call: Call, target: str, found: Ids) -> str:
    if target == call.named.get("id"):
        return "this quote answers itself"
    if found.may_hold(target):
        return ""
    elsewhere = (f"#{target}}}", f'id="{target}"')
    if any(written in post.outside for written in elsewhere):
        return ""
    return f"no quote on this page has the id {target[:40]!r}"


def _near(target: str, found: Ids) -> str:
    from difflib import get_close_matches

    near = get_close_matches(target[:60], found.given[:500], 1)
    return f"; did you mean {near[0]!r}?" if near else ""
