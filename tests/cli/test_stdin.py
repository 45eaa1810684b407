"""What stdin may hold."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest

from hugo_helpers.site import content
from tests.cli.broken import POST
from tests.cli.conftest import Matome

REFUSED = {
    "no text": (b"a\n\xff", "stdin is not UTF-8: byte 3"),
    "too long": (b"a" * (content.MAX_BYTES + 1), "stdin: more than"),
}


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("option", [(), ("--fix",), ("--diff",)], ids=" ".join)
@pytest.mark.parametrize(("given", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_a_post_is_refused(
    matome: Matome,
    monkeypatch: pytest.MonkeyPatch,
    given: bytes,
    said: str,
    option: tuple[str, ...],
) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(given)))
    ran = matome("check", "--stdin-filename", POST, *option)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"matome: {said}")
