"""Only a page that was found right, in the same way, to the same byte, is passed by."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from tests.support.judged import SCRIPT, Judged


def test_what_is_fresh(tmp_path: Path) -> None:
    one, same, other = (tmp_path / name for name in ("one", "same", "other"))
    for file, text in ((one, "a"), (same, "a"), (other, "b")):
        file.write_text(text)
    judged = Judged()
    with suppress(ValueError), judged.fresh("", [one]):
        raise ValueError
    with judged.fresh("", [one]) as fresh:
        assert fresh == [one]
    with judged.fresh("", [same, other]) as fresh:
        assert fresh == [other]
    with judged.fresh("shown", [same]) as fresh:
        assert fresh == [same]
    named = '<meta name="generator" content="Hugo {}">'
    one.write_text(named.format("0.111.3"))
    same.write_text(named.format("0.147.9"))
    with judged.fresh("", [one]) as fresh:
        assert fresh == [one]
    with judged.fresh("", [same]) as fresh:
        assert fresh == []
    script = '<script src="/js/a.min.{}.js" integrity="sha256-{}">'
    one.write_text(script.format("a" * 64, "x"))
    same.write_text(script.format("b" * 64, "y"))
    with judged.fresh("", [one, same], SCRIPT) as fresh:
        assert fresh == [one, same]
    with judged.fresh("", [one, same]) as fresh:
        assert fresh == [one, same]
    other.write_text(script.format("c" * 64, "z"))
    with judged.fresh("", [other], SCRIPT) as fresh:
        assert fresh == []
    with judged.fresh("", [other]) as fresh:
        assert fresh == [other]
    one.write_text("c")
    with judged.fresh("", [one, other]) as fresh:
        assert fresh == [one]
