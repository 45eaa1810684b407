"""Versions of Hugo, and what changed from one to the next."""

Version = tuple[int, int, int]

OLDEST: Version = (0, 111, 3)
NEWEST: Version = (0, 168, 0)

STRICT: Version = (0, 123, 0)
"""From here on wrong dates, tables and kinds stop a build, also those of drafts; a file may start
with markup."""
CONTEXT_MARKS: Version = (0, 125, 0)
"""From here on `{{__hugo_ctx …}}` in a text is a mark of Hugo's own."""
INDENTED_MARKS: Version = (0, 160, 0)
"""From here on such a mark counts where it begins a line of indented code, too."""
OTHER_YAML: Version = (0, 152, 0)
"""From here on YAML is read by another parser: keys must not repeat, and much else passes."""
TOML_SECOND_60: Version = (0, 161, 0)
"""From here on a second 60 is none."""
TOML_1_1: Version = (0, 164, 0)
"""From here on TOML 1.1: inline tables over several lines, `\\x`, times without seconds."""
WIDE_SPACE: Version = (0, 163, 3)
"""From here on vertical tabs and form feeds are white space."""
MOUNT_FILES: Version = (0, 153, 0)
"""From here on `files` of a mount says which it takes; until 0.168 also `includeFiles` and
`excludeFiles`."""
GLOB_1: Version = (0, 166, 0)
"""From here on globs are read by gobwas/glob 1.0."""
