"""What several of these tests need: fonts, titles of every sort, pixels under a text."""

from __future__ import annotations

import io
import random
from functools import lru_cache

from PIL import Image

from hugo_helpers.thumbnails.color import RGB
from hugo_helpers.thumbnails.fonts import Fonts, find

TITLES = {
    "seed": "6ドルでR1超え！？S1の実力とは？AI界隈騒然！",
    "two-characters": "日本",
    "one-word": "Kubernetes",
    "english": "Why I stopped using microservices and went back to a monolith",
    "mixed": "OpenAIがGPT-5を発表、APIは100 GB/月まで無料に",
    "long": "SQLiteを本番環境で使うべき理由とその限界について、10年間運用してきたエンジニアが語る"
    "「本当のところ」とは何だったのか？",
    "too-long": "とても長い題名がどこまでも続いていく、" * 30,
    "unbroken": "x" * 400,
    "all-punctuation": "！" * 120,
    "brackets": "「『（【" * 40,
    "url": "https://example.org/a/very/long/path?with=a&query=string#and-a-fragment-that-never-ends",
    "hangul": "한국어 제목도 단어 사이에서 줄이 바뀝니다",
    "cyrillic": "Почему мы отказались от микросервисов",
    "wide-letters": "ＷＷＷＷ全角ＡＢＣ，１２３％の割引！",
    "half-width": "ﾊﾝｶｸｶﾅのﾀｲﾄﾙ、読みにくい｡",
    "numbers": "1,000,000円が3.5倍に！2025年10月1日まで",
}
_PIECES = """
技術 実力とは なぜ 私たちは Rust Go 使う ！ ？ 「本当」 10年 GPT-5 メモリ 高速化 。 、 を が で
データベース a the ー っ … 100 GB （笑） state-of-the-art Å ß ﬁ 々 ゛ ％ ― W i
"""
_WORDS = _PIECES.split()


@lru_cache(maxsize=1)
def packaged() -> Fonts:
    """The fonts of the font extra alone: the same on every machine."""
    return find(system=False)


def generated(count: int, seed: int) -> list[str]:
    """Titles of random pieces, with and without spaces."""
    chosen = random.Random(seed)
    titles = []
    for _ in range(count):
        pieces = chosen.choices(_WORDS, k=chosen.randint(1, 40))
        titles.append(chosen.choice(["", "", " "]).join(pieces))
    return titles


def opened(jpeg: bytes) -> Image.Image:
    """The image of JPEG bytes."""
    image = Image.open(io.BytesIO(jpeg))
    assert image.format == "JPEG"
    return image.convert("RGB")


def pixels(image: Image.Image) -> list[RGB]:
    """The pixels of an image, row by row."""
    data = iter(image.convert("RGB").tobytes())
    return list(zip(data, data, data, strict=True))
