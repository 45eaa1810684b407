"""H121: a shortcode stands inside an inline shortcode."""

from hugo_helpers.check.faults import fault_rule

fault_rule(
    "H121",
    "nested-inline",
    what="A shortcode stands inside an inline shortcode.",
    why="Hugo stops: `inline shortcodes do not support nesting`.",
    bad='{{< a.inline >}}{{< ref "/posts/" >}}{{< /a.inline >}}',
    good="{{< a.inline >}}x{{< /a.inline >}}",
    how="Move the inner shortcode out, or make a template of the inline one.",
)
