"""H103: a shortcode tag holds no name."""

from hugo_helpers.check.faults import fault_rule

fault_rule(
    "H103",
    "no-name",
    what="A shortcode tag holds no name.",
    why="Hugo stops: `shortcode has no name`.",
    bad="{{< >}}",
    good='{{< details summary="More" >}}…{{< /details >}}',
    how="Write the name behind the opening delimiter, or delete the tag.",
)
