"""A vocabulary from free texts: which entries, under which labels, with which aliases."""

from collections import Counter
from collections.abc import Mapping, Sequence

from telemaco.model.vocabulary.doubts import doubtful
from telemaco.model.vocabulary.labels import aliases, is_guess, labels
from telemaco.model.vocabulary.names import Names, gather
from telemaco.model.vocabulary.proposal import (
    Proposal,
    ProposedSkill,
    RareSkill,
)
from telemaco.model.vocabulary.relations import groups, related
from telemaco.model.vocabulary.spelling import identifier, words
from telemaco.records.base import ID_LENGTH, SkillId
from telemaco.records.skills import Skill


def propose(
    people: Sequence[Sequence[str]], vocabulary: Mapping[SkillId, Skill], most: int
) -> Proposal:
    """Entries for what the people name, `most` new ones at most if people agree on any.

    Each person is a list of texts. Skills that equally many people name are taken or left
    together, so that no choice hangs on the alphabet. The result depends on nothing but the
    texts, in any order, and the vocabulary that stands, whose ids are kept.
    """
    names = gather(people, vocabulary)
    counts = Counter(one for person in names.people for one in person)
    spelt = labels(names, vocabulary)
    chosen = _chosen(counts, names.known, most)
    ids = _ids(chosen, spelt, names.known, vocabulary)
    return Proposal(
        skills=_skills(names, counts, spelt, ids),
        rare=_rare(counts, spelt, ids),
        unplaced=names.unplaced,
        doubtful=doubtful(names.forms, spelt),
        misspelt=tuple(sorted(names.misspelt.items())),
        places={
            text: tuple(ids[one] for one in keys if one in ids)
            for text, keys in names.skills_of.items()
        },
        strings=len(names.skills_of),
        spellings=len({name for one in names.spellings.values() for name in one}),
        uses=counts.total(),
        covered=sum(count for one, count in counts.items() if one in ids),
    )


def _chosen(counts: Counter[str], known: Mapping[str, SkillId], most: int) -> list[str]:
    new = {one: count for one, count in counts.items() if one not in known}
    least = 1
    while sum(count >= least for count in new.values()) > most:
        least += 1
    if not any(count >= least for count in new.values()):
        least = 1
    taken = [one for one in counts if one in known or new[one] >= least]
    return sorted(taken, key=lambda one: (-counts[one], one))


def _ids(
    chosen: Sequence[str],
    spelt: Mapping[str, str],
    known: Mapping[str, SkillId],
    vocabulary: Mapping[SkillId, Skill],
) -> dict[str, SkillId]:
    taken: set[str] = set(vocabulary)
    ids = {}
    for one in chosen:
        if one in known:
            ids[one] = known[one]
            continue
        wanted = free = identifier(spelt[one])
        number = 2
        while free in taken:
            free = f"{wanted[: ID_LENGTH - 4].rstrip('-')}-{number}"
            number += 1
        taken.add(free)
        ids[one] = SkillId(free)
    return ids


def _skills(
    names: Names, counts: Counter[str], spelt: Mapping[str, str], ids: Mapping[str, SkillId]
) -> tuple[ProposedSkill, ...]:
    headings = _headings({one: spelt[one] for one in ids})
    also = {one: aliases(one, spelt[one], names) for one in ids}
    together = related(person & ids.keys() for person in names.people)
    return tuple(
        ProposedSkill(
            id=ids[one],
            label=spelt[one],
            people=counts[one],
            aliases=also[one],
            guessed=tuple(name for name in also[one] if is_guess(name, names)),
            group=headings.get(one),
            related=tuple(ids[other] for other in together.get(one, ())),
            is_new=one not in names.known,
        )
        for one in ids
    )


def _headings(spelt: Mapping[str, str]) -> dict[str, str]:
    """The heading of each skill, as the skill that it names is spelt, else as others spell it."""
    spoken = {one: words(label) for one, label in spelt.items()}
    headwords = groups(spoken)
    written: dict[str, str] = {}
    for one in sorted(spelt):
        said, shown = spoken[one], spelt[one].split()
        if len(said) == 1:
            written[said[0]] = spelt[one]
        else:
            written.setdefault(said[0], shown[0])
            written.setdefault(said[-1], shown[-1])
    return {one: written[word][0].upper() + written[word][1:] for one, word in headwords.items()}


def _rare(
    counts: Counter[str], spelt: Mapping[str, str], ids: Mapping[str, SkillId]
) -> tuple[RareSkill, ...]:
    entries = {words(spelt[one]): skill for one, skill in ids.items()}
    left = sorted((one for one in counts if one not in ids), key=lambda one: (-counts[one], one))
    return tuple(
        RareSkill(spelt[one], counts[one], _within(words(spelt[one]), entries)) for one in left
    )


def _within(spoken: tuple[str, ...], entries: Mapping[tuple[str, ...], SkillId]) -> SkillId | None:
    """The longest entry whose name stands at the end of this one, else at its beginning."""
    for length in range(len(spoken) - 1, 0, -1):
        for some in (spoken[-length:], spoken[:length]):
            if some in entries:
                return entries[some]
    return None
