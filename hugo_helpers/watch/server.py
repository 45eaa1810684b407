"""`hugo server` beside us: its lines as they come, how it is, and starting it again."""

from __future__ import annotations

import queue
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from hugo_helpers.watch import leash

PAUSES = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
"""Seconds before it is started again: after each failure the next, until it has held out."""
HELD_OUT = 60.0
"""Seconds after which a start counts as good."""
HANGS = 60.0
"""Seconds that a build may take; with a post at hand that is known to hang Hugo, a sixth."""
_BEGINS = re.compile(r"(?:Change(?:s)? (?:of .* )?detected|Start building sites)", re.IGNORECASE)
_ENDS = re.compile(
    r"(?:Total in|Built in|Web Server is available|Rebuild(?:ing)? failed|ERROR|Error)"
)
_AVAILABLE = "Web Server is available"
_PORT = re.compile(r"address already in use|bind:|listen tcp")


class Server:
    """Hugo's server, which never outlives us. `command`: the program and its arguments."""

    def __init__(self, command: Sequence[str | Path]) -> None:
        self._command = [str(part) for part in command]
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._process: subprocess.Popen[bytes] | None = None
        self._reader: threading.Thread | None = None
        self._failures = 0
        self._started = self._ended = 0.0
        self._since = 0.0
        self._port = False
        self.code: int | None = None
        """How it ended last; None while it runs."""
        self.started = False
        """Whether it was ever started."""
        self.available = False
        """Whether it has said that it can be visited."""

    def start(self) -> None:
        """Start it. Raises OSError where that cannot be done."""
        self.code = None
        self.started, self.available = True, False
        self._port = False
        self._started = self._since = time.monotonic()
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", leash.__file__, *self._command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            # Ctrl-C is for us, who then stop it.
            start_new_session=True,
        )
        self._reader = threading.Thread(
            target=self._read, args=(self._process.stdout,), daemon=True
        )
        self._reader.start()

    def lines(self) -> Iterator[str]:
        """The lines that it has written since it was last asked, as they are."""
        while True:
            try:
                line = self._lines.get_nowait()
            except queue.Empty:
                return
            if _BEGINS.search(line):
                self._since = time.monotonic()
            elif _ENDS.search(line):
                self._since = 0.0
            self.available = self.available or _AVAILABLE in line
            self._port = self._port or _PORT.search(line) is not None
            yield line

    @property
    def running(self) -> bool:
        """Whether it runs."""
        return self._process is not None and self._process.poll() is None

    def ended(self) -> bool:
        """Whether it has ended since it was last asked."""
        if self._process is None or self.running:
            return False
        if self._reader is not None:
            self._reader.join(1)
        code = self._process.returncode
        self.code = 128 - code if code < 0 else code
        self._close()
        self._process = None
        self._ended = time.monotonic()
        held_out = self._ended - self._started > HELD_OUT
        self._failures = 0 if held_out else self._failures + 1
        return True

    def why(self) -> str:
        """How it ended, in words."""
        code = self.code or 0
        number = _signal(code)
        return f"was killed ({number.name})" if number else f"ended with code {code}"

    def may_start(self, *, changed: bool) -> bool:
        """Whether to start it again now. What it said itself is mended by a change of the site;
        that it was killed, or that its port is taken, may pass with time.
        """
        if self._process is not None or self.code is None:
            return False
        pause = PAUSES[min(self._failures, len(PAUSES)) - 1] if self._failures else 0.0
        if time.monotonic() - self._ended < pause:
            return False
        return changed or self._port or _signal(self.code) is not None

    def hangs(self, *, suspect: bool) -> bool:
        """Whether a build takes so long that it will not end; `suspect`: a post is known for it."""
        limit = HANGS / 6 if suspect else HANGS
        return self.running and bool(self._since) and time.monotonic() - self._since > limit

    def stop(self, *, failed: bool = False) -> None:
        """Stop it, and wait until it is gone; two seconds at most. `failed`: it had to be."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        try:
            process.wait(1.8)
        except subprocess.TimeoutExpired:
            process.kill()
        self.code = 1 if failed else process.wait()
        self._failures += failed
        self._ended = time.monotonic()
        if self._reader is not None:
            self._reader.join(0.2)

    def _close(self) -> None:
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()

    def _read(self, output: IO[bytes]) -> None:
        with output:
            for line in output:
                self._lines.put(line.decode("utf-8", "replace").rstrip("\r\n"))


def _signal(code: int) -> signal.Signals | None:
    """The signal that an exit code tells of. (Hugo itself ends with 255 at times.)"""
    try:
        return signal.Signals(code - 128)
    except ValueError:
        return None
