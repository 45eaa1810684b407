"""A program that ends when we do, however we end: python leash.py PROGRAM ARGUMENTS...

Started between us and the program. It waits for the end of its standard input, of which we hold
the other end: that comes also when we are killed. Then it stops the program, first kindly. It exits
with the program's code, or with 128 and the number of the signal that killed it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Sequence

PATIENCE = 1.0
"""Seconds in which a program may end by itself once it is asked to."""


def main(argv: Sequence[str]) -> int:
    """Run a program until it ends, or until standard input does."""
    program = subprocess.Popen(list(argv), stdin=subprocess.DEVNULL)
    threading.Thread(target=_hold, args=(program,), daemon=True).start()
    code = program.wait()
    return 128 - code if code < 0 else code


def _hold(program: subprocess.Popen[bytes]) -> None:
    while os.read(0, 4096):
        pass
    program.terminate()
    try:
        program.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        program.kill()


if __name__ == "__main__":
    # At once: the thread that waits for the end of our input would hold up an exit in good order.
    os._exit(main(sys.argv[1:]))
