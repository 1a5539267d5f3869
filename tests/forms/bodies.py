"""What GitHub makes of a filled-in form."""

from collections.abc import Mapping

from telemaco.forms.values import Answers, Area, Boxes, Choice, Field, Form, Line
from tests.forms.words import say


def body_of(form: Form, answers: Answers) -> str:
    """The body of the issue, with the line endings of Unix."""
    return "\n\n".join(
        f"### {say(field.label)}\n\n{_written(field, answers)}" for field in form.fields
    )


def _written(field: Field, answers: Answers) -> str:
    given = answers.get(field.id, ())
    match field:
        case Boxes():
            return "\n".join(
                f"- [{'X' if box.value in given else ' '}] {say(box.label)}" for box in field.boxes
            )
        case Choice():
            labels: Mapping[str, str] = {
                option.value: say(option.label) for option in field.options
            }
            return ", ".join(labels[value] for value in given) or "_No response_"
        case Line() | Area():
            return given[0] if given else "_No response_"
