"""`matome thumbnails`: every post gets its card, once, and nothing outside the site is read."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import Matome
from tests.support.hugo import write_files

SMALL = "assets/thumbnails/cards-600/posts/seed.jpg"
CARD = "assets/thumbnails/cards/posts/seed.jpg"


def stamps(site: Path) -> dict[Path, int]:
    return {p: p.stat().st_mtime_ns for p in (site / "assets").rglob("*") if p.is_file()}


def test_cards_and_the_stock_image_that_the_post_names(matome: Matome, site: Path) -> None:
    ran = matome("thumbnails")
    assert ran.code == 0
    assert "2 drawn, 2 stock images, 0 up to date" in ran.err
    for name, size in (
        (CARD, (1200, 630)),
        (SMALL, (600, 315)),
        ("assets/thumbnails/blue.jpg", (1200, 630)),
    ):
        with Image.open(site / name) as image:
            assert image.format == "JPEG"
            assert image.size == size


def test_again_draws_nothing(matome: Matome, site: Path) -> None:
    assert matome("thumbnails", "--check").code == 1
    matome("thumbnails")
    before = stamps(site)
    assert "0 drawn, 2 up to date" in matome("thumbnails").err
    assert stamps(site) == before
    assert matome("thumbnails", "--check").code == 0
    assert "2 drawn" in matome("thumbnails", "--force").err


@pytest.mark.parametrize(
    ("change", "drawn"),
    [
        (lambda text: text.replace("title = '6", "title = '7"), 1),
        (lambda text: text.replace("blue.jpg", "red.jpg"), 1),
        (lambda text: text.replace('"LLM", ', ""), 1),
        (lambda text: text.replace("months = '2025/02'\n", ""), 0),
    ],
    ids=["title", "background", "tags", "what is not on the card"],
)
def test_only_what_changed_is_drawn_again(
    matome: Matome, site: Path, change: Callable[[str], str], drawn: int
) -> None:
    matome("thumbnails")
    path = site / "content" / "posts" / "seed.md"
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert f"{drawn} drawn" in matome("thumbnails").err


def test_an_image_of_the_sites_own_wins(matome: Matome, site: Path) -> None:
    own = site / "static" / "thumbnails" / "blue.jpg"
    own.parent.mkdir(parents=True)
    Image.new("RGB", (600, 400), "#204060").save(own)
    matome("thumbnails")
    assert not (site / "assets" / "thumbnails" / "blue.jpg").exists()
    with Image.open(site / CARD) as card:
        red, _, blue = card.convert("RGB").getpixel((5, 5))
        assert red < blue


def test_posts_with_an_image_of_their_own_are_left_alone(matome: Matome, site: Path) -> None:
    title = '+++\ntitle = "a"\n'
    write_files(
        site,
        {
            "content/posts/named.md": f'{title}images = ["a.png"]\n+++\n',
            "content/posts/bundle/index.md": f"{title}+++\n",
            "content/posts/bundle/Cover-1.PNG": "",
            "content/posts/untitled.md": "+++\n+++\n",
        },
    )
    assert "2 drawn" in matome("thumbnails").err


def test_cards_of_posts_that_are_gone(matome: Matome, site: Path) -> None:
    matome("thumbnails")
    (site / "content" / "posts" / "seed.md").unlink()
    ran = matome("thumbnails")
    assert f"no post for {CARD}" in ran.err
    assert "--prune" in ran.err
    assert (site / CARD).exists()
    assert f"deleted {CARD}" in matome("thumbnails", "--prune").err
    assert not (site / CARD).exists()
    assert not (site / SMALL).exists()
    assert "no post" not in matome("thumbnails").err


def _outside(site: Path) -> str:
    Image.new("RGB", (10, 10)).save(site.parent / "secret.png")
    return "../secret.png"


def _folder(site: Path) -> str:
    (site / "assets" / "pictures.png").mkdir(parents=True)
    return "pictures.png"


def _link(site: Path) -> str:
    Image.new("RGB", (10, 10)).save(site.parent / "secret.png")
    (site / "assets").mkdir(exist_ok=True)
    (site / "assets" / "link.png").symlink_to(site.parent / "secret.png")
    return "link.png"


def _bomb(site: Path) -> str:
    (site / "assets").mkdir(exist_ok=True)
    Image.new("1", (30_000, 30_000)).save(site / "assets" / "bomb.png", optimize=True)
    return "bomb.png"


def _no_image(site: Path) -> str:
    write_files(site, {"assets/text.jpg": "no image at all"})
    return "text.jpg"


@pytest.mark.parametrize("make", [_outside, _link, _folder, _bomb, _no_image])
def test_images_that_may_not_be_used(
    matome: Matome, site: Path, make: Callable[[Path], str]
) -> None:
    name = make(site)
    path = site / "content" / "posts" / "seed.md"
    path.write_text(path.read_text("utf-8").replace("thumbnails/blue.jpg", name), "utf-8")
    ran = matome("thumbnails")
    assert ran.code == 0
    assert "content/posts/seed.md:7:" in ran.err
    assert "Traceback" not in ran.err
    assert "2 drawn" in ran.err
    assert (site / CARD).is_file()
    again = matome("thumbnails")
    assert "2 up to date" in again.err
    told = [line for line in ran.err.splitlines() if "seed.md:7:" in line]
    assert [line for line in again.err.splitlines() if "seed.md:7:" in line] == told
    assert str(site) not in (site / "assets/thumbnails/cards/manifest.json").read_text("utf-8")


def test_no_font(matome: Matome, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from hugo_helpers.thumbnails import fontconfig, fonts

    monkeypatch.setattr(fonts, "_packaged", list)
    for name in ("candidates", "usual"):
        monkeypatch.setattr(fontconfig, name, lambda *_: ())
    ran = matome("thumbnails")
    assert ran.code == 2
    assert "hugo-matome[font]" in ran.err
    assert ran.err.count("\n") == 1
    assert not (site / CARD).exists()


@pytest.mark.parametrize("name", ["fonts/none.otf", "fonts/text.otf"])
def test_a_font_in_the_settings_that_is_none(matome: Matome, site: Path, name: str) -> None:
    write_files(site, {"fonts/text.otf": "no font", "matome.toml": f'fonts = ["{name}"]'})
    ran = matome("thumbnails")
    assert ran.code == 2
    assert Path(name).name in ran.err
    assert ran.err.count("\n") == 1


def test_cards_of_posts_that_cannot_be_read_today_stay(matome: Matome, site: Path) -> None:
    matome("thumbnails")
    path = site / "content" / "posts" / "seed.md"
    whole = path.read_bytes()
    path.write_bytes(whole + b"\xff")
    ran = matome("thumbnails", "--prune", "-q")
    assert ran.code == 2
    assert "seed.md:" in ran.err
    assert (site / CARD).exists()
    path.write_bytes(whole)
    (site / "matome.toml").write_text('exclude = ["seed.md"]')
    assert matome("thumbnails", "--prune").code == 0
    assert (site / CARD).exists()


def test_a_card_that_is_not_as_it_was_left_is_drawn_again(matome: Matome, site: Path) -> None:
    matome("thumbnails")
    (site / CARD).write_bytes(b"")
    assert "1 drawn" in matome("thumbnails").err
    (site / SMALL).unlink()
    assert matome("thumbnails", "--check").code == 1
    assert "1 drawn" in matome("thumbnails").err


def test_settings_decide_how_cards_look(matome: Matome, site: Path) -> None:
    looks = set()
    for settings in (
        "",
        'layout = "quote"',
        'layout = "paper"\nscheme = "dark"',
        'scheme = "light"',
    ):
        (site / "matome.toml").write_text(f"[thumbnails]\n{settings}\nwidths = []")
        assert "2 drawn" in matome("thumbnails").err
        looks.add((site / CARD).read_bytes())
    assert len(looks) == 4


TEMPLATE = """
[background]
colors = ["#102030"]
[[box]]
show = "title"
x = "10%"
y = 100
width = "80%"
height = 400
"""


def test_a_template_of_the_sites_own(matome: Matome, site: Path) -> None:
    write_files(site, {"cards/mine.toml": TEMPLATE})
    (site / "matome.toml").write_text('[thumbnails]\ntemplate = "cards/mine.toml"')
    assert "2 drawn" in matome("thumbnails").err
    assert "0 drawn" in matome("thumbnails").err
    write_files(site, {"cards/mine.toml": TEMPLATE.replace("#102030", "#302010")})
    assert "2 drawn" in matome("thumbnails").err
    write_files(site, {"cards/mine.toml": TEMPLATE.replace("show", "shwo")})
    ran = matome("thumbnails")
    assert ran.code == 2
    assert "cards/mine.toml:4: box: show is missing" in ran.err


@pytest.mark.parametrize("name", ["../mine.toml", "/etc/passwd", "none.toml", "content"])
def test_a_template_that_may_not_be_used(matome: Matome, site: Path, name: str) -> None:
    write_files(site.parent, {"mine.toml": TEMPLATE})
    (site / "matome.toml").write_text(f'[thumbnails]\ntemplate = "{name}"')
    ran = matome("thumbnails")
    assert ran.code == 2
    assert ran.err.startswith(f"matome: matome.toml: template = '{name}': ")
    assert ran.err.count("\n") == 1


def _posts(site: Path, count: int) -> None:
    post = "+++\ntitle = '記事{}は100 GBのデータと、その話'\n+++\n"
    write_files(site, {f"content/posts/p{n}.md": post.format(n) for n in range(count)})


def _contents(site: Path) -> dict[str, bytes]:
    folder = site / "assets"
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_same_bytes_with_any_number_of_jobs(matome: Matome, site: Path) -> None:
    _posts(site, 40)
    assert "42 drawn" in matome("thumbnails", "--jobs", "1").err
    alone = _contents(site)
    assert "42 drawn" in matome("thumbnails", "--jobs", "3", "--force").err
    assert _contents(site) == alone


def test_two_runs_at_once(site: Path) -> None:
    _posts(site, 40)
    command = [sys.executable, "-m", "hugo_helpers", "thumbnails", "--jobs", "1"]
    runs = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = sorted(run.communicate()[1] for run in runs)
    assert [run.returncode for run in runs] == [0, 0]
    assert "".join(said).count("Waiting for another run") == 1
    assert sorted(text.count(" 42 drawn") for text in said) == [0, 1]


def _whole(site: Path) -> int:
    """How many cards there are; all are whole, and none is half-written."""
    paths = list((site / "assets").rglob("*"))
    assert not [path for path in paths if path.name.startswith(".matome-")]
    found = [path for path in paths if path.suffix == ".jpg"]
    for path in found:
        with Image.open(path) as image:
            image.load()
    return len(found)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_whole_files_and_a_manifest_that_fits(
    matome: Matome, site: Path, jobs: str
) -> None:
    _posts(site, 300)
    command = [sys.executable, "-m", "hugo_helpers", "thumbnails", "--jobs", jobs]
    run = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    folder = site / "assets" / "thumbnails" / "cards" / "posts"
    deadline = time.monotonic() + 60
    while not (folder.is_dir() and any(folder.glob("p*.jpg"))) and time.monotonic() < deadline:
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    said = run.communicate(timeout=60)[1]
    assert run.returncode == 130
    assert "Traceback" not in said
    assert _whole(site) > 0
    known = json.loads((site / "assets/thumbnails/cards/manifest.json").read_text("utf-8"))
    assert 0 < len(known) < 302
    stale = matome("thumbnails", "--check").out.count("out of date")
    assert stale == 302 - len(known)


def test_a_disk_that_is_full(matome: Matome, site: Path) -> None:
    matome("thumbnails")
    _posts(site, 3)
    code = (
        "import resource, signal, sys; from hugo_helpers.cli import main\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4000, -1)); sys.exit(main(sys.argv[1:]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, "thumbnails"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    _whole(site)
    assert "3 drawn" in matome("thumbnails").err


# Even the owner of everything may then write only where files say so (PR_CAPBSET_DROP, Linux).
WITHOUT_PRIVILEGES = (
    "import ctypes, os, sys; ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)\n"
    "os.execv(sys.executable, [sys.executable, '-m', 'hugo_helpers', *sys.argv[1:]])"
)


@pytest.mark.parametrize("name", ["assets", "assets/thumbnails/cards/posts"])
def test_a_folder_that_is_read_only(matome: Matome, site: Path, name: str) -> None:
    (site / name).mkdir(parents=True, exist_ok=True)
    (site / name).chmod(0o555)
    command = [sys.executable, "-c", WITHOUT_PRIVILEGES, "thumbnails"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    (site / name).chmod(0o755)
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
    assert "Permission denied" in ran.stderr
    assert " 0 up to date" in matome("thumbnails").err
    assert _whole(site) > 0


def test_assets_that_are_no_folder(matome: Matome, site: Path) -> None:
    shutil.rmtree(site / "assets", ignore_errors=True)
    (site / "assets").write_text("")
    ran = matome("thumbnails")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "assets" in ran.err


def test_what_no_font_has_is_told_again(matome: Matome, site: Path) -> None:
    write_files(site, {"content/posts/odd.md": '+++\ntitle = "題\ue000"\n+++\n'})
    told = matome("thumbnails").err
    assert "content/posts/odd.md:2:9: no font has \ue000 (U+E000); name a font file" in told
    assert "more card" not in told
    told = matome("thumbnails").err
    assert "odd.md" not in told
    assert "1 more card lacks characters that no font has" in told


def test_a_preview_as_one_file(matome: Matome, site: Path, tmp_path: Path) -> None:
    write_files(site, {"content/posts/odd.md": '+++\ntitle = "題\ue000 <b>"\n+++\n'})
    sheet = tmp_path / "sheet.html"
    ran = matome("thumbnails", "--preview", sheet)
    assert ran.code == 0
    assert f"3 cards, 1 with characters that no font has: look at {sheet}" in ran.err
    text = sheet.read_text("utf-8")
    assert text.count("<img") == 3
    assert text.index("content/posts/odd.md") < text.index("content/posts/seed.md")
    assert "3 up to date" in matome("thumbnails", "--preview", sheet).err
    assert sheet.read_text("utf-8") == text
    matome("thumbnails", "content/posts/seed.md", "--preview", sheet)
    assert sheet.read_text("utf-8").count("<img") == 1


@pytest.mark.usefixtures("site")
def test_a_preview_as_images(
    matome: Matome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hugo_helpers.report import contact_pages

    monkeypatch.setattr(contact_pages, "LARGE", contact_pages.LARGE._replace(rows=0))
    monkeypatch.setattr(contact_pages, "SMALL", contact_pages.Grid(200, 1, 1))
    ran = matome("thumbnails", "--preview", tmp_path / "sheet.png")
    assert f"look at {tmp_path / 'sheet.png'}, {tmp_path / 'sheet-2.png'}" in ran.err
    for name in ("sheet.png", "sheet-2.png"):
        with Image.open(tmp_path / name) as image:
            assert image.format == "PNG"
            image.load()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--preview", "sheet.pdf"], "ends neither in .html nor in .png"),
        (["--preview", "a.html", "--check"], "--check writes nothing"),
        (["--write", "--check"], "--check writes nothing"),
        (["--preview", "content"], "ends neither"),
        (["--preview", "none/.html.png/../../hugo.toml/x.html"], "hugo.toml"),
    ],
)
@pytest.mark.usefixtures("site")
def test_a_preview_that_cannot_be(matome: Matome, arguments: list[str], told: str) -> None:
    ran = matome("thumbnails", *arguments)
    assert ran.code == 2
    assert told in ran.err
    assert "Traceback" not in ran.err


def test_a_preview_of_nothing(matome: Matome, site: Path) -> None:
    shutil.rmtree(site / "content")
    assert "no cards to show" in matome("thumbnails", "--preview", "a.html").err
    assert not (site / "a.html").exists()
