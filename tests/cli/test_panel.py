"""The findings that a page shows while Hugo serves it."""

from __future__ import annotations

import json
from pathlib import Path

from hugo_helpers.check.finding import Finding, Location
from hugo_helpers.cli import panel as module
from hugo_helpers.cli.panel import Panel
from tests.cli.test_desk import start

NAME = "assets/matome/findings.json"


def findings(count: int, name: str = "content/posts/a.md") -> tuple[Finding, ...]:
    place = Location(3, 4)
    return tuple(
        Finding("T203", f"{'x' * 400}{n}", "warning", name, place, place) for n in range(count)
    )


def test_written_when_it_changes_and_taken_away(site: Path) -> None:
    session, panel = start(site), Panel()
    panel.show(session, {})
    assert not (site / NAME).exists()
    panel.show(session, {"content/posts/a.md": findings(2), "assets/x.jpg": findings(1)})
    held = json.loads((site / NAME).read_text())
    assert list(held) == ["posts/a"]
    first = held["posts/a"][0]
    assert (first["row"], first["column"], first["code"]) == (3, 4, "T203")
    assert len(first["message"]) == module.MESSAGE
    before = (site / NAME).stat().st_mtime_ns
    panel.show(session, {"content/posts/a.md": findings(2)})
    assert (site / NAME).stat().st_mtime_ns == before
    panel.show(session, {})
    assert json.loads((site / NAME).read_text()) == {}
    panel.hide()
    assert not (site / "assets" / "matome").exists()


def test_renewed_in_part(site: Path) -> None:
    session, panel = start(site), Panel()
    found = {"content/a.md": findings(2), "content/b.md": findings(1)}
    panel.show(session, found)
    del found["content/a.md"]
    found["content/b.md"] = findings(3)
    panel.renew(session, found, ["content/a.md", "assets/x.jpg"])
    held = json.loads((site / NAME).read_text())
    assert {key: len(of_page) for key, of_page in held.items()} == {"b": 1}
    panel.renew(session, found, ["content/b.md"])
    held = json.loads((site / NAME).read_text())
    assert {key: len(of_page) for key, of_page in held.items()} == {"b": 3}


def test_bounded(site: Path) -> None:
    session, panel = start(site), Panel()
    panel.show(session, {f"content/{n:03}.md": findings(99) for n in range(200)})
    held = json.loads((site / NAME).read_text())
    assert sum(map(len, held.values())) == module.MOST
    assert max(map(len, held.values())) == module.MOST_OF_PAGE
