"""H108: a closing tag stands where no shortcode is open."""

from hugo_helpers.check.faults import fault_rule

fault_rule(
    "H108",
    "close-without-open",
    what="A closing tag stands where no shortcode is open.",
    why="Hugo stops: `got closing shortcode, but none is open`.",
    bad=("Text\n{{< /details >}}"),
    good=('{{< details summary="More" >}}\nText\n{{< /details >}}'),
    how="Delete the closing tag, or add the opening one.",
)
