"""H105: a shortcode tag is opened and its end is missing."""

from hugo_helpers.check.faults import fault_rule

fault_rule(
    "H105",
    "unclosed-tag",
    what="A shortcode tag is opened and its end is missing.",
    why="Hugo stops: `unclosed shortcode action`.",
    bad=('{{< ref "/posts/"\n\nText'),
    good=('{{< ref "/posts/" >}}\n\nText'),
    how="Write `>}}` (or `%}}`) at the end of the tag.",
)
