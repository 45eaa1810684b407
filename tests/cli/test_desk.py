"""A site kept up to date: after whatever changes, what is known is what a fresh run would find."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from hugo_helpers.cli import Refused, main
from hugo_helpers.cli.desk import Desk
from hugo_helpers.cli.session import Session, open_session
from hugo_helpers.cli.watch import arguments
from hugo_helpers.watch.event import Event
from hugo_helpers.watch.snapshot import Changes, Place, Snapshot, compare, take
from tests.support.marked import quote

CUT = "https://example.org/a/long/pa..."
FRONT = "+++\ntitle = 'A post {}'\ndate = '2025-02-05T00:00:00'\ntags = ['x']\n{}\n+++\n\n"


def post(number: int, *quotes: str, more: str = "") -> str:
    source = f"引用元：[https://example.org/{number}](https://example.org/{number})\n\n"
    return FRONT.format(number, more) + source + "\n".join(quotes)


def start(site: Path) -> Session:
    import argparse

    parser = argparse.ArgumentParser()
    arguments(parser)
    return open_session(parser.parse_args(["--source", str(site), "-q"]))


class Kept:
    """A desk, the disk as it has seen it, and what it has told."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.places = [Place(str(root))]
        self.desk = Desk(lambda: start(root), jobs=1, keep=False)
        self.events = [*self.desk.begin(), *self._work()]
        self.desk.written.clear()
        self.shot: Snapshot = take(self.places)

    def follow(self) -> list[Event]:
        """Tell the desk what has changed, until nothing has."""
        self.events = []
        for _ in range(10):
            now = take(self.places)
            changes, self.shot = compare(self.shot, now), now
            if not changes.changed and not changes.gone:
                return self.events
            self.events += self.desk.update(changes)
            self.events += self._work()
            self.shot.files.update(self.desk.written)
            self.desk.written.clear()
        raise AssertionError("it goes on and on")

    def _work(self) -> Iterator[Event]:
        while self.desk.busy:
            yield from self.desk.work()

    def kinds(self) -> list[str]:
        return [event.kind for event in self.events]


@pytest.fixture
def kept(site: Path) -> Kept:
    for number in range(3):
        users = ("ann", "bob", "ann", "cle")
        quotes = [quote(f"Hello {n}", user) for n, user in enumerate(users)]
        (site / "content" / "posts" / f"{number}.md").write_text(post(number, *quotes))
    return Kept(site)


def fresh(site: Path, tmp: Path, capfd: pytest.CaptureFixture[str]) -> tuple[object, ...]:
    """What fresh runs on a copy of the site find, settle and draw."""
    shutil.rmtree(tmp, ignore_errors=True)
    shutil.copytree(site, tmp, symlinks=True)
    capfd.readouterr()
    main(["check", "--source", str(tmp), "--no-cache", "--output-format", "json"])
    found = json.loads(capfd.readouterr().out)
    main(["colors", "--source", str(tmp), "--check", "-q"])
    main(["thumbnails", "--source", str(tmp), "--check", "-q"])
    stale = capfd.readouterr().out
    return [(f["code"], f["message"], f["location"]) for f in found], stale


def known(kept: Kept) -> tuple[object, ...]:
    found = [f for _, of_file in sorted(kept.desk.findings.items()) for f in of_file]
    return [
        (f.code, f.message, {"row": f.location.row, "column": f.location.column}) for f in found
    ], ""


def seed(root: Path) -> Path:
    return root / "content" / "posts" / "seed.md"


def edit(old: str, new: str) -> Callable[[Path], object]:
    return lambda root: seed(root).write_text(seed(root).read_text().replace(old, new))


def image(name: str) -> Callable[[Path], object]:
    def make(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (600, 400), "#204060").save(root / name)

    return make


