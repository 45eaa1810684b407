"""Texts full of shortcodes, right and wrong, from a seed: fuel for the differential test."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

VOIDS = ("void", "void", "void", "Void", "sub/void")
INNERS = ("inner", "inner", "inner", "INNER", "sub/inner")
ODD_NAMES = (
    "nope",
    "x.inline",
    "y.inline",
    "x.Inline",
    "日本",
    "inner/",
    "void.html",
    "-void",
    "2",
)
SPACES = ("", " ", " ", " ", "  ", "\t", "\n", "\r\n", "\r", "\u3000", "\xa0", "\x0b", "\x1c")
KEYS = ("body", "a", "b", "a-b", "a.b", "_", "-", "1", "名", "userName")
PLAIN = (
    "x",
    "y z",
    "日本語",
    "😀",
    "1",
    "2.5",
    "true",
    "-",
    "",
    "a/b",
    "'",
    "{{",
    "}}",
    ">",
    "a\rb",
)
ODD = (
    '\\"',
    "\\`",
    "\\",
    "\\\\",
    '"',
    "`",
    "\n",
    ">}}",
    "%}}",
    "{{<",
    "{{%",
    "*/",
    "=",
    "\u3000",
    "²",
)
BETWEEN = (
    "",
    "",
    "text",
    "\n",
    "\n\n",
    " 日本 ",
    "{{",
    "{",
    "}}",
    "{{ .x }}",
    "`",
    '"',
    "/",
    "    ",
)
FRAGMENTS = (
    *("{{<", "{{%", ">}}", "%}}", "{{</*", "*/>}}", "{{%/*", "*/%}}", "{", "}", "<", ">", "%"),
    *("/", "/", "\\", '"', '"', "`", "=", "=", ".", "-", "_", ",", ".inline ", ".inline", "²", "Ⅷ"),
    *(" ", " ", " ", "\n", "\t", "\r", "\u3000", "\xa0", "void", "inner", "nope", "x", "a", "日"),
    *("{{< void >}}", "{{< inner >}}", "{{< /inner >}}", "{{< /void >}}", '="x"', ' a="x"'),
    *("{{< x.inline >}}", "{{< /x.inline >}}", "{{< inner />}}", "{{% inner %}}", "{{% /inner %}}"),
)


def texts(seed: int, count: int) -> Iterator[str]:
    """`count` texts that depend on nothing but the seed."""
    random = Random(seed)
    maker = _Maker(random)
    for _ in range(count):
        sort = random.random()
        if sort < 0.15:
            yield maker.page(odd=0)
        elif sort < 0.45:
            yield maker.page(odd=0.06)
        elif sort < 0.85:
            yield maker.mutated(maker.page(odd=0.02))
        else:
            yield maker.soup()


class _Maker:
    def __init__(self, random: Random) -> None:
        self._random = random
        self._odd = 0.0

    def page(self, odd: float) -> str:
        """A few shortcodes among text; each choice is an odd one with that probability."""
        self._odd = odd
        return self._content(3)

    def soup(self) -> str:
        return "".join(self._random.choices(FRAGMENTS, k=self._random.randint(1, 14)))

    def mutated(self, text: str) -> str:
        random = self._random
        for _ in range(random.choice((1, 1, 1, 2, 3))):
            start = random.randint(0, len(text))
            end = min(len(text), start + random.choice((0, 1, 1, 2, 3, 8)))
            other = random.randint(0, len(text))
            text = random.choice(
                (
                    text[:start] + text[end:],
                    text[:start] + random.choice(FRAGMENTS) + text[start:],
                    text[:start] + random.choice(FRAGMENTS) + text[end:],
                    text[:other] + text[start:end] + text[other:],
                    text[:start],
                )
            )
        return text

    def _chance(self) -> bool:
        return self._random.random() < self._odd

    def _content(self, depth: int) -> str:
        parts = [self._random.choice(BETWEEN)]
        for _ in range(self._random.choice((0, 1, 1, 2, 3))):
            parts += [self._shortcode(depth), self._random.choice(BETWEEN)]
        return "".join(parts)

    def _shortcode(self, depth: int) -> str:
        random = self._random
        sort = random.random()
        if sort < 0.08:
            inside = random.choice(PLAIN) + self._tag("", random.choice(VOIDS), self._params())
            left, right = self._delimiters()
            return f"{left}/*{inside if self._chance() else random.choice(PLAIN)}*/{right}"
        if sort < 0.14:
            name = "x.inline " if not self._chance() else random.choice(ODD_NAMES)
            inside = (
                random.choice(("{{ .Page }}", "x", "")) if not self._chance() else "{{< void >}}"
            )
            return f"{{{{< {name}>}}}}{inside}{{{{< /{name}>}}}}"
        if sort < 0.5 or not depth:
            return self._tag("", random.choice(VOIDS), self._params())
        name = random.choice(INNERS)
        if random.random() < 0.2:
            return self._tag("", name, self._params() + " /")
        closed = random.choice((*INNERS, *VOIDS, "")) if self._chance() else name
        opening = self._tag("", name, self._params())
        if self._chance():
            return opening + self._content(depth - 1)
        return opening + self._content(depth - 1) + self._tag("/", closed, "")

    def _delimiters(self) -> tuple[str, str]:
        left, right = self._random.choice((("{{<", ">}}"), ("{{<", ">}}"), ("{{%", "%}}")))
        return left, (self._random.choice((">}}", "%}}", "}}")) if self._chance() else right)

    def _space(self) -> str:
        return self._random.choice(SPACES[:9] if not self._chance() else SPACES)

    def _tag(self, slash: str, name: str, params: str) -> str:
        left, right = self._delimiters()
        if self._chance():
            name = self._random.choice(ODD_NAMES)
        blank = " " if not self._chance() else self._space()
        gap = self._random.choice(("", " "))
        return f"{left}{gap}{slash}{name}{params}{blank}{right}"

    def _params(self) -> str:
        random = self._random
        named = random.random() < 0.6
        parts = []
        for _ in range(random.choice((0, 1, 2, 4))):
            if self._chance():
                named = not named
            key = f"{random.choice(KEYS)}{self._equals()}" if named else ""
            parts.append((self._space() or " ") + key + self._value())
        return "".join(parts)

    def _equals(self) -> str:
        return (
            "=" if not self._chance() else self._random.choice((" =", "= ", " = ", "=\u3000", "=="))
        )

    def _value(self) -> str:
        random = self._random
        value = "".join(random.choices(PLAIN, k=random.choice((1, 1, 2))))
        if self._chance():
            value += random.choice(ODD) + random.choice(PLAIN)
        quote = random.choice(('"', '"', '"', "`", ""))
        if not quote:
            return (
                value if self._chance() else random.choice(("x", "1", "2.5", "true", "a-b", "日"))
            )
        if quote == '"' and random.random() < 0.1:
            return f'\\"{value}\\"' if random.random() < 0.5 else f'"{value}\\"{value}"'
        return f"{quote}{value}{quote}"
