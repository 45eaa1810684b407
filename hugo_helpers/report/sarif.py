"""Findings as SARIF 2.1.0, for code scanning. Section numbers are those of the OASIS standard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import groupby
from typing import Any
from urllib.parse import quote

from hugo_helpers.check.finding import Finding, Fix, Location
from hugo_helpers.report.json import dumps, whole
from hugo_helpers.report.links import HOME
from hugo_helpers.report.options import Options, RuleInfo
from hugo_helpers.report.source import Source
from hugo_helpers.report.visible import visible

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def sarif(findings: Iterable[Finding], options: Options) -> Iterator[str]:
    """One run with all rules and findings, as one JSON text in chunks."""
    driver: dict[str, Any] = {
        "name": "matome",
        "informationUri": HOME,
        "rules": [_rule(rule) for rule in options.rules.values()],
    }
    if options.version:
        driver["version"] = options.version
    yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{\n'
    yield f'"tool": {dumps({"driver": driver})},\n"columnKind": "unicodeCodePoints",\n"results": ['
    separator = "\n"
    for result in _results(findings, options):
        yield separator + dumps(result)
        separator = ",\n"
    yield "\n]}]}\n"


def _rule(rule: RuleInfo) -> dict[str, Any]:
    described = [whole(text) for text in (rule.summary, rule.why) if text]
    advice = whole(rule.help)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": visible(rule.summary)},
        "fullDescription": {"text": "\n\n".join(described)},
        "help": {
            "text": advice,
            "markdown": "\n\n".join([*described, advice, f"[{rule.code}]({rule.url})"]),
        },
        "helpUri": rule.url,
        "defaultConfiguration": {"level": rule.severity},
    }


def _results(findings: Iterable[Finding], options: Options) -> Iterator[dict[str, Any]]:
    index = {code: number for number, code in enumerate(options.rules)}
    for filename, of_file in groupby(findings, key=lambda finding: finding.filename):
        artifact = _artifact(options.path(filename))
        source = options.sources(filename)
        seen: Counter[str] = Counter()
        for finding in of_file:
            place = {
                "artifactLocation": artifact,
                "region": _region(finding.location, finding.end_location),
            }
            result: dict[str, Any] = {
                "ruleId": finding.code,
                "level": finding.severity,
                "message": _message(finding.message),
                "locations": [{"physicalLocation": place}],
            }
            if finding.code in index:
                result["ruleIndex"] = index[finding.code]
            if source is not None:
                result["partialFingerprints"] = _fingerprints(finding, source, seen)
                if finding.fix is not None and finding.fix.edits:
                    result["fixes"] = [_fix(finding.fix, source, artifact)]
            yield result


def _artifact(path: str) -> dict[str, str]:
    """Below the top of the repository, a place that the reader knows (3.4.4); else as it is."""
    found = uri(path)
    inside = not found.startswith(("../", "file:"))
    return {"uri": found} | ({"uriBaseId": "%SRCROOT%"} if inside else {})


def _fingerprints(finding: Finding, source: Source, seen: Counter[str]) -> dict[str, str]:
    """The same for the same finding when lines are put in or taken out elsewhere (3.27.17)."""
    row = min(max(finding.location.row, 1), source.rows)
    line = source.text[slice(*source.span(row))].strip()
    about = f"{finding.code}\0{line}".encode("utf-8", "surrogatepass")
    digest = blake2b(about, digest_size=8).hexdigest()
    seen[digest] += 1
    return {"matomeLine/v1": f"{digest}:{seen[digest]}"}


def _fix(fix: Fix, source: Source, artifact: dict[str, str]) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": _region(source.locate(edit.start), source.locate(edit.end)),
            "insertedContent": {"text": whole(edit.content)},
        }
        for edit in fix.edits
    ]
    change = {"artifactLocation": artifact, "replacements": replacements}
    return {"description": _message(fix.message), "artifactChanges": [change]}


def _region(start: Location, end: Location) -> dict[str, int]:
    return {
        "startLine": start.row,
        "startColumn": start.column,
        "endLine": end.row,
        "endColumn": end.column,
    }


def _message(text: str) -> dict[str, str]:
    """A message whose text is only text: no placeholder (3.11.5) and no link (3.11.6)."""
    shown = visible(text).replace("{", "{{").replace("}", "}}")
    if "](" in shown:
        for character in "\\[]":
            shown = shown.replace(character, f"\\{character}")
    return {"text": shown}


def uri(path: str) -> str:
    """`path` as a URI reference: percent-encoded UTF-8, a `file:` URI for an absolute path."""
    slashed = path.replace("\\", "/") if path[1:3] == ":\\" else path
    try:
        raw = slashed.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = slashed.encode("utf-8", "surrogatepass")
    if slashed.startswith("/"):
        return "file://" + quote(raw, safe="/")
    if slashed[1:3] == ":/":
        return f"file:///{slashed[0]}:{quote(raw[2:], safe='/')}"
    return quote(raw, safe="/")
