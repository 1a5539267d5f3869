"""Small phrases that reasons, cautions and evidence are put together from."""

from collections.abc import Callable, Mapping, Sequence

from telemaco.matching.participants import Participant, Terms
from telemaco.messages import Fact, Message, msg
from telemaco.records.base import SkillId
from telemaco.records.person import FreeTime, LanguageLevel, Person, SkillLevel
from telemaco.records.reminders import Weekday

Sentence = Callable[[Participant, Participant, Terms], Message]
"""What is said of a mentee and a mentor."""

_SHOWN = 3


def duration(minutes: int) -> Message:
    """45 min, 2 h, 2 h 30 min."""
    hours, rest = divmod(minutes, 60)
    if not rest:
        return msg("{hours} h", hours=hours)
    if not hours:
        return msg("{minutes} min", minutes=rest)
    return msg("{hours} h {minutes} min", hours=hours, minutes=rest)


def city(person: Person) -> str:
    """The place that the person's time zone is named for."""
    return person.timezone.rpartition("/")[2].replace("_", " ")


def listed(parts: Sequence[Message]) -> Message:
    """Messages in a row, with commas."""
    if len(parts) == 1:
        return parts[0]
    return msg("{first}, {rest}", first=parts[0], rest=listed(parts[1:]))


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
    shown = listed([msg("{word}", word=word) for word in words[:_SHOWN]])
    return msg("{words} ...", words=shown) if len(words) > _SHOWN else shown


def spoken(person: Person) -> str:
    """The languages that somebody speaks well enough, else those they speak at all."""
    enough = (code for code, level in person.languages.items() if level is not LanguageLevel.BASIC)
    return "/".join(sorted(enough)) or "/".join(sorted(person.languages))


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

SKILL_LEVELS = {
    SkillLevel.NONE: msg("none"),
    SkillLevel.BEGINNER: msg("beginner"),
    SkillLevel.INTERMEDIATE: msg("intermediate"),
    SkillLevel.ADVANCED: msg("advanced"),
    SkillLevel.EXPERT: msg("expert"),
}
"""How well somebody masters a skill."""
