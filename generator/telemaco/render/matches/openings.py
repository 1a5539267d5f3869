"""Where one more place would help, and how much."""

from collections.abc import Sequence
from dataclasses import replace

from telemaco.matching.phrases import either
from telemaco.matching.recruit import Opening
from telemaco.messages import CityName, LanguageName, Message, msg
from telemaco.render.matches.names import Names

_POINTS = 1000


def serving_places(openings: Sequence[Opening], names: Names) -> list[Message]:
    """The places that would serve one more person, those of the same new mentor together."""
    found: dict[tuple[str | None, ...], Opening] = {}
    for opening in openings:
        if opening.serves:
            key = (opening.mentor, opening.language, opening.zone)
            known = found.get(key, opening)
            skills = dict.fromkeys((*known.skills, *opening.skills))
            found[key] = replace(known, skills=tuple(skills))
    return [place_of(opening, names) for opening in found.values()]


def place_of(opening: Opening, names: Names) -> Message:
    """Where the place would be."""
    if opening.mentor is not None:
        return msg("one more place with {mentor}", mentor=names.person(opening.mentor))
    return msg(
        "a new mentor for {skill} who speaks {language}, in the time zone of {place}",
        skill=either([names.skill(skill) for skill in opening.skills]),
        language=LanguageName(opening.language or ""),
        place=CityName(opening.zone or ""),
    )


def worth(opening: Opening) -> float:
    """What the others gain, of the 100 points of a pair, to a tenth."""
    return round(opening.points / _POINTS, 1)
