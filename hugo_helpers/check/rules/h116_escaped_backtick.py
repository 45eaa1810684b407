"""H116: a backslash stands before a backtick inside a quoted value."""

from hugo_helpers.check.faults import fault_rule

fault_rule(
    "H116",
    "escaped-backtick",
    what="A backslash stands before a backtick inside a quoted value.",
    why="Hugo stops: `unrecognized escape character`.",
    bad='{{<matomeQuote body="press \\` once" userName="ann">}}',
    good='{{<matomeQuote body="press ` once" userName="ann">}}',
    how="Delete the backslash: inside quotes a backtick needs none.",
)
