"""The forms by which people say something: feedback on a survey, a question."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from telemaco.forms.choosing import choice, in_all_languages, size
from telemaco.forms.notices import agreement, notices
from telemaco.forms.programs import current, program_field
from telemaco.forms.values import Area, Choice, Field, Form, Option
from telemaco.messages import Worded, msg
from telemaco.model.community import Community
from telemaco.model.instruments import GAS_WORDS
from telemaco.records.program import Role
from telemaco.records.survey import Item, ItemKind, Survey
from telemaco.records.text import worded

FEEDBACK, ASK = "feedback", "ask-the-coordinator"

ITEM = "item-"
"""How the ids of the fields begin that hold the questions of a survey; its item's id follows."""

_MOST_BYTES = 30_000


def feedback(community: Community) -> Iterator[Form]:
    """A form for each survey that may be answered where others read it, and by name."""
    surveys = {name: one for name, one in community.surveys.items() if is_public_safe(one)}
    uses = Counter(
        title for survey in surveys.values() for title in set(in_all_languages(survey.title))
    )
    for number, (survey_id, survey) in enumerate(surveys.items(), start=1):
        is_shared = any(uses[title] > 1 for title in in_all_languages(survey.title))
        title = survey_id if is_shared else worded(survey.title, community.settings.languages)
        form = _feedback(community, title, survey)
        name = FEEDBACK if number == 1 else f"{FEEDBACK}-{number}"
        yield replace(form, name=name, subject=survey_id)


def is_public_safe(survey: Survey) -> bool:
    """Whether everybody may read who answered what; an issue hides neither from anybody."""
    return survey.anonymity == "named" and "everybody" in survey.readers and _fits(survey)


def ask_the_coordinator(community: Community) -> Form:
    """The form for a question that everybody may read."""
    return Form(
        ASK,
        msg("Ask the coordinators"),
        msg("You have a question, an idea, or something does not work."),
        ASK,
        (
            *notices(
                community,
                msg("The coordinators answer here, where others with the same question find it."),
            ),
            Area("question", msg("Your question for the coordinators"), None, is_required=True),
            replace(
                program_field(community, msg("Is it about a program?"), current(community)),
                is_required=False,
            ),
            agreement(msg("I know that others can read this issue.")),
        ),
    )


def _feedback(community: Community, title: str | Worded, survey: Survey) -> Form:
    return Form(
        FEEDBACK,
        msg("Feedback: {survey}", survey=title),
        msg("A few questions. Everybody may read the answers."),
        FEEDBACK,
        (
            *notices(
                community,
                msg("Your answers stand here with your name on GitHub, for everybody to read."),
            ),
            program_field(
                community, msg("Program that {survey} is about", survey=title), current(community)
            ),
            Choice(
                "role",
                msg("What do you take part as?"),
                tuple(Option(role, _ROLES[role]) for role in survey.roles),
                is_required=True,
            ),
            *(_asked(community, _for_all(item, survey)) for item in survey.items),
            agreement(msg("I know that others can read this issue.")),
        ),
    )


def _for_all(item: Item, survey: Survey) -> Item:
    """The question; one that only some are asked can be left out in a form for all."""
    is_for_all = {*survey.roles} <= {*(item.roles or survey.roles)}
    return item if is_for_all else item.model_copy(update={"required": False})


def _asked(community: Community, item: Item) -> Field:
    former = tuple(worded(text, community.settings.languages) for text in item.former)
    return replace(_as_it_is_asked(community, item), former=former)


def _as_it_is_asked(community: Community, item: Item) -> Field:
    languages = community.settings.languages
    name, text = f"{ITEM}{item.id}", worded(item.text, languages)
    match item.kind:
        case ItemKind.TEXT:
            return Area(name, text, is_required=item.required)
        case ItemKind.GAS:
            return Choice(name, text, _GAS, is_required=item.required)
        case ItemKind.RECOMMEND:
            options = tuple(Option(str(number), str(number)) for number in range(10, -1, -1))
            told = msg("From 10, certainly, to 0, certainly not.")
            return Choice(name, text, options, told, is_required=item.required)
        case _:
            return choice(
                Choice(
                    name,
                    text,
                    tuple(
                        Option(str(number), worded(label, languages))
                        for number, label in enumerate(item.scale, start=1)
                    ),
                    takes_several=item.kind is ItemKind.MULTI,
                    is_required=item.required,
                )
            )


def _fits(survey: Survey) -> bool:
    """Whether its questions and answers are short enough for a form."""
    texts = [text for item in survey.items for text in (item.text, *item.scale)]
    around = 150 * len(survey.items)
    return around + sum(size(worded(text)) for text in texts) <= _MOST_BYTES


_GAS = tuple(Option(level, GAS_WORDS[level]) for level in ("0", "2", "1", "-1", "-2"))
_ROLES = {
    Role.MENTOR: msg("mentor"),
    Role.MENTEE: msg("mentee"),
    Role.PEER: msg("peer"),
    Role.FACILITATOR: msg("facilitator"),
}
