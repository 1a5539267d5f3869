"""The groups of a program: who leads and who could meet when, then who is with whom."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from telemaco.matching.choosing import Choice, choose, rechosen
from telemaco.matching.groups.branch import Branch, Field, groups_in, trouble_of
from telemaco.matching.groups.co_mentors import Leaders, with_co_mentors
from telemaco.matching.groups.company import company_of
from telemaco.matching.groups.joining import joined
from telemaco.matching.groups.likeness import likeness
from telemaco.matching.groups.search import Found, best_groups
from telemaco.matching.groups.swaps import Swapped, swapped
from telemaco.matching.solving.problem import UNMATCHED, Integers
from telemaco.matching.solving.stable import Positions
from telemaco.matching.table import Table


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    """Groups that can meet: `choice` has the mentor who leads for every mentee.

    `leaders` are all mentors of every group, the one who leads first; `found` is what the search
    found, `swapped` what changing places brought, `field` what the groups were looked for in.
    """

    choice: Choice
    leaders: Leaders
    found: Found
    swapped: Swapped
    field: Field

    @property
    def groups(self) -> Mapping[int, list[int]]:
        """The mentees of every group, by the mentor who leads it."""
        return groups_in(self.choice.chosen)


def form_groups(table: Table, most: int | None, seed: str) -> Grouping:
    """The groups of a table's people, `most` of them at most (None: any number).

    First it is searched which mentors lead a group and at which anchor, so that as many people
    as possible have one. Then who is with whom is chosen exactly, by the program's objective.
    Then members change places where they share more, except where pairs are to be stable; and
    mentors who are left help where the program allows it.
    """
    field = Field(company_of(table, most), seed)
    found = best_groups(field)
    branch = _anchored(field, found.chosen)
    choice = _choice(field, branch, found)
    matching, terms = table.terms.program.matching, table.terms
    is_stable = matching.objective == "stable"
    like = None if is_stable else likeness(table.mentees, terms)
    chosen = joined(field, choice.chosen, moves=not is_stable)
    swap = swapped(field.company, like, chosen, spread=matching.spread == "even")
    chosen = joined(field, swap.chosen, moves=not is_stable)
    leaders = with_co_mentors(field.company, groups_in(chosen))
    ahead = np.array([*range(field.problem.mentors), UNMATCHED], np.int64)
    for column, mentors in leaders.items():
        ahead[column] = mentors[0]
    led = {mentors[0]: mentors for mentors in leaders.values()}
    chosen = ahead[chosen]
    choice = rechosen(choice, table, field.allowed(branch), seed, chosen)
    choice = replace(choice, blocking=_of_other_groups(choice, led))
    return Grouping(choice, dict(sorted(led.items())), found, swap, field)


def _of_other_groups(choice: Choice, led: Leaders) -> Positions:
    """The mentees and mentors who block the choice, but for the mentors of a mentee's own group."""
    is_own = [
        column in led.get(int(choice.chosen[row]), ()) for row, column in choice.blocking.tolist()
    ]
    others: Positions = choice.blocking[~np.array(is_own, bool)]
    return others


def _anchored(field: Field, chosen: Integers) -> Branch:
    """Every group at an anchor of its mentor's that holds all its mentees, of these the largest."""
    options: list[tuple[int, ...]] = [()] * field.problem.mentors
    groups = groups_in(chosen)
    for column, rows in groups.items():
        holding = field.anchors[column][:, rows].all(axis=1)
        options[column] = (int(holding.argmax()),)
    return Branch(tuple(options), frozenset(groups))


def _choice(field: Field, branch: Branch, found: Found) -> Choice:
    """The best members at the anchors; those of the search where that would serve fewer."""
    table, company = field.company.table, field.company
    while True:
        needs = np.zeros(field.problem.mentors, np.int64)
        needs[list(branch.opened)] = company.least
        allowed = field.allowed(branch)
        choice = choose(table, allowed, None, field.seed, needs)
        trouble = trouble_of(field, branch, choice.chosen)
        if trouble.small:
            branch = branch.without(trouble.small[:1])
        elif trouble.odds:
            odds = {(one, column) for one, _, column in trouble.odds}
            branch = replace(branch, barred=branch.barred | odds)
        else:
            break
    fewer = field.value(choice.chosen)[:2] < found.value[:2]
    if fewer and table.terms.program.matching.objective != "stable":
        return rechosen(choice, table, allowed, field.seed, found.chosen)
    return choice
