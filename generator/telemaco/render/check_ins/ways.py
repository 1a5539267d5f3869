"""How a check-in is answered: the one click, and the commands."""

from collections.abc import Iterator
from datetime import date, timedelta

from telemaco.messages import Message, msg, msg_n
from telemaco.model.agendas import midpoint_agenda
from telemaco.model.agreements import acceptance
from telemaco.model.community import Community
from telemaco.model.schedule import cadence_of
from telemaco.records.base import PersonId
from telemaco.records.layout import PairId, pair_path, person_path
from telemaco.reminders.ladder import reminders_in
from telemaco.reminders.letters import Letter
from telemaco.reminders.outcome import pair_of
from telemaco.reminders.values import SURVEYS, CheckInKind
from telemaco.render.check_ins.people import named
from telemaco.render.check_ins.places import NoteDraft, Place
from telemaco.render.check_ins.safe import Safe
from telemaco.render.check_ins.surveys import survey_forms
from telemaco.render.check_ins.voice import Voice

_MINUTES = 60
_SESSIONS = frozenset(
    {CheckInKind.FIRST_MEETING, CheckInKind.SESSION, CheckInKind.MIDPOINT_FEEDBACK}
)


_ASK_FOR_THE_AGREEMENT = frozenset(
    {
        CheckInKind.FIRST_MEETING,
        CheckInKind.SESSION,
        CheckInKind.MIDPOINT_FEEDBACK,
        CheckInKind.AGREEMENT,
        CheckInKind.MILESTONE,
    }
)


def answer(community: Community, letter: Letter, place: Place | None, voice: Voice) -> str:
    """What to do to answer, in a sentence or two, with the address that leads there."""
    kind = letter.key.kind
    if kind in _SESSIONS:
        note = voice.say(_note(community, letter, place, voice.translator.language))
        if kind is not CheckInKind.MIDPOINT_FEEDBACK:
            return note
        return f"{note} {voice.say(_look_back(community, pair_of(letter.key)))}"
    if kind is CheckInKind.STILL_AVAILABLE:
        person = PersonId(letter.key.subject)
        address = place.person_file(person) if place else None
        file = _file(person_path(person), address)
        return voice.say(
            msg("If you are, write today's date after confirmed: in {file}.", file=file)
        )
    if kind in SURVEYS:
        return survey_forms(community, letter.key, voice)
    if kind is CheckInKind.AGREEMENT:
        return voice.say(_review(pair_of(letter.key), place, voice))
    pair_id = pair_of(letter.key)
    file = _file(pair_path(pair_id), place.pair_file(pair_id) if place else None)
    return voice.say(_IN_THE_FILE[kind](file))


def missing_agreement(
    community: Community, letter: Letter, place: Place | None, today: date, voice: Voice
) -> str:
    """Who has not accepted the agreement yet, and where they do; empty when nobody is asked."""
    if letter.key.kind not in _ASK_FOR_THE_AGREEMENT:
        return ""
    pair_id = pair_of(letter.key)
    found = acceptance(community, pair_id, today)
    if not found.is_expected or not found.missing:
        return ""
    people = named(community, found.missing)
    link = place.agreement(pair_id, voice.translator.language) if place else None
    if link is None:
        file = _file(pair_path(pair_id), place.pair_file(pair_id) if place else None)
        return voice.say(
            msg(
                "The agreement is not accepted yet by {people}: each writes their day under "
                "agreement: in {file}.",
                people=people,
                file=file,
            )
        )
    return voice.say(
        msg(
            "The agreement is not accepted yet by {people}. It stands on your page: "
            "**[accept it]{link}**, each for yourself.",
            people=people,
            link=Safe(f"({link})"),
        )
    )


def _review(pair_id: PairId, place: Place | None, voice: Voice) -> Message:
    """Where the next day for looking at the agreement is written down."""
    link = place.agreement(pair_id, voice.translator.language) if place else None
    if link is not None:
        return msg(
            "When you have talked about it, **[name the next day for it]{link}**.",
            link=Safe(f"({link})"),
        )
    return msg(
        "When you have talked about it, write the next day for it after review_on: in {file}.",
        file=_file(pair_path(pair_id), place.pair_file(pair_id) if place else None),
    )


