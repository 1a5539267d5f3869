"""pairs/<program>/matches/<date>.yaml: what a run of the matching did."""

from typing import Annotated

from pydantic import Field, StringConstraints

from telemaco.records.base import Date, LanguageCode, PersonRef, Record, SkillRef, Text


class Share(Record):
    """What one criterion gave to a pair's score."""

    criterion: Text = Field(description="The criterion.")
    weight: int = Field(ge=0, description="Its weight.")
    value: int = Field(ge=0, le=1000, description="How well it is met, of 1000.")
    points: int = Field(ge=0, description="Points of the score of 100000 that it gave.")


class RunnerUp(Record):
    """Somebody who would have been the next choice of a member."""

    of: PersonRef = Field(description="The member.")
    person: PersonRef = Field(description="The next choice.")
    score: int = Field(ge=0, le=100, description="The score with them, of 100.")


class ProposedPair(Record):
    """A pair that was proposed."""

    pair: Text = Field(description="The pair's folder.")
    members: tuple[PersonRef, ...] = Field(min_length=2, description="Mentor first.")
    score: int = Field(ge=0, le=100, description="Its score, of 100.")
    shares: tuple[Share, ...] = Field((), description="What each criterion gave.")
    cautions: tuple[Text, ...] = Field((), description="What the pair should know.")
    runners_up: tuple[RunnerUp, ...] = Field(
        (), description="The next choices of every member, three each at most."
    )


class Unmatched(Record):
    """Somebody who was left without a partner."""

    person: PersonRef = Field(description="The person.")
    binding: Text = Field(description="What stood in the way.")
    closest: Text | None = Field(None, description="Who came closest, and what forbids them.")
    would_help: Text | None = Field(
        None, description="The smallest single change that would serve one more person."
    )


class Recruit(Record):
    """One more place that would help: with a mentor who is there, or with a new one."""

    mentor: PersonRef | None = Field(None, description="The mentor who is there.")
    skills: tuple[SkillRef, ...] = Field((), description="What a new mentor would know, one of.")
    language: LanguageCode | None = Field(None, description="What a new mentor would speak.")
    timezone: Text | None = Field(None, description="Where a new mentor would live.")
    serves: int = Field(ge=0, le=1, description="How many more people would have a mentor.")
    points: int = Field(description="What the others would gain, of the 100000 points of a pair.")


class Receipt(Record):
    """A run of the matching."""

    on: Date = Field(description="The day.")
    version: Text = Field(description="The version of Telemaco.")
    seed: Text = Field(description="The word that breaks ties.")
    digest: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")] = Field(
        description="SHA-256 of everything that went in."
    )
    settings: dict[Text, Text] = Field({}, description="The settings that were used.")
    pairs: tuple[ProposedPair, ...] = Field((), description="The pairs that were proposed.")
    unmatched: tuple[Unmatched, ...] = Field((), description="Who was left.")
    recruit: tuple[Recruit, ...] = Field((), description="The places that would bring most.")
