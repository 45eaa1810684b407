"""H120: a commented shortcode, `{{</*`, is never closed by `*/>}}`."""

from hugo_helpers.check.faults import fault_rule

fault_rule(
    "H120",
    "unclosed-comment",
    what="A commented shortcode, `{{</*`, is never closed by `*/>}}`.",
    why="Hugo stops: `comment must be closed`.",
    bad="{{</* details >}}",
    good="{{</* details */>}}",
    how="Write `*/>}}` at the end.",
)
