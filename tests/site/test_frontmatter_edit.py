"""One key more, and every other byte as it was."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hugo_helpers.site import frontmatter
from hugo_helpers.site.frontmatter_edit import with_item

NEW = "thumbnails/cards/posts/x.jpg"
# Each text with the place of what is put in, or in place of ⟦what⟧.
CASES = {
    "TOML": ("+++\ntitle = 'a'\n⟦⟧+++\nbody", f"images = ['{NEW}']\n"),
    "double quotes": ('+++\ntitle = "a"\n⟦⟧+++\n', f'images = ["{NEW}"]\n'),
    "before a table": (
        "+++\ntitle = 'a'\n⟦⟧\n[params]\nimages = 1\n+++\n",
        f"images = ['{NEW}']\n",
    ),
    "a list over lines": (
        "+++\ntags = [\n  'a',\n['b'],\n]\n⟦⟧[[menus]]\nname = 1\n+++\n",
        f"images = ['{NEW}']\n",
    ),
    "brackets in a text": (
        '+++\ntitle = """\n[a]\n[b]\n"""\n⟦⟧+++\n',
        f'images = ["{NEW}"]\n',
    ),
    "only a table": ("+++\n⟦⟧[params]\na = 1\n+++\n", f'images = ["{NEW}"]\n'),
    "an empty list": ("+++\nimages = ⟦[]⟧\ntitle = 'a'\n+++\n", f"['{NEW}']"),
    "another card": (
        "+++\nimages = [ '⟦thumbnails/cards/old.jpg⟧' ] # mine\n+++\n[x](thumbnails/cards/old.jpg)",
        NEW,
    ),
    "the key in capitals": ("+++\nImages = ⟦''⟧\n+++\n", f"['{NEW}']"),
    "line ends of Windows": ("+++\r\ntitle = 'a'\r\n⟦⟧+++\r\nbody\r\n", f"images = ['{NEW}']\r\n"),
    "a byte order mark": ("\ufeff+++\ntitle = 'a'\n⟦⟧+++\n", f"images = ['{NEW}']\n"),
    "no key at all": ("+++\n⟦⟧+++\nbody", f'images = ["{NEW}"]\n'),
    "YAML": ("---\ntitle: a # [x]\n⟦⟧---\nbody", f'images: ["{NEW}"]\n'),
    "YAML with a list": ("---\ntags:\n  - 'a'\n⟦⟧---\n", f"images: [\"{NEW}\"]\n"),
    "YAML with a text at its end": (
        "---\ndescription: |\n  a\n\n  images: 1\n⟦⟧---\n",
        f'images: ["{NEW}"]\n',
    ),
    "YAML that is indented": ("---\n  title: a\n⟦⟧---\n", f'  images: ["{NEW}"]\n'),
    "another card in YAML": (
        "---\nimages:\n  - ⟦/thumbnails/cards/old.jpg⟧\ntitle: a\n---\n",
        NEW,
    ),
    "nothing in YAML": ("---\nimages:⟦⟧\ntitle: a\n---\n", f' ["{NEW}"]'),
    "no key at all in YAML": ("---\r\n⟦⟧---\r\nbody", f'images: ["{NEW}"]\r\n'),
    "JSON": ('{\n  "title": "a"⟦⟧\n}\nbody', f',\n  "images": ["{NEW}"]'),
    "JSON in a line": ('{"title": "a"⟦⟧}\n', f', "images": ["{NEW}"]'),
    "empty JSON": ("{⟦⟧}\n", f'"images": ["{NEW}"]'),
    "an empty list in JSON": ('{"images": ⟦[]⟧,\n "title": "a"}\n', f'["{NEW}"]'),
}  # fmt: skip


@pytest.mark.parametrize(("text", "put"), CASES.values(), ids=CASES.keys())
def test_what_is_put_in(text: str, put: str) -> None:
    before, _, rest = text.partition("⟦")
    old, _, after = rest.partition("⟧")
    done = with_item(before + old + after, "images", NEW)
    assert done == before + put + after
    assert frontmatter.read(done).get("images") == [NEW]
    assert with_item(done, "images", NEW) == done


@pytest.mark.parametrize(
    "text",
    [
        "no front matter",
        "+++\ntitle = \n+++\n",
        "+++\ntitle = 'a'\n",
        "#+title: a\n",
        "---\n{title: a}\n---\n",
        "---\nimages:\n  - a\n  - b\n---\n",
        "+++\nimages = [\n'a',\n'b',\n]\n+++\n",
        "",
    ],
)
def test_what_cannot_be_done_for_certain(text: str) -> None:
    with pytest.raises(ValueError, match=r"by hand|no front matter"):
        with_item(text, "images", NEW)


@pytest.mark.parametrize("name", ["a\nb", "\ud800", "\u202e", "\x00"])
def test_names_that_cannot_be_written(name: str) -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        with_item("+++\n+++\n", "images", name)


_VALUE = st.sampled_from(
    ["1", "'a'", '"b # ["', "[1, 2]", "[\n  [1],\n]", "'''\n[t]\n'''", "{a = 1}"]
)
_LINE = st.one_of(
    st.builds("{} = {}".format, st.sampled_from(["a", "b.c", '"d"', "images"]), _VALUE),
    st.sampled_from(["", "# images = 1", "[t]", "[[u]]", "  [v.images]"]),
)


_END = st.sampled_from(["\n", "\r\n"])


@given(st.lists(_LINE, max_size=8), _END, st.sampled_from(["x", "a'b", "題"]))
def test_any_front_matter_keeps_its_values(lines: list[str], end: str, item: str) -> None:
    text = end.join(["+++", *lines, "+++", "body", ""])
    before = frontmatter.read(text)
    assume(before.problem is None and "images" not in before.values)
    done = with_item(text, "images", item)
    after = frontmatter.read(done)
    assert after.values == {**before.values, "images": [item]}
    assert done[after.body_start :] == text[before.body_start :]
    assert len(done) - len(text) == len(f"images = ['{item}']{end}")
