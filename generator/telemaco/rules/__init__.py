"""What is wrong between the files: every rule, in one list."""

from collections.abc import Callable, Iterable, Iterator

from telemaco.findings import Finding
from telemaco.model.community import Community
from telemaco.rules import (
    references_of_notes,
    references_of_pairs,
    references_of_people,
    references_of_programs,
    surveys,
)

Rule = Callable[[Community], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    references_of_people.programs_of_enrolments,
    references_of_people.people_of_people,
    references_of_people.coordinators,
    references_of_people.skills,
    references_of_people.related_skills,
    references_of_programs.agendas,
    references_of_programs.surveys,
    references_of_pairs.programs_of_folders,
    references_of_pairs.members,
    references_of_pairs.people_of_pairs,
    references_of_pairs.aims_of_program,
    references_of_pairs.receipts,
    references_of_notes.pairs_of_notes,
    references_of_notes.people_of_notes,
    references_of_notes.goals_of_notes,
    references_of_notes.agendas_of_notes,
    surveys.scales,
    surveys.mirrors,
    surveys.answers,
    surveys.surveys_of_answers,
)


def judge(community: Community) -> Iterator[Finding]:
    """Everything that any rule finds."""
    for rule in RULES:
        yield from rule(community)
