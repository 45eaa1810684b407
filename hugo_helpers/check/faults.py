"""Rules for what Hugo refuses in shortcodes: the parser finds the faults, a rule each tells one."""

from __future__ import annotations

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


def fault_rule(code: str, name: str, *, what: str, why: str, bad: str, good: str, how: str) -> None:
    """Register the rule for the kind of fault that is called `name`."""

    def check(post: Post) -> Iterator[Hit]:
        for fault in post.document.faults:
            if fault.kind == name:
                yield Hit(fault.start, fault.end, fault.message)

    rule(code, name, "error", what=what, why=why, bad=bad, good=good, how=how)(check)
