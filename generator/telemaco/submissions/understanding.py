"""What was understood of a form, in the words of the form."""

from collections.abc import Iterator

from telemaco.forms.values import Boxes, Choice, Field, Wording
from telemaco.submissions.draft import Draft
from telemaco.submissions.texts import is_refused
from telemaco.submissions.values import Filled, Understood


def understood(filled: Filled, draft: Draft) -> Iterator[Understood]:
    """A row for every field that was answered, then what was understood besides.

    What is refused is not said a second time, and neither are boxes that had to be ticked.
    """
    for field in filled.form.fields:
        answer = filled.answers.get(field.id, ())
        values = draft.meant.get(field.id, tuple(_values(field, answer)))
        if values and not isinstance(field, Boxes):
            yield Understood(field.label, values)
    yield from draft.more


def _values(field: Field, answer: tuple[str, ...]) -> Iterator[Wording]:
    labels = (
        {option.value: option.label for option in field.options}
        if isinstance(field, Choice)
        else {}
    )
    for value in answer:
        if value in labels:
            yield labels[value]
        elif value.strip() and not is_refused(value):
            yield value.strip()
