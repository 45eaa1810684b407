"""H107: a shortcode that must be closed is left open."""

from hugo_helpers.check.faults import fault_rule

fault_rule(
    "H107",
    "unclosed-shortcode",
    what="A shortcode that must be closed is left open.",
    why=("Hugo stops: a template that uses `.Inner` needs a closing tag, or a self-closing one."),
    bad=('{{< details summary="More" >}}\nText'),
    good=('{{< details summary="More" >}}\nText\n{{< /details >}}'),
    how="Add the closing tag behind what belongs into the shortcode.",
)
