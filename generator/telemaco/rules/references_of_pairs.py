"""What pairs call by name: their program, their people, the program's aims, a receipt."""

from collections.abc import Iterator

from telemaco.findings import Finding, Severity
from telemaco.messages import msg
from telemaco.model.community import Community, ReceiptId
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.layout import (
    Kind,
    PairId,
    answer_path,
    note_path,
    pair_path,
    receipt_path,
)
from telemaco.records.pair import Pair
from telemaco.rules.membership import has_sure_members
from telemaco.rules.naming import (
    at,
    at_key,
    is_person,
    is_program,
    not_a_member,
    suggesting,
    unknown_person,
    unknown_program,
)


def programs_of_folders(community: Community) -> Iterator[Finding]:
    """Every folder of pairs/ is named after a program; one finding a folder."""
    folders: dict[ProgramId, str] = {}
    for pair_id in community.pairs:
        folders.setdefault(pair_id.program, pair_path(pair_id))
    for pair_id, sessions in community.sessions.items():
        folders.setdefault(pair_id.program, note_path(pair_id, sessions[0].id))
    for receipt in community.receipts:
        folders.setdefault(receipt.program, receipt_path(*receipt))
    for answer in community.answers:
        folders.setdefault(answer.program, answer_path(*answer))
    for program, path in folders.items():
        if not is_program(community, program):
            yield unknown_program(community, program, at(path))


def members(community: Community) -> Iterator[Finding]:
    """The members of a pair have files."""
    for pair_id, pair in community.pairs.items():
        for position, member in enumerate(pair.members):
            if not is_person(community, member.person):
                place = at(pair_path(pair_id), "members", position, "person")
                yield unknown_person(community, member.person, place)


def people_of_pairs(community: Community) -> Iterator[Finding]:
    """Whoever owns or rates a goal, or accepts the agreement, is a member."""
    for pair_id, pair in community.pairs.items():
        if (pair.goals or pair.agreement) and has_sure_members(community, pair):
            yield from _people_of_pair(community, pair_id, pair)


def _people_of_pair(community: Community, pair_id: PairId, pair: Pair) -> Iterator[Finding]:
    path = pair_path(pair_id)
    members = {member.person for member in pair.members}
    for position, goal in enumerate(pair.goals):
        for key, person in (("owner", goal.owner), ("copied_from", goal.copied_from)):
            if person is not None and person not in members:
                yield not_a_member(community, pair, person, at(path, "goals", position, key))
        for turn, rating in enumerate(goal.ratings):
            if rating.by not in members:
                place = at(path, "goals", position, "ratings", turn, "by")
                yield not_a_member(community, pair, rating.by, place)
    for key, person in _accepting(pair):
        if person not in members:
            place = at_key(path, "agreement", key, person)
            yield not_a_member(community, pair, person, place)


def _accepting(pair: Pair) -> Iterator[tuple[str, PersonId]]:
    """The people under each key of the agreement that names some."""
    if pair.agreement is not None:
        yield from (("accepted", person) for person in pair.agreement.accepted)
        yield from (("versions", person) for person in pair.agreement.versions)


def aims_of_program(community: Community) -> Iterator[Finding]:
    """The objectives and milestones that a pair names are its program's."""
    for pair_id, pair in community.pairs.items():
        program = community.programs.get(pair_id.program)
        if program is None:
            continue
        objectives = {objective.id for objective in program.objectives}
        for position, goal in enumerate(pair.goals):
            if goal.objective is not None and goal.objective not in objectives:
                unknown = Finding(
                    "unknown-objective",
                    at(pair_path(pair_id), "goals", position, "objective"),
                    msg('the program has no objective "{name}"', name=goal.objective),
                    msg("Delete the line, or add the objective to the program's file."),
                )
                yield suggesting(unknown, goal.objective, objectives)
        milestones = {milestone.id for milestone in program.milestones}
        for position, done in enumerate(pair.milestones):
            if done.id not in milestones:
                unknown = Finding(
                    "unknown-milestone",
                    at(pair_path(pair_id), "milestones", position, "id"),
                    msg('the program has no milestone "{name}"', name=done.id),
                    msg("Delete the entry, or add the milestone to the program's file."),
                )
                yield suggesting(unknown, done.id, milestones)


def days_of_receipts(community: Community) -> Iterator[Finding]:
    """A receipt is named after the day of its run."""
    for receipt_id, receipt in community.receipts.items():
        if receipt.on != receipt_id.run[0]:
            yield Finding(
                "misplaced-receipt",
                at(receipt_path(*receipt_id), "on"),
                msg(
                    "on: {day} is not the day in the file's name, {name}",
                    day=receipt.on,
                    name=receipt_id.day,
                ),
                msg("A receipt is not edited by hand: bring the file back as it was."),
            )


def pairs_of_receipts(community: Community) -> Iterator[Finding]:
    """Whom the matching brought together is in the pair, or was; else it is the pair of others.

    Whoever leaves a pair keeps a line in its members.
    """
    proposed = {
        (receipt_id, one.pair): one.members
        for receipt_id, receipt in community.receipts.items()
        for one in receipt.pairs
    }
    for pair_id, pair in community.pairs.items():
        if pair.match is None:
            continue
        run = ReceiptId(pair_id.program, pair.match.receipt)
        members = {member.person for member in pair.members}
        together = proposed.get((run, pair_id.pair), ())
        others = [one for one in together if one not in members]
        if others and has_sure_members(community, pair):
            yield Finding(
                "pair-of-others",
                at(pair_path(pair_id), "members"),
                msg(
                    "the folder is that of {others}, whom the matching of {receipt} brought "
                    "together with the others; the members are {members}",
                    others=", ".join(others),
                    receipt=run.day,
                    members=", ".join(member.person for member in pair.members),
                ),
                msg(
                    "Bring the line of {other} back, with until: if they left. Other people "
                    "are another pair, with a folder, goals and dates of its own.",
                    other=others[0],
                ),
                Severity.WARNING,
            )


def receipts(community: Community) -> Iterator[Finding]:
    """The run of the matching that a pair comes from has left its receipt."""
    for pair_id, pair in community.pairs.items():
        if pair.match is None:
            continue
        key = (pair_id.program, pair.match.receipt)
        if key in community.receipts or community.is_unread(Kind.RECEIPT, *key):
            continue
        unknown = Finding(
            "unknown-receipt",
            at(pair_path(pair_id), "match", "receipt"),
            msg('there is no receipt "{name}" of a matching', name=pair.match.receipt),
            msg(
                "Write the name of a file in pairs/{program}/matches/, without .yaml.",
                program=pair_id.program,
            ),
        )
        days = [receipt.day for receipt in community.receipts if receipt.program == key[0]]
        yield suggesting(unknown, pair.match.receipt, days)
