"""The fix that shows a call as text."""

from __future__ import annotations

import pytest

from hugo_helpers.check.shown_calls import shown
from tests.support.marked import FRONT, post

SHOWN = {
    "{{< figure >}}": "{{</* figure */>}}",
    "{{% figure %}}": "{{%/* figure */%}}",
    "{{<details>}}a{{</details>}}": "{{</*details*/>}}a{{</*/details*/>}}",
    "{{<details>}}{{% ref a %}}{{</details>}}": (
        "{{</*details*/>}}{{%/* ref a */%}}{{</*/details*/>}}"
    ),
    "{{< details />}}": "{{</* details /*/>}}",
}


@pytest.mark.parametrize("text", SHOWN)
def test_shown(text: str) -> None:
    made = post(text)
    fix = shown(made.text, made.document.calls[0], "safe")
    assert fix is not None
    after = made.text
    for edit in sorted(fix.edits, key=lambda edit: edit.start, reverse=True):
        after = after[: edit.start] + edit.content + after[edit.end :]
    assert after == FRONT + SHOWN[text]
    assert post(after).document == ((), ())


def test_a_tag_that_holds_the_end_of_a_comment_stays() -> None:
    made = post('{{< figure alt="a*/b" >}}')
    assert shown(made.text, made.calls[0], "safe") is None
