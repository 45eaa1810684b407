"""Texts as an attacker would write them, and as people do."""

from __future__ import annotations

from hypothesis import strategies as st

HOSTILE = (
    "::error::x",
    "##[add-mask]",
    "##",
    "#",
    "[",
    ":",
    "::",
    "%0A",
    "\n",
    "\r",
    "\t",
    "\x1b[2J",
    "\x85",
    "\u2028",
    "\u202e",
    "\u200b",
    "\u200d",
    "\ufe0f",
    "\U000e0101",
    "\ud83d",
    "\udcff",
    "👨",
    "❤",
    "🇯",
    "漢",
    "か\u3099",
    "ｶ",
    "　",
    " ",
    "a",
    ",",
    "=",
    '"',
    "\\",
    "{0}",
    "[a](https://x.example)",
)

hostile_texts = st.one_of(
    st.lists(st.sampled_from(HOSTILE), max_size=12).map("".join),
    st.text(
        st.characters(codec=None, categories=None),
        max_size=40,
    ),
)
