"""H125: a field of the front matter that Hugo wants in another shape."""

from collections.abc import Iterator

from hugo_helpers.check import front_fields
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "H125",
    what=(
        "`build`, `cascade`, `params`, `sitemap` or `sites` is no table or holds a value of "
        "another kind than Hugo wants, or `kind` or `_build` is not for this version of Hugo."
    ),
    why="Hugo stops: these fields it reads itself, and it wants them in one shape.",
    bad="+++\ntitle = 'S1 beats R1?'\nbuild = 'never'\n+++",
    good="+++\ntitle = 'S1 beats R1?'\n[build]\nrender = 'never'\n+++",
    how="Write the field as the finding says; fields of your own go below `[params]`.",
)
def field_shape(post: Post) -> Iterator[Hit]:
    section = post.page.path.name.startswith("_index.")
    hugo, taxonomies = post.context.hugo, post.context.site.taxonomies
    for wrong in front_fields.shapes(post.fields, hugo, section=section):
        yield front_fields.hit(post, wrong)
    if "kind" in post.fields:
        for wrong in front_fields.stray_term(post.fields, hugo, post.work, taxonomies.values()):
            yield front_fields.hit(post, wrong)
