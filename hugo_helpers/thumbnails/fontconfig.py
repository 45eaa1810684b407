"""The fonts that the system knows, through fontconfig's `fc-list` or the usual file names."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FORMAT = "%{file}\t%{index}\t%{weight}\t%{slant}\t%{fullname}\n"
_BOLD = 200
_TIMEOUT = 20
# A title is set in a bold sans serif; what is none of that stands behind, and fonts whose
# glyphs are placeholders are no help at all.
_BEHIND = ("serif", "mincho", "ming", "song", "mono", "condensed", "narrow", "light", "thin")
_NEVER = ("lastresort", "last resort", "blank", "fallback", "unifont")
# Where there is no fontconfig: Japanese bold sans serifs of Windows, macOS and Linux.
_USUAL = (
    "opentype/noto/NotoSansCJK-Bold.ttc",
    "noto-cjk/NotoSansCJK-Bold.ttc",
    "google-noto-cjk/NotoSansCJK-Bold.ttc",
    "opentype/ipaexfont-gothic/ipaexg.ttf",
    "YuGothB.ttc",
    "meiryob.ttc",
    "msgothic.ttc",
    "ヒラギノ角ゴシック W6.ttc",
    "Hiragino Sans GB.ttc",
)


@dataclass(frozen=True, order=True)
class Face:
    """One face of a font file; `index` counts the faces of a collection from 0."""

    path: Path
    index: int = 0


@lru_cache(maxsize=16)
def candidates(pattern: str) -> tuple[Face, ...]:
    """The faces that match a fontconfig pattern (`:lang=ja`; all of them: `:`), best first.

    Best is upright, bold and sans serif; Japanese forms go before Korean and Chinese ones. Empty
    where there is no fontconfig. A font installed later is seen by the next process.
    """
    program = shutil.which("fc-list")
    if program is None:
        return ()
    try:
        answer = subprocess.run(
            [program, "--format", _FORMAT, pattern],
            capture_output=True,
            check=False,
            timeout=_TIMEOUT,
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ()
    ranked = sorted(_ranked(answer.decode("utf-8", "surrogateescape")))
    return tuple(face for _, face in ranked)


def _ranked(answer: str) -> Iterator[tuple[tuple[float, ...], Face]]:
    for line in answer.splitlines():
        fields = line.split("\t")
        if len(fields) != 5 or not fields[1].isdigit():
            continue
        file, index, weight, slant, name = fields
        name = name.lower()
        if any(word in name for word in _NEVER):
            continue
        rank = (
            float(slant not in ("0", "")),
            float(any(word.startswith(_BEHIND) or word.endswith(_BEHIND) for word in name.split())),
            # A variable font gives its weight as a range, and is drawn at its lightest.
            abs(_number(weight) - _BOLD),
            float(" jp" not in name),
        )
        yield rank, Face(Path(file), int(index))


def _number(weight: str) -> float:
    try:
        return float(weight)
    except ValueError:
        return 0.0


def usual() -> tuple[Face, ...]:
    """The Japanese fonts that systems bring, at their usual places, where they are."""
    folders = [Path("/System/Library/Fonts"), Path("/usr/share/fonts")]
    if "WINDIR" in os.environ:
        folders.insert(0, Path(os.environ["WINDIR"]) / "Fonts")
    paths = (folder / name for folder in folders for name in _USUAL)
    return tuple(Face(path) for path in paths if path.is_file())
