"""Which figures would tell on few people, and which others would tell these by subtraction."""

from collections.abc import Collection, Sequence

from telemaco.records.base import PersonId


def hidden(groups: Sequence[Collection[PersonId]], few: int) -> frozenset[int]:
    """The places of the groups of which nothing may be told, when their sum is.

    Groups of somebody, but fewer than `few`; and where those left out are still fewer than that
    together, the smallest of the others, too (complementary suppression). Of groups of one size
    the first goes.
    """
    sizes = [len(group) for group in groups]
    left_out = [place for place, size in enumerate(sizes) if 0 < size < few]
    others = sorted(
        (place for place, size in enumerate(sizes) if size >= few),
        key=lambda place: (sizes[place], place),
    )
    while others and 0 < len({one for place in left_out for one in groups[place]}) < few:
        left_out.append(others.pop(0))
    return frozenset(left_out)


def shown_steps(counts: Sequence[int], few: int, weights: Sequence[int]) -> frozenset[int]:
    """The places of a falling or rising row of counts that may be told side by side.

    A count is told if it is nobody or at least `few`, and if so is its difference from each
    count that is told: whoever falls away between two of them is then never one of few. Of all
    such sets it is the one of the greatest weight; of equals the one that begins earliest.
    """
    best: list[tuple[int, tuple[int, ...]]] = []
    for place, count in enumerate(counts):
        before = [
            best[other]
            for other in range(place)
            if best[other][0] and _is_step(counts[other] - count, few)
        ]
        weight, chain = max(before, key=lambda found: found[0], default=(0, ()))
        best.append((weight + weights[place], (*chain, place)) if _is_step(count, few) else (0, ()))
    return frozenset(max(best, key=lambda found: found[0], default=(0, ()))[1])


def _is_step(difference: int, few: int) -> bool:
    return difference == 0 or abs(difference) >= few
