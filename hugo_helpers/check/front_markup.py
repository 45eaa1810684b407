"""Whether Hugo renders a post in its language."""

from hugo_helpers.check.post import Post
from hugo_helpers.check.site_settings import mentions
from hugo_helpers.site import markup, patterns
from hugo_helpers.site.markup import Language


def refusal(post: Post, language: Language) -> str:
    """Why Hugo stops at this post in a language; empty where it does not.

    Of a program that the configuration allows we do not ask whether this machine has it.
    """
    site, hugo = post.context.site, post.context.hugo
    allowed = site.allow_content
    if markup.denied(language, allowed, hugo) and (
        allowed is not None or not mentions(site, "allowContent")
    ):
        return f"`security.allowContent` does not allow text/{language}"
    names = markup.programs(language, hugo)
    if names:
        runs = any(patterns.permits(site.allow_programs, name) for name in names)
        if not runs and not any(mentions(site, name) for name in names):
            return f"`security.exec.allow` does not allow {names[0]}"
    return ""
