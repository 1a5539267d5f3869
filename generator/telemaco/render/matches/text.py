"""A matching for a coordinator to read: a table of the pairs, what to mind, who is left."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from io import StringIO
from textwrap import wrap

from rich.console import Console

from telemaco.matching.result import Link, Match, Proposal, Unmatched
from telemaco.matching.roster import Aside
from telemaco.messages import Message, msg, msg_n
from telemaco.ports import Translator
from telemaco.records.base import PersonId
from telemaco.records.pair import PairRole
from telemaco.records.program import Role
from telemaco.render.matches.criteria import LONG
from telemaco.render.matches.openings import opening_sentence
from telemaco.render.matches.table import pairs_table, visible_in_a_line

Names = Mapping[PersonId, str]

_POINTS = 1000
_FEW = 12
"""Up to so many pairs each is explained at length without being asked for."""

_EXAMPLES = 5
"""People shown of a group of many who are left for the same reason."""


def as_text(
    found: Match, names: Names, translator: Translator, width: int, *, details: bool = False
) -> str:
    """The whole of a matching in lines of `width` characters; `details` explains every pair."""
    page = _Page(names, translator, width)
    page.line(_headline(found))
    for notice in found.notices:
        page.line(msg("Note: {notice}", notice=notice))
    if found.proposals:
        page.table(found.proposals)
        page.share(found.proposals)
        if details or len(found.proposals) <= _FEW:
            page.explain(found.proposals)
        else:
            page.mind(found.proposals)
            page.line(msg("Add --details to see what speaks for each pair."))
    page.left(found)
    return page.text()


def _headline(found: Match) -> Message:
    served = sum(
        role in {PairRole.MENTEE, PairRole.PEER}
        for proposal in found.proposals
        for _, role in proposal.members
    )
    proposed = _counted(found.proposals)
    if not found.mentors and found.mentees and served:
        return msg(
            "{program}, {day}: {proposed}, for {served} of {people} people who wait.",
            program=found.program,
            day=found.today,
            proposed=proposed,
            served=served,
            people=found.mentees,
        )
    return msg(
        "{program}, {day}: {proposed}, for {served} of {mentees} mentees who wait, with {mentors}.",
        program=found.program,
        day=found.today,
        proposed=proposed,
        served=served,
        mentees=found.mentees,
        mentors=msg_n(
            "{count} mentor who has room", "{count} mentors who have room", found.mentors
        ),
    )


def _counted(proposals: Sequence[Proposal]) -> Message:
    if any(proposal.members[0][1] is PairRole.PEER for proposal in proposals):
        return msg_n("{count} circle proposed", "{count} circles proposed", len(proposals))
    if any(len(proposal.members) > 2 for proposal in proposals):  # noqa: PLR2004 (a pair is two)
        return msg_n("{count} group proposed", "{count} groups proposed", len(proposals))
    return msg_n("{count} pair proposed", "{count} pairs proposed", len(proposals))


class _Page:
    """Lines of text, put together from top to bottom."""

    def __init__(self, names: Names, translator: Translator, width: int) -> None:
        self._names = names
        self._translator = translator
        self._out = StringIO()
        self._console = Console(
            file=self._out, width=width, no_color=True, highlight=False, emoji=False, markup=False
        )

    def text(self) -> str:
        lines = (line.rstrip() for line in self._out.getvalue().splitlines())
        return "\n".join(lines) + "\n"

    def line(self, message: Message, indent: int = 0) -> None:
        self._print(self._translator.text(message), indent)

    def table(self, proposals: Sequence[Proposal]) -> None:
        """A line for every mentee: who with whom, the score, and each criterion's points."""
        self._console.print()
        self._console.print(
            pairs_table(proposals, self._name, self._translator, self._console.width)
        )

    def share(self, proposals: Sequence[Proposal]) -> None:
        """When every group can meet and in which language."""
        groups = [(one, one.together) for one in proposals if one.together]
        if groups:
            self._console.print()
            self.line(msg("When they could meet:"))
        for proposal, together in groups:
            (first, role), *others = proposal.members
            alike = [first, *(person for person, _ in others)] if role is PairRole.PEER else [first]
            names = self._several([self._name(person) for person in alike])
            self._print(f"{names}: {self._word(together.text)}", 2)

    def explain(self, proposals: Sequence[Proposal]) -> None:
        """For every pair what speaks for it, what to mind, and the mentee's next choices."""
        for proposal in proposals:
            for link in proposal.links:
                self._console.print()
                self._explain(link)

    def mind(self, proposals: Sequence[Proposal]) -> None:
        """What to mind, each caution once for a pair."""
        cautions = [
            (link, caution)
            for proposal in proposals
            for link in proposal.links
            for caution in link.cautions
        ]
        kinds: defaultdict[str, list[Message]] = defaultdict(list)
        for _, caution in cautions:
            kinds[caution.text].append(caution)
        self._console.print()
        for alike in kinds.values():
            texts = list(dict.fromkeys(self._translator.text(caution) for caution in alike))
            for text in texts[:_EXAMPLES]:
                self._print(text, 2)
            more = len(texts) - _EXAMPLES
            if more > 0:
                self.line(
                    msg_n("and {count} more like this", "and {count} more like this", more), 4
                )

    def left(self, found: Match) -> None:
        """Who is left and why, many with the same reason together."""
        for role, heading in _LEFT.items():
            left = [one for one in found.unmatched if one.role is role]
            if left:
                self._console.print()
                self.line(heading(len(left)))
                for alike in _by_limit(left):
                    self._alike(alike, shown=len(left) <= _FEW)
        if found.asides:
            self._console.print()
            self.line(msg("Not considered:"))
            self._asides(found.asides)
        if found.recruit:
            self._console.print()
            wanted = ", ".join(f"{skill} ({n})" for skill, n in list(found.recruit.items())[:_FEW])
            self.line(msg("Look for mentors who offer: {wanted}", wanted=wanted))
        if found.openings:
            self._console.print()
            self.line(msg("One more place would help most here:"))
            for opening in found.openings:
                self._print(self._word(opening_sentence(opening, self._names)), 2)

    def _asides(self, asides: Sequence[Aside]) -> None:
        """Those who are left aside for the same reason together."""
        said: defaultdict[str, list[str]] = defaultdict(list)
        for one in asides:
            said[self._word(one.reason)].append(self._name(one.person))
        for reason, names in said.items():
            self._print(f"{self._several(names)}: {reason}", 2)

    def _alike(self, alike: Sequence[Unmatched], *, shown: bool) -> None:
        """One entry for those of whom the same is to be said."""
        said: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for one in alike:
            help_ = self._word(one.would_help) if one.would_help else ""
            said[self._word(one.binding), help_].append(self._name(one.person))
        entries = list(said.items())
        some = entries if shown else entries[:_EXAMPLES]
        for (binding, help_), names in some:
            self._print(f"{self._several(names)}: {binding}", 2)
            if help_:
                self._print(help_, 6)
        more = sum(len(names) for _, names in entries[len(some) :])
        if more:
            self.line(msg_n("and {count} more like this", "and {count} more like this", more), 4)

    def _several(self, names: Sequence[str]) -> str:
        shown = ", ".join(names[:_EXAMPLES])
        left = len(names) - _EXAMPLES
        if left <= 0:
            return shown
        return self._word(
            msg_n("{names} and {count} more", "{names} and {count} more", left, names=shown)
        )

    def _explain(self, link: Link) -> None:
        self._print(
            f"{self._name(link.mentor)} ({link.mentor}) - {self._name(link.mentee)} "
            f"({link.mentee}): {link.score // _POINTS}"
        )
        total = sum(share.weight for share in link.shares) or 1
        for share, evidence in zip(link.shares, link.evidence, strict=True):
            most = 100 * share.weight // total
            points = f"{share.points // _POINTS:3} / {most:<3}"
            self._print(f"{points} {self._word(LONG[share.criterion])}: {self._word(evidence)}", 2)
        for caution in link.cautions:
            self.line(msg("Mind: {caution}", caution=caution), 2)
        if link.runners_up:
            others = ", ".join(
                f"{self._name(one.person)} {one.score // _POINTS}" for one in link.runners_up
            )
            self.line(msg("Next choices: {others}", others=others), 2)

    def _word(self, message: Message) -> str:
        return self._translator.text(message)

    def _name(self, person: PersonId) -> str:
        return self._names.get(person, person)

    def _print(self, text: str, indent: int = 0) -> None:
        width = self._console.width - indent
        for number, line in enumerate(wrap(visible_in_a_line(text), max(20, width - 2))):
            self._console.print(" " * (indent + (2 if number and indent else 0)) + line)


def _by_limit(left: Sequence[Unmatched]) -> list[list[Unmatched]]:
    """Those bound by the same limit together, the largest lot first."""
    lots: defaultdict[str, list[Unmatched]] = defaultdict(list)
    for one in left:
        lots[one.limit].append(one)
    return sorted(lots.values(), key=len, reverse=True)


_LEFT: Mapping[Role, Callable[[int], Message]] = {
    Role.MENTEE: lambda n: msg_n(
        "{count} mentee without a mentor:", "{count} mentees without a mentor:", n
    ),
    Role.PEER: lambda n: msg_n(
        "{count} peer without a circle:", "{count} peers without a circle:", n
    ),
    Role.MENTOR: lambda n: msg_n(
        "{count} mentor without a mentee:", "{count} mentors without a mentee:", n
    ),
    Role.FACILITATOR: lambda n: msg_n(
        "{count} facilitator without a group:", "{count} facilitators without a group:", n
    ),
}
