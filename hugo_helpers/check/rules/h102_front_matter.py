"""H102: front matter that Hugo refuses."""

from collections.abc import Iterator

from hugo_helpers.check.post import Post
from hugo_helpers.check.rule import Hit, rule


@rule(
    "H102",
    what="The front matter is never closed, or is not TOML, YAML or JSON that Hugo can read.",
    why=(
        "Hugo stops at the first such file and builds nothing. What is valid depends on its "
        "version: from 0.152 on a key must not stand twice in YAML, from 0.164 on TOML 1.1 is read."
    ),
    bad="+++\ntitle = S1 beats R1\n+++",
    good="+++\ntitle = 'S1 beats R1'\n+++",
    how="Mend the line that the finding shows; quote text that holds signs.",
)
def front_matter(post: Post) -> Iterator[Hit]:
    problem = post.front.problem
    if problem is not None:
        yield Hit(problem.start, problem.end, problem.message)
