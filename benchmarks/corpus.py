"""A synthetic site of a real one's shape: sizes, rates of defects, and folds as counted there.

python -m benchmarks.corpus build/corpus [--posts 1933] [--seed 1] [--clean]
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
from datetime import datetime, timedelta
from pathlib import Path

POSTS, USERS = 1_933, 29_000
COLORS = ("#785bff", "#ff5733", "#38d3d3", "#45d325", "#ff5c5c", "#ff33a1")
TAGS = ("AI", "LLM", "機械学習", "Rust", "Linux", "データベース", "セキュリティ", "Web", "歴史")
IMAGES = ("blue", "cyan_orange2", "teal", "purple_pink", "gold", "green")
# Written for this generator: parts that make sentences of any number and order.
STARTS = (
    "正直",
    "個人的には",
    "たぶん",
    "自分の経験だと",
    "それって",
    "実際のところ",
    "昔は",
    "会社では",
    "面白いのは",
    "結局",
    "仕様を読むと",
    "ベンチマークでは",
)
MIDDLES = (
    "キャッシュの設計が",
    "コンパイラの警告が",
    "小さいモデルが",
    "古いライブラリの更新が",
    "テストの書き方が",
    "データの持ち方が",
    "エラーの伝え方が",
    "開発者の時間が",
    "並列処理の順番が",
    "設定ファイルの形式が",
    "利用者の期待が",
    "通信の遅延が",
)
ENDS = (
    "一番の問題だと思うんだよね。",
    "思ったより効いてくる。",
    "誰も見ていないところで壊れる。",
    "意外と簡単に直せるよ。",
    "三年後には忘れられてるはず。",
    "測ってみないと分からない。",
    "コメントより先に読まれるべき。",
    "最初から決めておけばよかった。",
)
ENGLISH = (
    "I would measure it before saying so.",
    "That is how it worked at my last job.",
    "The paper says something else entirely.",
    "It depends on the size of the input.",
)
PATHS = ("articles/2024/why-caches-lie", "w/index.php", "docs/guide/errors.html", "a%20b/paper.pdf")

# What goes wrong, in how many of 155,766 quotes, and texts to draw from.
QUOTES = 155_766
DEFECTS: dict[str, tuple[int, tuple[str, ...]]] = {
    "cut link": (
        5_822,
        (
            "参考資料はこれね。<br>https://example.org/articles/a-long-name/pa...",
            "これだよ https://example.org/articles/2024/why-cac...",
            "詳しくは（https://example.org/docs/guide/err...）を読んで。",
        ),
    ),
    "broken escape": (29, ("https://example.org/a%E3%8 を見て。",)),
    "untranslated": (
        792,
        (
            "Nobody ever measured this on a real machine, and it shows in the result",
            "https://example.org/articles/2024/why-caches-lie",
            "`for (i = 0; i < n; i++) total += a[i];`",
        ),
    ),
    "full-width tag": (11, ("一行目<br＞二行目",)),
    "literal line feed": (108, ("一行目\\n二行目",)),
    "curly link": (30, ("<a href=”https://example.org/x”>ここ</a>",)),
    "angle brackets": (124, ("型は<T>で、<string>を返す", "Vec<u8> で十分だと思う")),
    "script": (1, ("<script src=https://example.org/x.js></script>",)),
    "odd backticks": (7, ("`make だけでいい",)),
    "braces": (12, ("テンプレートは {{ と }} で囲む",)),
    "markdown": (
        315,
        ("これは *本当に* 大事", "名前は _x_ にする", "1. まず測る", "# 見出し", "+ 一点"),
    ),
    "hidden": (6, ("ゼロ\u200b幅", "向きが\u202e変わる", "笑\U0001f600\U000e0154\U000e0155")),
    "empty": (134, ("",)),
}
NO_SOURCE, OTHER_TITLE, TWICE = 5 / POSTS, 1 / POSTS, 1 / POSTS
LONGEST, OLDER = 247, 137 / QUOTES
"""Quotes of the longest post; how often a quote is older than its post."""


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--posts", type=int, default=POSTS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--clean", action="store_true", help="without defects")
    args = parser.parse_args(argv)
    quotes, size = make(args.folder, args.posts, args.seed, clean=args.clean)
    print(f"{args.posts:,} posts, {quotes:,} quotes, {size / 1e6:.0f} MB in {args.folder}")
    return 0


def make(folder: Path, posts: int, seed: int = 1, *, clean: bool = False) -> tuple[int, int]:
    """Write the posts into `folder/content/posts`, afresh; the numbers of quotes and bytes."""
    content = folder / "content" / "posts"
    shutil.rmtree(content, ignore_errors=True)
    content.mkdir(parents=True)
    quotes = size = 0
    for number in range(posts):
        # Each post has a generator of its own: the same post whatever the number of posts.
        text, said = _post(random.Random(f"{seed}/{number}"), number, clean=clean)
        encoded = text.encode()
        (content / f"post-{number:05}.md").write_bytes(encoded)
        quotes += said
        size += len(encoded)
    return quotes, size


def _post(rng: random.Random, number: int, *, clean: bool) -> tuple[str, int]:
    # A larger site is of the same year: none of its quotes is from the future.
    day = datetime(2025, 1, 1) + timedelta(days=number % POSTS // 5)
    title = rng.choice(MIDDLES) + rng.choice(ENDS).rstrip("。") + f"（{number}）"
    tags = ", ".join(f'"{tag}"' for tag in rng.sample(TAGS, 3))
    count = (
        LONGEST if number % POSTS == POSTS // 2 else max(3, min(190, round(rng.gauss(80.9, 26))))
    )
    regulars = [f"user{rng.randrange(USERS)}" for _ in range(max(2, round(count * 0.19)))]
    slashes = rng.random() < 0.706
    lines = []
    for _ in range(count):
        # In the order of replies, not of time.
        at = day + timedelta(seconds=rng.randrange(60, 200_000))
        if not clean and rng.random() < OLDER:
            at = day - timedelta(hours=rng.randrange(1, 20))
        user = f"user{rng.randrange(USERS)}" if rng.random() < 0.49 else rng.choice(regulars)
        color = "" if clean or rng.random() < 0.52 else rng.choice(COLORS)
        when = f"{at:%Y/%m/%d %H:%M:%S}" if slashes else f"{at:%Y-%m-%dT%H:%M:%S}"
        body = _body(rng, long=count <= 120, clean=clean)
        lines.append(
            f'{{{{<matomeQuote body="{body}" userName="{user}" '
            f'createdAt="{when}" color="{color}">}}}}\n'
        )
    if not clean and rng.random() < TWICE:
        lines.append(lines[-1])
    source = f"https://news.example.com/item?id={40_000_000 + number}"
    quoted = f"{title}？" if not clean and rng.random() < OTHER_TITLE else title
    reference = (
        "" if not clean and rng.random() < NO_SOURCE else f"引用元：[{source}]({source})\n\n"
    )
    closing = rng.choice(("{{< /details >}}", "{{</details>}}"))
    text = (
        f"+++\ndate = '{day:%Y-%m-%dT%H:%M:%S}'\nmonths = '{day:%Y/%m}'\ndraft = false\n"
        f"title = '{title}'\ntags = [{tags}]\n"
        f"featureimage = 'thumbnails/{rng.choice(IMAGES)}.jpg'\n+++\n\n"
        f"> {quoted}\n\n{reference}"
        f'{_folded(lines, closing)}\n\n[記事一覧へ]({{{{% ref "/posts/" %}}}})\n'
    )
    return text, len(lines)


def _folded(lines: list[str], closing: str) -> str:
    """The first twenty quotes in the open, the rest in folds of thirty."""
    parts = ["\n".join(lines[: 20 if len(lines) > 30 else None])]
    for fold, start in enumerate(range(20, len(lines) - 10, 30), 1):
        stop = start + 30 if start + 40 < len(lines) else len(lines)
        inside = "\n".join(lines[start:stop])
        summary = f"もっとコメントを表示（{fold}）"
        opening = f'{{{{< details summary="{summary}">}}}}'
        parts.append(f"{opening}\n{inside}\n\n{closing}")
    return "\n".join(parts)


def _body(rng: random.Random, *, long: bool, clean: bool) -> str:
    if not clean:
        for rate, texts in DEFECTS.values():
            if rng.random() < rate / QUOTES:
                return rng.choice(texts)
    parts = [
        rng.choice(STARTS) + rng.choice(MIDDLES) + rng.choice(ENDS)
        for _ in range(max(1, round(rng.gauss(4.45 if long else 3.3, 2))))
    ]
    if rng.random() < 0.03:
        parts.append(rng.choice(ENGLISH) + "って書いてあった。")
    if rng.random() < 0.078:
        before = "" if not clean and rng.random() < 0.3 else " "
        parts.insert(1, f"{before}https://example.org/{rng.choice(PATHS)} ")
    if rng.random() < 0.0109:
        parts.append("`make test` で確認できる。")
    text = ""
    for part in parts:
        text += ("<br>" if text and rng.random() < 0.13 else "") + part
    if rng.random() < 0.1:
        text = f"＞{rng.choice(MIDDLES)}{rng.choice(ENDS)}<br>{text}"
    return text.rstrip(" ")


if __name__ == "__main__":
    sys.exit(main())
