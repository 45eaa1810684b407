"""H123: a body holds the text that Hugo itself puts in the place of shortcodes."""

from hugo_helpers.check.faults import fault_rule, safe
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.shortcodes.calls import Fault


def _mend(_post: Post, fault: Fault) -> Fix | None:
    at = fault.start + len("HAHA")
    return safe("break the text", Edit(at, at, " "))


fault_rule(
    "H123",
    "placeholder-text",
    what=(
        "A body holds `HAHAHUGOSHORTCODE`, the text that Hugo itself puts in the place of "
        "shortcodes."
    ),
    why=(
        "Hugo stops with `illegal state in content`, or hangs until it is killed. A "
        "stranger's comment can hold it."
    ),
    bad='{{<matomeQuote body="HAHAHUGOSHORTCODE" userName="ann">}}',
    good='{{<matomeQuote body="HAHA HUGOSHORTCODE" userName="ann">}}',
    how="Break the text, by a space. `--fix` does that.",
    mend=_mend,
)
