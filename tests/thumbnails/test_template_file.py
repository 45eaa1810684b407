"""Templates: what is written is what is meant; what is not is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from hugo_helpers.site.settings import LAYOUTS
from hugo_helpers.thumbnails import template_file
from hugo_helpers.thumbnails.template import Part, Template
from hugo_helpers.thumbnails.template_file import built_in, parse

PLACE = "x = 0\ny = 0\nwidth = 600\nheight = 300\n"
TITLE = f'[[box]]\nshow = "title"\n{PLACE}'


def _found(folder: Path) -> template_file.Find:
    def find(name: str) -> Path:
        if not (folder / name).is_file():
            raise ValueError("no such file in the site")
        return folder / name

    return find


def test_the_layouts_of_the_settings_are_there() -> None:
    folder = Path(template_file.__file__).parent / "templates"
    assert {path.stem for path in folder.glob("*.toml")} == set(LAYOUTS[1:])
    for name in LAYOUTS[1:]:
        shown = [part.show for part in built_in(name).parts]
        assert {"title", "site", "date", "tags", "thread"} <= set(shown)


def test_defaults_shares_and_colours(tmp_path: Path) -> None:
    text = (
        'scheme = "dark"\n[background]\ncolors = ["Teal", "#123"]\n'
        '[[box]]\nshow = "text"\ntext = "まとめ"\nx = "50%"\ny = "10%"\nwidth = "25%"\n'
        'height = 40\nsize = [20, 30]\ncolor = "red"\nalign = "center"\nlines = 2\n'
    )
    part = Part("text", 600, 63, 300, 40, (20, 30), 2, "#ff0000", "center", text="まとめ")
    expected = Template((part,), "colors", ("#008080", "#112233"), scheme="dark")
    assert parse(text, "t.toml", _found(tmp_path)) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "t.toml:1: box: a template has at least one box"),
        ("[[box]\n", "t.toml:1: "),
        ("a = 1\n" + TITLE, "t.toml:1: a: unknown in the top; one of: scheme, background, box"),
        (
            TITLE + "siz = 3",
            "t.toml:7: siz: unknown in a box that shows title; did you mean 'size'",
        ),
        (
            TITLE + '[[box]]\nshow = "titel"',
            "t.toml:8: show: 'titel' is unknown; did you mean 'title'",
        ),
        (TITLE.replace("600", "1201"), "t.toml:5: width: is 0 to 1200 pixels, or a share"),
        (TITLE.replace("600", '"101%"'), "t.toml:5: width: is 0 to 1200 pixels, or a share"),
        (TITLE.replace("x = 0", "x = 601"), "t.toml:2: show: a box lies within 1200 x 630"),
        (TITLE.replace("y = 0\n", ""), "t.toml:1: y: is 0 to 630 pixels"),
        (TITLE.replace("x = 0", "x = nan"), "t.toml:3: x: is 0 to 1200 pixels"),
        (TITLE + "size = 7", "t.toml:7: size: is 8 to 400 pixels, or a range"),
        (TITLE + "size = [50, 40]", "t.toml:7: size: is 8 to 400 pixels, or a range"),
        (TITLE + "size = 301", "t.toml:7: size: text of 301 pixels in a box 300 high"),
        (TITLE + "lines = 9", "t.toml:7: lines: is a whole number, 1 to 8"),
        (TITLE + 'color = "bleu"', "t.toml:7: color: 'bleu' is no CSS colour name"),
        (TITLE + 'align = "middle"', "t.toml:7: align: 'middle' is unknown"),
        (TITLE + 'font = "none.otf"', "t.toml:7: font: 'none.otf': no such file in the site"),
        (TITLE + 'font = "text.otf"', "t.toml:7: font: font "),
        (TITLE.replace("title", "text"), "t.toml:1: text: is a text of 1 to 300"),
        (TITLE.replace("title", "panel") + "tail = 1", "t.toml:7: tail: is true or false"),
        (TITLE + "[background]\ncolors = []", "t.toml:8: colors: is a list of one to four"),
        (TITLE + '[background]\nimage = "text.otf"', "t.toml:8: image: image "),
        (TITLE + '[background]\nimage = "bomb.png"', "megapixels"),
        (TITLE + '[background]\nimage = "a"\nfrom = "post"', "t.toml:7: background: takes one"),
        (TITLE + '[background]\nfrom = "pots"', "t.toml:8: from: 'pots' is unknown"),
        ("background = 1\n" + TITLE, "t.toml:1: background: is a table"),
        (TITLE * 41, "t.toml:1: box: over 40 boxes"),
        ("#" * 64_001, "t.toml:1: over 64 kB"),
        ("a = " + "[" * 10_000, "t.toml:1: "),
    ],
    ids=str,
)
def test_mistakes_are_told_with_line_and_key(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "text.otf").write_text("neither a font nor an image")
    Image.new("1", (6000, 5000)).save(tmp_path / "bomb.png", optimize=True)
    with pytest.raises(ValueError) as caught:  # noqa: PT011 (the message is compared below)
        parse(text, "t.toml", _found(tmp_path))
    assert message in str(caught.value)
