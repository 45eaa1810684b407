"""Front matter that is mended keeps its comments, order, quoting and blank lines."""

from __future__ import annotations

import pytest

from hugo_helpers.check.fix import mend
from hugo_helpers.check.runner import Checker
from hugo_helpers.check.selection import chosen
from tests.support.marked import post, quote

TOML = """\
+++
# who wrote this
title = 'A "post"'   # the title

date = '2025-02-05T00:00:00' # a day
months = ⦅'2025/03'¦'2025/02'⦆ # '2025/03'?
draft = ⦅"false"¦false⦆

⦅tag¦tags⦆ = [
  "a", # the first

  'b',
]
[params]
months = "2025/03"  # another one's
draft = "false"
tag = ['c']
+++
"""
YAML = """\
---
# who wrote this
title: 'A "post"'   # the title

date: 2025-02-05  # a day
months: ⦅2025/3¦2025/02⦆ # 2025/3?
draft: ⦅'false'¦false⦆

⦅tag¦tags⦆:
  # the first
  - a

  - "b"
params:
  months: 2025/3
  draft: 'false'
---
"""
JSON = """\
{"title": "A \\"post\\"",

  "date":   "2025-02-05T00:00:00",
  "months": ⦅"2025/03"¦"2025/02"⦆,
  "draft" : ⦅"false"¦false⦆,
  "⦅tag¦tags⦆": [ "a",
     "b" ]
}
"""


def side(marked: str, number: int) -> str:
    pieces = marked.replace("⦆", "⦅").split("⦅")
    return "".join(p.split("¦")[number] if i % 2 else p for i, p in enumerate(pieces))


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("marked", [TOML, YAML, JSON], ids=["TOML", "YAML", "JSON"])
def test_all_else_stays(marked: str, end: str) -> None:
    before, after = ((side(marked, n) + "\n" + quote()).replace("\n", end) for n in (0, 1))
    result = mend(post(before), Checker(chosen(["F"])).check, post, unsafe=True)
    assert result.dropped == ()
    assert result.post.text == after
