"""Many cards, drawn one after another or in several processes: the same bytes either way."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from hugo_helpers import jobs
from hugo_helpers.thumbnails import background
from hugo_helpers.thumbnails.card import SIZE, Card, Drawn, draw
from hugo_helpers.thumbnails.fonts import Fonts

# So many cards are drawn before a second process has started.
_WORTH_A_PROCESS = 12


@dataclass(frozen=True)
class Studio:
    """Draws cards with these fonts, each in these smaller widths too."""

    fonts: Fonts
    widths: tuple[int, ...] = ()

    def __call__(self, card: Card) -> tuple[Drawn, str]:
        """A drawn card, and what was wrong with its image, which it then does without."""
        try:
            return draw(card, self.fonts, SIZE, self.widths), ""
        except (ValueError, OSError) as error:
            if card.background.image is None:
                raise
            plain = replace(card, background=background.speakers(card.band))
            return draw(plain, self.fonts, SIZE, self.widths), str(error)

    def all(self, cards: Sequence[Card], processes: int) -> Generator[tuple[Drawn, str]]:
        """Each of the cards in order. Raises ChildProcessError when a process is killed."""
        processes = min(processes, len(cards) // _WORTH_A_PROCESS)
        if processes < 2:
            yield from map(self, cards)
            return
        with closing(jobs.spread(self, cards, processes)) as drawn:
            yield from drawn
