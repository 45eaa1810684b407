"""What stops Hugo in the fields of a front matter, and what does not: asked of the binaries."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hugo_helpers.check.catalogue import RULES
from hugo_helpers.check.post import Post
from hugo_helpers.site import content
from hugo_helpers.site.versions import Version
from tests.site.test_front_oracle import SITE, TABLES
from tests.support.hugo import build, version_of, write_files
from tests.support.marked import CONTEXT, ROOT

CODES = ("H102", "H124", "H125", "H126", "H127", "H128")
PAGES = {name: f"+++\n{text}\n+++\nbody\n" for name, text in TABLES["fields"].items()}


def is_refused(text: str, hugo: Version) -> bool:
    page = content.page(ROOT / "a.md", "content/a.md", text, hugo)
    post = Post(page, CONTEXT._replace(hugo=hugo))
    return any(next(check(post), None) for code in CODES if (check := RULES[code].body.post))


def stops(hugo: Path, folder: Path, pages: list[str], runs: int = 1) -> bool:
    """Whether one of so many runs stops: of what makes Hugo panic it loses sight now and then."""
    named = {f"content/p{number}.md": text for number, text in enumerate(pages)}
    write_files(folder, {**SITE, **named})
    return any(build(folder, hugo, "--quiet").code != 0 for _ in range(runs))


@pytest.mark.hugo
@pytest.mark.timeout(180)
def test_sites_of_one_field(hugo: Path, tmp_path: Path) -> None:
    """What we take is built in one site; of what we refuse every other case has one of its own."""
    major, minor, patch = (int(part) for part in version_of(hugo).split("."))
    ours = {name: is_refused(text, (major, minor, patch)) for name, text in PAGES.items()}
    taken = [PAGES[name] for name, refused in ours.items() if not refused]
    assert len(taken) > 150
    assert not stops(hugo, tmp_path / "taken", taken)
    wrong = [name for name, refused in ours.items() if refused][:: 2 if minor > 111 else 1]
    with ThreadPoolExecutor(2) as pool:
        pages = [(tmp_path / str(number), [PAGES[name]]) for number, name in enumerate(wrong)]
        found = list(pool.map(lambda one: stops(hugo, *one, runs=4), pages))
    assert [name for name, stopped in zip(wrong, found, strict=True) if not stopped] == []
    assert len(wrong) > 30
