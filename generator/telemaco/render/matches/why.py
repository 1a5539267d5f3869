"""Why two people were not paired, in sentences."""

from collections.abc import Iterator
from typing import assert_never

from telemaco.matching.why import Contented, Moved, Why
from telemaco.messages import Message, msg, msg_n
from telemaco.ports import Translator
from telemaco.render.matches.names import Names

_POINTS = 1000
_SHOWN = 3


def why_as_text(found: Why, names: Names, translator: Translator) -> str:
    """The answer in a few lines."""
    return "".join(f"{translator.text(line)}\n" for line in _lines(found, names))


def _lines(found: Why, names: Names) -> Iterator[Message]:
    own = found.own
    people = {
        "mentee": names.person(own.mentee),
        "mentor": names.person(own.new) if own.new else "",
    }
    if found.forbidden:
        yield msg(
            "{mentee} and {mentor} cannot be paired: {limit}", **people, limit=found.forbidden
        )
        return
    if own.old == own.new:
        yield msg("{mentee} and {mentor} are paired in this matching.", **people)
        return
    yield msg("{mentee} and {mentor} would score {score}.", **people, score=_points(own.new_score))
    yield _now(own, names)
    if found.floor is not None:
        yield msg(
            "That is below {floor}, nine tenths of the best that can be reached for whoever scores "
            "least. Nobody is to fall under it.",
            floor=_points(found.floor),
        )
    yield from _others(found, names)


def _now(own: Moved, names: Names) -> Message:
    if own.old is None:
        return msg("Now {mentee} has no mentor.", mentee=names.person(own.mentee))
    return msg(
        "Now {mentee} is with {mentor}, with {score}.",
        mentee=names.person(own.mentee),
        mentor=names.person(own.old),
        score=_points(own.old_score),
    )


def _others(found: Why, names: Names) -> Iterator[Message]:
    for contented in found.contented:
        yield _stays(contented, names)
    if found.cost is None:
        if not found.contented:
            yield msg(
                "There is no price for it: nobody could make room for the pair, or the groups "
                "were settled first."
            )
        return
    for moved in found.others[:_SHOWN]:
        yield _move(moved, names)
    if len(found.others) > _SHOWN:
        yield msg_n(
            "{count} more would have to change.",
            "{count} more would have to change.",
            len(found.others) - _SHOWN,
        )
    if found.cost.first > 0:
        yield msg_n(
            "{count} person who comes first would have nobody.",
            "{count} people who come first would have nobody.",
            found.cost.first,
        )
    if found.cost.left_out > 0:
        yield msg_n(
            "One more person would be left without a mentor.",
            "{count} more people would be left without a mentor.",
            found.cost.left_out,
        )
    elif found.cost.first <= 0:
        yield msg(
            "Together the program would lose {points} of the 100 points of a pair.",
            points=round(found.cost.points / _POINTS, 1),
        )


def _stays(one: Contented, names: Names) -> Message:
    facts = {"person": names.person(one.person), "other": names.person(one.has)}
    match one.reason:
        case "asked":
            return msg("{person} asked for {other} and would not give them up.", **facts)
        case "score":
            facts |= {"score": _points(one.score)}
            return msg("{person} has {other}, with {score}, which is a better fit.", **facts)
        case "draw":
            return msg("{person} has {other}, who fits as well; the draw decided.", **facts)
        case _:
            assert_never(one.reason)


def _move(moved: Moved, names: Names) -> Message:
    facts = {"mentee": names.person(moved.mentee), "score": _points(moved.old_score)}
    if moved.new is None:
        return msg("{mentee}, now at {score}, would have no mentor.", **facts)
    facts |= {"mentor": names.person(moved.new), "other": _points(moved.new_score)}
    if moved.old is None:
        return msg("{mentee}, who has no mentor, would go to {mentor}, at {other}.", **facts)
    return msg("{mentee} would go to {mentor}: {other} instead of {score}.", **facts)


def _points(score: int) -> str:
    return str(score // _POINTS)
