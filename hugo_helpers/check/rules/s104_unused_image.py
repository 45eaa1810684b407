"""S104: a thumbnail that nothing uses."""

import re
from collections.abc import Iterator, Sequence

from hugo_helpers.check.finding import Location
from hugo_helpers.check.post import Context, Post
from hugo_helpers.check.rule import Fact, SiteFact, SiteHit, site_rule

_NAME = r"thumbnails/[^\s\"'<>()`\\,;\[\]]{1,200}"


def named(post: Post) -> Iterator[Fact]:
    names = sorted(set(re.findall(_NAME, post.text)))
    if names:
        yield Fact(names, 0, 0)


@site_rule(
    "S104",
    what=(
        "An image in assets/thumbnails/ or static/thumbnails/ is named by no post, no template, no "
        "configuration and no style sheet of the site. Cards, which Matome draws, are left out."
    ),
    why=(
        "What lies in static/ is copied into every build, and nobody dares to delete images of "
        "which nobody knows who uses them."
    ),
    bad="assets/thumbnails/old.jpg, and no post with featureimage = 'thumbnails/old.jpg'",
    good="assets/thumbnails/blue.jpg, and a post with featureimage = 'thumbnails/blue.jpg'",
    how="Delete it. One that Matome draws comes back when a post names it again.",
    collect=named,
)
def unused_image(facts: Sequence[SiteFact], context: Context) -> Iterator[SiteHit]:
    from hugo_helpers.site.pictures import mentioned, thumbnails

    used = {name for fact in facts for name in fact.value}
    left = {name: at for name, at in thumbnails(context.site).items() if name not in used}
    kept = mentioned(context.site, left)
    for name, path in left.items():
        if name not in kept:
            start = Location(1, 1)
            place = SiteFact(context.site.name(path), None, start, start)
            yield SiteHit(place, "no post and no template of the site uses this image")
