"""Files in portions, over processes where there are many."""

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from typing import NamedTuple, TypeVar

from hugo_helpers import jobs
from hugo_helpers.check.inspector import Source

R = TypeVar("R")

CHUNK_BYTES, CHUNK_FILES = 500_000, 32
"""What a process gets at a time, at most (but one file at least)."""
WORTH_BYTES = {"fork": 1_500_000, "spawn": 8_000_000}
"""Less than this is done sooner than processes have started."""


class Task(NamedTuple):
    """A file to work on, and its size."""

    source: Source
    size: int


def spread(
    work: Callable[[Sequence[Source]], list[R]],
    tasks: Sequence[Task],
    processes: int,
    method: str = jobs.METHOD,
) -> Generator[R]:
    """What `work` makes of these files, in their order, in so many processes at most."""
    if processes < 2 or sum(task.size for task in tasks) < WORTH_BYTES[method]:
        for task in tasks:
            yield from work([task.source])
        return
    # What the first files make Python load and compile, each process is then born with.
    first, *chunks = _chunks(tasks)
    yield from work(first)
    if not chunks:
        return
    with closing(jobs.spread(work, chunks, min(processes, len(chunks)), method)) as results:
        for made in results:
            yield from made


def _chunks(tasks: Iterable[Task]) -> list[list[Source]]:
    chunks: list[list[Source]] = []
    size = CHUNK_BYTES
    for task in tasks:
        if size + task.size > CHUNK_BYTES or len(chunks[-1]) == CHUNK_FILES:
            chunks.append([])
            size = 0
        chunks[-1].append(task.source)
        size += task.size
    return chunks
