"""`python -m hugo_helpers` is the `matome` command."""

from hugo_helpers.cli import run

run()
