"""Small phrases that reasons, cautions and evidence are put together from."""

from collections.abc import Callable, Mapping, Sequence

from telemaco.matching.participants import Participant, Terms
from telemaco.messages import CityName, Fact, LanguageName, Message, msg, msg_n
from telemaco.records.base import SkillId
from telemaco.records.person import FreeTime, LanguageLevel, Person, SkillLevel
from telemaco.records.reminders import Weekday

Sentence = Callable[[Participant, Participant, Terms], Message]
"""What is said of a mentee and a mentor."""

_SHOWN = 3
_NAMED = 5


def city(person: Person) -> CityName:
    """The place that the person's time zone is named for."""
    return CityName(person.timezone)


def listed(parts: Sequence[Fact]) -> Message:
    """Facts in a row, with commas."""
    first = parts[0]
    if len(parts) > 1:
        return msg("{first}, {rest}", first=first, rest=listed(parts[1:]))
    return first if isinstance(first, Message) else msg("{word}", word=first)


def joined(parts: Sequence[Message]) -> Message:
    """Parts of a sentence in a row, with semicolons."""
    if len(parts) == 1:
        return parts[0]
    return msg("{first}; {rest}", first=parts[0], rest=joined(parts[1:]))


def labels(wanted: Sequence[SkillId], terms: Terms) -> Message:
    """The names of the first few skills, in the reader's language."""
    return some([terms.labels.get(skill, skill) for skill in wanted])


def levels(skills: Mapping[SkillId, SkillLevel], terms: Terms) -> Message:
    """The names of the first few skills, each with a level."""
    return some(
        [
            msg(
                "{skill} ({level})", skill=terms.labels.get(skill, skill), level=SKILL_LEVELS[level]
            )
            for skill, level in skills.items()
        ]
    )


def some(words: Sequence[Fact]) -> Message:
    """The first few words."""
    shown = listed(words[:_SHOWN])
    return msg("{words} ...", words=shown) if len(words) > _SHOWN else shown


def several(names: Sequence[str]) -> Message:
    """The first few names, and how many more."""
    more = len(names) - _NAMED
    shown = listed(names[:_NAMED])
    if more <= 0:
        return shown
    return msg_n("{names} and {count} more", "{names} and {count} more", more, names=shown)


def all_or_count(names: Sequence[str]) -> Message:
    """All of a few mentees by name; of many how many there are."""
    if len(names) > _NAMED:
        return msg_n("{count} mentee", "{count} mentees", len(names))
    return listed(names)


def either(facts: Sequence[Fact]) -> Message:
    """Facts of which any will do: a, b or c."""
    *others, last = facts
    if not others:
        return listed([last])
    return msg("{several} or {last}", several=listed(others), last=last)


def one_of(names: Sequence[str]) -> Message:
    """One of the first few names, or of the others."""
    more = len(names) - _SHOWN
    if more <= 1:
        return either(names)
    shown = listed(names[:_SHOWN])
    return msg_n(
        "{names} or one of {count} more", "{names} or one of {count} more", more, names=shown
    )


def spoken(person: Person) -> Message:
    """The languages that somebody speaks well enough, else those they speak at all."""
    enough = [code for code, level in person.languages.items() if level is not LanguageLevel.BASIC]
    return listed([LanguageName(code) for code in sorted(enough or person.languages)])


def free_hours(person: Person) -> Message:
    """The first few times at which somebody is free, by their own clock."""
    shown = [_hours(hours) for hours in person.availability[:_SHOWN]]
    left = len(person.availability) - len(shown)
    return listed([*shown, msg("and more")] if left else shown)


def time_of_day(minutes: int) -> str:
    """Minutes since midnight as 18:30."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _hours(hours: FreeTime) -> Message:
    start, end = time_of_day(hours.start), time_of_day(hours.end)
    days = listed([WEEKDAYS[day] for day in hours.days])
    return msg("{days} {start}-{end}", days=days, start=start, end=end)


WEEKDAYS = {
    Weekday.MON: msg("Mon"),
    Weekday.TUE: msg("Tue"),
    Weekday.WED: msg("Wed"),
    Weekday.THU: msg("Thu"),
    Weekday.FRI: msg("Fri"),
    Weekday.SAT: msg("Sat"),
    Weekday.SUN: msg("Sun"),
}
"""Days of the week in short."""

CRITERIA_NAMES: Mapping[str, Message] = {
    "skills": msg("skills"),
    "goals": msg("goals"),
    "languages": msg("languages"),
    "availability": msg("free hours"),
    "approach": msg("approach"),
    "experience": msg("experience"),
    "preference": msg("wishes"),
}
"""What the criteria are called."""
SKILL_LEVELS = {
    SkillLevel.NONE: msg("none"),
    SkillLevel.BEGINNER: msg("beginner"),
    SkillLevel.INTERMEDIATE: msg("intermediate"),
    SkillLevel.ADVANCED: msg("advanced"),
    SkillLevel.EXPERT: msg("expert"),
}
"""How well somebody masters a skill."""
