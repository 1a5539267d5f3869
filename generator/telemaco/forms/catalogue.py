"""The forms of a community, by their data or by what somebody wrote with one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from telemaco.forms.agreeing import accept_the_agreement
from telemaco.forms.asking import ask_the_coordinator, feedback
from telemaco.forms.body import headings_of, lines_of, read
from telemaco.forms.joining import join_as_mentee, join_as_mentor, join_as_peer
from telemaco.forms.labels import Words, field_labels, known_headings
from telemaco.forms.meeting import session_note
from telemaco.forms.pairing import confirm_a_pair, propose_a_pair
from telemaco.forms.staying import pause_or_leave, update_my_entry
from telemaco.forms.values import Choice, Form, Item
from telemaco.model.community import Community
from telemaco.records.base import Language


@dataclass(frozen=True, slots=True)
class Recognised:
    """The form that a text was written with, and the language it was shown in."""

    form: Form
    language: Language


def forms_of(community: Community) -> tuple[Form, ...]:
    """Every form, those that have nothing to offer at present (`is_offered`) included.

    They hang on community.yaml, the skills, programs and surveys as they are written in a form's
    file; people, pairs and guides are only known to who reads the answers.
    """
    forms = (
        join_as_mentor(community),
        join_as_mentee(community),
        join_as_peer(community),
        session_note(community),
        propose_a_pair(community),
        confirm_a_pair(community),
        accept_the_agreement(community),
        update_my_entry(community),
        *feedback(community),
        pause_or_leave(community),
        ask_the_coordinator(community),
    )
    return tuple(
        replace(form, items=tuple(item for item in form.items if _asks_something(item)))
        for form in forms
    )


def recognise(
    body: str, forms: Sequence[Form], words: Mapping[Language, Words]
) -> Recognised | None:
    """The form and the language of a text, by its headings alone; None if of no form.

    `words` has the words of each language of the community, its own first. A form is known by
    its first heading, which no other has; where languages share it, as those without a
    translation do, the one that fits best counts.
    """
    first = next((heading for _, heading in headings_of(lines_of(body))), None)
    found = [
        Recognised(form, language)
        for form in forms
        for language in words
        if first is not None and _begins_with(form, words[language], first)
    ]
    if len(found) <= 1:
        return found[0] if found else None
    return min(found, key=lambda one: _problems(body, one, words[one.language]))


def _begins_with(form: Form, words: Words, heading: str) -> bool:
    """Whether the heading is, or was, that of the form's first field."""
    label = known_headings(form, words).get(heading)
    return label is not None and label == field_labels(form, words)[0]


def _asks_something(item: Item) -> bool:
    """Whether an item has anything to choose from; what has to be chosen keeps its place."""
    if not isinstance(item, Choice) or item.is_written or item.is_required:
        return True
    return bool(item.options)


def _problems(body: str, one: Recognised, words: Words) -> int:
    answers = read(one.form, words, body)
    return len(answers) if isinstance(answers, tuple) else 0
