"""T401: a body that is not in the page's language."""

import re
from collections.abc import Iterator
from functools import cache

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_places import QUOTE, given_at, has_raw_values
from hugo_helpers.check.text_prose import SCRIPTS, is_prose

_LEAST = 30


@rule(
    "T401",
    "other-language",
    "warning",
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
    patterns = _patterns(language)
    if patterns is None:
        return
    text = post.text
    plain, escaped, raw = patterns
    found = list(re.finditer(escaped if "\\" in text else plain, text))
    if has_raw_values(post):
        found += re.finditer(raw, text)
    for match in found:
        place = given_at(post, match.start() + 6)
        if place is None or not place.is_body or place.call.name.lower() != QUOTE:
            continue
        if is_prose(text[place.start : place.end], _LEAST):
            message = f"no letter of the page's language ({language}) in this: not translated?"
            yield Hit(place.start, place.end, message)


@cache
def _patterns(language: str) -> tuple[str, str, str] | None:
    """Of parameters called body, long enough, that hold no letter of the language: without
    backslashes, with some, between backticks. None for a language without its own script.
    """
    script = SCRIPTS.get(language)
    if script is None:
        return None
    return (
        f'body="[^"{script}]{{{_LEAST},}}+"',
        f'body="(?:[^"\\\\{script}]|\\\\.){{{_LEAST},}}+"',
        f"body=`[^`{script}]{{{_LEAST},}}+`",
    )


def _language(post: Post) -> str:
    """The page's language without its region."""
    site = post.context.site
    one = len(site.languages) == 1 and not site.folder_languages
    language = site.language if one else site.work(post.page.path)[1]
    return language.lower().partition("-")[0]
