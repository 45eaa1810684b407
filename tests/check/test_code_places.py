"""What stands in code or in comments."""

from __future__ import annotations

import pytest

from hugo_helpers.check.code_places import hidden_calls, places
from tests.support.marked import post, quote

CALL = "{{< figure >}}"
KINDS = {
    "block": f"```\n{CALL}\n```\n",
    "indented": f"a\n\n    {CALL}\n",
    "inline": f"`{CALL}`\n",
    "comment": f"<!-- {CALL} -->\n",
    "highlight": f"{{{{< highlight go >}}}}{CALL}{{{{< /highlight >}}}}\n",
}


@pytest.mark.parametrize("kind", KINDS)
def test_kinds(kind: str) -> None:
    assert [found for _, found in hidden_calls(post(KINDS[kind]))] == [kind]


def test_further_spans() -> None:
    made = post("a `bcd` e\n")
    at = made.text.index("c")
    assert places(made, ((at, at + 1),)) == {at: "inline"}
    assert places(made, ((at + 3, at + 4),)) == {}


def test_spans_inside_a_fold_belong_there() -> None:
    made = post("```\n{{<details>}}\nabc\n{{</details>}}\n```\n")
    at = made.text.index("b")
    # The fold is in code, and so is not read any further.
    assert list(places(made, ((at, at + 1),)).values()) == ["block"]
    made = post("{{<details>}}\n```\nabc\n```\n{{</details>}}\n")
    at = made.text.index("b")
    assert places(made, ((at, at + 1),)) == {at: "block"}


def test_the_signs_are_none_of_the_text() -> None:
    made = post(f"mtmcall0q `mtmcall0q` mtmcallx1q {CALL} `{CALL}`\n")
    assert [call.start for call, _ in hidden_calls(made)] == [made.calls[1].start]


def test_depth_is_bounded() -> None:
    made = post("{{<details>}}" * 300 + f"`{CALL}`" + "{{</details>}}" * 300)
    assert hidden_calls(made) == ()


def test_markdown_is_loaded_only_for_what_may_be_code() -> None:
    assert hidden_calls(post(quote("`a` <!-- b -->") + "a\n")) == ()
    assert hidden_calls(post("`a`\n")) == ()
