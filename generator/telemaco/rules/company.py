"""Who is brought together, and whether they should be."""

from collections.abc import Iterator

from telemaco.findings import Finding, Severity
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.spoken import working_languages
from telemaco.model.standing import current_members, is_current
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.languages import is_language
from telemaco.records.layout import PairId, pair_path
from telemaco.records.pair import Pair, PairRole, PairStatus
from telemaco.records.person import Person
from telemaco.records.program import ProgramKind
from telemaco.rules.naming import at

_FOR_TWO = frozenset({ProgramKind.ONE_TO_ONE, ProgramKind.REVERSE})
_UNDER_WAY = frozenset({PairStatus.CONFIRMED, PairStatus.ACTIVE})


def shared_languages(community: Community) -> Iterator[Finding]:
    """The members of a pair speak one language in which they can work."""
    for pair_id, pair in community.pairs.items():
        people = _present(community, pair)
        if not people or not is_current(pair):
            continue
        if not all(is_language(code) for person in people.values() for code in person.languages):
            continue
        spoken = [working_languages(person) for person in people.values()]
        if not frozenset.intersection(*spoken):
            told = "; ".join(
                f"{name}: {', '.join(sorted(working_languages(person))) or '-'}"
                for name, person in people.items()
            )
            yield Finding(
                "no-shared-language",
                at(pair_path(pair_id), "members"),
                msg("the members share no language in which they can work ({told})", told=told),
                msg("Ask them, and correct languages in their files if there is one."),
                Severity.WARNING,
            )


def pairs_of_mentees(community: Community) -> Iterator[Finding]:
    """A mentee has one mentor at a time in a program for two."""
    first: dict[tuple[PersonId, ProgramId], PairId] = {}
    for pair_id, pair in community.pairs.items():
        program = community.programs.get(pair_id.program)
        if program is None or program.kind not in _FOR_TWO or pair.status not in _UNDER_WAY:
            continue
        for position, member in enumerate(pair.members):
            if member.role is not PairRole.MENTEE or member.end is not None:
                continue
            other = first.setdefault((member.person, pair_id.program), pair_id)
            if other != pair_id:
                yield Finding(
                    "mentee-in-two-pairs",
                    at(pair_path(pair_id), "members", position, "person"),
                    msg(
                        '"{name}" is mentee in {other} too, and both pairs go on',
                        name=member.person,
                        other=pair_path(other),
                    ),
                    msg("End one of the two, if it is not meant to be so."),
                    Severity.WARNING,
                )


def excluded_people(community: Community) -> Iterator[Finding]:
    """Nobody is in a pair with somebody they exclude."""
    for pair_id, pair in community.pairs.items():
        if not is_current(pair):
            continue
        people = _present(community, pair)
        for name, person in people.items():
            for other in person.excludes:
                if other in people and other != name:
                    yield Finding(
                        "excluded-together",
                        at(pair_path(pair_id), "members"),
                        msg('"{name}" must not be paired with "{other}"', name=name, other=other),
                        msg("End the pair, or ask {name} whether that still holds.", name=name),
                    )


def _present(community: Community, pair: Pair) -> dict[PersonId, Person]:
    """The members who have not left; nobody when one of them could not be read."""
    names = [member.person for member in current_members(pair)]
    people = {name: community.people[name] for name in names if name in community.people}
    return people if len(people) == len(set(names)) else {}
