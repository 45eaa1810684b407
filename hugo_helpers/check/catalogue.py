"""The catalogue of all rules: code, name, severity, and when each is asked.

What a rule says and does is in the module of `rules` that has its code and name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hugo_helpers.check.rule import Rule
from hugo_helpers.check.text_rare import BIDI, CONTROL, MOJIBAKE, SELECTOR, ZERO_WIDTH
from hugo_helpers.check.when import (
    broken_front,
    folding,
    given,
    hiding,
    holding,
    long,
    never,
    odd,
    odd_front,
    outside,
    repeated,
    tagged,
    two_colors,
    two_styles,
    unended_front,
    untimed,
    with_rare,
)


class Catalogue:
    """Rules by their code, in the order of their codes."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = {rule.code: rule for rule in rules}

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules.values())

    def __getitem__(self, code: str) -> Rule:
        return self._rules[code]

    def __len__(self) -> int:
        return len(self._rules)

    def __contains__(self, code: object) -> bool:
        return code in self._rules


_SHAPED = ("_build", "build", "params", "sitemap", "cascade", "kind", "lang", "path", "sites")
_ADDRESSED = ("url", "slug", "aliases")

_RULES = (
    Rule("C101", "speaker-in-two-colors", "warning", two_colors),
    Rule("C102", "speaker-sometimes-colored", "warning", two_colors),
    Rule("C103", "illegible-color", "warning"),
    Rule("C201", "name-in-two-spellings", "warning"),
    Rule("F101", "missing-title", "warning", odd_front),
    Rule("F102", "not-a-date", "error", odd_front),
    Rule("F103", "months-against-date", "warning", given("months")),
    Rule("F104", "image-not-found", "warning", given("featureimage")),
    Rule("F105", "wrong-type", "warning", odd_front),
    Rule("F106", "key-twice", "warning", odd_front),
    Rule("F107", "value-twice", "warning", odd_front),
    Rule("F108", "unknown-taxonomy", "warning", odd_front),
    Rule("F109", "title-against-quote", "warning"),
    Rule("F110", "missing-source", "warning"),
    Rule("F111", "source-differs", "warning"),
    Rule("F112", "missing-date", "warning", odd_front),
    Rule("F113", "missing-tags", "warning", odd_front),
    Rule("H101", "unreadable", "error", never),
    Rule("H102", "front-matter", "error", broken_front),
    Rule("H103", "no-name", "error", odd),
    Rule("H104", "unknown-shortcode", "error", odd),
    Rule("H105", "unclosed-tag", "error", odd),
    Rule("H106", "wrong-delimiter", "error", odd),
    Rule("H107", "unclosed-shortcode", "error", odd),
    Rule("H108", "close-without-open", "error", odd),
    Rule("H109", "close-mismatch", "error", odd),
    Rule("H110", "forbidden-close", "error", odd),
    Rule("H111", "malformed-close", "error", odd),
    Rule("H112", "mixed-parameters", "error", odd),
    Rule("H113", "unterminated-quote", "error", odd),
    Rule("H114", "unterminated-raw-string", "error", odd),
    Rule("H115", "unescaped-quote", "error", odd),
    Rule("H116", "escaped-backtick", "error", odd),
    Rule("H117", "unquoted-value", "error", odd),
    Rule("H118", "unrecognized-character", "error", odd),
    Rule("H119", "period-in-name", "error", odd),
    Rule("H120", "unclosed-comment", "error", odd),
    Rule("H121", "nested-inline", "error", odd),
    Rule("H122", "unclosed-inline", "error", odd),
    Rule("H123", "placeholder-text", "error", odd),
    Rule("H124", "unreadable-date", "error", odd_front),
    Rule("H125", "field-shape", "error", given(*_SHAPED)),
    Rule("H126", "unknown-output", "error", given("outputs")),
    Rule("H127", "refused-address", "error", given(*_ADDRESSED)),
    Rule("H128", "markup", "error", given("markup")),
    Rule("H129", "bare-context", "error", outside("{{__hugo_ctx")),
    Rule("H130", "refused-file-type", "error"),
    Rule("H201", "crossed-closes", "warning", odd),
    Rule("H202", "close-in-other-delimiter", "warning", odd),
    Rule("H203", "parameter-twice", "warning", odd),
    Rule("H204", "parameter-not-read", "warning"),
    Rule("H205", "wrong-kind-of-parameter", "warning"),
    Rule("H206", "lost-backslash", "warning", holding("\\")),
    Rule("H207", "swallowing-inline", "warning", odd),
    Rule("H208", "hugo-context", "warning", outside("{{__hugo_ctx")),
    Rule("H209", "shortcode-in-code", "warning", hiding),
    Rule("H210", "shortcode-in-comment", "warning", hiding),
    Rule("H211", "no-escape", "warning", outside("\\\0")),
    Rule("H212", "no-divider", "warning", outside("<!--")),
    Rule("H213", "divider-in-code", "warning", outside("<!--")),
    Rule("H214", "text-behind-front-matter", "warning", unended_front),
    Rule("H215", "foreign-quotes", "warning", odd),
    Rule("H216", "no-shortcode", "warning", outside("{", "｛")),
    Rule("Q101", "missing-parameter", "error", odd),
    Rule("Q102", "unknown-parameter", "error", odd),
    Rule("Q103", "empty-body", "warning"),
    Rule("Q104", "empty-user", "warning"),
    Rule("Q105", "not-a-time", "warning", untimed),
    Rule("Q106", "time-in-the-future", "warning", passing=True),
    Rule("Q107", "before-the-thread", "warning"),
    Rule("Q108", "mixed-time-styles", "warning", two_styles),
    Rule("Q109", "not-a-color", "warning"),
    Rule("Q110", "quote-twice", "warning", repeated),
    Rule("Q111", "reply-to-nothing", "warning", odd),
    Rule("Q112", "value-not-allowed", "warning", odd),
    Rule("Q113", "id-twice", "warning", odd),
    Rule("Q201", "fold-without-summary", "warning", odd),
    Rule("Q202", "empty-fold", "warning", odd),
    Rule("Q203", "nested-fold", "warning", odd),
    Rule("Q204", "misnumbered-fold", "warning", folding),
    Rule("Q205", "long-unfolded", "warning", long),
    Rule("S101", "one-source-twice", "warning", across=True),
    Rule("S102", "one-address-twice", "warning", across=True),
    Rule("S103", "tag-in-two-spellings", "warning", across=True),
    Rule("S104", "unused-image", "warning", across=True),
    Rule("S105", "theme-not-on-disk", "warning", across=True),
    Rule("S106", "template-not-read", "warning", across=True),
    Rule("S901", "unused-suppression", "warning", never),
    Rule("T101", "active-markup", "error"),
    Rule("T102", "markup-as-text", "warning", tagged),
    Rule("T103", "full-width-tag", "warning", tagged),
    Rule("T104", "curly-quoted-tag", "warning", tagged),
    Rule("T105", "literal-newline", "warning", holding("\\")),
    Rule("T106", "entity", "warning", holding("&")),
    Rule("T107", "odd-backticks", "warning", holding("`")),
    Rule("T108", "accidental-markdown", "warning"),
    Rule("T201", "broken-escape", "warning", holding("%")),
    Rule("T202", "glued-link", "warning"),
    Rule("T203", "cut-link", "warning"),
    Rule("T301", "zero-width-character", "warning", with_rare(ZERO_WIDTH)),
    Rule("T302", "bidi-control", "warning", with_rare(BIDI)),
    Rule("T303", "smuggled-text", "warning", with_rare(SELECTOR)),
    Rule("T304", "control-character", "warning", with_rare(CONTROL)),
    Rule("T305", "mojibake", "warning", with_rare(MOJIBAKE)),
    Rule("T401", "other-language", "warning"),
    Rule("T402", "surrounding-space", "warning"),
)
RULES = Catalogue(_RULES)
