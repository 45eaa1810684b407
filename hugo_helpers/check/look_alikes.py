"""Letters of different scripts that look alike in most fonts.

A small table of our own, of what is written in names of users; the idea is that of the skeleton in
Unicode Technical Standard #39, section 4, Confusable Detection. Left out are pairs of one script
that a reader tells apart (`l` and `1`, 土 and 士), and what looks alike in some fonts alone.
"""

from __future__ import annotations

from unicodedata import normalize

_TABLE = """
    AАΑ BВΒ CСϹ EЕΕ FϜ HНΗ IІΙӀ JЈͿ KКΚ MМΜ NΝ OОΟՕ PРΡ QԚ SЅ TТΤ UՍ WԜ XХΧ YΥҮ ZΖ ËЁ ÏЇ
    aаαɑ cсϲ dԁ eе gɡ hһհ iіιı jјϳ lӏ nո oоοօ pрρ qԛ sѕ uυս vνѵ wԝ xх yу ëё ïї
    '’‘ʼ′ -‐‒–− ·・•
    カ力 ニ二 ロ口囗 ー一―—─ へヘ べベ ぺペ りリ タ夕 ハ八 ト卜 エ工 オ才 チ千 〇○◯
"""
"""The first of each group stands for the others."""
_GROUPS = _TABLE.split()

_FIRSTS = {other: group[0] for group in _GROUPS for other in group[1:]}
_OTHERS = frozenset(_FIRSTS)


def holds_any(text: str) -> bool:
    """Whether a letter stands in a text that looks like a more usual one."""
    return not (text.isascii() or _OTHERS.isdisjoint(text))


def skeleton(name: str) -> str:
    """What is the same for all names that look the same, whatever their case and width."""
    seen = normalize("NFKC", name)
    # Few of them stand in a name: str.translate would look at every letter.
    for other in _OTHERS.intersection(seen):
        seen = seen.replace(other, _FIRSTS[other])
    return seen.casefold()


def others(name: str) -> str:
    """The letters of a name that look like more usual ones."""
    return "".join(sign for sign in normalize("NFKC", name) if sign in _OTHERS)
