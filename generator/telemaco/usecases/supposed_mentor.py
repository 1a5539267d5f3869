"""A mentor who is not there yet, as --what-if describes one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from telemaco.findings import TelemacoError
from telemaco.loading import record_words
from telemaco.matching.newcomers import Newcomer, person_of
from telemaco.messages import Choices, msg
from telemaco.model.community import Community
from telemaco.model.zones import zone_meant, zone_named
from telemaco.records.base import PersonId, ProgramId
from telemaco.records.parsing import Fault
from telemaco.records.person import LanguageLevel, Person
from telemaco.records.program import ProgramKind, Role
from telemaco.usecases.named import meant

_FACTS = ("skill", "level", "language", "zone", "capacity")


def with_mentor(community: Community, program: ProgramId, written: str) -> Community:
    """The community with one more mentor: `skill=optics level=expert language=nl,en zone=...`.

    They are free every day. The level is expert when left out, language and zone are those of
    most mentees of the program, the places what the program gives a mentor. Raises TelemacoError.
    """
    if community.programs[program].kind is ProgramKind.PEER_CIRCLE:
        raise TelemacoError(msg("Nobody mentors in {program}: peers meet there.", program=program))
    facts = _facts(written)
    mentees = list(_mentees(community, program))
    person = person_of(
        Newcomer(
            program,
            dict.fromkeys(_skills(community, facts), facts.get("level", "expert")),
            _languages(community, facts, mentees),
            _zone(facts, mentees),
            facts.get("capacity"),
        )
    )
    if isinstance(person, tuple):
        raise _refused(person[0])
    return replace(community, people={**community.people, _free_name(community): person})


def _facts(written: str) -> Mapping[str, str]:
    """The words by their key. Raises TelemacoError for one without a key that is known."""
    facts = {}
    for word in written.split():
        key, _, value = word.partition("=")
        if key not in _FACTS or not value:
            raise TelemacoError(
                msg("mentor: {word} is not understood.", word=word),
                (meant(key, _FACTS) if key not in _FACTS else None)
                or msg("Write {keys}, each with = and its value.", keys=Choices(_FACTS)),
            )
        facts[key] = value
    return facts


def _skills(community: Community, facts: Mapping[str, str]) -> Sequence[str]:
    if "skill" not in facts:
        raise TelemacoError(
            msg("mentor: it is not said which skill they know."),
            msg("Write mentor: skill=SKILL, with an id of program/skills.yaml."),
        )
    skills = facts["skill"].split(",")
    for skill in skills:
        if skill not in community.skills:
            raise TelemacoError(
                msg("There is no skill {name}.", name=skill),
                meant(skill, community.skills)
                or msg("Choose an id of program/skills.yaml, or add the skill there."),
            )
    return skills


def _languages(
    community: Community, facts: Mapping[str, str], mentees: Sequence[Person]
) -> Sequence[str]:
    if "language" in facts:
        return facts["language"].split(",")
    spoken = (
        language
        for mentee in mentees
        for language, level in mentee.languages.items()
        if level is not LanguageLevel.BASIC
    )
    return [_most_common(spoken) or community.settings.languages[0]]


def _zone(facts: Mapping[str, str], mentees: Sequence[Person]) -> str:
    if "zone" not in facts:
        return _most_common(mentee.timezone for mentee in mentees) or "UTC"
    zone = facts["zone"]
    named = zone_named(zone)
    if named is None:
        nearest = zone_meant(zone)
        raise TelemacoError(
            msg("There is no time zone {name}.", name=zone),
            msg("Did you mean {meant}?", meant=nearest)
            if nearest
            else msg(
                "Write the continent and the city whose clock it is, in English: Europe/Rome."
            ),
        )
    return named


def _mentees(community: Community, program: ProgramId) -> Iterator[Person]:
    for person in community.people.values():
        if any(one.program == program and one.role is Role.MENTEE for one in person.enrolments):
            yield person


def _most_common(words: Iterable[str]) -> str | None:
    """The word that comes most often; of equals the first by the alphabet."""
    counted = Counter(words)
    return min(counted, key=lambda word: (-counted[word], word), default=None)


def _free_name(community: Community) -> PersonId:
    names = (f"new-mentor-{number}" for number in count(1))
    return PersonId(next(name for name in names if name not in community.people))


def _refused(fault: Fault) -> TelemacoError:
    """What is wrong, with the key that was written rather than the one of a person's file."""
    key = "language" if fault.route[0] == "languages" else fault.route[-1]
    finding = record_words.finding("", replace(fault, route=(key,)))
    return TelemacoError(finding.message, finding.hint)
