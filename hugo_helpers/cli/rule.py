"""Explain a rule: what it finds, why that matters, and how to mend it. Without a code: list all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hugo_helpers.cli import Refused, refusing

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", nargs="?", help="a code or a name: T203, cut-link")
    parser.add_argument("--all", action="store_true", help="explain every rule")


def run(args: argparse.Namespace) -> int:
    from hugo_helpers.check.catalogue import RULES
    from hugo_helpers.check.explain import page
    from hugo_helpers.check.selection import chosen

    if args.all and args.code:
        raise Refused("a code or --all, not both (see matome rule --help)")
    if args.code:
        with refusing():
            explained = chosen([args.code])
    else:
        explained = tuple(RULES)
    if args.code or args.all:
        print("\n\n".join(page(rule).rstrip() for rule in explained))
    else:
        for rule in explained:
            print(f"{rule.code}  {rule.severity:<8}{rule.name:<28}{rule.body.what}")
    return 0
