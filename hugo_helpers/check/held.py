"""The findings of a whole site, unpacked when they are asked for: most never are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hugo_helpers.check.finding import Finding
from hugo_helpers.check.packing import unpack_findings
from hugo_helpers.check.record import Counts, count
from hugo_helpers.check.rule import Rule


class Held(Mapping[str, tuple[Finding, ...]]):
    """By the names of their files, those that have any. `rules`: by code."""

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        self._rules = rules
        self._made: dict[str, tuple[Finding, ...]] = {}
        self._packed: dict[str, bytes] = {}
        self.counts: dict[str, Counts] = {}
        """How many there are, by file; of files that have any."""

    def hold(self, name: str, findings: Sequence[Finding]) -> None:
        """These are all the findings of a file."""
        self.drop(name)
        if findings:
            self._made[name] = tuple(findings)
            self.counts[name] = count(findings)

    def hold_packed(self, name: str, packed: bytes, counts: Counts) -> None:
        """The findings of a file as `pack_findings` has packed them, and their numbers."""
        self.drop(name)
        if counts.errors or counts.warnings:
            self._packed[name] = packed
            self.counts[name] = counts

    def drop(self, name: str) -> None:
        """A file has none any more."""
        self.counts.pop(name, None)
        self._packed.pop(name, None)
        self._made.pop(name, None)

    def __getitem__(self, name: str) -> tuple[Finding, ...]:
        packed = self._packed.pop(name, None)
        if packed is not None:
            self._made[name] = unpack_findings(packed, name, self._rules)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.counts)

    def __len__(self) -> int:
        return len(self.counts)

    @property
    def total(self) -> Counts:
        """The numbers of all files together."""
        return Counts(*map(sum, zip(Counts(), *self.counts.values(), strict=True)))
