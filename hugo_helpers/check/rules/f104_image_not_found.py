"""F104: a featureimage that leads to no image."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "F104",
    what="`featureimage` names an image that the site does not have and that cannot be drawn.",
    why="The post is listed and shared without its image.",
    bad="+++\ntitle = 'S1 beats R1?'\nfeatureimage = 'thumbnails/bleu.jpg'\n+++",
    good="+++\ntitle = 'S1 beats R1?'\nfeatureimage = 'thumbnails/blue.jpg'\n+++",
    how=(
        "Name a file below assets/ or static/ of the site, or one that Matome draws: "
        "thumbnails/COLOUR.jpg or thumbnails/COLOUR_COLOUR.jpg with CSS colour names."
    ),
)
def image_not_found(post: Post) -> Iterator[Hit]:
    name = post.front.text_of("featureimage")
    if name and not post.context.has_image(name, post.page.path):
        place = post.front.locate(post.text, "featureimage")
        yield Hit(*place, f"no image of this name: {name[:80]!r}")
