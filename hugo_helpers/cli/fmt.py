"""Write every shortcode call in one canonical form: spaces, quotes, order of parameters.

    {{< matomeQuote body="Hello" userName="ann" createdAt="" color="" >}}

No value is changed, no parameter added or left out, and nothing outside the tags is touched.
Calls that Hugo refuses are left alone: see matome check. Without a PATH all posts are formatted.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hugo_helpers.cli.options import add_site_options
from hugo_helpers.cli.session import Session
from hugo_helpers.cli.sites import Part, add_force_exclude, parts
from hugo_helpers.report.summary import count

if TYPE_CHECKING:
    import argparse

    from hugo_helpers.check.post import Post


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders")
    add_force_exclude(parser)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 if a file is to be formatted"
    )
    parser.add_argument(
        "--diff", action="store_true", help="write nothing; show what would change, and exit 1"
    )
    add_site_options(parser)


def run(args: argparse.Namespace) -> int:
    return max((_format(part, args) for part in parts(args)), default=0)


def _format(part: Part, args: argparse.Namespace) -> int:
    from hugo_helpers.check.post import Post
    from hugo_helpers.cli import stages
    from hugo_helpers.cli.diffs import show
    from hugo_helpers.cli.writer import Writer, sweep_beside

    session, paths = part
    dry = args.check or args.diff
    changed = failed = 0
    folders: set[Path] = set()
    with Writer(session) as writer:
        for item in stages.read(session, stages.files(session, paths)):
            if not isinstance(item, Post):
                session.say(f"{session.prefix}{item.name}:{item.row}:{item.column}: {item.message}")
                failed += 1
                continue
            sweep_beside(session, item.page.path, None if dry else folders)
            text = formatted(session, item)
            if text == item.text:
                continue
            changed += 1
            name = f"{session.prefix}{item.page.name}"
            if args.diff:
                show(item.text, text, name)
            elif args.check:
                session.say(f"{name}: to be formatted")
            else:
                writer.put(item, text)
    done = changed if dry else writer.written
    if done:
        session.say(f"{count(done, 'file')} {'to be formatted' if dry else 'formatted'}")
    return 1 if failed or writer.failed or (dry and changed) else 0


def formatted(session: Session, post: Post) -> str:
    """The text of a post with its calls in the canonical form; as it is where that cannot be."""
    from hugo_helpers.check.finding import Edit
    from hugo_helpers.check.fix_edits import applied
    from hugo_helpers.check.post import Post as Made
    from hugo_helpers.shortcodes.canonical import meaning, rewrites
    from hugo_helpers.site import content

    hugo = post.context.hugo
    edits = [Edit(*one) for one in rewrites(post.text, post.document, hugo)]
    if not edits:
        return post.text
    text = applied(post.text, edits)
    page = content.page(post.page.path, post.page.name, text, hugo)
    if meaning(Made(page, post.context).document) == meaning(post.document):
        return text
    session.say(
        f"{session.prefix}{post.page.name}: not formatted: a value would change; "
        "this is a defect of matome"
    )
    return post.text
