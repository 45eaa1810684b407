"""Q112: a value that matomeQuote shows as text, because it may not use it."""

import re
from collections.abc import Iterator

from hugo_helpers.check.parameters import of_form, our_forms
from hugo_helpers.check.post import Post
from hugo_helpers.check.quote_ids import GIVEN
from hugo_helpers.check.rule import Hit, rule

_REST = r"[^ \x00-\x1f\"<>\\^{|}`]*+"
_URL = (
    rf"https?://[A-Za-z0-9_.-]++(?::[0-9]{{1,5}})?(?:[/?#]{_REST})?"
    rf"|/(?:[A-Za-z0-9_~.%-]{_REST})?"
)
_IMAGE = r"/?(?:[\w~-][\w~.@-]*+/)*+[\w~-][\w~.@-]*\.(?:png|jpe?g|gif|webp|avif|svg)"
_ALLOWED = {
    "id": (GIVEN, "letters of English, digits, _ . : -"),
    "replyTo": (GIVEN, "the id of a quote"),
    "url": (_URL, "an address with http:// or https://, or a path that starts with /"),
    "avatar": (_IMAGE, "an image of this site: pictures/ann.png"),
    "side": (r"left|right", "left or right"),
}
"""As in layouts/partials/matome/extra.html; what is allowed, in words."""


@rule(
    "Q112",
    what=(
        "`id`, `replyTo`, `url`, `avatar` or `side` of a quote or bubble holds something that the "
        "shortcode does not use."
    ),
    why="The shortcode warns, and shows the value as text below the bubble instead.",
    bad='{{<matomeQuote body="Hello" userName="ann" side="middle">}}',
    good='{{<matomeQuote body="Hello" userName="ann" side="right">}}',
    how=(
        "Images come from the site itself, addresses have http, https or start with /, ids are "
        "made of English letters, digits and _ . : -, and sides are left and right."
    ),
)
def value_not_allowed(post: Post) -> Iterator[Hit]:
    for name, form in our_forms(post):
        given = _ALLOWED.keys() & form[1:]
        for call in of_form(post, form) if given and name != "details" else ():
            for param in call.params:
                pattern, allowed = _ALLOWED.get(param.name or "", ("", ""))
                if pattern and param.value and not re.fullmatch(pattern, param.value):
                    message = f"not allowed as {param.name}: {param.value[:60]!r}; write {allowed}"
                    yield Hit(param.value_start, param.value_end, message)
