"""H126: an output format that the site does not have."""

from collections.abc import Iterator

from hugo_helpers.check import front_fields, site_settings
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.site.versions import STRICT

_FORMATS = frozenset(
    (
        *("amp", "calendar", "css", "csv", "html", "json", "markdown", "robots", "rss"),
        *("sitemap", "webappmanifest"),
    )
)
_LATER = frozenset(("404", "alias", "gotmpl"))
"""Those that came with 0.123 or later."""


@rule(
    "H126",
    what="`outputs` names a format that neither Hugo nor the site's configuration has.",
    why='Hugo stops: `OutputFormat with key "htlm" not found`.',
    bad="+++\ntitle = 'S1 beats R1?'\noutputs = ['htlm']\n+++",
    good="+++\ntitle = 'S1 beats R1?'\noutputs = ['html']\n+++",
    how="Mend the name, or define the format below `[outputFormats]` in the configuration.",
)
def unknown_output(post: Post) -> Iterator[Hit]:
    hugo = post.context.hugo
    known = _FORMATS | _LATER if hugo >= STRICT else _FORMATS
    for name in front_fields.words(post.fields.get("outputs"), hugo):
        if name.lower() in known or (name and site_settings.mentions(post.context.site, name)):
            continue
        message = f"there is no output format {name[:40]!r}"
        yield front_fields.hit(post, front_fields.Wrong("outputs", "", message))
        return
