"""H119: a name holds a period, and is not the name of an inline shortcode."""

from hugo_helpers.check.faults import fault_rule

fault_rule(
    "H119",
    "period-in-name",
    what="A name holds a period, and is not the name of an inline shortcode.",
    why="Hugo stops: `period in shortcode name only allowed for inline identifiers`.",
    bad='{{< ref.time "/posts/" >}}',
    good='{{< ref "/posts/" >}}',
    how="Name the template without a period; inline shortcodes end in `.inline`.",
)
