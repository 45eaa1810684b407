"""The page of the fixes: what each does, made by applying it to the rule's own bad example."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from hugo_helpers.check.fix import mend
from hugo_helpers.check.fix_diff import unified
from hugo_helpers.check.runner import Checker

if TYPE_CHECKING:
    from hugo_helpers.check.post import Post
    from hugo_helpers.check.rule import Rule

_HEAD = """# Fixes

`matome check --fix` mends posts in place. Safe fixes change nothing that an author can have meant;
`--unsafe-fixes` adds those that should be looked at, and `--diff` shows either without writing.

- Fixes that touch each other are applied one after the other, until nothing is left to mend. A
  second run changes nothing.
- A fix is dropped, and told, where it would make Hugo refuse the post, or would change a shortcode
  or a key of the front matter beyond the place that it speaks of.
- Each file is replaced whole, with its mode, owner, byte order mark and line ends. A file that
  another program has saved meanwhile is left as it is, and told. What is not mended is not touched.
- `matome fmt` writes shortcode calls in one form: one space between the pieces, double quotes,
  parameters in the order of the documentation. It changes no value. `{{</details>}}` becomes
  `{{< /details >}}` by it, not by `--fix`: Hugo takes both.
- What Hugo refuses is mended only where one place is certain. A stray close, an unclosed shortcode
  that could end in two places, a name that is two letters from any, two sorts of parameters in one
  call: for these there is no fix, and the finding says what to do.

## Cut links

Sites shorten long links in what they show, and a copy of that leads nowhere (T203). The thread
itself still has them:

```sh
matome check --fix-links thread.html                       # a page that the browser has saved
matome check --fix-links items.json content/posts/a.md     # Hacker News' item API: children, text
matome check --fix-links 'https://news.ycombinator.com/item?id=1' --diff
```

- Mended are the posts that name the thread as their source. A page that does not tell its own
  address is taken for the post whose file is named, and so is any thread for a post without a
  source.
- A link is restored where one link of the thread alone begins with what stands before the dots, or
  is shown cut in the same way. Where comments have authors (JSON), those of the quote's user are
  asked first. All others stay as they are, and are listed with the reason.
- Nothing but links is mended, unless `--fix` stands beside it. `--diff` shows it without writing.
  The option may be given several times, for several threads.
- The network is used for an address alone: one request, made again three times where the server is
  busy, with a limit of time and size. The answer is remembered for a day; `--no-cache` asks anew.
  Hacker News' API gives a whole thread at `https://hn.algolia.com/api/v1/items/ID`.

## Examples

The examples below are what each fix makes of the bad example in the rule's page.
"""
_OTHER = {
    "F105": "+++\ntitle = 'S1 beats R1?'\ndraft = 'true'\n+++",
    "H108": '{{< details summary="More" >}}Text{{< /details >}}\n{{< /details >}}',
    "H111": '{{< details summary="More" >}}Text{{< /details\u3000>}}',
    "Q205": '{{<matomeQuote body="Hello" userName="ann">}}\n' * 60,
    "T201": '{{<matomeQuote body="see https://example.org/?q=50%off" userName="ann">}}',
    "T202": "Source：https://example.org/",
}
"""Examples of rules whose page shows what is not for a machine to mend, or only tells it."""
_UNSEEN = r"\[U\+([0-9A-F]{4,6})\]"
"""How pages write characters that nobody would see."""


def page(rules: Iterable[Rule], made: Callable[[str], Post]) -> str:
    """The page in Markdown. `made` makes a post of a text that may lack front matter."""
    pieces = [_HEAD]
    for kind, title in (("safe", "Safe fixes"), ("unsafe", "Unsafe fixes")):
        pieces.append(f"\n## {title}\n")
        for rule in rules:
            shown = _example(rule, made, kind)
            if shown:
                pieces.append(shown)
    return "".join(pieces)


def _example(rule: Rule, made: Callable[[str], Post], kind: str) -> str:
    if rule.body.post is None:
        return ""
    bad = _OTHER.get(rule.code, rule.body.bad)
    unseen = {chr(int(code, 16)): f"[U+{code}]" for code in re.findall(_UNSEEN, bad)}
    post = made(re.sub(_UNSEEN, lambda found: chr(int(found[1], 16)), bad))
    check = Checker([rule]).check
    kinds = {f.fix.applicability for f in check(post).findings if f.fix is not None}
    if kind not in kinds:
        return ""
    after = mend(post, check, made, unsafe=kind == "unsafe").post.text
    lines = "".join(line for line in unified(post.text, after, "") if line[0] in "-+")
    shown = lines.split("+++ \n", 1)[-1].replace("\\ No newline at end of file\n", "")
    if not shown:
        return ""
    for char, name in unseen.items():
        shown = shown.replace(char, name)
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", shown)), default=0))
    what = f"{rule.body.what} [The rule](rules/{rule.code}.md)"
    return f"\n### {rule.code} {rule.name}\n\n{what}\n\n{fence}diff\n{shown}{fence}\n"
