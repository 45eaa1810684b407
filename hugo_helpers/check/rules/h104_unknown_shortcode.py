"""H104: no template of this name stands in the site, its themes or Hugo itself."""

from hugo_helpers.check.faults import fault_rule, safe
from hugo_helpers.check.finding import Edit, Fix
from hugo_helpers.check.near import is_slip, slipped
from hugo_helpers.check.post import Post
from hugo_helpers.check.text_places import call_at
from hugo_helpers.shortcodes.calls import Fault, Param
from hugo_helpers.site.templates import Templates


def _mend(post: Post, fault: Fault) -> Fix | None:
    name, templates = post.text[fault.start : fault.end], post.context.templates
    if name.endswith("/") and templates.inner(name[:-1]):
        return safe("put a space before the slash", Edit(fault.end - 1, fault.end - 1, " "))
    call = call_at(post, fault.start)
    other_case = [one for one in templates.names if one.lower() == name.lower()]
    right = other_case[0] if len(other_case) == 1 else slipped(name, templates.names)
    if call is None or right is None or call.start in post.garbled:
        return None
    if not all(_is_taken(templates, right, at, param) for at, param in enumerate(call.params)):
        return None
    right = _spelt(templates, right)
    edits = [Edit(fault.start, fault.end, right)]
    if call.close_start is not None and call.close_end is not None:
        at = post.text.find(name, call.close_start, call.close_end)
        edits.append(Edit(at, at + len(name), right))
    return safe(f"rename it to {right}", *edits)


def _hint(post: Post, fault: Fault) -> str:
    from difflib import get_close_matches

    name, templates = post.text[fault.start : fault.end][:50], post.context.templates
    names = {one.lower(): one for one in templates.names}
    near = get_close_matches(name.lower(), names, 1)
    return f"; did you mean {_spelt(templates, names[near[0]])}?" if near else ""


def _is_taken(templates: Templates, name: str, at: int, param: Param) -> bool:
    """Whether a shortcode reads a parameter, or one that its name is a slip of."""
    if templates.takes(name, at if param.name is None else param.name) is not False:
        return True
    template = templates.get(name)
    if template is None or param.name is None:
        return False
    lower = param.name.lower()
    return any(one.lower() == lower or is_slip(lower, one) for one in template.named)


def _spelt(templates: Templates, name: str) -> str:
    """A name as its template's file writes it: newer versions of Hugo ignore the case."""
    template = templates.get(name)
    stem = template.path.name.split(".")[0] if template and template.path else ""
    folder, slash, own = name.rpartition("/")
    return folder + slash + (stem if stem.lower() == own.lower() else own)


fault_rule(
    "H104",
    "unknown-shortcode",
    what="No template of this name stands in the site, its themes or Hugo itself.",
    why=(
        "Hugo stops: `template for shortcode not found`. Mostly a name is misspelt, or a "
        "theme is missing."
    ),
    bad='{{< matomeQoute body="Hello" userName="ann" >}}',
    good='{{< matomeQuote body="Hello" userName="ann" >}}',
    how=(
        "Mend the name, or put a template into layouts/shortcodes/. To show the tag as "
        "text, write `{{</* name */>}}`. `--fix` mends a name that is one letter from one that "
        "takes these parameters."
    ),
    mend=_mend,
    hint=_hint,
)
