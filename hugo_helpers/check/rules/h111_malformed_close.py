"""H111: something stands between the name and the end of a closing tag."""

from hugo_helpers.check.faults import fault_rule

fault_rule(
    "H111",
    "malformed-close",
    what="Something stands between the name and the end of a closing tag.",
    why="Hugo stops: a closing tag holds a name and nothing else.",
    bad="{{< details >}}Text{{< /details x >}}",
    good="{{< details >}}Text{{< /details >}}",
    how="Delete what stands behind the name.",
)
