"""Circles of peers who all fit one another: good ones, quickly, but not proven the best."""

from collections.abc import Sequence

import numpy as np

from telemaco.matching.participants import Mask, Matrix


def circles(
    scores: Matrix, allowed: Mask, least: int, most: int, groups: int | None
) -> list[list[int]]:
    """The positions of each circle's members; whoever is in none could not be placed.

    `scores` and `allowed` are of people with themselves; what counts for two is the mean of
    both directions, and both must be allowed. The people are spread over as few circles as
    `most` allows, of even size. Each circle starts with the one who fits the fewest others and
    takes, one after another, the one who fits all its members and has the largest sum of
    scores with them. A circle that does not reach `least` is given up and its first member is
    left out.
    """
    fits = allowed & allowed.T
    both = scores + scores.T
    waiting = list(range(len(scores)))
    found: list[list[int]] = []
    while len(waiting) >= least and (groups is None or len(found) < groups):
        size = -(-len(waiting) // -(-len(waiting) // most))
        circle = _grow(waiting, fits, both, max(least, size))
        gone = circle if len(circle) >= least else circle[:1]
        waiting = [one for one in waiting if one not in gone]
        if len(circle) >= least:
            found.append(sorted(circle))
    return found


def _grow(waiting: Sequence[int], fits: Mask, both: Matrix, size: int) -> list[int]:
    choices = fits[np.ix_(waiting, waiting)].sum(axis=1)
    circle = [waiting[int(choices.argmin())]]
    while len(circle) < size:
        able = [one for one in waiting if one not in circle and fits[one, circle].all()]
        if not able:
            break
        circle.append(max(able, key=lambda one: (int(both[one, circle].sum()), -one)))
    return circle
