"""What Hugo refuses in shortcodes: every kind of fault, and the words for it."""

from __future__ import annotations

from hugo_helpers.shortcodes.calls import Fault, Param

KINDS: dict[str, str] = {
    "close-mismatch": "a closing tag names another shortcode than the one it closes",
    "close-without-open": "a closing tag, but no shortcode is open that it could close",
    "escaped-backtick": "a backslash before a backtick inside a quoted value",
    "forbidden-close": "a shortcode is closed whose template does not use .Inner",
    "malformed-close": "something stands between the name and the end of a closing tag",
    "mixed-parameters": "named and positional parameters in one call",
    "nested-inline": "a shortcode inside an inline shortcode",
    "no-name": "a shortcode without a name",
    "period-in-name": "a period in a name that is not an inline shortcode's",
    "placeholder-text": "the text that Hugo itself puts where a shortcode goes",
    "unclosed-comment": "a commented shortcode whose end is missing",
    "unclosed-inline": "an inline shortcode is left open before other shortcodes",
    "unclosed-shortcode": "a shortcode whose template uses .Inner is left open",
    "unclosed-tag": "a tag whose end is missing",
    "unescaped-quote": "a double quote inside a quoted value ends it too early",
    "unknown-shortcode": "no template has this name",
    "unquoted-value": "a value without quotes ends elsewhere than it was meant to",
    "unrecognized-character": "a character that may not stand in a tag outside quotes",
    "unterminated-quote": "a quoted value that is not ended on its line",
    "unterminated-raw-string": "a raw string whose closing backtick is missing",
    "wrong-delimiter": "a tag ends in another delimiter than it began with",
}
"""Kind to what it means. The kinds are stable: rules and settings name them."""


def fault(kind: str, message: str, start: int, end: int) -> Fault:
    """A fault of one of `KINDS`, never empty: an empty range is widened by one character.

    Raises ValueError when the kind is not in the table.
    """
    if kind not in KINDS:
        raise ValueError(f"{kind!r} is not a kind of fault")
    return Fault(kind, message, start, max(end, start + 1))


def shown(text: str, limit: int = 40) -> str:
    """Text of a page as a message may quote it: one line, bounded, nothing invisible."""
    short = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(char if char.isprintable() else f"\\u{{{ord(char):x}}}" for char in short)


def named(char: str) -> str:
    """A character as a message may show it, with its code point."""
    return f"{char!r} (U+{ord(char):04X})" if char.isprintable() else f"U+{ord(char):04X}"


def mixed(what: str, start: int, end: int, *, named: bool) -> Fault:
    sort, others = ("named", "positional") if named else ("positional", "named")
    message = f"{what} is {sort}, where the parameters before are {others}: use one sort in a call"
    return fault("mixed-parameters", message, start, end)


def mixed_param(param: Param) -> Fault:
    what = shown(param.value if param.name is None else param.name)
    return mixed(what, param.start, param.end, named=param.name is not None)


def nameless(start: int, end: int) -> Fault:
    return fault("no-name", "This shortcode has no name", start, end)


def unclosed(name: str, start: int, end: int) -> Fault:
    message = f"{shown(name)} is not closed: end it with {{{{< /{shown(name)} >}}}}"
    return fault("unclosed-shortcode", message, start, end)


def unknown(name: str, start: int) -> Fault:
    message = f"There is no template for a shortcode named {shown(name)}"
    if name.endswith("/"):
        message += "; put a space before the slash of a self-closing tag"
    return fault("unknown-shortcode", message, start, start + len(name))


def forbidden(name: str, start: int, end: int) -> Fault:
    message = f"{shown(name)} must not be closed: its template does not use .Inner"
    return fault("forbidden-close", message, start, end)


def stray(name: str, start: int, end: int) -> Fault:
    what = shown(name) if name else "shortcode"
    return fault("close-without-open", f"No {what} is open that this tag could close", start, end)


def misnamed(name: str, opened: str, start: int, end: int) -> Fault:
    message = f"This tag closes {shown(name)}, but {shown(opened)} is open"
    if name.lower() == opened.lower():
        message += ": write its name in the same case"
    return fault("close-mismatch", message, start, end)
