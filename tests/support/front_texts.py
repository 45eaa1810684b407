"""Front matters, right and wrong, from a seed: fuel for the differential test."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

TOML_KEYS = (
    *("title", "date", "a", "b", "a.b", '"q"', "'s'", "tags", "あ", "1", "a-b", "a . b", "'あ'"),
    *("", "a b", '"x y"', "Title", "c", "d.e.f", '""'),
)
TOML_VALUES = (
    *("'x'", '"x"', "1", "true", "2025-01-01", "[1, 2]", "['a','b']", "{b = 1}", '"""m\n"""'),
    *("'''m\n'''", "1.5", "-1", "0x1F", "1_000", "[ ]", "{ }", "{a.b=1, c=2}", "[{a=1},{b=2}]"),
    *("10:00:00", "2025-01-01T10:00:00Z", "nan", "inf", '"\\n\\t"', '"\\u3042"', "[[1],[2]]"),
    *(
        "[1,'a']",
        "[\n 1, # c\n 2,\n]",
        "0o7",
        "0b1",
        "1e5",
        "false",
        '"日本"',
        "1E+5",
        "-0",
        "+1.0",
    ),
    *("2025-01-01 10:00:00+09:00", "9223372036854775807", "{\n a = 1, # c\n}", "10:00", '"\\x41"'),
)
TOML_LINES = (
    *("[t]", "[[p]]", "[t.u]", "# c", "", "[a]", "[[a]]", "[a.b]", " [ t ] ", "[t] # c", '["x"]'),
    *("[p.q]", "[[p.r]]"),
)
TOML_BITS = (
    *" \t\n\r\"'=[]{},.#:-+_\\0129aeExZT",
    *("\r\n", '"""', "'''", "\u3000", "\xa0", "\x0b", "\x0c", "\x00", "\x7f", "é", "1__0", "0x"),
    *("true", "\\e", "\\x41", "\\u12", "60", "24", "13", "31", "99999999999999999999", "1e999"),
    *("inf", "==", "\x85", "\u2028", "0000", "++", "01"),
)
YAML_SCALARS = (
    *("x", "x y", "1", "true", "yes", "2025-01-01", "2025-01-01 10:00:00", "'it''s'", "日本語"),
    *('"a\\n\\"b\\""', "http://x.org/a?b#c", "~", "", "1.5", '"x: y"', "'x # y'", "a: b", "it's"),
    *('"', "[x", "C#", "a #b", "100%", "@me", "`c`", "*x", "!t v", "!!str 1", "- x", "x - y", "#h"),
    *(
        "? x",
        ": x",
        "{{ x }}",
        "**b**",
        "x, y",
        ">",
        "|",
        ">-",
        '"a" b',
        "'a' b",
        "（1）「x」",
        "“x”",
    ),
    *("😀", "x:", "x :y", "{", "}", "]", "a|b", "!", "-", "--", "...", "\\", '"\\d"', "C:\\x"),
    *("<b>", "=", "+1", "0x1", "1:30", "[a](b)", "@", "*", "&", "a&b", "a*b", '"日本"', "Q&A: x"),
    *("- - x", '"a\\', "?", "%", "why?", "「x」: y", "a：b", "key: [x", "'", "''"),
)
YAML_FLOWS = (
    *("[]", "[a, b]", "[a, [b, c]]", "{a: b}", "{}", "[ \"x\", 'y' ]", "{a: [1,2], b: {c: d}}"),
    *("[a,]", "[a b, c]", "[1, 2.5, true]", "[{a: b}, c]", "[a: b]", "{a, b}", '{"a":1}'),
    *("[日本, x]", "[a\n  , b]", "[a,\n  b]", "{a: 1,\n  b: 2}", "[\n  a,\n]", "[a, b", "[a]]"),
)
YAML_BLOCKS = ("text", "x: y", "", "# no", "- z", " more")


def texts(seed: int, count: int) -> Iterator[str]:
    """So many TOML texts, most of them with a mistake or two."""
    random = Random(seed)
    for _ in range(count):
        yield _mutated(random, _toml(random))


def _toml(random: Random) -> str:
    lines: list[str] = []
    for number in range(random.randint(1, 6)):
        chance = random.random()
        if chance < 0.2:
            lines.append(random.choice(TOML_LINES))
        elif chance < 0.8:
            lines.append(f"k{number} = {random.choice(TOML_VALUES)}")
        else:
            sign = random.choice((" = ", "=", " = ", "= "))
            lines.append(random.choice(TOML_KEYS) + sign + random.choice(TOML_VALUES))
    return "\n".join(lines) + "\n"


def _mutated(random: Random, text: str) -> str:
    for _ in range(random.choice((0, 0, 1, 1, 1, 2))):
        at = random.randint(0, len(text))
        chance = random.random()
        if chance < 0.5:
            text = text[:at] + random.choice(TOML_BITS) + text[at:]
        elif chance < 0.8:
            text = text[:at] + text[at + random.randint(1, 3) :]
        else:
            text = text[:at] + random.choice(TOML_BITS) + text[at + 1 :]
    return text


def yaml_texts(seed: int, count: int) -> Iterator[str]:
    """So many YAML texts of a few keys, with one odd value, right or wrong, in each."""
    random = Random(seed)
    plain = ("x", "日本語", "1", "'a'", '"b c"', "[a, b]", "true", "2025-01-01", "x y # c")
    for _ in range(count):
        lines = [f"k{number}: {random.choice(plain)}" for number in range(random.randint(0, 3))]
        lines.insert(random.randint(0, len(lines)), "odd:" + _yaml(random, 1))
        yield "\n".join(lines) + "\n"


def _yaml(random: Random, depth: int) -> str:
    chance, indent = random.random(), "  " * depth
    if chance < 0.5:
        return " " + random.choice(YAML_SCALARS)
    if chance < 0.7:
        return " " + random.choice(YAML_FLOWS)
    if chance < 0.8:
        dash = indent if random.random() < 0.7 else indent[2:]
        return "".join(f"\n{dash}- {random.choice(YAML_SCALARS)}" for _ in range(2))
    if chance < 0.9 and depth < 4:
        return "".join(f"\n{indent}k{n}:{_yaml(random, depth + 1)}" for n in range(2))
    sign = random.choice(("|", ">", "|-", ">-", "|+", ">+"))
    return f" {sign}" + "".join(f"\n{indent}{random.choice(YAML_BLOCKS)}" for _ in range(2))
