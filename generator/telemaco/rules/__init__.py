"""What is wrong between the files: every rule, in one list."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from telemaco.findings import Finding
from telemaco.model.community import Community
from telemaco.rules import (
    agreements,
    answers,
    capacity,
    company,
    confirmations,
    dates,
    endings,
    enrolments,
    future,
    languages,
    orders,
    placeholders,
    privacy,
    programs,
    references_of_notes,
    references_of_pairs,
    references_of_people,
    references_of_programs,
    repetitions,
    roles,
    sessions,
    spans,
    surveys,
)

Rule = Callable[[Community], Iterable[Finding]]
DatedRule = Callable[[Community, date], Iterable[Finding]]

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
    references_of_pairs.pairs_of_receipts,
    references_of_pairs.days_of_receipts,
    orders.orders_of_receipts,
    references_of_notes.pairs_of_notes,
    references_of_notes.people_of_notes,
    references_of_notes.goals_of_notes,
    references_of_notes.agendas_of_notes,
    surveys.scales,
    surveys.mirrors,
    surveys.roles_of_questions,
    surveys.roles_of_evaluations,
    surveys.moments,
    answers.answers,
    answers.results,
    answers.surveys_of_answers,
    repetitions.skills,
    repetitions.aliases,
    repetitions.parts_of_programs,
    repetitions.parts_of_pairs,
    repetitions.actions,
    repetitions.questions,
    repetitions.members,
    repetitions.enrolments,
    repetitions.people,
    repetitions.names_in_lists,
    languages.codes,
    languages.texts,
    languages.apart,
    languages.guides,
    placeholders.placeholders,
    agreements.versions,
    dates.dates_of_programs,
    dates.dates_of_pairs,
    dates.dates_of_enrolments,
    spans.pairs_within_programs,
    spans.enrolments_within_programs,
    spans.sessions_within_pairs,
    spans.days_within_pairs,
    spans.agreements_within_programs,
    spans.days_after_sessions,
    roles.roles_of_members,
    roles.roles_of_enrolments,
    enrolments.members_take_part,
    enrolments.matched_people_have_pairs,
    company.shared_languages,
    company.pairs_of_mentees,
    company.excluded_people,
    confirmations.confirmations,
    capacity.mentors,
    capacity.groups,
    capacity.programs,
    endings.endings,
    endings.pauses,
    endings.programs_of_pairs,
    sessions.whole_notes,
    sessions.members_of_the_day,
    sessions.somebody_came,
    sessions.clashes,
    programs.formal_programs,
    programs.ladders,
    programs.pair_rules,
    privacy.names_of_published_people,
    privacy.exclusions_in_public,
    privacy.answers_in_public,
    privacy.rooms_in_public,
    privacy.rooms_of_programs,
)

RULES_OF_TEXTS: tuple[Rule, ...] = (
    privacy.texts_of_notes_in_public,
    privacy.names_in_public_notes,
)
"""Rules that read the texts of notes, which no other rule does; each note is judged by itself."""


DATED_RULES: tuple[DatedRule, ...] = (
    future.days_of_people,
    future.days_of_pairs,
    future.days_of_sessions,
)
"""Rules that need to know today."""


def judge(community: Community, today: date | None = None) -> Iterator[Finding]:
    """Everything that any rule finds.

    Without `today` the date counts that is frozen in community.yaml; without either, nothing is
    said to lie in the future.
    """
    for rule in RULES:
        yield from rule(community)
    yield from judge_texts(community)
    day = today or community.settings.today
    if day is not None:
        for dated_rule in DATED_RULES:
            yield from dated_rule(community, day)


def judge_texts(community: Community) -> Iterator[Finding]:
    """What is found in the texts of notes."""
    for rule in RULES_OF_TEXTS:
        yield from rule(community)
