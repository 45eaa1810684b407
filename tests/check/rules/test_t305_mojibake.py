"""T305: places where it hits, marked, and neighbours where it does not."""

from __future__ import annotations

import pytest

from tests.support.marked import assert_hits, quote
from tests.support.mended import assert_mends


def taken_for(text: str, written: str, read: str) -> str:
    """`text` written in one encoding and read in another; bytes without a sign as controls."""
    signs = []
    for byte in text.encode(written):
        try:
            signs.append(bytes((byte,)).decode(read))
        except UnicodeDecodeError:
            signs.append(chr(byte))
    return "".join(signs)


HITS = {
    "apostrophe": quote("I don⟦â€™⟧t"),
    "accent": quote("caf⟦Ã©⟧"),
    "a word of one letter": quote("isto ⟦Ã©⟧ bom, N⟦Ã©⟧ en 1950"),
    "guillemets": quote("⟦Â«⟧ABC⟦Â»⟧"),
    "space": quote("a⟦Â\xa0⟧b"),
    "emoji": quote("a⟦ðŸ˜Š⟧b"),
    "kana": quote(f"⟦{taken_for('こんにちは', 'utf-8', 'cp1252')}⟧"),
    "kana as Latin-1": quote(f"⟦{taken_for('こんにちは', 'utf-8', 'latin-1')}⟧"),
    "Cyrillic": quote(f"⟦{taken_for('Привет', 'utf-8', 'latin-1')}⟧"),
    "byte order mark": quote("⟦ï»¿⟧a"),
    "Shift_JIS": quote("⟦縺薙ｓ縺ｫ縺｡縺ｯ⟧ x"),
    "Shift_JIS with lost bytes": quote("⟦縺ゅ→縺ｧ縲√∪縺�⟧ x"),
    "as Shift_JIS": quote(f"⟦{taken_for('これはひどい', 'cp932', 'cp1252')}⟧"),
    "as EUC-JP": quote(f"⟦{taken_for('こんにちは', 'euc_jp', 'latin-1')}⟧"),
    "kanji": quote("a ⟦æ¼¢å\xad—⟧ b"),
    "kanji as Latin-1": quote(f"⟦{taken_for('日本', 'utf-8', 'latin-1')}⟧"),
    "kanji in quotes": quote("“⟦æ™‚é–“⟧”"),
    "Hangul": quote(f"⟦{taken_for('한국어', 'utf-8', 'cp1252')}⟧"),
    "kanji as Shift_JIS": quote("a ⟦“ú–{Œê⟧ b"),
    "kanji as Shift_JIS in Latin-1": quote(f"a ⟦{taken_for('自転車', 'cp932', 'latin-1')}⟧ b"),
    "behind a quote": quote("“⟦Š¿ŽšŒŸ’è⟧”"),
    "two kanji among half-width kana": quote(f"⟦{taken_for('ｱｲ漢字', 'cp932', 'cp1252')}⟧"),
    "kana and kanji as Shift_JIS": quote("⟦‚±‚ê‚Í“ú–{Œê‚Å‚·⟧"),
    "a mark of repetition": quote(f"⟦{taken_for('佐々木氏', 'cp932', 'cp1252')}⟧"),
    "kanji as EUC-JP": quote("a ⟦ÆüËÜ¸ì⟧ b"),
    "two kanji as EUC-JP": quote("a ⟦´Á»ú⟧, ⟦ÆüËÜ⟧"),
    "kana and kanji as EUC-JP": quote(f"«⟦{taken_for('これは日本語', 'euc_jp', 'latin-1')}⟧»"),
    "Shift_JIS with dots for lost bytes": quote("⟦縺ゅ→縺ｧ縲√∪縺・⟧ x"),
    "holes": quote("⟦ã“ã‚“ã«ã¡ã¯⟧"),
    "replacement character": quote("a⟦\ufffd⟧b⟦\ufffd\ufffd⟧"),
    "title": "+++\ntitle = 'I don⟦â€™⟧t'\n+++\n",
}
MISSES = {
    "curly": quote("I don’t – “you” do…"),
    "French": quote("à « la » carte, château, déjà là… «É» — “ÇA” ‘œuvre’ Œuvre, ŒUVRÉ, L’ÉTÉ"),
    "Portuguese": quote(
        "NÃO, maçã… «amanhã», «AMANHÃ», CORAÇÃO” São João, à 1.ª e 2.º — ÂNCORAS, ÓRGÃO"
    ),
    "Spanish": quote("CAFÉ… AÑO’S ¿Qué? ¡Ñandú! el n.º 3, la 1.ª – “ÁÉÍÓÚ”"),
    "German": quote("BLÄ… Über” „Größe“, »Öl« ‚süß‘ — ÄÖÜ äöüß, 5 €, § 3, MÄRZ–MÄRZ"),
    "Polish": quote("„Zażółć gęślą jaźń” – ŻÓŁĆ, Łódź…"),
    "Vietnamese": quote("Tiếng Việt: Đây là một câu. ÊÔ ê ô “ư”, THÀNH PHỐ HỒ CHÍ MINH"),
    "Turkish": quote("İstanbul’da çok güzel bir gün; ŞÜKRÜ “ığüşöç” Âşık"),
    "Icelandic": quote("„Þetta er fallegt,“ sagði Ægir. ÞÆÐÖ Æði, ÍSLENSKT MÁL"),
    "Czech": quote("„Žluťoučký kůň“ ‚šíp‘ Šárka, Žižka – Šašek, ŽÁDNÁ ŠKODA"),
    "Croatian": quote("„Šišaše“, ŽIŽEK, ŠIŠAŠE – čšž ĆŠŽ…"),
    "Finnish": quote("”Hyvää yötä”, sanoi äiti – ÄÄNIÄ, yöyö, hääyöaie"),
    "Swedish": quote("”Å, ä och ö” – ÅÄÖ, RÄKSMÖRGÅS, idéer"),
    "Romanian": quote("„Ţară în câmpie”, ÎNCĂ, mâine…"),
    "Catalan": quote("col·legi, L’ÀVIA «És així», PARAL·LEL, 5ª"),
    "Hungarian": quote("„Árvíztűrő tükörfúrógép” – ÁRVÍZTŰRŐ"),
    "letters in quotes": quote("“é”“è”“ê”“à”, “é–à–ç”, ‘É’‘È’, «é»«è», “a”–“z”, —x—y—z, A–B–C–D–E"),
    "tables of letters": quote("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑ àâäåæçèéêë ÀàÂâÇçÉéÈè °±²³´µ¶·¸¹º»¼½¾¿"),
    "currency": quote("¥100, £5–£7, 10¢, 3€…, ¤5, R$ 1,50 — 5 ƒ"),
    "trade marks": quote("CAFÉ®, Pokémon™…, ÉTÉ® ® ©É—"),
    "typography": quote("“…”, ‘–’, —™, ‹é›, †‡, 5‰, •a•b•c, ˜ˆ ‚x‘ „y“"),
    "mathematics": quote("a×b÷c±½, x²·y³, µ·²·°, ¬p, ΔÅ², kcal·Å²·s, 3°±0.5°"),
    "phonetics": quote("[ˈæŋɡəl] /œ̃/, /ðæt/ θɪŋk, [ç], /ʃø/, [ɛ̃]"),
    "emoji": quote("é😀…😀 ❤️ 👨‍👩‍👧 ä™️"),
    "Japanese": quote("“日本語”—の文…、カフェ・オ・レ café、3×4÷2＝6±1、§1、´ω｀、°C"),
    "dots behind one of a kanji": quote("縺れ・・・繧繝・繝繧"),
    "one of a kanji": quote("繧繝彩色、縺れる"),
    "aperture": quote("ƒ/2.8 ‚x‘ ¤5"),
    "Cyrillic": quote("Привет"),
    "half-width katakana": quote("ｱｲｳ 縺れ"),
}


