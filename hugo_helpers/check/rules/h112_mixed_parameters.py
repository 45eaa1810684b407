"""H112: named and positional parameters stand in one call."""

from hugo_helpers.check.faults import fault_rule

fault_rule(
    "H112",
    "mixed-parameters",
    what="Named and positional parameters stand in one call.",
    why=(
        "Hugo stops: `Cannot mix named and positional parameters`. Mostly a quote sign ends "
        "a value too early, or a name is missing."
    ),
    bad='{{< figure "a.png" alt="A" >}}',
    good='{{< figure src="a.png" alt="A" >}}',
    how='Give every parameter a name, or none; write `\\"` for a quote sign inside a value.',
)
