"""Local search for better slots: one speaker at a time, whoever gains most first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from heapq import heappop, heappush

from hugo_helpers.colors.weight import MOVE, cost_of, leaving, unpack

_MOVES_PER_SPEAKER = 20

Relation = tuple[Sequence[Collection[int]], Sequence[int]]
"""For each speaker those who stand in a (symmetric) relation, and what that costs: for each slot
the row of costs it puts on them."""


class Descent:
    """The slots of a cast, changed step by step for a lower cost.

    Every step lowers one sum of costs over the whole thread, so that the search ends; a thread
    made to delay it is cut short after `_MOVES_PER_SPEAKER` steps for each speaker.
    """

    def __init__(
        self,
        home: Sequence[int],
        slots: Sequence[int],
        relations: Sequence[Relation],
        frozen: Collection[int] = (),
    ) -> None:
        """`home` holds the slot that each speaker leaves at a cost, `slots` where they are now.

        The costs of those `frozen` from the start are never known.
        """
        self.slots = list(slots)
        self.frozen = frozen
        """Speakers who keep their slot."""
        self._home = home
        self._relations = relations
        stay = leaving()
        self._costs = [stay[slot] for slot in home]
        for others, rows in relations:
            for speaker, related in enumerate(others):
                if speaker not in frozen:
                    self._costs[speaker] += sum([rows[self.slots[other]] for other in related])

    def costs(self, speaker: int) -> Sequence[int]:
        """What each slot would cost `speaker` as all others stand."""
        return unpack(self._costs[speaker])

    def cost(self, speaker: int) -> int:
        """What the slot of `speaker` costs."""
        return cost_of(self._costs[speaker], self.slots[speaker])

    def settle(self, speakers: Iterable[int]) -> int:
        """Let `speakers`, and whoever is affected, take better slots; return the cost saved."""
        best: dict[int, tuple[int, int]] = {}
        heap: list[tuple[int, int]] = []
        self._look(speakers, best, heap)
        saved, left = 0, _MOVES_PER_SPEAKER * len(self.slots)
        while heap and left:
            gain, speaker = (-part for part in heappop(heap))
            if best.get(speaker, (0, 0))[0] != gain:
                continue
            saved += gain
            left -= 1
            self._take(speaker, best.pop(speaker)[1])
            for others, _ in self._relations:
                self._look(others[speaker], best, heap)
        return saved

    def kick(self, speaker: int, slot: int) -> bool:
        """Put `speaker` on `slot`, settle the others around it, and say whether that is better
        than it was; if not, all is as it was."""
        slots, costs = self.slots[:], self._costs[:]
        own = self.costs(speaker)
        price = own[slot] - own[self.slots[speaker]]
        frozen, self.frozen = self.frozen, {*self.frozen, speaker}
        self._take(speaker, slot)
        for others, _ in self._relations:
            price -= self.settle(others[speaker])
        self.frozen = frozen
        if price < 0:
            return True
        self.slots, self._costs = slots, costs
        return False

    def _look(
        self, speakers: Iterable[int], best: dict[int, tuple[int, int]], heap: list[tuple[int, int]]
    ) -> None:
        for speaker in speakers:
            if speaker in self.frozen:
                continue
            slot, row = self.slots[speaker], self._costs[speaker]
            if slot == self._home[speaker] and cost_of(row, slot) < MOVE:
                best.pop(speaker, None)
                continue
            costs = unpack(row)
            least = min(costs)
            gain = costs[slot] - least
            if gain:
                best[speaker] = (gain, costs.index(least))
                heappush(heap, (-gain, -speaker))
            else:
                best.pop(speaker, None)

    def _take(self, speaker: int, slot: int) -> None:
        before, self.slots[speaker] = self.slots[speaker], slot
        costs = self._costs
        for others, rows in self._relations:
            change = rows[slot] - rows[before]
            for other in others[speaker]:
                costs[other] += change
