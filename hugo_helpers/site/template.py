"""What a shortcode takes."""

from pathlib import Path
from typing import Final, NamedTuple


class Reads(NamedTuple):
    """What is read of a shortcode's parameters."""

    named: frozenset[str]
    positional: int
    """How many positions are read: the highest index and one."""
    open: bool
    """Any parameter may be read."""

    def __contains__(self, parameter: object) -> bool:
        """Whether a parameter is read: by its name, or its position from 0."""
        if isinstance(parameter, int):
            return self.open or parameter < self.positional
        return self.open or parameter in self.named

    def __or__(self, other: "Reads") -> "Reads":
        return Reads(
            self.named | other.named,
            max(self.positional, other.positional),
            self.open or other.open,
        )


NO_READS: Final = Reads(frozenset(), 0, False)
ANY_READS: Final = Reads(frozenset(), 0, True)


class Template(NamedTuple):
    """A shortcode and what it takes."""

    name: str
    path: Path | None
    """Its template file; None for one that Hugo brings along."""
    inner: bool | None
    """Whether it takes inner content, and so must be closed; None where that cannot be told."""
    named: frozenset[str]
    """The named parameters that it reads, in their case."""
    positional: int
    """How many positional parameters it reads."""
    open: bool
    """Whether it may read any parameter."""
    from_parents: Reads = NO_READS
    """What it reads of the parameters of the shortcodes that it stands in."""
    known: bool = True
    """False for a template that cannot be read or parsed."""
    plain: bool = False
    """Only plain text templates: Hugo refuses `{{< … >}}` of it, and takes `{{% … %}}`."""
    sections: tuple[str, ...] = ()
    """The folders of content that it is for, `posts` or `posts/x`; empty for all."""
    removed: bool = False
    """Hugo knows the name, but fails on it."""
