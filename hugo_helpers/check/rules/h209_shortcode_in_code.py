"""H209: a shortcode in a code block, which runs all the same."""

from collections.abc import Iterator

from hugo_helpers.check.code_places import hidden_calls
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.shown_calls import shown

_PLACES = {
    "block": "in a code block",
    "indented": "behind four spaces, which make a code block,",
    "inline": "between backticks",
    "highlight": "inside highlight",
}
_VALUES = frozenset({"param", "ref", "relref"})
"""Shortcodes that give a plain value, which may well be wanted in code."""


@rule(
    "H209",
    what="A shortcode stands in a code block, in inline code, or inside `highlight`.",
    why=(
        "Hugo runs it all the same: the reader sees what the shortcode makes, often as raw HTML, "
        "and not the call that was to be shown."
    ),
    bad='~~~\n{{< figure src="cat.jpg" >}}\n~~~',
    good='~~~\n{{</* figure src="cat.jpg" */>}}\n~~~',
    how=(
        "To show the call, put a comment's signs inside the tag: `{{</* name */>}}`. To run it, "
        "take it out of the code. `param`, `ref` and `relref`, which give plain values, are not "
        "spoken of."
    ),
)
def shortcode_in_code(post: Post) -> Iterator[Hit]:
    for call, kind in hidden_calls(post):
        place = _PLACES.get(kind)
        if place is not None and call.name.lower() not in _VALUES:
            message = f"{call.name} {place} is not shown, it runs"
            yield Hit(call.start, call.end, message, shown(post.text, call, "unsafe"))
