"""C201: one speaker under two spellings."""

from collections.abc import Iterator
from unicodedata import normalize

from hugo_helpers.check.look_alikes import holds_any, others, skeleton
from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule
from hugo_helpers.check.text_hidden import named


@rule(
    "C201",
    what=(
        "Two names of users in one thread differ only in upper and lower case, in width (`Ａnn`), "
        "in normal form, in space around them, or in letters that look alike: Cyrillic `А` and "
        "Latin `A`, the kanji 力 and the kana カ."
    ),
    why=(
        "The page takes them for two people, in two colours; of names that look the same a reader "
        "sees no reason for it, and one may be there to pass for the other."
    ),
    bad='{{<matomeQuote body="a" userName="ann">}}\n{{<matomeQuote body="b" userName="Ann">}}',
    good='{{<matomeQuote body="a" userName="ann">}}\n{{<matomeQuote body="b" userName="ann">}}',
    how=(
        "Write one name alike everywhere. Where they are two people indeed, as on sites that tell "
        "names apart by case, switch the finding off by a comment before the quote. The finding "
        "names the letters that only look like others."
    ),
)
def name_in_two_spellings(post: Post) -> Iterator[Hit]:
    columns = post.columns
    users = set(columns.users)
    joined = "\n".join(users)
    alike = holds_any(joined)
    ways = (_plain, _look) if alike else (_plain,)
    if all(len(set(way(joined).split("\n"))) == len(users) for way in ways):
        return
    first: dict[str, str] = {}
    looks: dict[str, str] = {}
    told: set[str] = set()
    for number, user in enumerate(columns.users):
        name = user.replace("\n", " ")
        other = first.setdefault(_plain(name), user)
        if alike:
            look = looks.setdefault(_look(name), user)
            other = look if other == user else other
        if other == user or user in told:
            continue
        if (span := columns.span(number, "userName")) is not None:
            told.add(user)
            yield Hit(*span, _message(user, other))


def _message(user: str, other: str) -> str:
    if _plain(user) == _plain(other):
        return f"{user[:40]!r} is {other[:40]!r} in another spelling"
    strange = others(user) or others(other)
    return f"{user[:40]!r} only looks like {other[:40]!r}: {named(strange)}"


def _plain(name: str) -> str:
    return _stripped(name.lower() if name.isascii() else normalize("NFKC", name).casefold())


def _look(name: str) -> str:
    return _stripped(skeleton(name))


def _stripped(names: str) -> str:
    return "\n".join(map(str.strip, names.split("\n")))
