"""H115: a quote sign inside a quoted value ends the value too early."""

from hugo_helpers.check.faults import fault_rule

fault_rule(
    "H115",
    "unescaped-quote",
    what="A quote sign inside a quoted value ends the value too early.",
    why="Hugo reads what follows as parameters, and stops.",
    bad='{{<matomeQuote body="She said "no" to it" userName="ann">}}',
    good='{{<matomeQuote body="She said \\"no\\" to it" userName="ann">}}',
    how='Write `\\"` for the sign, or put the value between backticks.',
)
