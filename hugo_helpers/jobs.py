"""Work spread over processes, its results in the order of the tasks."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")
R = TypeVar("R")

METHOD = "fork" if sys.platform == "linux" else "spawn"
"""How processes start. A fork has everything at hand; elsewhere than on Linux it is not safe."""
AT_ONCE = 2
"""Tasks that a process has at a time: one under way, one waiting, so that it never does."""
AHEAD = 64
"""Results that may wait for an earlier one."""
SWEEP = 64
"""Tasks after which a process looks for garbage in cycles; Python's own way looks far too often."""


def available() -> int:
    """How many processes this one may keep busy."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(
    work: Callable[[T], R], tasks: Sequence[T], processes: int, method: str = METHOD
) -> Generator[R]:
    """`work` of each task, in order, done in so many processes; they end with the iterator.

    Where processes are spawned, work, tasks and results are pickled. Raises ChildProcessError,
    saying why, when a process ends before its work does.
    """
    team = _Team(work, processes, method)
    try:
        yield from team.results(tasks)
    finally:
        team.stop()


class _Team:
    """The processes, and the connections to them."""

    def __init__(self, work: Callable[[T], R], processes: int, method: str) -> None:
        from multiprocessing import get_context

        context = get_context(method)
        self._members: dict[Connection, BaseProcess] = {}
        with _uninterrupted():
            gc.freeze()
            for _ in range(processes):
                ours, theirs = context.Pipe()
                inherited = [*self._members, ours] if method == "fork" else []
                process = context.Process(  # type: ignore[attr-defined]
                    target=_serve, args=(work, theirs, inherited), daemon=True
                )
                process.start()
                theirs.close()
                self._members[ours] = process
            gc.unfreeze()

    def results(self, tasks: Sequence[T]) -> Iterator[Any]:
        from multiprocessing.connection import wait as wait_for

        wait: Callable[[list[Connection]], list[Connection]] = wait_for  # type: ignore[assignment]
        done: dict[int, Any] = {}
        waiting = dict.fromkeys(self._members, 0)
        sent = told = 0
        while told < len(tasks):
            for member in sorted(waiting, key=waiting.__getitem__):
                while sent < min(len(tasks), told + AHEAD) and waiting[member] < AT_ONCE:
                    self._send(member, (sent, tasks[sent]))
                    waiting[member] += 1
                    sent += 1
            for member in wait([one for one, count in waiting.items() if count]):
                number, result = self._received(member)
                waiting[member] -= 1
                done[number] = result
            while told in done:
                yield done.pop(told)
                told += 1

    def stop(self) -> None:
        """End all processes, whatever they are at."""
        for connection, process in self._members.items():
            process.terminate()
            connection.close()
        for process in self._members.values():
            process.join()

    def _send(self, member: Connection, task: object) -> None:
        try:
            member.send(task)
        except OSError:
            self._lost(member)

    def _received(self, member: Connection) -> tuple[int, Any]:
        try:
            received: tuple[int, Any] = member.recv()
        except (EOFError, OSError):
            self._lost(member)
        return received

    def _lost(self, member: Connection) -> None:
        process = self._members[member]
        process.join(5)
        code = process.exitcode
        if code is not None and code < 0:
            import signal

            with suppress(ValueError):
                how = f"was killed ({signal.Signals(-code).name})"
                raise ChildProcessError(f"a process that did a part of the work {how}")
        raise ChildProcessError(f"a process that did a part of the work ended with code {code}")


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keep Ctrl-C for later: a process is born with what is blocked, and then ignores it."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(
    work: Callable[[Any], Any], connection: Connection, inherited: Sequence[Connection]
) -> None:
    """Answer tasks until the other side is gone. Ctrl-C is for the process that started us."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for one in inherited:
        one.close()
    gc.disable()
    answered = 0
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            number, task = connection.recv()
            connection.send((number, work(task)))
            answered += 1
            if answered % SWEEP == 0:
                gc.collect()
