"""The places of mentors: how many of them can be of use, and what each costs."""

from dataclasses import dataclass

import numpy as np

from telemaco.matching.solving.costs import Costs
from telemaco.matching.solving.problem import Integers, place_costs


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """`useful` places of every mentor; the cost of the next ones in a row each, in units."""

    useful: Integers
    costs: Integers

    @property
    def owners(self) -> Integers:
        """The mentor of every place."""
        return np.repeat(np.arange(len(self.useful)), self.useful)

    @property
    def each(self) -> Integers:
        """The cost of every place."""
        owners = self.owners
        within = np.arange(len(owners)) - np.searchsorted(owners, owners)
        costs: Integers = self.costs[owners, within]
        return costs

    def next_costs(self, taken: Integers) -> Integers:
        """The cost of one more place with every mentor beyond those that are taken."""
        return self.costs[np.arange(len(taken)), taken]

    def last_costs(self, taken: Integers) -> Integers:
        """The cost of the last place that is taken with every mentor; of the first if none is."""
        return self.costs[np.arange(len(taken)), np.maximum(taken - 1, 0)]


def places_of(costs: Costs) -> Places:
    """The places of a problem: no mentor has more of use than there are mentees for them."""
    problem = costs.problem
    fitting = costs.allows(problem.scores).sum(axis=0)
    useful = np.minimum(problem.room, fitting)
    widest = int(useful.max(initial=0)) + 1
    return Places(useful, place_costs(problem, costs.levels, widest) * costs.unit)
