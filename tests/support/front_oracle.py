"""Real Hugo as the judge of front matter.

Hugo reads TOML, YAML and JSON of a resource by the same code as that of a page's front matter, so
that one run, which has `try` since 0.141, judges thousands of texts.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from pathlib import Path

from hugo_helpers.site import data
from hugo_helpers.site.versions import OTHER_YAML, Version
from tests.support.hugo import build, version_of, write_files

Text = tuple[data.Format, str]

_PAGE = (
    "{{ range $i, $text := site.Data.texts }}"
    '{{ $file := printf "%d.%s" $i (index $text 0) }}'
    "{{ $file := resources.FromString $file (index $text 1 | base64Decode) }}"
    "{{ with try (transform.Unmarshal $file) }}{{ with .Err }}"
    "{{ $i }} refused {{ printf `%v` . | base64Encode | safeHTML }}"
    "{{ else }}{{ $i }} {{ if eq .Value nil }}nothing{{ else if reflect.IsMap .Value }}keys"
    "{{ else }}other{{ end }} {{ end }}\n{{ end }}{{ end }}"
)
SITE = {
    "hugo.toml": 'baseURL = "https://example.org/"\n'
    'disableKinds = ["taxonomy", "term", "rss", "sitemap", "section", "404"]\n',
    "layouts/index.html": _PAGE,
}


class FrontOracle:
    """One Hugo binary and the site it judges in. Raises AssertionError when a run itself fails."""

    def __init__(self, binary: Path, folder: Path) -> None:
        self.binary = binary
        self._folder = folder
        major, minor, patch = (int(part) for part in version_of(binary).split("."))
        self.version: Version = (major, minor, patch)
        write_files(folder, SITE)

    def refusals(self, texts: Sequence[Text]) -> list[str]:
        """Why Hugo refuses each text as front matter; the empty string for what it takes."""
        packed = [(kind, base64.b64encode(text.encode()).decode()) for kind, text in texts]
        write_files(self._folder, {"data/texts.json": json.dumps(packed)})
        run = build(self._folder, self.binary, "--logLevel", "error", timeout=600)
        assert run.code == 0, run.output
        found = ["hangs"] * len(texts)
        for line in (run.public / "index.html").read_text("utf-8").splitlines():
            index, answer, message = line.split(" ")
            refusal = base64.b64decode(message).decode("utf-8", "replace")
            if answer == "nothing" and self.version >= OTHER_YAML:
                # Front matter may be empty there, but not null.
                refusal = "null" if re.search(r"(?m)^[ \t]*[^\s#]", texts[int(index)][1]) else ""
            found[int(index)] = "no list of keys" if answer == "other" else refusal
        return found


def differences(oracle: FrontOracle, texts: Sequence[Text]) -> dict[Text, str]:
    """The texts on which the two differ, and how. Empty where they agree on all."""
    found: dict[Text, str] = {}
    for (kind, text), refusal in zip(texts, oracle.refusals(texts), strict=True):
        ours = _refusal(kind, text, oracle.version)
        if refusal and not ours:
            found[kind, text] = f"Hugo refuses it: {refusal[-200:]}"
        elif ours and not refusal:
            found[kind, text] = f"Hugo takes it; we say: {ours}"
    return found


def _refusal(kind: data.Format, text: str, hugo: Version) -> str:
    try:
        data.parse(text, kind, hugo)
    except ValueError as error:
        return str(error) or "refused"
    return ""
