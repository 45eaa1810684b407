"""Real Hugo as the judge of shortcode texts: thousands of strings in one run.

A page template ranges over a data file and renders each string with `try`, which Hugo has since
0.141. The shortcodes print what Hugo made of their parameters.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from pathlib import Path

from tests.support.hugo import build, version_of, write_files

TEMPLATES = {
    **dict.fromkeys(("void", "q", "sub/void", "x"), False),
    **dict.fromkeys(("inner", "a", "b", "sub/inner"), True),
}
"""The oracle's shortcodes, and whether their template evaluates .Inner. (`x` is here because
Hugo has one of its own, with demands on its parameters.)"""

_FIRST = "{{,x\n"
"""Put before a string: enough for RenderString to look for shortcodes, and none itself."""

_PRINT = "⟦{{ .Name }}({{ .Params | jsonify | base64Encode | safeHTML }})"
_PRINTED = re.compile(r"⟦([^⟦⟧(]*)\(([A-Za-z0-9+/=]*)\)")
_PAGE = (
    "{{ $page := . }}{{ range $i, $text := site.Data.texts }}"
    '{{ with try ($page.RenderString (dict "display" "block") $text) }}'
    "{{ with .Err }}{{ $i }} refused {{ printf `%v` . | base64Encode | safeHTML }}"
    "{{ else }}{{ $i }} taken {{ string .Value | base64Encode | safeHTML }}{{ end }}\n"
    "{{ end }}{{ end }}"
)
SITE = {
    "hugo.toml": 'baseURL = "https://example.org/"\n'
    'disableKinds = ["taxonomy", "term", "rss", "sitemap", "section", "404"]\n',
    "layouts/index.html": _PAGE,
    "layouts/shortcodes/whole.html": "⟪{{ .Inner }}⟫",
    **{
        f"layouts/shortcodes/{name}.html": _PRINT + ("⟨{{ .Inner }}⟩⟧" if inner else "⟧")
        for name, inner in TEMPLATES.items()
    },
}


class Oracle:
    """One Hugo binary and the site it judges in.

    Texts must not hold Hugo's own placeholder, which can hang it. Methods raise AssertionError
    when a run itself fails.
    """

    def __init__(self, binary: Path, folder: Path) -> None:
        self.binary = binary
        self._folder = folder
        major, minor, patch = (int(part) for part in version_of(binary).split("."))
        self.version = (major, minor, patch)
        write_files(folder, SITE)

    def refusals(self, texts: Sequence[str]) -> list[str | None]:
        """Hugo's message for each text it refuses, None for each that it takes."""
        answers = self._run([_FIRST + text for text in texts])
        return [answer if refused else None for refused, answer in answers]

    def printed(self, texts: Sequence[str]) -> list[str]:
        """Each text, all of which Hugo must take, with its shortcodes as they print themselves.

        That is `⟦name(params)⟧`, or `⟦name(params)⟨inner⟩⟧` where the template has .Inner.
        Everything else stays as it is, for the whole stands in a shortcode of its own.
        """
        answers = self._run([f"{{{{< whole >}}}}{text}{{{{< /whole >}}}}" for text in texts])
        return [
            "refused: " + answer
            if refused
            else _PRINTED.sub(_readable, answer[answer.index("⟪") + 1 : answer.rindex("⟫")])
            for refused, answer in answers
        ]

    def _run(self, texts: Sequence[str]) -> list[tuple[bool, str]]:
        write_files(self._folder, {"data/texts.json": json.dumps(texts)})
        run = build(self._folder, self.binary, "--logLevel", "error", timeout=600)
        assert run.code == 0, run.output
        answers: dict[int, tuple[bool, str]] = {}
        for line in (run.public / "index.html").read_text("utf-8").splitlines():
            index, answer, text = line.split(" ")
            answers[int(index)] = answer == "refused", base64.b64decode(text).decode("utf-8")
        return [answers[index] for index in range(len(texts))]


def _readable(printed: re.Match[str]) -> str:
    params = json.loads(base64.b64decode(printed[2])) or None
    return f"⟦{printed[1]}({canonical(params)})"


def canonical(params: object) -> str:
    """Parameters in one form, whether they come from Hugo or from us."""
    return json.dumps(params, sort_keys=True, ensure_ascii=False)
