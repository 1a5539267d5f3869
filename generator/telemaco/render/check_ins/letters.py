"""Check-ins in words: friendly, short, and to those whom they concern."""

from collections.abc import Callable, Iterator
from datetime import date

from telemaco.messages import Message, msg
from telemaco.model.agendas import agenda_of, midpoint_agenda
from telemaco.model.community import Community
from telemaco.ports import Translator
from telemaco.records.base import Language, ProgramId
from telemaco.reminders.digest import Digest
from telemaco.reminders.letters import Letter, Written
from telemaco.reminders.memory import End, Memory, Wish
from telemaco.reminders.outcome import pair_of
from telemaco.reminders.values import SURVEYS, CheckInKind, Stage
from telemaco.render.check_ins.guide import goal_lines, guide_lines, open_lines
from telemaco.render.check_ins.meeting import meeting_lines
from telemaco.render.check_ins.overview import news, overview
from telemaco.render.check_ins.people import (
    is_private,
    language_of,
    mentions,
    named,
    people_of,
)
from telemaco.render.check_ins.places import Place
from telemaco.render.check_ins.safe import Safe, safe_title
from telemaco.render.check_ins.surveys import survey_forms
from telemaco.render.check_ins.voice import Voice, voice_of
from telemaco.render.check_ins.ways import answer, commands, missing_agreement

_TITLES = {
    CheckInKind.FIRST_MEETING: msg("First meeting: {names}"),
    CheckInKind.SESSION: msg("Session: {names}, from {day}"),
    CheckInKind.FINAL_FEEDBACK: msg("Looking back: {names}"),
    CheckInKind.BREAK_OVER: msg("After the break: {names}"),
    CheckInKind.MIDPOINT_FEEDBACK: msg("Halfway: {names}"),
    CheckInKind.AGREEMENT: msg("Agreement: {names}"),
    CheckInKind.MILESTONE: msg("Milestone: {names}"),
    CheckInKind.ACTION: msg("Action: {names}"),
    CheckInKind.PROPOSED_PAIR: msg("Proposed: {names}"),
    CheckInKind.SURVEY: msg("Survey: {names}"),
    CheckInKind.SURVEY_UNMATCHED: msg("Survey: {names}"),
    CheckInKind.SIGN_UP: msg("Sign-up: {names}"),
    CheckInKind.STILL_AVAILABLE: msg("Still available? {names}"),
}
_TALKS = frozenset({CheckInKind.FIRST_MEETING, CheckInKind.SESSION, CheckInKind.MIDPOINT_FEEDBACK})


