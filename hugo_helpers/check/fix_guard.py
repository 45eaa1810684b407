"""What fixes must not do: make Hugo refuse a file, or change what no edit speaks of."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hugo_helpers.check.finding import Edit
from hugo_helpers.check.fix_edits import Shift, applied
from hugo_helpers.check.front_places import keys

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post
    from hugo_helpers.shortcodes.calls import Call, Param


def objection(before: Post, after: Post, edits: Sequence[Edit]) -> str:
    """Why the edits that made `after` of `before` must not be made; empty when they may.

    No new cause for Hugo to refuse the file; and every shortcode, parameter and key of the front
    matter that no edit touches is the one that it was, with the value that it had. The value of a
    parameter that is edited is what the edits make of it.
    """
    if _refused(after) - _refused(before):
        return "Hugo would refuse the file"
    shift = Shift(edits)
    return _front_objection(before, after, shift) or _call_objection(before, after, shift)


def _refused(post: Post) -> Counter[str]:
    problem = post.front.problem
    found = Counter(fault.kind for fault in post.faults)
    if problem is not None:
        found["front matter"] += 1
    return found


def _front_objection(before: Post, after: Post, shift: Shift) -> str:
    old, new = before.front, after.front
    if not shift.inside(0, old.body_start - 1 if old.body_start else -1):
        same = after.text.startswith(before.text[: old.body_start])
        return "" if same and new.body_start == old.body_start else "the front matter would change"
    if new.kind != old.kind:
        return "the front matter would change"
    renamed = _renamed(before, shift)
    for key, value in old.values.items():
        if shift.inside(*old.locate(before.text, key)) and key not in renamed:
            continue
        if new.values.get(renamed.get(key, key)) != value:
            return f"the value of {key[:40]!r} in the front matter would change"
    return ""


def _renamed(before: Post, shift: Shift) -> dict[str, str]:
    """The keys of the front matter that edits speak of, and what they make of them."""
    found = {}
    for key in keys(before.front, before.text):
        edits = [e for e in shift.inside(key.start, key.end) if key.start <= e.start < key.end]
        if edits and all(edit.end <= key.end for edit in edits):
            inner = [Edit(e.start - key.start, e.end - key.start, e.content) for e in edits]
            found[key.name] = applied(key.name, inner)
    return found


def _call_objection(before: Post, after: Post, shift: Shift) -> str:
    new_calls = {call.start: call for call in after.calls}
    faulty = bool(before.document.faults)
    for call in before.calls:
        # Most tags are as they were, to the letter: Hugo reads one by nothing but its own text.
        if not faulty and not shift.inside(call.start, call.end):
            new = new_calls.pop(shift.start(call.start), None)
            if new is None or new.end - new.start != call.end - call.start:
                return f"a call of {call.name[:40]!r} would be none any more"
            if not _is_closed_alike(call, new, shift):
                return f"a call of {call.name[:40]!r} would change beyond the fix"
            continue
        garbled = call.start in before.garbled and shift.inside(call.start + 1, call.end - 1)
        if garbled or _is_replaced(call, shift):
            if not any(e.start <= call.start < e.end for e in shift.inside(call.start, call.start)):
                new_calls.pop(shift.start(call.start), None)
            continue
        new = new_calls.pop(shift.start(call.start), None)
        if new is None:
            return f"a call of {call.name[:40]!r} would be none any more"
        if not _is_same_call(before.text, call, after.text, new, shift, faulty=faulty):
            return f"a call of {call.name[:40]!r} would change beyond the fix"
    # Where a file could not be read whole before, more can be read of it now.
    if not faulty and any(not shift.put_in(start) for start in new_calls):
        return "text would become a shortcode"
    return ""


def _is_replaced(call: Call, shift: Shift) -> bool:
    """Whether edits speak of the tag itself, not only of values in it."""
    edits = shift.inside(call.start + 1, call.end - 1)
    starts = [param.value_start for param in call.params] if edits else []
    behind = [bisect_right(starts, edit.start) for edit in edits]
    return any(
        not number or edit.end > call.params[number - 1].value_end
        for number, edit in zip(behind, edits, strict=True)
    )


def _is_same_call(
    text: str, old: Call, after: str, new: Call, shift: Shift, *, faulty: bool
) -> bool:
    if (old.name, old.delimiter, old.self_closing) != (new.name, new.delimiter, new.self_closing):
        return False
    if new.end != shift.end(old.end) or len(old.params) != len(new.params):
        return False
    if not faulty and not _is_closed_alike(old, new, shift):
        return False
    pairs = zip(old.params, new.params, strict=True)
    return all(_is_same_value(text, one, after, two, shift) for one, two in pairs)


def _is_closed_alike(old: Call, new: Call, shift: Shift) -> bool:
    if old.close_start is None or old.close_end is None:
        return new.close_start is None
    if shift.inside(old.close_start + 1, old.close_end - 1):
        return True
    return new.close_start == shift.start(old.close_start)


def _is_same_value(text: str, old: Param, after: str, new: Param, shift: Shift) -> bool:
    if old.name != new.name or old.quoting not in ("", new.quoting):
        return False
    written = text[old.value_start : old.value_end]
    edits = list(_within(old, shift))
    if not edits:
        return old.value == new.value
    # The edits say how the value is written now: all of that must be the value, and no more.
    expected = applied(written, edits)
    # To a value without quotes, what stands for them is a part of it.
    quotes = 0 if old.quoting else len(new.quoting)
    now = after[new.value_start - quotes : new.value_end + quotes]
    value = expected[quotes : len(expected) - quotes]
    return now == expected and ("\\" in expected or new.value == value)


def _within(param: Param, shift: Shift) -> Iterator[Edit]:
    start = param.value_start
    for edit in shift.inside(start, param.value_end):
        if start <= edit.start and edit.end <= param.value_end:
            yield Edit(edit.start - start, edit.end - start, edit.content)
