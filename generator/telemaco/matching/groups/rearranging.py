"""Circles that are made better by one change after another, as long as any helps."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from telemaco.matching.groups.peers import Circle, Peers

Change = Mapping[int, Circle]
"""The circles that change, by their position; one beyond the last is new, an empty one ends."""

_MOST_TRIED = 50_000
"""Changes that are tried for every way to begin."""


def rearranged(peers: Peers, begun: Sequence[Circle]) -> list[Circle]:
    """Circles after every change that made them better, one at a time."""
    arranged = _Arranged(peers, begun)
    while arranged.tried < _MOST_TRIED and arranged.is_changed():
        pass
    return arranged.found


class _Arranged:
    """Circles that change as long as it makes them better."""

    def __init__(self, peers: Peers, begun: Sequence[Circle]) -> None:
        self._peers = peers
        self.found = list(begun)
        self.tried = 0

    def is_changed(self) -> bool:
        """Go through all changes once and make those that help; whether any did."""
        is_changed = False
        while any(self._make(change) for change in self._taking_in()):
            is_changed = True
        for to in range(1, len(self.found)):
            for at in range(to):
                while any(self._make(change) for change in self._between(at, to)):
                    is_changed = True
        self.found = [circle for circle in self.found if circle]
        return is_changed

    def _make(self, change: Change) -> bool:
        """Make a change if it helps and can be."""
        self.tried += 1
        old = [self.found[at] for at in change if at < len(self.found)]
        new = [circle for circle in change.values() if circle]
        if self._peers.value(new) <= self._peers.value([circle for circle in old if circle]):
            return False
        if not all(map(self._peers.can_meet, new)):
            return False
        for at, circle in change.items():
            self.found[at : at + 1] = [circle]
        return True

    def _between(self, at: int, to: int) -> Iterator[Change]:
        """Two members of two circles change places, or one goes over, or the circles are joined."""
        one, other = self.found[at], self.found[to]
        if not one or not other:
            return
        if len(one) + len(other) <= self._peers.most:
            yield {at: (), to: tuple(sorted(one + other))}
        for giving, taking in ((at, to), (to, at)):
            if self._can_give(giving) and self._can_take(taking):
                for member in self.found[giving]:
                    yield self._move(member, giving, taking)
        for member, two in self._gaining(one, other):
            yield {
                at: _with(_without(one, member), two),
                to: _with(_without(other, two), member),
            }

    def _gaining(self, one: Circle, other: Circle) -> Iterator[tuple[int, int]]:
        """Members of two circles whose scores with the others are higher when they change places.

        What a circle of one counts is nothing, before and after.
        """
        peers = self._peers
        part, rest = max(1, len(one) - 1), max(1, len(other) - 1)
        stay = {person: peers.with_others(person, one) for person in (*one, *other)}
        go = {person: peers.with_others(person, other) for person in (*one, *other)}
        for member in one:
            for two in other:
                both = peers.with_others(member, (two,))
                here, there = stay[two] - both - stay[member], go[member] - both - go[two]
                if here * rest + there * part > 0:
                    yield member, two

    def _taking_in(self) -> Iterator[Change]:
        """Somebody who is left joins a circle, takes a place in it, or begins a new one."""
        placed = {one for circle in self.found for one in circle}
        left = [one for one in range(len(self._peers.shared)) if one not in placed]
        for one in left:
            for at, circle in enumerate(self.found):
                if self._can_take(at):
                    yield {at: _with(circle, one)}
        for one in left:
            yield from self._taking_a_place(one)
        if left and (self._peers.circles is None or len(self.found) < self._peers.circles):
            yield from self._beginning(left)

    def _taking_a_place(self, one: int) -> Iterator[Change]:
        """Somebody takes the place of a member who goes to another circle, or has waited less."""
        waited = self._peers.waited
        for at, circle in enumerate(self.found):
            for member in circle:
                for to in range(len(self.found)):
                    if to != at and self._can_take(to):
                        moved = dict(self._move(member, at, to))
                        yield {**moved, at: _with(moved[at], one)}
                if waited[one] > waited[member]:
                    yield {at: _with(_without(circle, member), one)}

    def _beginning(self, left: Sequence[int]) -> Iterator[Change]:
        """A new circle of people who are left, if need be with a member of another one."""
        peers, new = self._peers, len(self.found)
        for circle in combinations(left, peers.least):
            yield {new: circle}
            if self.tried > _MOST_TRIED:
                return
        for circle in combinations(left, peers.least - 1):
            for at, giving in enumerate(self.found):
                for member in giving if self._can_give(at) else ():
                    yield {at: _without(giving, member), new: _with(circle, member)}
            if self.tried > _MOST_TRIED:
                return

    def _move(self, member: int, at: int, to: int) -> Change:
        return {at: _without(self.found[at], member), to: _with(self.found[to], member)}

    def _can_give(self, at: int) -> bool:
        return len(self.found[at]) > self._peers.least

    def _can_take(self, to: int) -> bool:
        return 0 < len(self.found[to]) < self._peers.most


def _with(circle: Circle, one: int) -> Circle:
    return tuple(sorted((*circle, one)))


def _without(circle: Circle, one: int) -> Circle:
    return tuple(other for other in circle if other != one)
