"""Who is left without a partner: what stands in the way, and the smallest change that helps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from telemaco.matching.binding import FULL, unmatched_mentee, unmatched_mentor
from telemaco.matching.chains import Chains, Rivalry, chains_of, rivalries
from telemaco.matching.changes import Change, Kind
from telemaco.matching.choosing import Choice
from telemaco.matching.full_mentors import FullMentors
from telemaco.matching.further_places import FurtherPlaces
from telemaco.matching.hours import Hours
from telemaco.matching.limits import all_limits
from telemaco.matching.participants import Participant
from telemaco.matching.phrases import all_or_count, several
from telemaco.matching.result import Competition, Unmatched
from telemaco.matching.scores import HIGHEST
from telemaco.matching.smallest import Candidates, smallest_change
from telemaco.matching.solving.problem import UNMATCHED, Integers
from telemaco.matching.table import Table
from telemaco.messages import Message, msg, msg_n

_BLOCK = 256


@dataclass(frozen=True, slots=True)
class Left:
    """Everybody without a partner, mentees first, and who competes for too few places."""

    unmatched: tuple[Unmatched, ...]
    competitions: tuple[Competition, ...]


def left_without(table: Table, choice: Choice, full: FullMentors) -> Left:
    """Who is left when pairs are made, beside full mentors; groups have reasons of their own."""
    rows = np.flatnonzero(choice.chosen == UNMATCHED)
    columns = np.setdiff1d(np.arange(len(table.mentors)), choice.chosen)
    chains = chains_of(choice)
    if chains is None:
        mentees = (
            _by_the_program(table, unmatched_mentee(table, row), table.mentees[row])
            for row in rows.tolist()
        )
        mentors = (
            _by_the_program(table, unmatched_mentor(table, column), table.mentors[column])
            for column in columns.tolist()
        )
        return Left((*mentees, *mentors), ())
    found = tuple(rivalries(choice, chains))
    search = _Search(table, choice, chains, found, full)
    unmatched = (*search.mentees(rows), *search.mentors(columns))
    return Left(unmatched, tuple(_competition(table, rivalry) for rivalry in found))


def _by_the_program(table: Table, left: Unmatched, one: Participant) -> Unmatched:
    """Somebody whom others fit: the number of pairs that the program takes binds."""
    if left.limit != FULL:
        return left
    most = table.terms.program.capacity.pairs or 0
    text = msg("capacity.pairs: {count}, one more than now", count=most + 1)
    return replace(
        left,
        limit="program",
        binding=msg_n("the program takes {count} pair", "the program takes {count} pairs", most),
        would_help=text,
        change=Change(Kind.PAIRS, text, one, None, table.terms),
    )


def _competition(table: Table, rivalry: Rivalry) -> Competition:
    return Competition(
        tuple(table.mentees[row].id for row in rivalry.mentees),
        tuple(table.mentors[column].id for column in rivalry.mentors),
        rivalry.places,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    """The search for what helps, for everybody who is left."""

    table: Table
    choice: Choice
    chains: Chains
    rivalries: Sequence[Rivalry]
    full: FullMentors

    def mentees(self, rows: Integers) -> Iterator[Unmatched]:
        """What is said of the mentees at these rows."""
        binding = {
            row: told
            for rivalry in self.rivalries
            for told in [self._rivals(rivalry)]
            for row in rivalry.mentees
        }
        places = FurtherPlaces(self.table, self.choice, self.full)
        for row, candidates in self._mentees_with_candidates(rows):
            left = unmatched_mentee(self.table, row)
            left = replace(left, binding=binding.get(row, left.binding))
            place = places.serving(row)
            yield self._helped(left, replace(candidates, place=place))

    def mentors(self, columns: Integers) -> Iterator[Unmatched]:
        """What is said of the mentors at these columns."""
        for column, candidates in self._mentors_with_candidates(columns):
            yield self._helped(unmatched_mentor(self.table, column), candidates)

    def _helped(self, left: Unmatched, candidates: Candidates) -> Unmatched:
        """Nothing helps where the program takes no more pairs than there are."""
        change = None if self.choice.is_full else smallest_change(candidates)
        return replace(left, would_help=change.text, change=change) if change else left

    def _mentees_with_candidates(self, rows: Integers) -> Iterator[tuple[int, Candidates]]:
        """Each with the mentors from whom a free place can be reached."""
        table, at = self.table, np.flatnonzero(self.chains.givers)
        others = [table.mentors[column] for column in at.tolist()]
        hours = Hours(others)
        for begin in range(0, len(rows), _BLOCK):
            some = rows[begin : begin + _BLOCK].tolist()
            barred = all_limits([table.mentees[row] for row in some], others, table.terms)
            for row, limits in zip(some, barred, strict=True):
                yield (
                    row,
                    Candidates(
                        one=table.mentees[row],
                        is_mentee=True,
                        others=others,
                        barred=limits,
                        scores=table.scores[row, at],
                        enough=_enough(self.choice, np.full_like(at, row), at),
                        hours=hours,
                        terms=table.terms,
                        of_everybody=self.choice.most_are_wanted,
                    ),
                )

    def _mentors_with_candidates(self, columns: Integers) -> Iterator[tuple[int, Candidates]]:
        """Each with the mentees whose leaving their mentor would serve somebody left out."""
        table, at = self.table, np.flatnonzero(self.chains.seekers)
        others = [table.mentees[row] for row in at.tolist()]
        hours = Hours(others)
        for begin in range(0, len(columns), _BLOCK):
            some = columns[begin : begin + _BLOCK].tolist()
            barred = all_limits(others, [table.mentors[column] for column in some], table.terms)
            for column, limits in zip(some, barred.T, strict=True):
                yield (
                    column,
                    Candidates(
                        one=table.mentors[column],
                        is_mentee=False,
                        others=others,
                        barred=limits,
                        scores=table.scores[at, column],
                        enough=_enough(self.choice, at, np.full_like(at, column)),
                        hours=hours,
                        terms=table.terms,
                        of_everybody=self.choice.most_are_wanted,
                    ),
                )

    def _rivals(self, rivalry: Rivalry) -> Message:
        table = self.table
        return msg_n(
            "{mentees} compete for {count} place with {mentors}",
            "{mentees} compete for {count} places with {mentors}",
            rivalry.places,
            mentees=all_or_count([table.mentees[row].person.name for row in rivalry.mentees]),
            mentors=several([table.mentors[column].person.name for column in rivalry.mentors]),
        )


def _enough(choice: Choice, rows: Integers, columns: Integers) -> Integers:
    """The score from which on each pair would be made; it matters to the largest total only."""
    solution = choice.solution
    if solution is None or choice.most_are_wanted:
        return np.zeros_like(rows)
    unit = solution.costs.unit
    spare = solution.prices.left_out[rows] - solution.places.next_costs(choice.taken)[columns]
    enough: Integers = np.maximum(0, HIGHEST - (spare - unit) // unit)
    return enough
