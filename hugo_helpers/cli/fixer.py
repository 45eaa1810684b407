"""What writing fixes and showing them share: posts mended, and a line on how many were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from hugo_helpers.check.runner import Checker
from hugo_helpers.cli import stages
from hugo_helpers.cli.mending import Mender
from hugo_helpers.report.summary import count

if TYPE_CHECKING:
    from hugo_helpers.check.fix import Mended
    from hugo_helpers.check.post import Post
    from hugo_helpers.check.rule import Rule
    from hugo_helpers.cli.session import Session


class Fixer:
    """Mends posts of a site by the fixes of these rules, and keeps count of them."""

    def __init__(self, session: Session, rules: Iterable[Rule], *, unsafe: bool) -> None:
        self.session = session
        self.codes: Counter[str] = Counter()
        """Of the fixes that were made, or would be."""
        self._rules = tuple(rules)
        self.mender = Mender(stages.context(session), self.checker(), session.prefix, unsafe=unsafe)

    def checker(self, *, whole: bool = False) -> Checker:
        """What finds the defects; `whole`: of the whole site."""
        return Checker(self._rules, self.session.settings.per_file_ignores, whole=whole)

    def mend(self, post: Post, checker: Checker) -> Mended:
        """A post with its fixes applied; what was not mended, though it could be, is told."""
        mended = self.mender.mend(post, checker)
        for line in self.mender.said():
            self.session.warn(line)
        return mended

    def sum_up(self, verb: str, changed: int) -> None:
        """Tell how many files were mended, or would be, and by which fixes."""
        links = self.session.full_links
        if links is not None and not links.met:
            self.session.warn(
                "no post with a cut link names this thread as its source: name the post's file, "
                "or the thread's address"
            )
        if changed:
            listed = ", ".join(f"{times:,} {code}" for code, times in sorted(self.codes.items()))
            self.session.say(f"{verb} {count(changed, 'file')}: {listed}")
