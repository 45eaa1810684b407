"""H110: a shortcode is closed, or closes itself, though its template takes no content."""

from hugo_helpers.check.faults import fault_rule

fault_rule(
    "H110",
    "forbidden-close",
    what="A shortcode is closed, or closes itself, though its template takes no content.",
    why=("Hugo stops: the template does not evaluate `.Inner`, yet a closing tag was provided."),
    bad='{{<matomeQuote body="Hello" userName="ann">}}{{</matomeQuote>}}',
    good='{{<matomeQuote body="Hello" userName="ann">}}',
    how="Delete the closing tag, or the `/` at the end of the tag.",
)