@pytest.mark.parametrize("text", [*HITS.values(), *MISSES.values()], ids=[*HITS, *MISSES])
def test_places(text: str) -> None:
    assert_hits("T305", text)


TURNED_BACK = {
    "utf-8 as cp1252": ("utf-8", "cp1252"),
    "utf-8 as latin-1": ("utf-8", "latin-1"),
    "shift_jis": ("cp932", "cp1252"),
    "euc-jp": ("euc_jp", "latin-1"),
}


@pytest.mark.parametrize(("written", "read"), TURNED_BACK.values(), ids=TURNED_BACK)
def test_is_turned_back(written: str, read: str) -> None:
    for text in ("これはひどい", "日本語", "漢字検定"):
        spoilt = taken_for(text, written, read)
        assert_mends("T305", quote(f"a {spoilt} b"), quote(f"a {text} b"), "unsafe")
        assert_mends("T305", quote(f"a {spoilt} b"), quote(f"a {spoilt} b"))


def test_what_is_lost_is_not_turned_back() -> None:
    torn = ("\ufffd“ú–{Œê", "ÆüËÜ¸ì\ufffd", "?ÆüËÜ¸ì", "ð“ú–{Œê")
    for lost in ("a\ufffdb", "縺ゅ→縺ｧ縲√∪縺�", "縺ゅ→縺ｧ縲√∪縺・", *torn):
        assert_mends("T305", quote(lost), quote(lost), "unsafe")
