"""What GitHub makes of a filled-in form."""

from collections.abc import Sequence

from telemaco.forms.labels import CHOOSE, Words, box_labels, field_labels, option_labels
from telemaco.forms.values import Answers, Area, Boxes, Choice, Field, Form, Line
from tests.forms.words import say


def body_of(form: Form, answers: Answers, words: Words = say) -> str:
    """The body of the issue, with the line endings of Unix."""
    labels = field_labels(form, words)
    return "\n\n".join(
        f"### {label}\n\n{_written(field, answers.get(field.id, ()), words)}"
        for field, label in zip(form.fields, labels, strict=True)
    )


def _written(field: Field, given: Sequence[str], words: Words) -> str:
    match field:
        case Boxes():
            return "\n".join(
                f"- [{'X' if value in given else ' '}] {label}"
                for label, value in box_labels(field, words).items()
            )
        case Choice(is_written=True):
            return "\n".join(given) or "_No response_"
        case Choice():
            labels = {value: label for label, value in option_labels(field, words).items()}
            nothing = words(CHOOSE) if field.is_required else "_No response_"
            return ", ".join(labels[value] for value in given) or nothing
        case Line() | Area():
            return given[0] if given else "_No response_"
