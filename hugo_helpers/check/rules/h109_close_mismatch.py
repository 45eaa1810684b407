"""H109: a closing tag names another shortcode than the one that is open."""

from hugo_helpers.check.faults import fault_rule

fault_rule(
    "H109",
    "close-mismatch",
    what="A closing tag names another shortcode than the one that is open.",
    why="Hugo stops: `closing tag does not match start tag`.",
    bad='{{< details summary="More" >}}Text{{< /detail >}}',
    good='{{< details summary="More" >}}Text{{< /details >}}',
    how="Close the shortcode that was opened last, by the same name in the same case.",
)
