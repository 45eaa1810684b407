"""H203: a parameter given twice in one call."""

import re
from collections.abc import Iterator

from hugo_helpers.check.finding import Applicability, Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.shortcodes.calls import Call, Param


@rule(
    "H203",
    what="A call gives the same parameter twice.",
    why="Hugo takes the last one and says nothing: what the first one says is lost.",
    bad='{{<matomeQuote body="Hello" userName="ann" color="red" color="">}}',
    good='{{<matomeQuote body="Hello" userName="ann" color="red">}}',
    how="Delete the one that is not meant. The fix keeps the page as it is: it deletes the first.",
)
def parameter_twice(post: Post) -> Iterator[Hit]:
    for call in _suspects(post):
        if len(call.named) == len(call.params) or not call.named:
            continue
        last = {param.name: param for param in call.params}
        for param in call.params:
            counts = last[param.name]
            if param is not counts:
                message = f"{param.name} is given again in this call, and only the last counts"
                yield Hit(param.start, param.end, message, _fix(post.text, call, param, counts))


def _suspects(post: Post) -> Iterator[Call]:
    """The calls that may have more parameters than names.

    To look at each parameter of a post takes long. A parameter is a name, `=`, and mostly a
    quote, so counting those is enough for nearly all posts; other equals signs stand in addresses.
    """
    text, start = post.text, post.front.body_start
    signs = text.count("=", start)
    named = sum([len(call.named) for call in post.calls])
    if signs == named:
        return
    odd = [match.start() for match in re.compile('=(?!")').finditer(text, start)]
    unquoted = any(re.search(r"\s[\w.-]+\Z", text[max(start, at - 80) : at]) for at in odd)
    if signs - len(odd) == named and not unquoted:
        return
    for call in post.calls:
        if text.count("=", call.start, call.end) > len(call.named):
            yield call


def _fix(text: str, call: Call, param: Param, counts: Param) -> Fix:
    end = param.end
    while end < call.end and text[end] in " \t\r\n":
        end += 1
    applicability: Applicability = "safe" if param.value == counts.value else "unsafe"
    return Fix(applicability, "delete this one", (Edit(param.start, end, ""),))
