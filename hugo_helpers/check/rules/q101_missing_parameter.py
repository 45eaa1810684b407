"""Q101: a quote without what a quote needs."""

from collections.abc import Iterator

from hugo_helpers.check.parameters import OURS, REQUIRED, meant, of_form, our_forms
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "Q101",
    what="A matomeQuote has no `body` or no `userName`, or a matomeBubble no `userName`.",
    why="The shortcode refuses it, and Hugo stops. An empty value would be enough.",
    bad='{{<matomeQuote body="Hello">}}',
    good='{{<matomeQuote body="Hello" userName="ann">}}',
    how="Add the parameter.",
)
def missing_parameter(post: Post) -> Iterator[Hit]:
    for name, form in our_forms(post):
        given = form[1:]
        missing = [one for one in REQUIRED.get(name, ()) if one not in given]
        if not missing or "" in given:
            continue
        # One that is only misspelt is told by Q102.
        wrong = [right for one in given if one not in OURS[name] and (right := meant(one, missing))]
        missing = [one for one in missing if one not in {right.name for right in wrong}]
        for call in of_form(post, form) if missing else ():
            names = " and no ".join(missing)
            start = call.name_start
            yield Hit(start, start + len(call.name), f"this {call.name} has no {names}")
