"""H117: a value without quotes swallows the end of its tag."""

from hugo_helpers.check.faults import fault_rule

fault_rule(
    "H117",
    "unquoted-value",
    what="A value without quotes swallows the end of its tag.",
    why=(
        "Hugo takes `>}}` for a part of the value, reads on to the end of the file, and "
        "stops there."
    ),
    bad="{{< ref path=/posts/>}}",
    good='{{< ref path="/posts/" >}}',
    how="Put the value in quotes.",
)
