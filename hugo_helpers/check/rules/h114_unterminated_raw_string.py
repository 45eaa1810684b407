"""H114: a raw string, opened by a backtick, is never closed."""

from hugo_helpers.check.faults import fault_rule

fault_rule(
    "H114",
    "unterminated-raw-string",
    what="A raw string, opened by a backtick, is never closed.",
    why="Hugo stops, or takes the rest of the file for the value.",
    bad="{{< ref `/posts/ >}}",
    good="{{< ref `/posts/` >}}",
    how="Write the closing backtick.",
)