def _file(path: str, address: str | None) -> Safe:
    return Safe(f"[{path}]({address})" if address else f"`{path}`")


_IN_THE_FILE = {
    CheckInKind.FINAL_FEEDBACK: lambda file: msg(
        "Write a few words under closing: in {file}. A coordinator then closes the pair, with "
        "{command}.",
        file=file,
        command=Safe("`telemaco close`"),
    ),
    CheckInKind.BREAK_OVER: lambda file: msg(
        "If you go on, write status: active in {file}, and keep the line paused_until. If you need "
        "longer, write a later day there.",
        file=file,
    ),
    CheckInKind.MILESTONE: lambda file: msg(
        "If so, write it with its day under milestones: in {file}.", file=file
    ),
    CheckInKind.PROPOSED_PAIR: lambda file: msg(
        "Say here what you think. A coordinator then confirms the pair, in {file} or with "
        "{command}.",
        file=file,
        command=Safe("`telemaco confirm`"),
    ),
}


def _note(community: Community, letter: Letter, place: Place | None, language: str) -> Message:
    """One click to a note that is filled in as far as it is known; the day can be changed."""
    pair_id = pair_of(letter.key)
    if place is None:
        folder = Safe(f"`pairs/{pair_id.program}/{pair_id.pair}/`")
        return msg("If you met, put a note into {folder}.", folder=folder)
    link = Safe(f"({place.note(_draft(community, letter), language)})")
    if place.has_note_form:
        return msg("If you met: **[write it down]{link}**. It takes a minute.", link=link)
    return msg(
        "If you met: **[write it down]{link}**. It takes a minute. The name of the file is the "
        "day you met.",
        link=link,
    )


def _look_back(community: Community, pair_id: PairId) -> Message:
    """What makes the note of a session that of the review."""
    line = Safe(f"`agenda: {midpoint_agenda(community, pair_id)}`")
    return msg(
        "A note that you write by hand, or have written already, counts as looking back "
        "halfway with the line {line}.",
        line=line,
    )


def _draft(community: Community, letter: Letter) -> NoteDraft:
    pair_id = pair_of(letter.key)
    cadence = cadence_of(community, pair_id)
    is_midpoint = letter.key.kind is CheckInKind.MIDPOINT_FEEDBACK
    return NoteDraft(
        pair_id,
        _likely_day(community, letter),
        letter.question.to,
        (cadence and cadence.minutes) or _MINUTES,
        midpoint_agenda(community, pair_id) if is_midpoint else None,
    )


def _likely_day(community: Community, letter: Letter) -> date:
    """A day that would answer the question: the last one of the period."""
    if letter.key.kind is not CheckInKind.SESSION:
        return letter.key.period
    grace = reminders_in(community, letter.key.program).grace_days
    return letter.question.due - timedelta(days=grace + 1)


def commands(community: Community, letter: Letter, voice: Voice) -> Iterator[str]:
    """The commands that work on a check-in, as a table."""
    longest = reminders_in(community, letter.key.program).snooze_maximum_days
    comment, effect = msg("Comment"), msg("What happens")
    yield f"| {voice.say(comment)} | {voice.say(effect)} |"
    yield "|---|---|"
    if longest:
        later = msg_n(
            "Ask again in two weeks; {count} day is the longest.",
            "Ask again in two weeks; {count} days are the longest.",
            longest,
        )
        yield f"| `/snooze 2w` | {voice.say(later)} |"
    for command, meaning in _COMMANDS.items():
        yield f"| `{command}` | {voice.say(meaning)} |"


_COMMANDS = {
    "/skip": msg("Leave this one out."),
    "/done": msg("It is done, without a note."),
    "/pause": msg("Tell the coordinators that you need a break."),
    "/stop": msg("Tell the coordinators that you want to end."),
    "/resume": msg("Take back what you asked for."),
}
