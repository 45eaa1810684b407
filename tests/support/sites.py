"""Posts of sites that differ from the one of `marked`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hugo_helpers.check.post import Context, Post
from hugo_helpers.site.templates import Templates, read_templates
from tests.support.marked import CONTEXT, SITE, post

OWN = """<blockquote style="color:{{ .Get "color" }}">{{ .Get "body" }} {{ .Get "userName" }}
{{ .Get "createdAt" }}</blockquote>"""


@cache
def _templates() -> Templates:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "shortcodes" / "matomeQuote.html"
        path.parent.mkdir()
        path.write_text(OWN)
        templates = read_templates([Path(folder)], (0, 168, 0))
        assert templates.get("matomeQuote") is not None
        return templates


def foreign(text: str) -> Post:
    """A post of a site that has a matomeQuote of its own, which draws colours as they are."""
    made = post(text)
    made.context = CONTEXT._replace(templates=_templates())
    return made


def context(**site: Any) -> Context:
    """What rules may ask about a site that differs in these from the one of `marked`."""
    return CONTEXT._replace(site=SITE._replace(**site))
