"""Whether Matome and Hugo say the same of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hugo_helpers.shortcodes.calls import Call, Document, Param
from hugo_helpers.shortcodes.lexer import Lexer
from hugo_helpers.shortcodes.parser import parse
from hugo_helpers.shortcodes.tokens import names_ignore_case
from hugo_helpers.site.versions import NEWEST, Version
from tests.support.oracle import TEMPLATES, Oracle, canonical

_COMMENT = re.compile(r"\{\{<(?:/\*)(.*?)\*/>\}\}|\{\{%(?:/\*)(.*?)\*/%\}\}", re.DOTALL)
_PLAIN_TAG = re.compile(r"(left )(name (param |value )*(slash )?|slash (name )?)(right )")
_BOOL = re.compile(r"true|false")
_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?[0-9]*\.[0-9]+")


def judged(text: str, hugo: Version = NEWEST, start: int = 0) -> Document:
    """What Matome makes of a text, knowing the oracle's templates."""
    if names_ignore_case(hugo):
        return parse(text, start, needs_inner, is_known, hugo)
    return parse(text, start, TEMPLATES.get, TEMPLATES.__contains__, hugo)


def needs_inner(name: str) -> bool | None:
    return TEMPLATES.get(name.lower())


def is_known(name: str) -> bool:
    return name.lower() in TEMPLATES


def differences(oracle: Oracle, texts: Sequence[str]) -> dict[str, str]:
    """The texts on which the two differ, and how. Empty where they agree on all."""
    found: dict[str, str] = {}
    taken: list[tuple[str, str]] = []
    for text, refusal in zip(texts, oracle.refusals(texts), strict=True):
        document = judged(text, oracle.version)
        if refusal is not None and not document.faults:
            found[text] = f"Hugo refuses it: {refusal[-200:]}"
        elif refusal is None and document.faults:
            found[text] = f"Hugo takes it; we have {document.faults[0]}"
        elif refusal is None and _is_plain(text, document, oracle.version):
            taken.append((text, render(text, document)))
    printed = oracle.printed([text for text, _ in taken]) if taken else []
    for (text, ours), theirs in zip(taken, printed, strict=True):
        if ours != theirs:
            found[text] = f"we read {ours!r}, Hugo reads {theirs!r}"
    return found


def _is_plain(text: str, document: Document, hugo: Version) -> bool:
    """Whether Hugo's page shows what it read.

    Of odd tags, `{{< / / inner >}}` for one, it leaves pieces in the page; an inline shortcode
    that stays open swallows what follows; what stands in a `{{%` pair is rendered as Markdown.
    """
    kinds = ("".join(f"{t.kind} " for t in tag.tokens) for tag in Lexer(text, hugo).tags())
    if not all(_PLAIN_TAG.fullmatch(tag) for tag in kinds):
        return False
    return not any(
        (call.inline and call.close_start is None and not call.self_closing)
        or (call.delimiter == "%" and call.close_start is not None)
        for call in document.walk()
    )


def render(text: str, document: Document) -> str:
    """The text as the oracle's templates print it."""
    return _content(text, 0, len(text), document.calls)


def _content(text: str, start: int, end: int, calls: tuple[Call, ...]) -> str:
    parts = []
    for call in calls:
        parts.append(_uncommented(text[start : call.start]))
        if not call.inline:
            parts.append(_call(text, call))
        start = call.end if call.close_end is None else call.close_end
    parts.append(_uncommented(text[start:end]))
    return "".join(parts)


def _call(text: str, call: Call) -> str:
    printed = f"⟦{call.name}({canonical(_params(call.params))})"
    if TEMPLATES[call.name.lower()]:
        inside = ""
        if call.close_start is not None:
            inside = _content(text, call.end, call.close_start, call.children)
        printed += f"⟨{inside}⟩"
    return printed + "⟧"


def _uncommented(text: str) -> str:
    return _COMMENT.sub(
        lambda c: f"{{{{<{c[1]}>}}}}" if c[1] is not None else f"{{{{%{c[2]}%}}}}", text
    )


def _params(params: tuple[Param, ...]) -> object:
    if params and params[0].name is not None:
        return {param.name: _typed(param) for param in params}
    return [_typed(param) for param in params] or None


def _typed(param: Param) -> object:
    """Hugo makes booleans and numbers of values without quotes."""
    if param.quoting:
        return param.value
    if _BOOL.fullmatch(param.value):
        return param.value == "true"
    if _INT.fullmatch(param.value):
        return int(param.value)
    return float(param.value) if _FLOAT.fullmatch(param.value) else param.value
