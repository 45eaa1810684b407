"""What benchmarks work on, under build/: sites, and the peers that they are compared with."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks import corpus

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
CACHE = BUILD / "bench-cache"
PEERS = BUILD / "bench-peers"
MATOME = Path(sys.executable).with_name("matome")


def environment() -> dict[str, str]:
    """For the commands that are timed: compiled modules are kept, as on any user's machine."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"MATOME_CACHE": str(CACHE)}


def site(posts: int = corpus.POSTS) -> Path:
    """The folder of a synthetic site with so many posts; made anew only when its making changed."""
    folder = BUILD / f"bench-site-{posts}"
    stamp = folder / "made-by"
    made = hashlib.sha256(Path(corpus.__file__).read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text(encoding="ascii") != made:
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([MATOME, "init", folder], check=True, stdout=subprocess.DEVNULL)
        corpus.make(folder, posts)
        stamp.write_text(made, encoding="ascii")
    return folder


def rumdl() -> Path:
    """rumdl of PyPI, in an environment of its own."""
    program = PEERS / "bin" / "rumdl"
    if not program.exists():
        subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
        subprocess.run([PEERS / "bin" / "pip", "install", "--quiet", "rumdl"], check=True)
    return program


def markdownlint() -> Path | None:
    """markdownlint-cli2 of npm; None where there is no npm."""
    return _of_npm("markdownlint-cli2", "markdownlint-cli2")


def lighthouse() -> Path | None:
    """Lighthouse of npm, the last that runs on Node 18; None where there is no npm."""
    return _of_npm("lighthouse@12", "lighthouse")


def satori() -> Path | None:
    """The folder of satori and resvg of npm; None where there is no npm."""
    folder = BUILD / "bench-satori"
    _install(folder, "satori/package.json", "satori@0", "@resvg/resvg-js@2")
    return folder if (folder / "node_modules" / "satori").exists() else None


def _of_npm(package: str, name: str) -> Path | None:
    folder = BUILD / "bench-node"
    program = folder / "node_modules" / ".bin" / name
    _install(folder, f".bin/{name}", package)
    return program if program.exists() else None


def _install(folder: Path, name: str, *packages: str) -> None:
    """Install packages of npm, unless the file `name` of theirs is there."""
    npm = shutil.which("npm")
    if npm is not None and not (folder / "node_modules" / name).exists():
        folder.mkdir(parents=True, exist_ok=True)
        words = [npm, "install", "--silent", "--no-save", "--prefix", folder, *packages]
        subprocess.run(words, check=True)
