"""The parts of a report, in their order."""

from collections.abc import Iterator

from telemaco.messages import Message, msg
from telemaco.progress.outcomes.report import Report
from telemaco.progress.outcomes.withholding import EVERYTHING
from telemaco.render.reports.answers import answers_section, words_sections
from telemaco.render.reports.choices import choices_sections
from telemaco.render.reports.comparing import criteria_section, runs_section
from telemaco.render.reports.differences import earlier_answers, sides_and_changes
from telemaco.render.reports.lasting import outcome_section, reasons_section, retention_section
from telemaco.render.reports.people import people_section
from telemaco.render.reports.section import Section
from telemaco.render.reports.voice import Voice
from telemaco.render.reports.work import goals_section, work_section


def title_of(voice: Voice, report: Report) -> str:
    """The heading of the whole."""
    program = voice.community.programs[report.program]
    return voice.say(msg("Report of {program}", program=voice.text(program.title)))


def introduction(voice: Voice, report: Report) -> tuple[str, ...]:
    """When the program took place, as of which day the report is, and whom it is for."""
    dates = voice.community.programs[report.program].dates
    first = voice.dates.day(dates.start)
    said = [
        msg("From {first} to {last}.", first=first, last=voice.dates.day(dates.end))
        if dates.end
        else msg("Since {first}.", first=first),
        msg("The figures are of {day}.", day=voice.dates.day(report.today)),
    ]
    if report.few == EVERYTHING:
        said.append(
            msg("Figures of very few people are in it, too: do not publish it or pass it on.")
        )
    return tuple(voice.say(message) for message in said)


def sections_of(voice: Voice, report: Report) -> tuple[Section, ...]:
    """All parts; where too few people take part, only why there are no others."""
    outcomes = report.outcomes
    if outcomes is None:
        return (
            Section(
                "small",
                voice.say(msg("Too few people")),
                (voice.say(_too_few(report.few)),),
            ),
        )
    return (
        people_section(voice, outcomes),
        outcome_section(voice, outcomes),
        retention_section(voice, outcomes),
        reasons_section(voice, outcomes),
        work_section(voice, outcomes),
        goals_section(voice, outcomes, report.program),
        answers_section(voice, report.surveys),
        *choices_sections(voice, report.surveys),
        *sides_and_changes(voice, report),
        *words_sections(voice, report.surveys),
        criteria_section(voice, outcomes),
        runs_section(voice, report.runs),
        *earlier_answers(voice, report),
        _method(voice, report),
    )


def _too_few(few: int) -> Message:
    return msg(
        "Figures are shown from {number} people on, and only where they do not tell on a smaller "
        "group.",
        number=few,
    )


def _method(voice: Voice, report: Report) -> Section:
    said = [*_METHOD, *(_METHOD_OF_SURVEYS if report.surveys else ())]
    if report.few != EVERYTHING:
        said += [_small_groups(report.few), *(_of_answers(report) if report.surveys else ())]
    return Section(
        "method",
        voice.say(msg("How these figures are made")),
        tuple(voice.say(message) for message in said),
    )


def _small_groups(few: int) -> Message:
    return msg(
        "Figures that would tell on fewer than {count} people are left out, and so are those from "
        "which these could be worked out. Of those who meet together every member counts.",
        count=few,
    )


def _of_answers(report: Report) -> Iterator[Message]:
    yield msg(
        "A question is shown where {count} people or more of a role answered it, and an answer to "
        "choose where so many chose it and so many did not. Means and shares on a scale do not "
        "hide that one or two of these people answered differently from the others, or that all "
        "answered alike.",
        count=report.few,
    )


_METHOD_OF_SURVEYS = (
    msg(
        "Means of answers have the interval of Student, recommendations that of Rocks (2016). "
        "Two of them are compared as Zou and Donner (2008) do, with intervals widened for the "
        "number of differences (Bonferroni)."
    ),
    msg(
        "Answers are counts of enough people in a role, and of nobody alone, as "
        "`telemaco survey count` keeps them."
    ),
)
_METHOD = (
    msg(
        "All figures come from the files of the program, of the people in it and of what they did "
        "together. Whoever has the files gets the same report with `telemaco report`."
    ),
    msg(
        "A person counts once in each role, at the highest stage they came to. Who ended early "
        "because the goals were reached has completed."
    ),
    msg("A goal that was dropped counts among those that were not reached."),
    msg(
        "Intervals are at 95%: a program like this one, held many times, would come out within "
        "them about that often. Of shares they are Wilson's (1927)."
    ),
    msg(
        "Durations are estimated as Kaplan and Meier (1958) do, with the interval of Rothman "
        "(1978), from counts alone: of those that ended between two of the months shown, those "
        "that ended before their time count first, and all others are followed to the later month."
    ),
    msg(
        "Differences between two halves have the interval of Newcombe (1998), widened for "
        "the number of criteria (Bonferroni)."
    ),
)
