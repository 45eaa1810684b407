"""H122: an inline shortcode is left open, and other shortcodes follow."""

from hugo_helpers.check.faults import fault_rule

fault_rule(
    "H122",
    "unclosed-inline",
    what="An inline shortcode is left open, and other shortcodes follow.",
    why="Hugo takes what follows for the template of the inline shortcode, and stops.",
    bad=('{{< a.inline >}}x\n{{< ref "/posts/" >}}'),
    good=('{{< a.inline >}}x{{< /a.inline >}}\n{{< ref "/posts/" >}}'),
    how="Close the inline shortcode.",
)
