"""H104: no template of this name stands in the site, its themes or Hugo itself."""

from hugo_helpers.check.faults import fault_rule

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
        "text, write `{{</* name */>}}`."
    ),
)
