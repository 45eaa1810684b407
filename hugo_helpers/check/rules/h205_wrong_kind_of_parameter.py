"""H205: values without names for a template that reads names, or the reverse."""

from collections.abc import Iterator

from hugo_helpers.check.parameters import OURS, is_ours, of_form
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.rules.h204_parameter_not_read import wrong_kind


@rule(
    "H205",
    what=(
        "A call gives values without names to a shortcode that reads named parameters only, or "
        "named ones to a shortcode that counts."
    ),
    why="The template finds nothing of what the call gives, and Hugo says nothing.",
    bad='{{< figure "cat.jpg" >}}',
    good='{{< figure src="cat.jpg" >}}',
    how="Write the parameters in the kind that the message names.",
)
def wrong_kind_of_parameter(post: Post) -> Iterator[Hit]:
    templates = post.context.templates
    for form in post.forms:
        name = form[0].lower()
        if len(form) == 1 or (name in OURS and is_ours(templates, name)):
            continue
        template = templates.get(name)
        if template is None or not wrong_kind(template, form):
            continue
        for call in of_form(post, form):
            inside = [child.name for child in call.children]
            if any(templates.takes(name, p or i, inside) for i, p in enumerate(form[1:])):
                continue
            first = call.params[0]
            if first.name is None:
                reads = ", ".join(sorted(template.named)[:20])
                message = f"{call.name} reads parameters by their names only: {reads}"
            else:
                message = (
                    f"{call.name} reads values without names: write {first.value[:30]!r} alone"
                )
            yield Hit(first.start, call.params[-1].end, message)
