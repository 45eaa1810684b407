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

POSTS, USERS = 1_933, 28_657
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

# What goes wrong, and in how many of 155,766 quotes.
DEFECTS: dict[str, tuple[int, str]] = {
    "cut link": (5_822, "参考資料はこれね。https://example.org/articles/a-long-name/pa...。"),
    "broken escape": (29, "https://example.org/a%E3%8 を見て。"),
    "untranslated": (
        792,
        "Nobody ever measured this on a real machine, and it shows in the result",
    ),
    "full-width tag": (11, "一行目<br＞二行目"),
    "literal line feed": (108, "一行目\\n二行目"),
    "curly link": (30, "<a href=”https://example.org/x”>ここ</a>"),
    "angle brackets": (125, "型は<T>で、<string>を返す"),
    "odd backticks": (7, "`make だけでいい"),
    "braces": (12, "テンプレートは {{ と }} で囲む"),
    "markdown": (315, "これは *本当に* 大事"),
    "zero-width": (6, "ゼロ\u200b幅"),
}


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
    day = datetime(2025, 1, 1) + timedelta(days=number // 5)
    title = rng.choice(MIDDLES) + rng.choice(ENDS).rstrip("。") + f"（{number}）"
    tags = ", ".join(f'"{tag}"' for tag in rng.sample(TAGS, 3))
    count = min(247, max(3, round(rng.gauss(80, 28))))
    users = [f"user{rng.randrange(USERS)}" for _ in range(max(2, count * 2 // 3))]
    slashes = rng.random() < 0.7
    lines = []
    at = day
    for _ in range(count):
        at += timedelta(seconds=rng.randrange(30, 4_000))
        user = rng.choice(users)
        color = "" if clean or rng.random() < 0.52 else rng.choice(COLORS)
        when = f"{at:%Y/%m/%d %H:%M:%S}" if slashes else f"{at:%Y-%m-%dT%H:%M:%S}"
        lines.append(
            f'{{{{<matomeQuote body="{_body(rng, clean=clean)}" userName="{user}" '
            f'createdAt="{when}" color="{color}">}}}}\n'
        )
    source = f"https://news.example.com/item?id={40_000_000 + number}"
    text = (
        f"+++\ndate = '{day:%Y-%m-%dT%H:%M:%S}'\nmonths = '{day:%Y/%m}'\ndraft = false\n"
        f"title = '{title}'\ntags = [{tags}]\n"
        f"featureimage = 'thumbnails/{rng.choice(IMAGES)}.jpg'\n+++\n\n"
        f"> {title}\n\n引用元：[{source}]({source})\n\n"
        f'{_folded(lines)}\n\n[記事一覧へ]({{{{% ref "/posts/" %}}}})\n'
    )
    return text, count


def _folded(lines: list[str]) -> str:
    """The first twenty quotes in the open, the rest in folds of thirty."""
    parts = ["\n".join(lines[:20])]
    for fold, start in enumerate(range(20, len(lines), 30), 1):
        inside = "\n".join(lines[start : start + 30])
        summary = f"もっとコメントを表示（{fold}）"
        opening, closing = f'{{{{< details summary="{summary}">}}}}', "{{< /details >}}"
        parts.append(f"{opening}\n{inside}\n\n{closing}")
    return "\n".join(parts)


def _body(rng: random.Random, *, clean: bool) -> str:
    if not clean:
        for rate, text in DEFECTS.values():
            if rng.random() < rate / 155_766:
                return text
        if rng.random() < 134 / 155_766:
            return ""
    parts = [
        rng.choice(STARTS) + rng.choice(MIDDLES) + rng.choice(ENDS)
        for _ in range(max(1, round(rng.gauss(4, 2))))
    ]
    if rng.random() < 0.03:
        parts.append(rng.choice(ENGLISH) + "って書いてあった。")
    if rng.random() < 0.12:
        parts.insert(1, f"https://example.org/{rng.choice(PATHS)} ")
    if rng.random() < 0.01:
        parts.append("`make test` で確認できる。")
    text = ""
    for part in parts:
        text += ("<br>" if text and rng.random() < 0.15 else "") + part
    if rng.random() < 0.1:
        text = f"＞{rng.choice(MIDDLES)}{rng.choice(ENDS)}<br>{text}"
    return text


if __name__ == "__main__":
    sys.exit(main())