CHANGES: dict[str, Callable[[Path], object]] = {
    "a body": edit("DeepSeek", "Deep Seek"),
    "an error": lambda r: seed(r).write_text(seed(r).read_text() + "\n{{< nope >}}\n"),
    "a title": edit("title = '6", "title = '7"),
    "speakers": lambda r: (r / "content/posts/1.md").write_text(
        post(1, *[quote("x", f"user{n % 7}") for n in range(40)])
    ),
    "no quotes any more": lambda r: seed(r).write_text(post(9)),
    "a post less": lambda r: seed(r).unlink(),
    "a post more": lambda r: (r / "content/posts/new.md").write_text(post(8, quote(CUT))),
    "a post on the same source": lambda r: (r / "content/posts/new.md").write_text(
        post(1, quote())
    ),
    "a post that cannot be decoded": lambda r: seed(r).write_bytes(b"\xff"),
    "a post moved": lambda r: seed(r).rename(r / "content/posts/moved.md"),
    "a folder of posts moved": lambda r: (r / "content/posts").rename(r / "content/news"),
    "an image of a post": image("static/thumbnails/blue.jpg"),
    "an image of nobody": image("static/thumbnails/nobody.jpg"),
    "settings": lambda r: (r / "matome.toml").write_text('ignore = ["C1", "T203"]'),
    "the title of the site": lambda r: (r / "hugo.toml").write_text(
        (r / "hugo.toml").read_text().replace('title = "', 'title = "New ')
    ),
    "a template": lambda r: (
        (r / "layouts/shortcodes").mkdir(parents=True),
        (r / "layouts/shortcodes/nope.html").write_text("x"),
        seed(r).write_text(seed(r).read_text() + "\n{{< nope >}}\n"),
    ),
    "a template of the theme": lambda r: (
        r / "themes/matome/layouts/shortcodes/matomeQuote.html"
    ).unlink(),
    "colours settled by hand": lambda r: (r / "data/matome/colors.json").write_text("{}"),
    "a card deleted": lambda r: (r / "assets/thumbnails/cards/posts/seed.jpg").unlink(),
    "cards deleted": lambda r: shutil.rmtree(r / "assets/thumbnails"),
    "a name that is not UTF-8": lambda r: (
        r / "content/posts" / os.fsdecode(b"\xff.md")
    ).write_text(post(7, quote(CUT))),
    "a link to itself": lambda r: (r / "content/posts/loop.md").symlink_to("loop.md"),
    "a link to nothing": lambda r: (r / "content/posts/none.md").symlink_to("nowhere.md"),
    "a folder named like a post": lambda r: (r / "content/posts/folder.md").mkdir(),
    "content deleted": lambda r: shutil.rmtree(r / "content"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_as_a_fresh_run(
    kept: Kept,
    change: Callable[[Path], object],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    copy = tmp_path / "copy"
    assert known(kept) == fresh(kept.root, copy, capfd)
    before = known(kept)
    change(kept.root)
    kept.follow()
    assert known(kept) == fresh(kept.root, copy, capfd)
    assert kept.events or known(kept) == before
    assert kept.follow() == []


@pytest.mark.parametrize("number", range(3))
def test_many_changes_in_any_order(
    kept: Kept, number: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(number)
    for change in chance.sample(list(CHANGES.values()), 10):
        try:
            change(kept.root)
        except (OSError, UnicodeDecodeError):
            continue  # What it changes is gone by now, or no text.
        if chance.random() < 0.6:
            kept.follow()
    kept.follow()
    assert known(kept) == fresh(kept.root, tmp_path / "copy", capfd)


def test_what_is_told(kept: Kept) -> None:
    assert kept.kinds() == ["ready", "colors", "thumbnails"]
    assert len(kept.events[0].names) == 7
    assert kept.events[0].counts[:2] == (0, 12)
    CHANGES["an error"](kept.root)
    (event,) = kept.follow()
    assert event.names == ("content/posts/seed.md",)
    assert [finding.code for finding in event.fresh] == ["H104"]
    assert len(event.findings) == 13
    assert event.cleaned == ()
    edit("{{< nope >}}", "")(kept.root)
    (event,) = kept.follow()
    assert len(event.findings) == 12
    assert event.fresh == ()


def test_a_file_that_became_clean_and_one_that_is_gone(kept: Kept) -> None:
    path = kept.root / "content" / "posts" / "1.md"
    good = path.read_text()
    path.write_text(good + quote(CUT))
    (event,) = kept.follow()[:1]
    assert event.findings
    path.write_text(good)
    (event,) = kept.follow()[:1]
    assert (event.cleaned, event.findings) == (event.names, ())
    path.unlink()
    (event,) = kept.follow()[:1]
    assert (event.gone, event.cleaned) == (("content/posts/1.md",), ())


def test_files_that_a_change_elsewhere_concerns(kept: Kept) -> None:
    (kept.root / "content" / "posts" / "0a.md").write_text(post(1, quote()))
    event = kept.follow()[0]
    assert event.names == ("content/posts/0a.md", "content/posts/1.md")
    assert [(f.code, f.filename) for f in event.fresh] == [("S101", "content/posts/1.md")]


def test_only_what_changed_is_done_again(kept: Kept) -> None:
    (kept.root / "content" / "posts" / "1.md").write_text(
        post(1, *[quote("x", f"user{n % 7}") for n in range(40)])
    )
    events = kept.follow()
    assert [event.kind for event in events] == ["checked", "colors", "thumbnails"]
    assert events[1].names == ("content/posts/1.md",)
    assert events[2].names == (
        "assets/thumbnails/cards-600/posts/1.jpg",
        "assets/thumbnails/cards/posts/1.jpg",
    )


def test_gone_between_the_event_and_the_reading(kept: Kept) -> None:
    name = "content/posts/never.md"
    (event,) = kept.desk.update(Changes(frozenset([str(kept.root / name)])))
    assert (event.names, event.gone, event.findings) == ((name,), (name,), ())
    assert [*kept._work()] == []


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("hugo.toml", "title = ", "hugo.toml"),
        ("matome.toml", 'selectt = ["H"]', "did you mean 'select'"),
        ("matome.toml", 'select = ["X9"]', "X9"),
    ],
)
def test_settings_that_are_broken_for_a_while(
    kept: Kept, name: str, text: str, told: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = kept.root / name
    good = path.read_text() if path.exists() else ""
    before = known(kept)
    path.write_text(text)
    events = kept.follow()
    assert [event.kind for event in events] == ["error"]
    assert told in events[0].text
    assert known(kept) == before
    path.write_text(good)
    CHANGES["an error"](kept.root)
    kept.follow()
    assert known(kept) == fresh(kept.root, tmp_path / "copy", capfd)


def test_broken_colors_are_told_and_left_alone(kept: Kept) -> None:
    path = kept.root / "data" / "matome" / "colors.json"
    good = path.read_text()
    path.write_text(good[:-4])
    assert [event.kind for event in kept.follow()] == ["error"]
    CHANGES["speakers"](kept.root)
    assert "colors" not in [event.kind for event in kept.follow()]
    assert path.read_text() == good[:-4]
    path.write_text(good)
    assert "colors" in [event.kind for event in kept.follow()]


def test_a_card_that_cannot_be_written(kept: Kept) -> None:
    from resource import RLIMIT_FSIZE, getrlimit, setrlimit

    limit = getrlimit(RLIMIT_FSIZE)
    card = kept.root / "assets/thumbnails/cards/posts/seed.jpg"
    before = card.read_bytes()
    CHANGES["a title"](kept.root)
    setrlimit(RLIMIT_FSIZE, (20_000, limit[1]))
    try:
        events = kept.follow()
    finally:
        setrlimit(RLIMIT_FSIZE, limit)
    assert [event.kind for event in events] == ["checked", "error"]
    assert "File too large" in events[1].text
    assert card.read_bytes() == before
    CHANGES["a body"](kept.root)
    kept.follow()
    assert card.read_bytes() != before


def test_what_time_mends(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import UTC, datetime

    from hugo_helpers.check.post import Context

    text = post(1, quote("x", "ann", created_at="2999-01-01T00:00:00"))
    (kept.root / "content" / "posts" / "1.md").write_text(text)
    assert "Q106" in {finding.code for finding in kept.follow()[0].findings}
    assert list(kept.desk.pass_time()) == []

    monkeypatch.setattr(Context, "now", datetime(3000, 1, 1, tzinfo=UTC))
    (event,) = kept.desk.pass_time()
    assert event.names == ("content/posts/1.md",)
    assert "Q106" not in {finding.code for finding in event.findings}


def test_no_site_to_begin_with(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        Desk(lambda: start(tmp_path), jobs=1)
