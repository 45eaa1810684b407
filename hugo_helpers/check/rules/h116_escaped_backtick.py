"""H116: a backslash stands before a backtick inside a quoted value."""

from hugo_helpers.check.faults import fault_rule, safe
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.shortcodes.calls import Fault


def _mend(_post: Post, fault: Fault) -> Fix | None:
    return safe("leave the backslash out", Edit(fault.start, fault.start + 1, ""))


fault_rule(
    "H116",
    "escaped-backtick",
    what="A backslash stands before a backtick inside a quoted value.",
    why="Hugo stops: `unrecognized escape character`.",
    bad='{{<matomeQuote body="press \\` once" userName="ann">}}',
    good='{{<matomeQuote body="press ` once" userName="ann">}}',
    how="Delete the backslash: inside quotes a backtick needs none.",
    mend=_mend,
)
