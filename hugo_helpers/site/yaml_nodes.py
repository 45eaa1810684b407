"""What PyYAML takes in YAML and the readers of Hugo do not, looked for in the nodes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

NULL = "tag:yaml.org,2002:null"


def _children(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        yield from node.value
    elif isinstance(node, yaml.MappingNode):
        for pair in node.value:
            yield from pair


def _walk(root: yaml.Node) -> Iterator[yaml.Node]:
    """Every node once, however many aliases name it."""
    waiting, seen = [root], set()
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting += _children(node)


def _refuse(node: yaml.Node, problem: str) -> None:
    raise yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)


def check_older(root: yaml.Node, text: str) -> None:
    """Raises MarkedYAMLError for what PyYAML takes and go-yaml 2 does not."""
    for node in _walk(root):
        if getattr(node, "flow_style", False):
            for child in _children(node):
                if isinstance(child, yaml.ScalarNode) and not child.style and "?" in child.value:
                    _refuse(child, "a `?` in a list or table on one line: put the text in quotes")
        elif isinstance(node, yaml.ScalarNode):
            written = text[node.start_mark.index : node.end_mark.index]
            if node.style == '"' and re.search(r"(?s)(?<!\\)(?:\\\\)*\\/", written):
                _refuse(node, r"`\/` in a text in quotes: write `/`")
            if node.tag == NULL and node.value not in ("", "~", "null", "Null", "NULL"):
                _refuse(node, "this is not null")
    _refuse_bomb(root)


def _refuse_bomb(root: yaml.Node) -> None:
    """go-yaml's own measure: the share of what aliases repeat among all there is to decode."""
    sizes: dict[int, int] = {}

    def size(node: yaml.Node) -> int:
        if id(node) not in sizes:
            sizes[id(node)] = 0
            sizes[id(node)] = 1 + sum(map(size, _children(node)))
        elif not sizes[id(node)]:
            _refuse(node, "an anchor whose value holds itself")
        return sizes[id(node)]

    total, named, repeated = size(root), set(), 0
    for node in _walk(root):
        for child in _children(node):
            repeated += size(child) if id(child) in named else 0
            named.add(id(child))
    allowed = min(0.99, max(0.1, 0.99 - 0.89 * (total - 400_000) / 3_600_000))
    if total > 1000 and repeated > 100 and repeated / total > allowed:
        _refuse(root, "aliases that repeat too much")


def check_newer(root: yaml.Node, text: str) -> None:
    """Raises MarkedYAMLError for what PyYAML takes and Hugo with goccy/go-yaml does not."""
    if isinstance(root, yaml.ScalarNode) and root.tag == NULL and root.value:
        _refuse(root, "null is no list of keys")
    header = re.compile(r"[|>][-+\d]*#")
    for node in _walk(root):
        if isinstance(node, yaml.CollectionNode) and node.flow_style:
            _refuse_dashes(node, text)
        if isinstance(node, yaml.MappingNode):
            _refuse_repeated(node)
        elif isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            at = node.start_mark.index
            if header.match(text, at):
                _refuse(node, "a comment needs a space before its `#`")
    _refuse_crowd(root, 100 if len(text.encode()) < 2048 else 10_000)


def _refuse_dashes(node: yaml.Node, text: str) -> None:
    for child in _children(node):
        if isinstance(child, yaml.ScalarNode) and not child.style:
            written = text[child.start_mark.index : child.end_mark.index]
            if re.search(r"[\r\n][ \t]*-(?:\s|$)", written):
                _refuse(child, "a `-` in a list or table that has no end on its line")


def _refuse_repeated(node: yaml.MappingNode) -> None:
    known: set[str] = set()
    for key, _ in node.value:
        if isinstance(key, yaml.ScalarNode):
            if key.value in known:
                _refuse(key, f"the key {key.value[:40]!r} stands above already")
            known.add(key.value)


def _refuse_crowd(root: yaml.Node, limit: int) -> None:
    """Hugo counts the lists and tables at each depth, with those that aliases repeat."""
    level, depth = {id(root): (root, 1)}, 0
    while level and depth < limit:
        depth += 1
        below: dict[int, tuple[yaml.Node, int]] = {}
        for node, times in level.values():
            values = node.value
            if isinstance(node, yaml.MappingNode):
                values = [value for _, value in values]
            for child in values:
                if isinstance(child, yaml.CollectionNode):
                    below[id(child)] = child, below.get(id(child), (child, 0))[1] + times
        if sum([times for _, times in below.values()]) > limit:
            _refuse(root, f"more than {limit:,} lists and tables at one depth")
        level = below
