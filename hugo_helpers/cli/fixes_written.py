"""`check --fix`: mended posts go to their files, on all cores."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.check.spreading import Task, spread
from hugo_helpers.cli import refusing
from hugo_helpers.cli.progress import Bar
from hugo_helpers.cli.writer import sweep_beside
from hugo_helpers.rewrite import sweep
from hugo_helpers.site import content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hugo_helpers.check.inspector import Source
    from hugo_helpers.cli.fixer import Fixer


def write(fixer: Fixer, sources: Sequence[Source], jobs: int) -> None:
    """Mend these files, in so many processes at most. Stopped in the middle, what was mended
    is told, and nothing is left beside the files.
    """
    session = fixer.session
    folders: set[Path] = set()
    for source in sources:
        sweep_beside(session, Path(source.path), folders)
    marks = [content.mark_of(source.path) for source in sources]
    tasks = [Task(s, mark[0] if mark else 0) for s, mark in zip(sources, marks, strict=True)]
    written = seen = 0
    links = session.full_links
    try:
        with (
            refusing(),
            Bar(session, "Mended", len(tasks)) as bar,
            closing(spread(fixer.mender, tasks, jobs)) as results,
        ):
            for done in results:
                seen += done.files
                bar.at(seen)
                written += done.written
                fixer.codes.update(done.codes)
                if done.said:
                    bar.clear()
                for line in done.said:
                    session.warn(line)
                if links is not None:
                    links.met = links.met or done.met
    finally:
        fixer.sum_up("mended", written)
        if seen < len(tasks):
            sweep(folders)
