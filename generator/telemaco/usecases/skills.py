"""Propose a skill vocabulary: from free words given, or from those in people's files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from telemaco.findings import TelemacoError
from telemaco.loading.load import load
from telemaco.loading.tags import Tags, of_person
from telemaco.loading.text import decode
from telemaco.messages import msg
from telemaco.model.vocabulary.file import with_proposal
from telemaco.model.vocabulary.proposal import Proposal
from telemaco.model.vocabulary.propose import propose
from telemaco.ports import SourceFile, Sources, Writer
from telemaco.records.base import SkillId
from telemaco.records.layout import MAXIMUM_SIZE, SKILLS, Kind, address_of
from telemaco.records.skills import Skill


@dataclass(frozen=True, slots=True)
class Rewording:
    """A word in a person's file and the ids to put in its place."""

    path: str
    word: str
    skills: tuple[SkillId, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is proposed, the file that says it, and what people's files should say then."""

    proposal: Proposal
    old_text: str
    new_text: str
    rewordings: tuple[Rewording, ...] = ()


def suggest_for(people: Sequence[Tags], sources: Sources | None, most: int) -> Suggestion:
    """Propose entries for words given; `sources` is the community that they are for, if any."""
    vocabulary = _vocabulary(sources) if sources else {}
    old = (sources.read(SKILLS) or b"") if sources else b""
    return _suggestion(people, vocabulary, old, most)


def suggest_for_community(sources: Sources, most: int) -> Suggestion:
    """Propose entries for the words in people's files that the vocabulary does not have."""
    vocabulary = _vocabulary(sources)
    words = {file.path: of_person(file.path, file.content) for file in _people(sources)}
    found = _suggestion(list(words.values()), vocabulary, sources.read(SKILLS) or b"", most)
    rewordings = [
        Rewording(path, word, found.proposal.places[word])
        for path, some in words.items()
        for word in dict.fromkeys(some)
        if found.proposal.places[word] not in {(), (word,)}
    ]
    return Suggestion(found.proposal, found.old_text, found.new_text, tuple(rewordings))


def write_vocabulary(suggestion: Suggestion, writer: Writer) -> None:
    """Write the file that is proposed. Raises TelemacoError when it cannot be, or is too large."""
    size = len(suggestion.new_text.encode())
    if size > MAXIMUM_SIZE:
        raise TelemacoError(
            msg(
                "{path} would have {size} bytes; {most} are allowed",
                path=SKILLS,
                size=size,
                most=MAXIMUM_SIZE,
            ),
            msg("Take fewer skills: a smaller number after --most."),
        )
    if suggestion.new_text != suggestion.old_text:
        writer.write(SKILLS, suggestion.new_text.encode())


def _suggestion(
    people: Sequence[Tags], vocabulary: Mapping[SkillId, Skill], old: bytes, most: int
) -> Suggestion:
    text = decode(SKILLS, old)
    proposal = propose(people, vocabulary, most)
    standing = text if isinstance(text, str) else ""
    return Suggestion(proposal, standing, with_proposal(standing, proposal))


def _vocabulary(sources: Sources) -> Mapping[SkillId, Skill]:
    community = load(file for file in sources.files() if _is(file.path, Kind.SKILLS)).community
    if community.is_unread(Kind.SKILLS):
        raise TelemacoError(
            msg("{path} cannot be read", path=SKILLS),
            msg("Run telemaco check, which says what is wrong with it."),
        )
    return community.skills


def _people(sources: Sources) -> list[SourceFile]:
    return [
        file
        for file in sources.files()
        if isinstance(file, SourceFile) and _is(file.path, Kind.PERSON)
    ]


def _is(path: str, kind: Kind) -> bool:
    address = address_of(path)
    return address is not None and address.kind is kind
