"""H107: a shortcode that must be closed is left open."""

from hugo_helpers.check.faults import fault_rule, safe
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.fold_ends import end_of
from hugo_helpers.check.post import Post
from hugo_helpers.check.text_places import call_at
from hugo_helpers.shortcodes.calls import Fault
from hugo_helpers.shortcodes.tokens import CLOSES


def _mend(post: Post, fault: Fault) -> Fix | None:
    call = call_at(post, fault.start)
    end = None if call is None else end_of(post, call)
    if call is None or end is None:
        return None
    close = f"{{{{{call.delimiter} /{call.name} {CLOSES[call.delimiter]}"
    line = "\r\n" if "\r\n" in post.text[:200] else "\n"
    before = line if end.behind_quote else ""
    behind = line if end.before_line else ""
    return safe("close it here", Edit(end.offset, end.offset, f"{before}{close}{behind}"))


fault_rule(
    "H107",
    "unclosed-shortcode",
    what="A shortcode that must be closed is left open.",
    why=("Hugo stops: a template that uses `.Inner` needs a closing tag, or a self-closing one."),
    bad='{{< details summary="More" >}}\n{{<matomeQuote body="Hello" userName="ann">}}',
    good='{{< details summary="More" >}}\n{{<matomeQuote body="Hello" userName="ann">}}\n'
    "{{< /details >}}",
    how=(
        "Add the closing tag behind what belongs into the shortcode. `--fix` does that where the "
        "place is certain: before the fold that bears the next number, before the next bubble, or "
        "behind the last quote of a thread."
    ),
    mend=_mend,
)
