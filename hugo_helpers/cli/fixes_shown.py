"""`check --diff`, and `--fix` of stdin: mended texts are shown, and no file is written."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from hugo_helpers.check.post import Post
from hugo_helpers.cli import stages
from hugo_helpers.cli.diffs import show
from hugo_helpers.cli.mending import line
from hugo_helpers.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hugo_helpers.check.finding import Finding
    from hugo_helpers.check.record import Record
    from hugo_helpers.cli.fixer import Fixer
    from hugo_helpers.site.content import Unreadable


def diff(fixer: Fixer, items: Iterable[Post | Unreadable], *, whole: bool) -> int:
    """Print what would change, and list what would be left; 1 if there is either."""
    session, checker = fixer.session, fixer.checker(whole=whole)
    records: list[Record] = []
    changed = 0
    for item in items:
        if not isinstance(item, Post):
            records.append(checker.unreadable(item))
            continue
        mended = fixer.mend(item, checker)
        records.append(mended.record)
        if mended.post is not item:
            show(item.text, mended.post.text, f"{session.prefix}{item.page.name}")
            changed += 1
            fixer.codes.update(mended.fixed)
    records.sort(key=lambda record: record.name)
    facts = [fact for record in records for fact in record.facts]
    said = checker.conclude(facts, stages.context(session))
    _list(fixer, (f for r in records for f in checker.complete(r, said.get(r.name, ()))))
    fixer.sum_up("would mend", changed)
    return 1 if changed or any(r.findings for r in records) or said else 0


def text(fixer: Fixer, post: Post) -> int:
    """Print the text of a post mended; what is left is listed, and makes it 1."""
    checker = fixer.checker()
    mended = fixer.mend(post, checker)
    sys.stdout.flush()
    sys.stdout.buffer.write(mended.post.text.encode())
    left = checker.complete(mended.record)
    _list(fixer, left)
    return 1 if left else 0


def _list(fixer: Fixer, findings: Iterable[Finding]) -> None:
    """Findings on stderr: stdout is for what a program takes."""
    for f in findings:
        print(visible(line(f, fixer.session.prefix)), file=sys.stderr)
