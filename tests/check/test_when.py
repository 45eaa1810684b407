"""A rule that is not asked about a post would have said nothing of it."""

from __future__ import annotations

import pytest

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.rule import Rule
from hugo_helpers.check.when import always, never
from tests.support.marked import FRONT, post, quote

WAITING = [rule for rule in RULES if rule.when not in (always, never) and not rule.across]
USUAL = FRONT.replace("+++\n", "+++\ntags = ['a', 'b']\ndraft = false\n", 1)
TEXTS = {
    "the usual front matter": USUAL + quote() * 3,
    "one term": USUAL.replace("['a', 'b']", "'a'") + quote(),
    "an image and a list of one": USUAL.replace(", 'b'", "").replace(
        "draft", "featureimage = 'a.png'\ndraft"
    ),
    "nothing": "",
    "front matter alone": FRONT,
    "a broken front matter": "+++\ntitle = \n+++\n",
    "a quote": quote(),
    "many": "".join(quote(f"Hello {n}", f"u{n}", created_at="2025-02-28") for n in range(50)),
    "one too many": "".join(quote(f"Hello {n}", f"u{n}") for n in range(51)),
    "twice": quote("Hello", created_at="2025-02-28") * 2,
    "marks in a body": quote("a & b <br> ` \\ % https://example.org/ <!--more--> {{__hugo_ctx}}"),
    "marks around": "a &amp; b `c` \\ % <!--more-->\n" + quote() + "    indented\n",
    "code": "```\n" + quote() + "```\n",
    "a fold": '{{< details summary="More (2)" >}}\n' + quote() + "{{< /details >}}\n",
    "hidden": quote("a\u200bb\u202ec\ufffd縺"),
    "times": quote(created_at="2025-02-28") + quote("b", created_at="no time"),
    "styles": quote(created_at="2025-02-28T10:00:00") + quote("b", created_at="2025/02/28 10:00"),
    "colours": quote(color="red") + quote("b", color="blue") + quote("c"),
    "unclosed": "{{< details >}}" + quote(),
    "another language": "---\nmarkup: org\nbuild: 1\nurl: 'a%'\n---\n" + quote(),
}


@pytest.mark.parametrize("rule", WAITING, ids=lambda rule: rule.code)
def test_it_says_nothing_where_it_is_not_asked(rule: Rule) -> None:
    check = rule.body.post
    assert check is not None
    unasked = [made for text in TEXTS.values() if not rule.when(made := post(text))]
    assert unasked, "what it waits for is always there"
    assert [hit for made in unasked for hit in check(made)] == []


def test_what_waits_for_the_same_asks_once() -> None:
    assert len({rule.when for rule in WAITING}) < len(WAITING) / 2
