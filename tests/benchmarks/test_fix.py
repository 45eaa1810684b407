"""Over a site of posts: the second `--fix` changes nothing, the first only what its fixes say."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.corpus import make
from benchmarks.fix import CONTENT, KINDS, proved
from benchmarks.values import unnamed, values
from tests.support.marked import FRONT, LAYOUTS, quote

ODD = (
    FRONT
    + "> A post\n\n"
    + quote(" 一行目<br＞二&amp;行目\\n", "ann ", created_at="2025年2月5日 16:48")
    + quote("あ\u200b", color="#fff")
)


@pytest.mark.parametrize(("words", "kinds"), KINDS.values(), ids=KINDS)
def test_a_site(tmp_path: Path, words: list[str], kinds: tuple[str, ...]) -> None:
    shutil.copytree(LAYOUTS, tmp_path / "layouts")
    (tmp_path / "hugo.toml").write_text("", encoding="utf-8")
    make(tmp_path, 60)
    odd = tmp_path / CONTENT / "odd.md"
    odd.write_bytes(ODD.replace("\n", "\r\n").encode())
    changed, wrong, again = proved(tmp_path, words, kinds)
    assert changed > (50 if "unsafe" in kinds else 1)
    assert (wrong, again) == (0, 0)
    assert "一行目<br>二&行目" in odd.read_text(encoding="utf-8")


def test_a_value_that_no_fix_speaks_of_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.md"

    def made(text: str) -> list:  # type: ignore[type-arg]
        path.write_text(FRONT + text, encoding="utf-8")
        return values(path)

    before = made(quote("a", "ann") + quote("b", "bob"))
    body = ((6, 1), (6, 60))
    assert unnamed(before, before, []) == []
    assert unnamed(before, made(quote("c", "ann") + quote("b", "bob")), []) != []
    assert unnamed(before, made(quote("a", "ann")), [body]) != []
    in_first = ((5, 22), (5, 23))
    assert unnamed(before, made(quote("c", "ann") + quote("b", "bob")), [in_first]) == []
    assert unnamed(before, made(quote("c", "ann") + quote("b", "eve")), [in_first]) != []
