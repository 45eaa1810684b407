"""H113: a value in quotes does not end on its line."""

from hugo_helpers.check.faults import fault_rule

fault_rule(
    "H113",
    "unterminated-quote",
    what="A value in quotes does not end on its line.",
    why="Hugo stops: `unterminated quoted string in shortcode parameter-argument`.",
    bad='{{< ref "/posts/ >}}',
    good='{{< ref "/posts/" >}}',
    how=(
        "Close the quotes. For a line break inside a value write `<br>`, or put the value "
        "between backticks."
    ),
)
