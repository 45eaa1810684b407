"""H204: a parameter that the shortcode's template never reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hugo_helpers.check.parameters import OURS, is_ours, meant, of_form, renamed
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule

if TYPE_CHECKING:
    from hugo_helpers.shortcodes.calls import Call, Param
    from hugo_helpers.site.template import Template


@rule(
    "H204",
    what="A call gives a parameter that the shortcode's template does not read.",
    why=(
        "Hugo hands over any name. One that is misspelt, or in the wrong case, reads as empty in "
        "the template, and the page lacks what it says."
    ),
    bad='{{< figure Src="cat.jpg" >}}',
    good='{{< figure src="cat.jpg" >}}',
    how=(
        "Write the name as the template reads it, or delete the parameter. For Matome's own "
        "shortcodes, which stop the build then, see Q102."
    ),
)
def parameter_not_read(post: Post) -> Iterator[Hit]:
    for form in post.forms:
        unread = _unread(post, form, ())
        if not unread:
            continue
        template = post.context.templates.get(form[0])
        if template is None or wrong_kind(template, form):
            continue
        for call in of_form(post, form):
            really = _unread(post, form, _inside(call)) if call.children else unread
            for index in really:
                yield _hit(call, call.params[index], index, template)


def _unread(post: Post, form: tuple[str, ...], inside: tuple[str, ...]) -> list[int]:
    """Which parameters of a form are not read, counted from 0."""
    name, *params = form
    if not params:
        return []
    templates = post.context.templates
    if name.lower() in OURS and is_ours(templates, name.lower()):
        return []
    takes = [templates.takes(name, param or index, inside) for index, param in enumerate(params)]
    return [index for index, taken in enumerate(takes) if taken is False]


def wrong_kind(template: Template, form: tuple[str, ...]) -> bool:
    """Whether all of a call is lost: it counts where the template reads names, or the reverse."""
    if form[1] == "":
        return bool(template.named) and not template.positional
    return bool(template.positional) and not template.named


def _inside(call: Call) -> tuple[str, ...]:
    found: dict[str, None] = {}
    waiting = list(call.children)
    while waiting:
        child = waiting.pop()
        found[child.name] = None
        waiting.extend(child.children)
    return tuple(found)


def _hit(call: Call, param: Param, index: int, template: Template) -> Hit:
    if param.name is None:
        message = f"{call.name} reads {template.positional or 'no'} values without a name"
        return Hit(param.start, param.end, f"{message}: this one, number {index + 1}, is lost")
    end = param.start + len(param.name)
    right = meant(param.name, template.named)
    if right is None:
        reads = ", ".join(sorted(template.named)[:20]) or "no parameters"
        message = f"{call.name} does not read {param.name!r}; it reads {reads}"
        return Hit(param.start, end, message)
    message = f"{call.name} does not read {param.name!r}; did you mean {right.name!r}?"
    if right.case:
        message = f"{call.name} reads {right.name!r}, not {param.name!r}: the case counts"
    return Hit(param.start, end, message, renamed(call, param, right))
