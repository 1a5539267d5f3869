"""A matching for a coordinator to read: a table of the pairs, what to mind, who is left."""

from collections.abc import Sequence

from telemaco.matching.phrases import several
from telemaco.matching.result import Match, Proposal
from telemaco.messages import Fact, Message, msg, msg_n
from telemaco.model.pairings import Pairing, pairing_of
from telemaco.ports import Translator
from telemaco.records.pair import PairRole
from telemaco.records.program import ProgramKind
from telemaco.render.matches.left import tell_left
from telemaco.render.matches.lines import Lines
from telemaco.render.matches.minding import summaries, told_once, whole_summaries
from telemaco.render.matches.names import Names
from telemaco.render.matches.pairs import explain_pair
from telemaco.render.matches.table import pairs_table

_FEW = 12
"""Up to so many pairs each is explained at length without being asked for."""


def as_text(
    found: Match, names: Names, translator: Translator, width: int, *, details: bool = False
) -> str:
    """The whole of a matching in lines of `width` characters; `details` explains every pair."""
    lines = Lines(translator, width)
    lines.add(headline(found, names.program_and_file(found.program)))
    for notice in found.notices:
        lines.add(msg("Note: {notice}", notice=notice))
    if found.proposals:
        lines.blank()
        lines.table(pairs_table(found.proposals, names.person, translator, width))
        _share(lines, found.proposals, names)
        if details or len(found.proposals) <= _FEW:
            _explain(lines, found, names)
        else:
            _mind(lines, found, names)
    tell_left(lines, found, names, details=details)
    return lines.text()


def headline(found: Match, program: Fact) -> Message:
    """What was proposed, and for how many of whom; `program` is what the program is called."""
    served = sum(
        role in {PairRole.MENTEE, PairRole.PEER}
        for proposal in found.proposals
        for _, role in proposal.members
    )
    if not found.proposals and not found.mentees:
        return msg(
            "{program}, {day}: nobody waits for a partner, so there is nothing to propose.",
            program=program,
            day=found.today,
        )
    proposed = _counted(found.kind, len(found.proposals))
    if found.kind is ProgramKind.PEER_CIRCLE:
        return msg(
            "{program}, {day}: {proposed}, for {served} of {people} people who wait for a partner.",
            program=program,
            day=found.today,
            proposed=proposed,
            served=served,
            people=found.mentees,
        )
    return msg(
        "{program}, {day}: {proposed}, for {served} of {mentees}, with {mentors}.",
        program=program,
        day=found.today,
        proposed=proposed,
        served=served,
        mentees=msg_n(
            "{count} mentee who waits for a mentor",
            "{count} mentees who wait for a mentor",
            found.mentees,
        ),
        mentors=msg_n(
            "{count} mentor who has room", "{count} mentors who have room", found.mentors
        ),
    )


def _counted(kind: ProgramKind, number: int) -> Message:
    match pairing_of(kind):
        case Pairing.CIRCLE:
            return msg_n("{count} circle proposed", "{count} circles proposed", number)
        case Pairing.GROUP:
            return msg_n("{count} group proposed", "{count} groups proposed", number)
        case _:
            return msg_n("{count} pair proposed", "{count} pairs proposed", number)


def _share(lines: Lines, proposals: Sequence[Proposal], names: Names) -> None:
    """When every group can meet and in which language."""
    groups = [(one, one.together) for one in proposals if one.together]
    if groups:
        lines.blank()
        lines.add(msg("When they could meet:"))
    for proposal, together in groups:
        (first, role), *others = proposal.members
        alike = [first, *(person for person, _ in others)] if role is PairRole.PEER else [first]
        people = several([names.person(person) for person in alike])
        lines.add(f"{lines.words(people)}: {lines.words(together.text)}", 2)


def _explain(lines: Lines, found: Match, names: Names) -> None:
    """For every pair what speaks for it, what to mind, and the next choices."""
    links = [link for proposal in found.proposals for link in proposal.links]
    shared = told_once(links)
    if shared:
        lines.blank()
        lines.add(msg("Mind of many pairs:"))
        for sentence in whole_summaries(links, names, shared):
            lines.add(sentence, 2)
    for link in links:
        lines.blank()
        explain_pair(lines, link, names, found.settings, shared)


def _mind(lines: Lines, found: Match, names: Names) -> None:
    """What to mind, each kind of caution once."""
    links = [link for proposal in found.proposals for link in proposal.links]
    sentences = list(summaries(links, names))
    if sentences:
        lines.blank()
        lines.add(msg("Mind:"))
        for sentence in sentences:
            lines.add(sentence, 2)
    lines.blank()
    lines.add(msg("Add --details to see what speaks for each pair."))
