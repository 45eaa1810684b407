"""H118: a character stands in a tag where none of its kind may, often a full-width space."""

from hugo_helpers.check.faults import fault_rule

fault_rule(
    "H118",
    "unrecognized-character",
    what="A character stands in a tag where none of its kind may, often a full-width space.",
    why="Hugo stops: `unrecognized character in shortcode action`.",
    bad='{{< ref\u3000"/posts/" >}}',
    good='{{< ref "/posts/" >}}',
    how="Write a plain space, or put the character inside quotes.",
)
