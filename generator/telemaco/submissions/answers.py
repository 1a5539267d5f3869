"""The answers of a form as plain values, which the rules then judge."""

import re
from datetime import date

from telemaco.forms.values import Answers, Form, Wording

_NUMBER = re.compile(r"0|-?[1-9]\d{0,8}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def text_of(answers: Answers, field: str) -> str:
    """The text of a field without the space around it; empty when there is none."""
    return answers.get(field, ("",))[0].strip() if answers.get(field) else ""


def number(text: str) -> int | str:
    """The whole number that a text is; other texts stay, and the rules tell that they are none."""
    return int(text) if _NUMBER.fullmatch(text) else text


def day(text: str) -> date | str:
    """The day that a text is; other texts stay, and the rules tell that they are none."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else text
    except ValueError:
        return text


def label_of(form: Form, field: str) -> "Wording | None":
    """What the form calls a field."""
    return next((one.label for one in form.fields if one.id == field), None)
