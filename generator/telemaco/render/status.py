"""The questions of a coordinator and their answers, in their order, as a text to act on."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from textwrap import fill

from telemaco.messages import Message, msg, msg_n
from telemaco.model.community import Community
from telemaco.model.goals import VagueGoal, pairs_without_goals, vague_goals
from telemaco.model.pairings import Pairing, pairing_of
from telemaco.model.wording import ROLES
from telemaco.ports import Translator
from telemaco.progress.naming import named
from telemaco.progress.values import (
    CommunityProgress,
    HealthKind,
    PairProgress,
    ProgramProgress,
    Suggestion,
    SuggestionKind,
    Waiting,
)
from telemaco.progress.waiting import facilitators_in
from telemaco.records.base import Language, ProgramId
from telemaco.records.text import in_language
from telemaco.render.lacking_agreements import HEADER, WRITTEN, lack_agreements, lacking_agreements
from telemaco.render.not_begun import has_not_begun, not_begun
from telemaco.render.pairing_titles import (
    counted,
    one_called,
    one_kind,
)
from telemaco.render.status_figures import enrolled_columns, meeting_columns
from telemaco.render.suggested import MOST, Ways
from telemaco.render.tables import table
from telemaco.render.urgent import urgent_pairs
from telemaco.render.vague_goals import (
    could_say_more,
    have_no_goal,
    lacks_in_words,
)
from telemaco.render.what_follows import what_follows

FEW = 10
"""Rows of a list that are shown without --all."""

_LONG = 60
"""Letters of a reason that is not repeated in the next row."""

_READABLE = 16
"""Letters side by side, for a column of sentences to be read at all."""

_INDENT = " " * 4
_HEALTH: Mapping[HealthKind, Message] = {
    HealthKind.SILENT: msg("silent"),
    HealthKind.NEEDS_ATTENTION: msg("needs attention"),
    HealthKind.NOT_STARTED: msg("not started"),
    HealthKind.PAUSED: msg("paused"),
    HealthKind.ON_TRACK: msg("on track"),
    HealthKind.ENDED: msg("over"),
}
_AS_ABOVE = msg("as above")
_NOTHING = msg("Nothing: all that can be seen in the files is in order.")
_NOTHING_MORE = msg("Nothing that cannot wait; what is open stands above.")


def _since(who: Message, days: int) -> Message:
    """Since when they wait of whom a sentence tells, if the first of them waits for these days."""
    if not days:
        return msg("{sentence}, since today", sentence=who)
    return msg_n(
        "{sentence}; the longest for {count} day",
        "{sentence}; the longest for {count} days",
        days,
        sentence=who,
    )


class StatusText:
    """Writes the answers in one language; lists are cut unless `show_all`."""

    def __init__(
        self, community: Community, translator: Translator, width: int, *, show_all: bool = False
    ) -> None:
        self._community = community
        self._say = translator.text
        self._language = Language(translator.language)
        self._width = width
        self._show_all = show_all

    def text(self, progress: CommunityProgress, suggested: Sequence[Suggestion], ways: Ways) -> str:
        """All answers; of a community without a program, where to write one."""
        head = self._say(msg("As of {day}", day=progress.today))
        if not progress.programs:
            none = self._say(msg("There is no program yet: write one into program/programs/."))
            actions = [self._actions(suggested, ways)] if suggested else []
            return "\n\n".join((head, none, *actions)) + "\n"
        parts = (
            (msg("How many applied?"), self._applied(progress)),
            (msg("Who waits, and why?"), self._waiting(progress)),
            (msg("Are people meeting?"), self._meeting(progress)),
            (msg("Who is silent, or needs attention?"), self._attention(progress, ways)),
            (
                msg("What should I do today?"),
                self._actions(suggested, ways) if suggested else self._rest(progress, ways),
            ),
        )
        answers = [f"{self._say(question)}\n\n{answer}" for question, answer in parts]
        lists = (
            self._agreements(progress, suggested),
            self._goals(progress),
            self._goalless(progress),
        )
        whole = [head, *answers, *(lists if self._show_all else ())]
        return "\n\n".join(part.rstrip("\n") for part in whole if part) + "\n"

    def _applied(self, progress: CommunityProgress) -> str:
        columns = list(enrolled_columns(progress.programs, self._community.programs))
        return self._figures(progress, columns)

    def _waiting(self, progress: CommunityProgress) -> str:
        idle = [self._idle(program) for program in progress.programs if program.idle]
        circles = [self._facilitators(program.id, progress.today) for program in progress.programs]
        told = (self._without_partner(progress).rstrip("\n"), *idle, *circles)
        return "\n\n".join(part for part in told if part)

    def _idle(self, program: ProgramProgress) -> str:
        """The mentors who could take somebody, with who has waited longest first."""
        names = [one.person for one in program.idle]
        longest = program.idle[0].days
        who = msg_n(
            "In {program} {count} mentor has room and nobody to accompany: {names}",
            "In {program} {count} mentors have room and nobody to accompany: {names}",
            len(names),
            program=program.id,
            names=", ".join(names) if self._show_all else named(names),
        )
        told = who if longest is None else _since(who, longest)
        return self._wrapped(self._say(told) + ".", "")

    def _facilitators(self, program: ProgramId, today: date) -> str:
        """Those who are to facilitate a circle and are in none."""
        names = facilitators_in(self._community, program, today)
        who = msg_n(
            "In {program} {count} facilitator has no circle: {names}",
            "In {program} {count} facilitators have no circle: {names}",
            len(names),
            program=program,
            names=", ".join(names) if self._show_all else named(names),
        )
        return self._wrapped(self._say(who) + ".", "") if names else ""

    def _without_partner(self, progress: CommunityProgress) -> str:
        everybody = [(program, who) for program in progress.programs for who in program.waiting]
        if not everybody:
            return self._say(msg("Nobody waits for a partner."))
        header = (msg("person"), msg("as"), msg("program"), msg("days"), msg("why"))
        rows = [self._waiting_row(program, who) for program, who in everybody]
        reasons = [why for *_, why in rows]
        rows = [
            (*row[:-1], self._say(_AS_ABOVE)) if len(before) > _LONG and row[-1] == before else row
            for row, before in zip(rows, ("", *reasons), strict=False)
        ]
        title = msg_n(
            "{count} person waits for a partner.",
            "{count} people wait for a partner.",
            len(everybody),
        )
        return self._list(title, header, rows)

    def _waiting_row(self, program: ProgramProgress, who: Waiting) -> Sequence[str]:
        days = "-" if who.days is None else str(who.days)
        return who.person, self._say(ROLES[who.role]), program.id, days, self._say(who.reason)

    def _meeting(self, progress: CommunityProgress) -> str:
        return self._figures(
            progress,
            list(
                meeting_columns(progress.programs, self._kind(one.id for one in progress.programs))
            ),
        )

    def _figures(
        self,
        progress: CommunityProgress,
        columns: Sequence[tuple[Message, Callable[[ProgramProgress], str]]],
    ) -> str:
        rows = [
            [self._title(program), *(figure(program) for _, figure in columns)]
            for program in progress.programs
        ]
        return self._table((msg("program"), *(title for title, _ in columns)), rows)

    def _attention(self, progress: CommunityProgress, ways: Ways) -> str:
        urgent = urgent_pairs(progress)
        if not urgent:
            return self._say(msg("Nobody asks for action."))
        if self._show_all:
            return self._asking(urgent)
        begun = [pair for pair in urgent if not has_not_begun(pair)]
        rows = [self._asking(begun).rstrip("\n")] if begun else []
        waiting = "\n".join(
            f"{self._wrapped(self._say(what), '')}\n{_INDENT}{command}"
            for what, command in not_begun(self._community, progress, ways)
        )
        return "\n\n".join((*rows, *([waiting] if waiting else ())))

    def _asking(self, urgent: Sequence[PairProgress]) -> str:
        kind = self._kind(pair.id.program for pair in urgent)
        header = (one_called(kind), msg("state"), msg("why"), msg("next step"))
        rows = [self._pair_row(pair) for pair in urgent]
        title = msg("{pairs} in need of action", pairs=counted(kind, len(urgent)))
        return self._list(title, header, rows)

    def _pair_row(self, pair: PairProgress) -> Sequence[str]:
        health = pair.health
        step = self._say(health.next_step) if health.next_step else ""
        return str(pair.id), self._say(_HEALTH[health.kind]), self._say(health.reason), step

    def _rest(self, progress: CommunityProgress, ways: Ways) -> str:
        """That there is nothing to do, and what comes next."""
        nothing = _NOTHING_MORE if urgent_pairs(progress) else _NOTHING
        following = what_follows(self._community, progress, ways)
        lines = [self._wrapped(self._say(line), "") for line in (nothing, *following)]
        return "\n".join(lines)

    def _actions(self, suggested: Sequence[Suggestion], ways: Ways) -> str:
        shown = suggested if self._show_all else suggested[:MOST]
        return "\n".join(
            (
                *(self._action(n, one, ways) for n, one in enumerate(shown, 1)),
                *self._more(len(suggested) - len(shown)),
            )
        )

    def _action(self, number: int, suggestion: Suggestion, ways: Ways) -> str:
        way = ways.command(suggestion) or ways.link(suggestion) or ""
        follows = self._say(suggestion.otherwise)
        otherwise = self._say(
            msg("If not: {otherwise}", otherwise=follows[:1].lower() + follows[1:])
        )
        what = self._wrapped(self._say(suggestion.what), f"{number:>2}. ")
        pages = None if self._show_all else ways.to_pages(suggestion)
        listed = [f"{_INDENT}{self._say(pages)}"] if pages else []
        return "\n".join((what, f"{_INDENT}{way}", *listed, self._wrapped(otherwise, _INDENT)))

    def _wrapped(self, text: str, first: str) -> str:
        """The text without a broken word, so that ids can be copied."""
        return fill(
            text,
            self._width,
            initial_indent=first,
            subsequent_indent=_INDENT if first else "",
            break_long_words=False,
            break_on_hyphens=False,
        )

    def _agreements(self, progress: CommunityProgress, suggested: Sequence[Suggestion]) -> str:
        rows = lacking_agreements(self._community, suggested, progress.today)
        if not rows:
            return ""
        kind = self._kind(
            one.program
            for one in suggested
            if one.kind is SuggestionKind.AGREEMENT and one.program is not None
        )
        title = lack_agreements(counted(kind, len(rows)))
        listed = self._list(title, HEADER, rows)
        return f"{listed}\n{self._wrapped(self._say(WRITTEN), '')}"

    def _goals(self, progress: CommunityProgress) -> str:
        """The goals that could say more: something to suggest to the pairs, no fault of theirs.

        Those that leave the same open stand together, and it is said once.
        """
        asked = {program.id for program in progress.programs}
        vague = [one for one in vague_goals(self._community) if one.pair.program in asked]
        if not vague:
            return ""
        kind = self._kind(one.pair.program for one in vague)
        header = (one_called(kind), msg("its goal"), msg("it could still say"))
        alike: dict[str, list[VagueGoal]] = {}
        for one in vague:
            alike.setdefault(self._say(lacks_in_words(one.lacks)), []).append(one)
        rows = [
            (str(one.pair), one.goal.id, self._say(_AS_ABOVE) if number else lack)
            for lack, some in alike.items()
            for number, one in enumerate(some)
        ]
        return self._list(could_say_more(len(vague)), header, rows)

    def _goalless(self, progress: CommunityProgress) -> str:
        asked = {program.id for program in progress.programs}
        pairs = [one for one in pairs_without_goals(self._community) if one.program in asked]
        if not pairs:
            return ""
        kind = self._kind(one.program for one in pairs)
        return self._wrapped(self._say(have_no_goal(counted(kind, len(pairs)), pairs)), "")

    def _kind(self, programs: Iterable[ProgramId]) -> Pairing | None:
        """What those are who meet in all of these programs."""
        return one_kind(pairing_of(self._community.programs[one].kind) for one in programs)

    def _title(self, program: ProgramProgress) -> str:
        title = in_language(self._community.programs[program.id].title, self._language)
        return f"{title} ({program.id})"

    def _list(
        self, title: Message, header: Sequence[Message], rows: Sequence[Sequence[str]]
    ) -> str:
        shown = rows if self._show_all else rows[:FEW]
        more = "".join(self._more(len(rows) - len(shown)))
        return f"{self._say(title)}\n\n{self._table(header, shown)}{more}"

    def _table(self, header: Iterable[Message], rows: Sequence[Sequence[str]]) -> str:
        titles = [self._say(title) for title in header]
        return table(titles, rows, self._width, readable=_READABLE)

    def _more(self, number: int) -> Iterator[str]:
        if number > 0:
            more = msg_n(
                "and {count} more; --all shows it", "and {count} more; --all shows them", number
            )
            yield self._say(more)
