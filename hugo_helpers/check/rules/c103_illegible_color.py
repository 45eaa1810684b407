"""C103: a colour that cannot be read on the page's background."""

from collections.abc import Iterator

from hugo_helpers.check.css_colors import RGB, contrast, rgb
from hugo_helpers.check.parameters import is_ours
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule

_LIGHT, _DARK = "#ffffff", "#22252d"
_TEXT, _BOTH = 4.5, 3.0


@rule(
    "C103",
    what=(
        "A `color` has too little contrast with the page's background: less than 4.5:1 on a site "
        "of one scheme, less than 3:1 on light or dark where the reader chooses between them. "
        "Only where quotes are drawn in the colours that are written."
    ),
    why=(
        "Text in that colour cannot be read by everyone (WCAG 2.2, 1.4.3). A matomeQuote of the "
        "site's own may draw it all the same. Matome's draws hues that can be read, and `color` "
        'only highlights; with `colors = "literal"` in `[params.matome]` it changes the colour '
        "until it can be read, so that the page shows another one than was written."
    ),
    bad='{{<matomeQuote body="Hello" userName="ann" color="#45d325">}}',
    good='{{<matomeQuote body="Hello" userName="ann" color="#1c7a3d">}}',
    how=(
        "Take a darker colour on a light page, a lighter one on a dark page. No colour reaches "
        "4.5:1 on both. `scheme` in `[params.matome]` says which the page has: auto, light or dark."
    ),
)
def illegible_color(post: Post) -> Iterator[Hit]:
    colors = set(post.columns.colors)
    if colors == {""} or not colors or not _literal(post):
        return
    least, grounds = _grounds(post)
    low = {color: worst for color in colors if (worst := _worst(color, grounds)) < least}
    told: set[str] = set()
    for number, color in enumerate(post.columns.colors):
        if color not in low or color in told:
            continue
        if (span := post.columns.span(number, "color")) is not None:
            told.add(color)
            message = (
                f"{color[:40]} has a contrast of {low[color]:.1f}:1 with the page, not {least}:1"
            )
            yield Hit(*span, message)


def _literal(post: Post) -> bool:
    return post.context.site.matome.get("colors") == "literal" or _foreign(post)


def _foreign(post: Post) -> bool:
    """Whether the site has a matomeQuote of its own, of which only the name is known."""
    return not is_ours(post.context.templates, "matomequote")


def _grounds(post: Post) -> tuple[float, list[RGB]]:
    """The contrast that is asked for, and the backgrounds."""
    light, dark = rgb(_LIGHT) or (1, 1, 1), rgb(_DARK) or (0, 0, 0)
    scheme = post.context.site.matome.get("scheme", "light" if _foreign(post) else "auto")
    if scheme == "auto":
        return _BOTH, [light, dark]
    return _TEXT, [dark if scheme == "dark" else light]


def _worst(color: str, grounds: list[RGB]) -> float:
    """The least contrast with a background; that of black on white where it cannot be told."""
    seen = rgb(color)
    return 21.0 if seen is None else min([contrast(seen, ground) for ground in grounds])
