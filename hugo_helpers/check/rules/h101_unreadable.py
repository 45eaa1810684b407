"""H101: a file that has no text."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "H101",
    what="The file cannot be read, or its bytes are not UTF-8.",
    why=(
        "Hugo stops at a file that it cannot read, and at other bytes than UTF-8 in TOML, before "
        "0.152 also in YAML. Those in a body it publishes as replacement characters."
    ),
    bad="A file saved as Shift_JIS, or without permission to read it.",
    good="A file saved as UTF-8.",
    how="Save the file as UTF-8; look at the owner and the mode of the file.",
)
def unreadable(_post: Post) -> Iterator[Hit]:
    """A post that can be asked has a text; the runner reports the files that have none."""
    yield from ()
