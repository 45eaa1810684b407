"""YAML as Hugo reads it: by go-yaml 2, and from 0.152 on by goccy/go-yaml.

PyYAML parses like the first. For the second, what it alone takes is hidden from PyYAML, and what
it alone refuses is looked for in the nodes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, ClassVar

import yaml

from hugo_helpers.site import yaml_nodes, yaml_plain
from hugo_helpers.site.versions import OTHER_YAML, Version

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:
    from yaml import SafeLoader  # type: ignore[assignment]

_TAG = "tag:yaml.org,2002:"
_BOOL = "true|True|TRUE|false|False|FALSE"
_OLD_BOOL = _BOOL + "|y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF"
_INT = r"[-+]?(?:0b[01][01_]*|0x[0-9a-fA-F][0-9a-fA-F_]*|0o?[0-7][0-7_]*|0|[1-9][0-9_]*)"
_FLOAT = (
    r"[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_OLD_FLOAT = _FLOAT + "|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+"

Resolvers = dict[str, list[tuple[str, re.Pattern[str]]]]


class _Older(SafeLoader):
    """The words and numbers of go-yaml 2. Times stay texts, unknown tags count for nothing."""

    yaml_implicit_resolvers: Resolvers = {}  # noqa: RUF012 - as in PyYAML
    bool_values: ClassVar[dict[str, bool]] = {**SafeLoader.bool_values, "y": True, "n": False}


class _Newer(_Older):
    """The words and numbers of goccy/go-yaml. A tag counts for nothing where it does not fit."""

    yaml_implicit_resolvers: Resolvers = {}  # noqa: RUF012


def _teach(loader: type[_Older], words: str, floats: str) -> None:
    digits = [*"-+0123456789"]
    for name, pattern, first in (
        ("bool", words, [*"yYnNtTfFoO"]),
        ("int", _INT, digits),
        ("float", floats, [*digits, "."]),
        ("null", "~|null|Null|NULL|", [*"~nN", ""]),
        ("merge", "<<", ["<"]),
    ):
        loader.add_implicit_resolver(_TAG + name, re.compile(f"(?:{pattern})$"), first)


def load(text: str, hugo: Version) -> object:
    """What Hugo reads of the first document. Raises yaml.YAMLError or ValueError."""
    if hugo < OTHER_YAML:
        return _loaded(text, _Older, yaml_nodes.check_older)
    text = yaml_plain.first_document(text)
    try:
        return _loaded(text, _Newer, yaml_nodes.check_newer)
    except (yaml.scanner.ScannerError, yaml.parser.ParserError):
        plain = yaml_plain.plainer(text)
        if plain == text:
            raise
        return _loaded(plain, _Newer, yaml_nodes.check_newer)


def _loaded(text: str, kind: type[_Older], check: Callable[[yaml.Node, str], None]) -> object:
    loader = kind(text)
    try:
        node = loader.get_node() if loader.check_node() else None
        if node is None:
            return None
        check(node, text)
        if kind is _Newer:
            loader.check_node()  # the rest must be YAML too
        return loader.construct_document(node)
    except yaml.composer.ComposerError as error:
        renamed = yaml_plain.once_each(text)
        if "duplicate" not in str(error.context) or renamed == text:
            raise
        return _loaded(renamed, kind, check)
    finally:
        loader.dispose()


def _untagged(loader: _Older, node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return yaml_plain.shown(str(node.value))


def _mapping(loader: _Older, node: yaml.MappingNode) -> Iterator[dict[str, object]]:
    """All keys are texts in Hugo."""
    found: dict[str, object] = {}
    yield found
    for key, value in loader.construct_mapping(node).items():
        found[key if isinstance(key, str) else _key(key)] = value


def _key(key: object) -> str:
    return str(key).lower() if isinstance(key, bool) else "" if key is None else str(key)


def _lenient(name: str) -> Callable[[_Older, yaml.Node], Any]:
    read = SafeLoader.yaml_constructors[_TAG + name]

    def value(loader: _Older, node: yaml.Node) -> Any:
        with suppress(ValueError, LookupError, AttributeError, TypeError, yaml.YAMLError):
            return read(loader, node)
        return _untagged(loader, node)

    return value


_teach(_Older, _OLD_BOOL, _OLD_FLOAT)
_teach(_Newer, _BOOL, _FLOAT)
_Older.add_constructor(None, _untagged)
_Older.add_constructor(_TAG + "str", _untagged)
_Older.add_constructor(_TAG + "map", _mapping)
for _name in ("int", "float", "bool", "timestamp", "binary", "null"):
    _Newer.add_constructor(_TAG + _name, _lenient(_name))
