"""What a run of the reminders did, as notices for the channels of the programs."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from telemaco.messages import Message, msg, msg_n
from telemaco.model.community import Community
from telemaco.ports import Translator
from telemaco.ports.notifications import Notice
from telemaco.records.base import Language, ProgramId
from telemaco.records.text import in_language
from telemaco.reminders.summary import RunSummary
from telemaco.render.calendars import calendar_file
from telemaco.render.contact import contact_address
from telemaco.render.session_events import program_events


def run_notices(
    community: Community,
    summaries: Iterable[RunSummary],
    today: date,
    issues_url: str | None,
    translator: Translator,
) -> Sequence[tuple[ProgramId, Notice]]:
    """The digest of one run for each program that has news: numbers, a link, the coming dates.

    The numbers name nobody, so that they may stand in any channel; the calendar names people
    as far as they are published.
    """
    return [
        (summary.program, _notice(community, summary, today, issues_url, translator))
        for summary in summaries
        if summary.has_news
    ]


def _notice(
    community: Community,
    summary: RunSummary,
    today: date,
    issues_url: str | None,
    translator: Translator,
) -> Notice:
    say = translator.text
    program = community.programs[summary.program]
    title = in_language(program.title, Language(translator.language), community.settings.languages)
    lines = [say(line) for line in _lines(summary)]
    if issues_url:
        lines.append(say(msg("All open check-ins: {address}", address=issues_url)))
    events = program_events(community, summary.program, today, translator)
    organizer = contact_address(community.settings.contact)
    return Notice(
        say(msg("Check-ins of {program}", program=title)),
        "\n".join(lines),
        calendar_file(title, events, today, organizer) if events else None,
    )


def _lines(summary: RunSummary) -> Iterator[Message]:
    if summary.opened:
        yield msg_n(
            "{count} check-in was opened.", "{count} check-ins were opened.", summary.opened
        )
    if summary.asked_again:
        yield msg_n(
            "{count} pair was asked again.",
            "{count} pairs were asked again.",
            summary.asked_again,
        )
    if summary.reported:
        yield msg_n(
            "{count} check-in is now with the coordinators.",
            "{count} check-ins are now with the coordinators.",
            summary.reported,
        )
    if summary.closed:
        yield msg_n(
            "{count} check-in was closed.", "{count} check-ins were closed.", summary.closed
        )
    if summary.waiting:
        yield msg_n(
            "{count} more is due and follows with the next run.",
            "{count} more are due and follow with the next run.",
            summary.waiting,
        )
