"""Whether a text is prose that somebody may translate: more than links, code, names, numbers."""

from __future__ import annotations

import re

_CYRILLIC, _ARABIC, _DEVANAGARI = "\u0400-\u052f", "\u0600-\u06ff\u0750-\u077f", "\u0900-\u097f"
_HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
SCRIPTS = {
    "ja": f"\u3041-\u30ff\uff66-\uff9f{_HAN}",
    "zh": _HAN,
    "ko": f"\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3{_HAN}",
    **dict.fromkeys(("ru", "uk", "be", "bg", "sr", "mk", "kk", "mn"), _CYRILLIC),
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    **dict.fromkeys(("he", "yi"), "\u0590-\u05ff"),
    **dict.fromkeys(("ar", "fa", "ur"), _ARABIC),
    **dict.fromkeys(("hi", "mr", "ne"), _DEVANAGARI),
    "bn": "\u0980-\u09ff",
    "ta": "\u0b80-\u0bff",
    "th": "\u0e00-\u0e7f",
    "ka": "\u10a0-\u10ff",
    "hy": "\u0530-\u058f",
}
"""The letters of languages with a script of their own, as the inside of a set of a pattern."""

_NOT_PROSE = (
    r"https?://[!#-;=?-~]++…?|```[^`]*+```|`[^`]*+`|<[bB][rR]\s{0,9}/?>|<[^<>]{1,200}>"
    r"|(?<![\w.+-])[\w.+-]{1,64}+@[\w.-]{1,255}|[@#/~$][\w./-]++"
)
_MARKS = ".,:;!?\"'()[]*_“”‘’「」（）〜…—–＞>、。"
_WORDS = 4


def is_prose(written: str, least: int) -> bool:
    """Whether `written` holds at least `least` characters and a few words of running text, once
    links, code, tags and addresses are taken out. A word that starts with a capital letter may be
    a name, one with signs or digits in it code: they do not count.
    """
    rest = re.sub(_NOT_PROSE, " ", written).split()
    if sum(map(len, rest)) + len(rest) - 1 < least:
        return False
    words = [word.strip(_MARKS) for word in rest]
    plain = [word for word in words if _is_word(word)]
    if len(plain) >= _WORDS and len(plain) * 5 >= len(rest) * 3:
        return True
    # Scripts that put no space between words; lines of dashes or emoji are none.
    long = (word for word in words if len(word) >= least and word[:1] > "\u0e00")
    return any(sum(map(str.isalpha, word)) >= least for word in long)


def _is_word(word: str) -> bool:
    letters = word.replace("'", "").replace("’", "")
    letters = letters[:1] + letters[1:].replace("-", "")
    return len(letters) > 1 and letters.isalpha() and letters == letters.lower()
