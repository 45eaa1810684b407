"""H216: text that was to be a shortcode."""

import re
from collections.abc import Iterator

from hugo_helpers.check.code_places import CODE, places
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule

_SPACE = "[ \t\u3000]"
_NAME = rf"{_SPACE}{{0,3}}/?{_SPACE}{{0,3}}([A-Za-z][\w/-]{{0,60}})(?![\w.=(])"
_TAG = (
    "(?<![{｛\\\\])(?:"
    rf"\{{\{{{_SPACE}{{1,3}}[<%＜％]{_NAME}"  # a space in the delimiter
    rf"|(?:\{{\{{(?:[＜％]|&lt;)|(?:｛[{{｛]|\{{｛){_SPACE}{{0,3}}[<%＜％]){_NAME}"  # wide signs
    rf"|\{{[<＜]{_NAME}(?=[^\n{{}}]{{0,2000}}[>＞]\}})"  # one brace
    rf"|\{{\{{{_SPACE}{{0,3}}(/?[A-Za-z][\w/-]{{0,60}}){_SPACE}{{1,9}}[A-Za-z]\w{{0,40}}=[\"`])"
)


@rule(
    "H216",
    what=(
        "Text looks like a call of a shortcode that there is, but its delimiter is none: a space "
        "in `{{ <`, one brace, full-width signs, or no sign behind the braces."
    ),
    why=(
        "Hugo sees no shortcode in it: readers see the tag as it is written, or nothing, where "
        "Markdown takes it for HTML."
    ),
    bad='{{ < figure src="cat.jpg" > }}',
    good='{{< figure src="cat.jpg" >}}',
    how="Write `{{<` and `>}}`, or `{{%` and `%}}`; put what is to be shown between backticks.",
)
def no_shortcode(post: Post) -> Iterator[Hit]:
    found = {}
    for start, end in post.gaps:
        for match in re.compile(_TAG).finditer(post.text, start, end):
            name = match[match.lastindex or 0].removeprefix("/")
            if name in post.context.templates:
                found[match.start(), match.end(match.lastindex or 0)] = name
    kinds = places(post, tuple(found)) if found else {}
    for (start, end), name in found.items():
        if kinds.get(start) not in CODE:
            message = f"this calls no {name}: a tag begins with {{{{< or {{{{%, without a space"
            yield Hit(start, end, message)
