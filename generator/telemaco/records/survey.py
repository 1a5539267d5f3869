"""program/surveys/<survey>.yaml and the answers to it."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from telemaco.records.base import ItemRef, LocalText, ProgramRef, Record, SurveyRef, Text, Url
from telemaco.records.program import Role


class ItemKind(StrEnum):
    """How a question is answered."""

    SCALE = "scale"
    CHOICE = "choice"
    MULTI = "multi"
    TEXT = "text"
    RECOMMEND = "recommend-0-10"
    GAS = "gas"


class Item(Record):
    """A question."""

    id: ItemRef = Field(description="A short word for it.")
    kind: ItemKind = Field(description="How it is answered.")
    text: LocalText = Field(description="The question.")
    scale: tuple[LocalText, ...] = Field((), description="The answers to choose from, in order.")
    required: bool = Field(default=False, description="Whether it must be answered.")
    reverse: bool = Field(default=False, description="Whether a high answer is a bad one.")
    mirrors: ItemRef | None = Field(
        None, description="The question of the other role that asks the same."
    )


class SurveySource(Record):
    """Where the questions come from."""

    name: Text = Field(description="The instrument and its authors.")
    licence: Text = Field(description="The licence it may be used under.")
    url: Url | None = Field(None, description="Where it is published.")


class Survey(Record):
    """Questions about how the mentoring goes."""

    title: LocalText = Field(description="The name of the survey.")
    roles: tuple[Role, ...] = Field(min_length=1, description="Who is asked.")
    readers: tuple[Literal["pair", "coordinator", "everybody"], ...] = Field(
        min_length=1, description="Who reads the answers."
    )
    anonymity: Literal["aggregate", "confidential", "named"] = Field(
        "aggregate", description="aggregate: no person and no pair is kept with an answer."
    )
    source: SurveySource | None = Field(None, description="Where the questions come from.")
    items: tuple[Item, ...] = Field(min_length=1, description="The questions.")


class Answer(Record):
    """One person's answers to a survey."""

    survey: SurveyRef = Field(description="The survey's name.")
    version: Text | None = Field(None, description="The version of the survey.")
    program: ProgramRef = Field(description="The program.")
    role: Role = Field(description="What the person takes part as.")
    week: Annotated[str, StringConstraints(pattern=r"^\d{4}-W\d{2}$")] = Field(
        description="The week of the answer, e.g. 2027-W05; a day would tell too much."
    )
    answers: dict[ItemRef, Text | tuple[Text, ...]] = Field(
        description="An answer a question: its text, its place in the scale, or several."
    )
    share: Literal["aggregate", "quote"] = Field(
        "aggregate", description="Whether words may be quoted, without a name."
    )
