"""What is running text, and what only links, code, names or numbers."""

from __future__ import annotations

import pytest

from hugo_helpers.check.text_prose import is_prose

PROSE = {
    "sentence": "I have never seen this work in practice.",
    "curly quotes": "“I don’t think that’s quite right”, though.",
    "with a name": "Ian Goodfellow wrote that this is not quite right.",
    "with code": "call `main()` before you do anything else there",
    "Russian": "Я никогда не видел, чтобы это работало.",
    "Chinese, no spaces": "我从来没有见过这个东西在实际工作当中能够正常运行起来的样子啊真的没有",
}
NO_PROSE = {
    "nothing": "",
    "short": "That is not right.",
    "links": "https://example.org/one/two https://example.org/three/four",
    "code": "`for (i = 0; i < n; i++) sum += values[i]`",
    "bare code": "x_1 = f(a, b); y_2 = g(c, d); return {x_1: y_2}",
    "shell": "git commit -m x && git push --force origin main; make -j4",
    "names": "Ian Goodfellow, Yoshua Bengio, Aaron Courville, MIT Press",
    "numbers": "3.14159 26535 89793 23846 26433 83279 50288",
    "addresses": "someone@example.org somebody.else@example.org /usr/local/bin/x",
    "emoji": "😀" * 40,
    "a picture of signs": "┏" + "━" * 40 + "┓" + "＿" * 40 + "∩" * 9,
    "laughter": "hahahahahahahahahahahahahahahahahahahaha",
}


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_prose(text: str) -> None:
    assert is_prose(text, 30)


@pytest.mark.parametrize("text", NO_PROSE.values(), ids=NO_PROSE)
def test_no_prose(text: str) -> None:
    assert not is_prose(text, 30)
