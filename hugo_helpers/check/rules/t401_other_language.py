"""T401: a body that is not in the page's language."""

import re
from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_prose import SCRIPTS, is_prose

_LEAST = 30


@rule(
    "T401",
    what=(
        "A body of 30 characters or more holds no letter of the page's language: on a Japanese "
        "page no kana and no kanji. Links, code, names and numbers do not count. Looked at are "
        "languages with a script of their own: Japanese, Chinese, Korean, Russian, Greek and more."
    ),
    why="It was published without being translated.",
    bad='{{<matomeQuote body="I have never seen this work in practice." userName="ann">}}',
    good='{{<matomeQuote body="実際にうまくいくのは見たことがない。" userName="ann">}}',
    how="Translate it; or, where the words are meant as they are, say so in the page's language.",
)
def other_language(post: Post) -> Iterator[Hit]:
    language = _language(post)
    script = SCRIPTS.get(language)
    if script is None:
        return
    # The first range alone is compiled and found much faster than all of them.
    usual = re.compile(f"[{script[:3]}]").search
    columns = post.columns
    for number, body in enumerate(columns.bodies):
        if len(body) < _LEAST or usual(body) or re.search(f"[{script}]", body):
            continue
        span = columns.span(number, "body")
        if span is not None and is_prose(post.text[slice(*span)], _LEAST):
            message = f"no letter of the page's language ({language}) in this: not translated?"
            yield Hit(*span, message)


def _language(post: Post) -> str:
    """The page's language without its region."""
    site = post.context.site
    one = len(site.languages) == 1 and not site.folder_languages
    language = site.language if one else site.work(post.page.path)[1]
    return language.lower().partition("-")[0]
