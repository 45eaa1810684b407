"""H127: an address in the front matter that Hugo refuses."""

from collections.abc import Iterator

from hugo_helpers.check import front_addresses, front_fields
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "H127",
    what=(
        "`url` or `aliases` begins with http, is the home page's, holds a token that Hugo does not "
        "know, a broken `%` or a control character, or it or `slug` is too long for a file's name."
    ),
    why="Hugo stops, in some of these cases with pages of traces that name no file.",
    bad="+++\ntitle = 'S1 beats R1?'\naliases = ['https://example.org/s1/']\n+++",
    good="+++\ntitle = 'S1 beats R1?'\naliases = ['/s1/']\n+++",
    how="Write the path alone, from the site's root.",
)
def refused_address(post: Post) -> Iterator[Hit]:
    for wrong in front_addresses.addresses(post.fields, post.context.hugo):
        yield front_fields.hit(post, wrong)
