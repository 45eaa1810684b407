"""The parameters that calls give, against those that their templates read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, NamedTuple

from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.near import slipped

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post
    from hugo_helpers.shortcodes.calls import Call, Param
    from hugo_helpers.site.templates import Templates

_SHARED: Final = frozenset(
    ("userName", "createdAt", "color", "id", "replyTo", "url", "avatar", "side")
)
OURS: Final = {
    "matomequote": _SHARED | {"body"},
    "matomebubble": _SHARED,
    "details": frozenset(("summary", "open", "class", "name", "title")),
}
"""Matome's own shortcodes, in lower case, and the parameters that they take: others stop Hugo."""
REQUIRED: Final = {"matomequote": ("body", "userName"), "matomebubble": ("userName",)}
_MEANT: Final = {
    "userName": "user name author by speaker who",
    "body": "text message content comment quote",
    "createdAt": "date time datetime when created created_at timestamp",
    "color": "colour",
    "replyTo": "reply_to inreplyto parent",
    "url": "link href source",
    "avatar": "image icon picture photo",
}
_BY_WORD: Final = {word: name for name, words in _MEANT.items() for word in words.split()}


class Meant(NamedTuple):
    """The parameter that was meant by a name which is none."""

    name: str
    case: bool
    """Only upper and lower case differ."""
    slip: bool = False
    """One slip of the finger makes the one of the other, and of no other."""


@lru_cache(maxsize=16)
def _folders(templates: Templates) -> frozenset[PurePath]:
    """The folders that hold Matome's shortcodes."""
    paths = map(PurePath, templates.files)
    return frozenset(path.parent for path in paths if path.name == "matomeQuote.html")


@lru_cache(maxsize=64)
def is_ours(templates: Templates, name: str) -> bool:
    """Whether the shortcode of this lower-case name is Matome's own, not one of a site or of Hugo.

    Where there is no template, as in a theme that is not on disk, the name alone tells.
    """
    if name not in OURS:
        return False
    template = templates.get(name)
    if template is None:
        return name != "details"
    if template.path is None or template.named != OURS[name]:
        return False
    return template.path.parent in _folders(templates)


def our_forms(post: Post) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The forms of calls of Matome's own shortcodes, each behind the name in lower case."""
    for form in post.forms:
        name = form[0].lower()
        if name in OURS and is_ours(post.context.templates, name):
            yield name, form


def of_form(post: Post, form: tuple[str, ...]) -> Iterator[Call]:
    """The calls of a post that have this form (see `Post.signatures`)."""
    for call, signature in zip(post.calls, post.signatures, strict=True):
        if signature == form:
            yield call


def meant(name: str, known: Collection[str]) -> Meant | None:
    """Which of the `known` parameters `name` was to be; None where that cannot be told."""
    lowered = {one.lower(): one for one in known}
    lower = name.lower()
    if lower in lowered:
        return Meant(lowered[lower], case=True)
    word = _BY_WORD.get(lower)
    slip = slipped(name, known)
    if word is not None and word in known:
        return Meant(word, case=False, slip=word == slip)
    from difflib import get_close_matches

    near = get_close_matches(lower[:50], lowered, 1)
    return Meant(lowered[near[0]], case=False, slip=lowered[near[0]] == slip) if near else None


def renamed(call: Call, param: Param, right: Meant, *, refused: bool = False) -> Fix | None:
    """The fix that gives a parameter its right name; None where that one is given as well.

    Where Hugo takes the name, what is `refused` excepted, the page is no longer what it was.
    """
    if param.name is None or right.name in call.named:
        return None
    edit = Edit(param.start, param.start + len(param.name), right.name)
    certain = right.case or (refused and right.slip)
    return Fix("safe" if certain else "unsafe", f"rename it to {right.name}", (edit,))
