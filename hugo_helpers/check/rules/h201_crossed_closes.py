"""H201: closing tags in the wrong order."""

from collections import Counter
from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.shortcodes.calls import Call


@rule(
    "H201",
    what="A closing tag names another shortcode than the one that it closes.",
    why=(
        "Hugo closes whatever was opened last and does not compare the names. The page is built, "
        "with content inside the wrong shortcode."
    ),
    bad='{{< details summary="More" >}}{{< matomeBubble userName="ann" >}}\na\n'
    "{{< /details >}}\n{{< /matomeBubble >}}",
    good='{{< details summary="More" >}}{{< matomeBubble userName="ann" >}}\na\n'
    "{{< /matomeBubble >}}\n{{< /details >}}",
    how="Close first what was opened last.",
)
def crossed_closes(post: Post) -> Iterator[Hit]:
    closed = [call for call in post.calls if call.close_start is not None]
    if not closed or post.faults:
        return
    spare: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for call in sorted(closed, key=lambda one: one.close_start or 0):
        start, name = _closing_name(post.text, call)
        if name == call.name:
            continue
        if spare[name]:
            # The other half of a crossing that was told already.
            spare[name] -= 1
            if wanted[call.name]:
                wanted[call.name] -= 1
            else:
                spare[call.name] += 1
        else:
            message = f"this closes {call.name}, which was opened last, and not {name}"
            yield Hit(start, start + len(name), message)
            spare[call.name] += 1
            wanted[name] += 1


def _closing_name(text: str, call: Call) -> tuple[int, str]:
    """Where the name in the closing tag starts, and the name."""
    start, end = call.close_start or 0, call.close_end or 0
    tag = text[start + 3 : end - 3]
    before, _, behind = tag.partition("/")
    name = behind.strip()
    return start + 3 + len(before) + 1 + len(behind) - len(behind.lstrip()), name
