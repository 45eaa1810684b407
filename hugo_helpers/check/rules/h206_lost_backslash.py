"""H206: backslashes that an escaped quote takes away."""

from collections.abc import Iterator

from hugo_helpers.check.finding import Applicability, Edit, Fix
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.shortcodes.calls import Param


@rule(
    "H206",
    what='A value holds `\\"`, and other backslashes as well.',
    why=(
        'Hugo undoes `\\"` by removing every backslash of the value, also those of paths, of '
        "formulas and of `\\n`. Without an escaped quote in the value they would all stay."
    ),
    bad='{{<matomeQuote body="C:\\temp is \\"full\\"" userName="ann">}}',
    good='{{<matomeQuote body=`C:\\temp is "full"` userName="ann">}}',
    how="Put the value between backticks: there nothing is escaped, and nothing is lost.",
)
def lost_backslash(post: Post) -> Iterator[Hit]:
    for call in post.calls:
        # Escapes are only read by the long way, which has the parameters ready.
        if post.text.find('\\"', call.start, call.end) < 0:
            continue
        for param in call.params:
            written = post.text[param.value_start : param.value_end]
            if '\\"' in written and written != param.value:
                lost = written.count("\\") - written.count('\\"')
                if lost:
                    many = f"{lost} backslashes" if lost > 1 else "a backslash"
                    message = f'the \\" in this value costs {many} beside it'
                    yield Hit(param.value_start, param.value_end, message, _fix(param, written))


def _fix(param: Param, written: str) -> Fix | None:
    if "`" in written:
        return None
    plain = written.replace('\\"', '"')
    # Two backslashes may be one that someone escaped.
    applicability: Applicability = "unsafe" if "\\\\" in plain else "safe"
    edit = Edit(param.value_start - 1, param.value_end + 1, f"`{plain}`")
    return Fix(applicability, "put the value between backticks", (edit,))
