"""C201: one speaker under two spellings."""

import unicodedata
from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "C201",
    what=(
        "Two names of users in one thread differ only in upper and lower case, in width (`Ａnn`), "
        "in normal form, or in space around them."
    ),
    why="The page takes them for two people, in two colours.",
    bad='{{<matomeQuote body="a" userName="ann">}}\n{{<matomeQuote body="b" userName="Ann">}}',
    good='{{<matomeQuote body="a" userName="ann">}}\n{{<matomeQuote body="b" userName="ann">}}',
    how=(
        "Write one name alike everywhere. Where they are two people indeed, as on sites that tell "
        "names apart by case, switch the finding off by a comment before the quote."
    ),
)
def name_in_two_spellings(post: Post) -> Iterator[Hit]:
    columns = post.columns
    users = set(columns.users)
    if len(set(_plain("\n".join(users)).split("\n"))) == len(users):
        return
    first: dict[str, str] = {}
    told: set[str] = set()
    for number, user in enumerate(columns.users):
        other = first.setdefault(_plain(user.replace("\n", " ")), user)
        if other == user or user in told:
            continue
        if (span := columns.span(number, "userName")) is not None:
            told.add(user)
            message = f"{user[:40]!r} is {other[:40]!r} in another spelling"
            yield Hit(*span, message)


def _plain(name: str) -> str:
    if name.isascii():
        return "\n".join(map(str.strip, name.lower().split("\n")))
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "\n".join(map(str.strip, folded.split("\n")))
