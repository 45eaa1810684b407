"""H106: a tag begins with one delimiter and ends with the other."""

from hugo_helpers.check.faults import fault_rule

fault_rule(
    "H106",
    "wrong-delimiter",
    what="A tag begins with one delimiter and ends with the other.",
    why="Hugo stops: tags are `{{< … >}}` or `{{% … %}}`, never a mixture.",
    bad='{{< ref "/posts/" %}}',
    good='{{< ref "/posts/" >}}',
    how="End the tag with the delimiter that it began with.",
)
