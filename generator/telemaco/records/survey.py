"""program/surveys/<survey>.yaml, the answers to it, and what came of them."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from telemaco.records.base import ItemRef, LocalText, ProgramRef, Record, SurveyRef, Text, Url
from telemaco.records.program import Role

Reader = Literal["pair", "coordinator", "everybody"]
"""Who reads answers: the others in the pair, the coordinators, or everybody."""


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
    former: tuple[LocalText, ...] = Field(
        (),
        description="The question as it was asked before; forms and tables with it are read, too.",
    )
    roles: tuple[Role, ...] = Field(
        (), description="Who is asked it; all whom the survey asks, when left out."
    )
    readers: tuple[Reader, ...] = Field(
        (), description="Who reads the answers to it; the survey's readers, when left out."
    )
    scale: tuple[LocalText, ...] = Field((), description="The answers to choose from, in order.")
    required: bool = Field(default=False, description="Whether it must be answered.")
    reverse: bool = Field(default=False, description="Whether a high answer is a bad one.")
    mirrors: ItemRef | None = Field(
        None, description="The question of the other role that asks the same."
    )

    @property
    def choices(self) -> tuple[str, ...]:
        """The answers that can be given, as files write them, in their order; none for texts."""
        match self.kind:
            case ItemKind.TEXT:
                return ()
            case ItemKind.RECOMMEND:
                return tuple(map(str, range(11)))
            case ItemKind.GAS:
                return tuple(map(str, range(-2, 3)))
            case _:
                return tuple(str(place) for place in range(1, len(self.scale) + 1))


class SurveySource(Record):
    """Where the questions come from."""

    name: LocalText = Field(description="The instrument and its authors.")
    licence: LocalText = Field(description="The licence it may be used under.")
    url: Url | None = Field(None, description="Where it is published.")


class Survey(Record):
    """Questions about how the mentoring goes."""

    title: LocalText = Field(description="The name of the survey.")
    roles: tuple[Role, ...] = Field(min_length=1, description="Who is asked.")
    readers: tuple[Reader, ...] = Field(min_length=1, description="Who reads the answers.")
    anonymity: Literal["aggregate", "confidential", "named"] = Field(
        "aggregate", description="aggregate: no person and no pair is kept with an answer."
    )
    source: SurveySource | None = Field(None, description="Where the questions come from.")
    items: tuple[Item, ...] = Field(min_length=1, description="The questions.")
    confirmation: LocalText | None = Field(
        None, description="What is said to people once they have answered."
    )

    def is_reported(self, item: Item) -> bool:
        """Whether figures of the question stand in reports: not of what a pair alone reads."""
        return not {"coordinator", "everybody"}.isdisjoint(item.readers or self.readers)

    def asked_of(self, role: Role) -> tuple[Item, ...]:
        """The questions that somebody who takes part as this is asked."""
        return tuple(item for item in self.items if role in (item.roles or self.roles))


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


class ItemResult(Record):
    """How a question was answered."""

    answers: int = Field(ge=1, le=100_000, description="How many people answered it.")
    counts: tuple[Annotated[int, Field(ge=0, le=100_000)], ...] = Field(
        min_length=2, max_length=60, description="How many gave each answer, in their order."
    )


class GroupResult(Record):
    """How those who take part as the same answered."""

    role: Role = Field(description="What they take part as.")
    answers: int = Field(ge=1, le=100_000, description="How many of them answered.")
    items: dict[ItemRef, ItemResult] = Field(description="Each question that enough answered.")
    quotes: dict[ItemRef, tuple[Text, ...]] = Field(
        default_factory=dict, description="Words that their authors allow to be quoted."
    )


class Results(Record):
    """How a survey was answered in a program: counts of many people, and of nobody alone."""

    groups: tuple[GroupResult, ...] = Field(description="Those who answered, by their role.")
