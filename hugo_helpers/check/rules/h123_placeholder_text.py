"""H123: a body holds the text that Hugo itself puts in the place of shortcodes."""

from hugo_helpers.check.faults import fault_rule

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
    how="Break the text, by a space.",
)
