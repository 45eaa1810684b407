"""The `matome` command: one module per subcommand; the only place that prints or exits."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import TYPE_CHECKING

from hugo_helpers import __version__
from hugo_helpers.cli import terminal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

COMMANDS = {
    "init": "make a new site, or bring the shortcodes into an existing one",
    "check": "lint posts: shortcodes, text, front matter, colours",
    "fmt": "write every shortcode call in one canonical form",
    "rule": "explain a rule, or list all",
    "colors": "settle one colour per speaker of each thread",
    "thumbnails": "draw a card image for every post",
    "build": "check, colours, thumbnails, then Hugo",
    "watch": "check, colours, thumbnails, on every save",
    "serve": "watch and hugo server as one",
}

_EPILOG = """\
Options of a command: matome COMMAND --help. Exit codes: 0 clean, 1 findings, 2 a wrong call or
configuration; build passes on Hugo's own.
"""


class Refused(Exception):
    """What a user asked for cannot be done; the message, one line, says what to do instead."""


@contextmanager
def refusing(what: str = "") -> Iterator[None]:
    """Turn what the stages raise for bad input into one line for the user."""
    try:
        yield
    except (OSError, ValueError, LookupError) as error:
        if isinstance(error, OSError) and error.strerror:
            culprit = f"{error.filename}: " if error.filename else ""
            raise Refused(f"{what}{culprit}{error.strerror}") from error
        text = error.args[0] if error.args else error
        raise Refused(f"{what}{text}") from error


def main(argv: Sequence[str] | None = None) -> int:
    """Run `matome` with these arguments (default: the process's) and return its exit code."""
    # What loading makes stays: looking through it for garbage took a tenth of a short run.
    gc.set_threshold(50_000, 20, 50)
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _dispatch(arguments)
        sys.stdout.flush()
        return code
    except Refused as refusal:
        return _refuse(str(refusal))
    except KeyboardInterrupt:
        print("matome: stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of our output has gone; nothing may be written any more, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        # What the stages may raise is told where they are called: this is our own output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _refuse(f"{error.filename or 'the output cannot be written'}: {error.strerror}")


def run() -> None:
    """The console script: `main`, then exit with its code."""
    _open_what_is_closed()
    code = main()
    if "atexit" in sys.modules:
        sys.exit(code)
    # Nobody waits to be called at the end. To take apart all that was loaded, which the process
    # gives back anyway, takes an eighth of the time of a hook for one post.
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def _open_what_is_closed() -> None:
    """Streams that we were started without (`>&-`): the next file would get their number."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w" if number else "r"))  # noqa: PTH123, SIM115


def _dispatch(arguments: list[str]) -> int:
    if not arguments or arguments[0].startswith("-"):
        _top().parse_args(arguments)
        _top().print_help()
        return 0 if arguments else 2
    name, *rest = arguments
    if name not in COMMANDS:
        from difflib import get_close_matches

        near = get_close_matches(name, COMMANDS, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(COMMANDS)}"
        raise Refused(f"no command {name!r}; {hint}")
    command = import_module(f"hugo_helpers.cli.{name}")
    parser = Parser(prog=f"matome {name}", description=command.__doc__, formatter_class=_Formatter)
    command.arguments(parser)
    return int(command.run(parser.parse_args(rest)))


def _refuse(message: str) -> int:
    from hugo_helpers.report.visible import visible

    print(f"matome: {visible(message)}", file=sys.stderr)
    return 2


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Descriptions keep their lines; help texts start in one column."""

    def __init__(self, prog: str) -> None:
        # What argparse would ask for the width loads three compressors, for each call.
        super().__init__(prog, max_help_position=30, width=terminal.width() - 2)


class Parser(argparse.ArgumentParser):
    """argparse, with one line for a wrong call, and the nearest option to what was written."""

    def error(self, message: str) -> None:  # type: ignore[override]
        unknown = message.removeprefix("unrecognized arguments: ").split()
        if unknown and not message.startswith(unknown[0]):
            message = self._unknown(unknown[0])
        raise Refused(f"{message} (see {self.prog} --help)")

    def _unknown(self, word: str) -> str:
        if not word.startswith("-"):
            return f"one argument too many: {word}"
        from difflib import get_close_matches

        options = [o for o in self._option_string_actions if o.startswith("--")]
        near = get_close_matches(word.split("=")[0], options, 1)
        hints = [f"did you mean {near[0]}?"] if near else []
        if self.prog.endswith((" build", " serve")):
            hints.append("options of Hugo's go behind --")
        return f"unknown option {'; '.join([word, *hints])}"


def _top() -> Parser:
    listed = "\n".join(f"  {name:<12}{text}" for name, text in COMMANDS.items())
    parser = Parser(
        prog="matome",
        usage="matome COMMAND [OPTIONS]",
        description=f"Keep a Hugo site of discussion threads healthy.\n\ncommands:\n{listed}",
        epilog=_EPILOG,
        formatter_class=_Formatter,
    )
    parser.add_argument("--version", action="version", version=f"matome {__version__}")
    return parser
