"""S105: a theme or module that is configured but not there."""

from collections.abc import Iterator, Sequence

from hugo_helpers.check.post import Context, Post
from hugo_helpers.check.rule import Fact, SiteFact, SiteHit, site_rule
from hugo_helpers.check.site_settings import place


def nothing(_post: Post) -> Iterator[Fact]:
    yield from ()


@site_rule(
    "S105",
    what="The configuration names a theme or module that is not on disk.",
    why=(
        "Hugo stops, or fetches it first. Its shortcodes cannot be read here: no shortcode counts "
        "as unknown then, and parameters of its are not checked."
    ),
    bad='theme = "matome"\nand no folder themes/matome/',
    good='theme = "matome"\nand the folder themes/matome/',
    how=(
        "Put the theme into themes/ (`matome init` does that for Matome's own), fetch the "
        "submodule (`git submodule update --init`), or vendor the module (`hugo mod vendor`)."
    ),
    collect=nothing,
)
def theme_not_on_disk(_facts: Sequence[SiteFact], context: Context) -> Iterator[SiteHit]:
    for component in context.site.components:
        if component.folder is None:
            name, start, end = place(context.site, component.name)
            fact = SiteFact(name, component.name, start, end)
            yield SiteHit(fact, f"{component.name[:80]} is not on disk: its shortcodes are unknown")
