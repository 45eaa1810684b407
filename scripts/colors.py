"""Draw the palette for the docs: docs/images/colors.svg."""

from __future__ import annotations

import sys
from pathlib import Path

from hugo_helpers.colors.chart import chart
from hugo_helpers.write import write_if_changed

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "images" / "colors.svg"


def main() -> int:
    if write_if_changed(PICTURE, chart().encode()):
        print(PICTURE.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
