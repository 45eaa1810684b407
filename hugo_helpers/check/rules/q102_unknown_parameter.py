"""Q102: a parameter that Matome's shortcodes do not take."""

from collections.abc import Iterator

from hugo_helpers.check.parameters import OURS, meant, of_form, our_forms, renamed
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.shortcodes.calls import Call, Param


@rule(
    "Q102",
    what=(
        "matomeQuote, matomeBubble or details is given a parameter that it does not take: "
        "misspelt, in the wrong case, or without a name."
    ),
    why="The shortcode refuses it, and Hugo stops.",
    bad='{{<matomeQuote body="Hello" username="ann">}}',
    good='{{<matomeQuote body="Hello" userName="ann">}}',
    how=(
        "Write the name that the message proposes; upper and lower case count. For shortcodes of "
        "your own see H204."
    ),
)
def unknown_parameter(post: Post) -> Iterator[Hit]:
    for name, form in our_forms(post):
        if OURS[name].issuperset(form[1:]):
            continue
        for call in of_form(post, form):
            for param in call.params:
                if param.name is None:
                    message = f"{call.name} takes parameters by their names only"
                    yield Hit(param.start, call.params[-1].end, message)
                    break
                if param.name not in OURS[name]:
                    yield _hit(call, param, param.name, OURS[name])


def _hit(call: Call, param: Param, name: str, known: frozenset[str]) -> Hit:
    right = meant(name, known)
    message = f"{call.name} has no parameter {name[:40]!r}"
    end = param.start + len(name)
    if right is None:
        return Hit(param.start, end, f"{message}; it takes {', '.join(sorted(known))}")
    message += f"; did you mean {right.name!r}?"
    return Hit(param.start, end, message, renamed(call, param, right, refused=True))