class GithubLetters:
    """Implements Letters in GitHub's Markdown, in the language of those who are asked.

    `place` is where the repository is, None when nobody knows; `translate` gives a language's
    translator.
    """

    def __init__(
        self,
        community: Community,
        place: Place | None,
        today: date,
        translate: Callable[[str], Translator],
    ) -> None:
        self._community = community
        self._place = place
        self._today = today
        self._translate = translate
        self._voices: dict[Language, Voice] = {}
        self._tables: dict[tuple[ProgramId, str], str] = {}

    def check_in(self, letter: Letter) -> Written:
        """The issue; it says the same until something changes."""
        voice = self._voice_for(letter)
        return Written(self._title(letter, voice), "\n\n".join(self._paragraphs(letter, voice)))

    def call(self, letter: Letter) -> str:
        """The comment that asks again: short, and without calling anybody by a mention."""
        voice = self._voice_for(letter)
        ways = msg("Not now? Comment `/snooze 2w`, `/skip` or `/done`, and it is settled.")
        lines = (
            voice.say(letter.question.text),
            answer(self._community, letter, self._place, voice),
            voice.say(ways),
        )
        return "\n\n".join(lines)

    def explanation(self, letter: Letter) -> str:
        """The comment that explains the commands."""
        voice = self._voice_for(letter)
        head = msg("These commands work here, at the beginning of a line:")
        return f"{voice.say(head)}\n\n{self._table(letter, voice)}"

    def digest(self, digest: Digest) -> Written:
        """The coordinators' overview."""
        return overview(self._community, digest, self._place, self._voice(self._first))

    def news(self, digest: Digest) -> str:
        """The comment that tells the coordinators that there is something new in it."""
        return news(self._community, digest, self._voice(self._first))

    @property
    def _first(self) -> Language:
        return self._community.settings.languages[0]

    def _voice_for(self, letter: Letter) -> Voice:
        people = people_of(self._community, letter.key)
        return self._voice(language_of(self._community, people))

    def _voice(self, language: Language) -> Voice:
        if language not in self._voices:
            languages = self._community.settings.languages
            self._voices[language] = voice_of(self._translate(language), languages)
        return self._voices[language]

    def _table(self, letter: Letter, voice: Voice) -> str:
        """The commands; they are the same for all of a program who read the same language."""
        key = (letter.key.program, voice.translator.language)
        if key not in self._tables:
            self._tables[key] = "\n".join(commands(self._community, letter, voice))
        return self._tables[key]

    def _title(self, letter: Letter, voice: Voice) -> str:
        names = named(self._community, people_of(self._community, letter.key))
        facts = {"names": names, "day": voice.fact(letter.key.period)}
        title = _TITLES[letter.key.kind].text
        return safe_title(voice.plainly(Message(title, facts)))

    def _paragraphs(self, letter: Letter, voice: Voice) -> Iterator[str]:
        community, kind = self._community, letter.key.kind
        people = Safe(mentions(community, letter.question.to))
        yield voice.say(msg("Hello {people},", people=people))
        yield f"**{voice.say(letter.question.text)}**"
        standing = _standing(letter.memory)
        if standing is not None:
            yield f"> {voice.say(standing)}"
        yield answer(community, letter, self._place, voice)
        yield from _listed(msg("Also open:"), self._others(letter, voice), voice)
        unaccepted = missing_agreement(community, letter, self._place, self._today, voice)
        if unaccepted:
            yield unaccepted
        if kind in _TALKS:
            yield from self._talk(letter, voice)
        yield voice.say(msg("Not now, or not any more? Answer with a comment:"))
        yield self._table(letter, voice)
        yield f"<sub>{voice.say(self._footer(letter, voice))}</sub>"

    def _others(self, letter: Letter, voice: Voice) -> Iterator[str]:
        """What else is due; what people wanted to do in private only, or where it stands below."""
        for other in letter.also:
            if other.key.kind in SURVEYS:
                text, forms = voice.say(other.text), survey_forms(self._community, other.key, voice)
                yield f"{text} {forms}"
            elif other.key.kind is not CheckInKind.ACTION:
                yield voice.say(other.text)
            elif letter.key.kind not in _TALKS:
                is_told = is_private(self._community)
                yield voice.say(other.text if is_told else msg("Something you wanted to do."))

    def _talk(self, letter: Letter, voice: Voice) -> Iterator[str]:
        """What the session could be about."""
        community, pair_id = self._community, pair_of(letter.key)
        if letter.key.kind is CheckInKind.MIDPOINT_FEEDBACK:
            agenda = midpoint_agenda(community, pair_id)
        else:
            agenda = agenda_of(community, pair_id, self._today)
        parts = [
            "\n".join(lines)
            for lines in (
                guide_lines(community, agenda, voice),
                open_lines(community, pair_id, self._today, voice),
                goal_lines(community, pair_id, voice),
            )
        ]
        found = [part for part in parts if part]
        if found:
            head = msg("What you could talk about")
            yield f"### {voice.say(head)}"
            yield from found
        yield from filter(None, meeting_lines(community, pair_id, self._today, voice))

    def _footer(self, letter: Letter, voice: Voice) -> Message:
        program = self._community.programs.get(letter.key.program)
        title = voice.text(program.title) if program else letter.key.program
        if is_private(self._community):
            return msg("A check-in of {program}.", program=title)
        return msg(
            "A check-in of {program}. This page is public: tell the coordinators themselves what "
            "is private.",
            program=title,
        )


def _listed(head: Message, lines: Iterator[str], voice: Voice) -> Iterator[str]:
    found = [f"- {line}" for line in lines]
    if found:
        yield "\n".join([voice.say(head), *found])


def _standing(memory: Memory) -> Message | None:
    """How the check-in stands, where it is not simply open."""
    if memory.end is not None:
        return _ENDS[memory.end]
    if memory.wish is not None:
        return _WISHES[memory.wish]
    if memory.until is not None:
        return msg("Put off until {day}.", day=memory.until)
    if memory.stage is Stage.ESCALATE:
        return msg("The coordinators see this, too, and are glad to help.")
    return None


_ENDS = {
    End.SKIPPED: msg("Left out, as you asked."),
    End.DONE: msg("Done, as you say. The coordinators see it; a note makes it count for good."),
    End.ASIDE: msg("Set aside for now."),
    End.GAVE_WAY: msg("Something else goes first. This is told along with it."),
}
_WISHES = {
    Wish.PAUSE: msg(
        "You asked for a break. The coordinators see it and write it down; until then nobody asks "
        "you again. `/resume` takes it back."
    ),
    Wish.STOP: msg(
        "You want to end. The coordinators see it and will be in touch; until then nobody asks "
        "you again. `/resume` takes it back."
    ),
}
