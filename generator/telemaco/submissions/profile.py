"""What a form says of somebody themselves, as the keys of their file."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any

from telemaco.findings import Route
from telemaco.forms.about_people import OFFERS, SEEKS
from telemaco.forms.values import Answers
from telemaco.submissions.answers import number, text_of

_TEXTS = {"name": "name", "pronouns": "pronouns", "headline": "headline", "bio": "bio"}
_NUMBERS = {"hours": "hours_per_month", "experience": "experience_years"}
_SCALES = ("structure", "directness", "initiative")
_LEARNS_BY = "learns-by"
_OTHER_ZONE = "other-timezone"
WORKING = ("working", "other-languages")

SKILLS = (OFFERS, SEEKS)
"""The keys of lists of skills."""

CONSENT = "form-1"
"""The version of the text that the forms ask people to agree to."""

_ORDER = (
    *("name", "pronouns", "timezone", "languages", "headline", "bio", "availability"),
    *("hours_per_month", OFFERS, SEEKS, "goals", "experience_years", "approach", "values"),
)
"""The keys in the order in which people find them in a file."""


def profile(answers: Answers) -> dict[str, Any]:
    """What was said, by the key of the file; what was left empty is not there."""
    said: dict[str, Any] = {
        **{key: text_of(answers, field) for field, key in _TEXTS.items()},
        "timezone": text_of(answers, zone_field(answers)),
        "languages": languages(answers),
        "availability": _free_hours(answers),
        **{key: number(text_of(answers, field)) for field, key in _NUMBERS.items()},
        OFFERS: [{"skill": skill} for skill in skills(answers, OFFERS)],
        SEEKS: [{"skill": skill} for skill in skills(answers, SEEKS)],
        "goals": [{"statement": goal} for goal in [text_of(answers, "goal")] if goal],
        "approach": _approach(answers),
        "values": list(answers.get("values", ())),
    }
    return {key: said[key] for key in _ORDER if said.get(key) not in ("", [], {}, None)}


def consent(answers: Answers, today: date) -> dict[str, Any]:
    """What somebody allows the site to show, from today on."""
    return {"text": CONSENT, "on": today, "publish": list(answers.get("publish", ()))}


def texts() -> Iterator[tuple[str, str]]:
    """The fields with words and numbers of somebody's own, each with the key of the file."""
    yield from (*_TEXTS.items(), *_NUMBERS.items())


def fields_of(answers: Answers, key: str) -> Iterator[str]:
    """The fields that say a value of the file."""
    yield from (field for route, field in origins(answers) if route[0] == key)


def origins(answers: Answers) -> Iterator[tuple[Route, str]]:
    """The places of the file, each with the field that says it."""
    for field, key in texts():
        yield (key,), field
    yield ("timezone",), zone_field(answers)
    yield ("languages",), "fluent"
    for field in WORKING:
        yield from ((("languages", code), field) for code in answers.get(field, ()))
    yield ("availability",), "availability"
    yield ("goals",), "goal"
    yield ("approach",), _SCALES[0]
    for scale in _SCALES:
        yield ("approach", scale), scale
    yield ("approach", "learns_by"), _LEARNS_BY
    yield ("values",), "values"
    yield ("consent", "publish"), "publish"
    for prefix in (OFFERS, SEEKS):
        fields = groups_of(answers, prefix)
        used = [field for field in fields if answers[field]]
        yield from (((prefix,), field) for field in (used or fields)[:1])


def languages(answers: Answers) -> dict[str, str]:
    """The level of every language, the best first; what is ticked twice counts as the better."""
    fluent = dict.fromkeys(answers.get("fluent", ()), "fluent")
    working = (code for field in WORKING for code in answers.get(field, ()))
    return fluent | {code: "working" for code in working if code not in fluent}


def zone_field(answers: Answers) -> str:
    """The field that says the time zone: what was written goes before what was chosen."""
    return _OTHER_ZONE if text_of(answers, _OTHER_ZONE) else "timezone"


def skills(answers: Answers, prefix: str) -> list[str]:
    """The skills that were chosen in all groups, each once."""
    groups = (answers[field] for field in groups_of(answers, prefix))
    return list(dict.fromkeys(chain.from_iterable(groups)))


def groups_of(answers: Answers, prefix: str) -> list[str]:
    """The fields that ask for skills, a group each: `offers-1`, `offers-2` and so on."""
    return [field for field in answers if re.fullmatch(rf"{prefix}-\d+", field)]


def _free_hours(answers: Answers) -> list[Mapping[str, Any]]:
    """The hours that were ticked, with all days of the same hours together."""
    days: dict[tuple[str, str], list[str]] = {}
    for ticked in answers.get("availability", ()):
        day, _, hours = ticked.partition(" ")
        start, _, end = hours.partition(" ")
        days.setdefault((start, end), []).append(day)
    return [{"days": which, "from": start, "to": end} for (start, end), which in days.items()]


def _approach(answers: Answers) -> Mapping[str, Any]:
    scales = {scale: number(text_of(answers, scale)) for scale in _SCALES}
    learns_by = list(answers.get(_LEARNS_BY, ()))
    return {
        **{scale: value for scale, value in scales.items() if value != ""},
        **({"learns_by": learns_by} if learns_by else {}),
    }
