"""How much two members of a group share: what they want to learn and to reach.

Of 1000, like the criteria: skills are the part of one's wishes that the other has, too, a related
skill counting 600; goals are those of the criterion of the same name. Both are the mean of both
directions, and weigh as they do in the program.
"""

from collections.abc import Sequence

import numpy as np

from telemaco.matching import goals
from telemaco.matching.participants import UNSAID, Matrix, Participant, Terms
from telemaco.matching.scores import weights_of

_FULL = 1000
_RELATED = 600


def likeness(people: Sequence[Participant], terms: Terms) -> Matrix | None:
    """How much every two people share; None when neither skills nor goals count."""
    weights = weights_of(terms)
    total = weights["skills"] + weights["goals"]
    if not total:
        return None
    sought = _sought_by_both(people, terms) * weights["skills"]
    shared = goals.rows(people, people, terms)(slice(0, len(people)))
    wanted = shared.astype(np.int32) * weights["goals"]
    one_way = sought + wanted
    found: Matrix = (one_way + one_way.T) // (2 * total)
    np.fill_diagonal(found, 0)
    return found


def _sought_by_both(people: Sequence[Participant], terms: Terms) -> Matrix:
    """The part of the wishes of each (row) that another (column) has."""
    found = np.full((len(people), len(people)), UNSAID, np.int32)
    wishes = [{wish.skill for wish in one.person.seeks} for one in people]
    near = [mine.union(*(terms.related.get(skill, ()) for skill in mine)) for mine in wishes]
    for row, mine in enumerate(wishes):
        for column, theirs in enumerate(wishes):
            if mine and theirs:
                related = (mine & near[column]) - theirs
                met = len(mine & theirs) * _FULL + len(related) * _RELATED
                found[row, column] = met // len(mine)
    return found
