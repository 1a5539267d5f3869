"""pairs/<program>/matches/<date>.yaml: what a run of the matching did."""

from typing import Annotated

from pydantic import Field, StringConstraints

from telemaco.records.base import (
    Date,
    LanguageCode,
    PersonId,
    PersonRef,
    Record,
    SkillRef,
    Text,
    TimeOfDay,
)
from telemaco.records.layout import Kind, address_of
from telemaco.records.reminders import Weekday


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


class MeetingTime(Record):
    """A time of the week, by the clock of a place."""

    timezone: Text = Field(description="The IANA time zone.")
    day: Weekday = Field(description="The day of the week.")
    start: TimeOfDay = Field(alias="from", description="From this time, e.g. 18:00.")
    end: TimeOfDay = Field(alias="to", description="To this time; on the next day if before.")


class Together(Record):
    """What all members of a group share."""

    text: Text = Field(description="All of it in words.")
    language: LanguageCode | None = Field(None, description="The language that all speak.")
    times: tuple[MeetingTime, ...] = Field(
        (),
        description="The time that all are free, by every clock among them; a place twice when it "
        "is another time there in some weeks.",
    )
    silent: tuple[PersonRef, ...] = Field((), description="Who does not say when they are free.")


class Groups(Record):
    """How the groups of a run came about."""

    proven: bool = Field(description="Whether they are proven to be the best.")
    at_most: int = Field(ge=0, description="People whom no groups could serve more than.")
    moved: int = Field(0, ge=0, description="Members who changed groups in the end.")
    shared_before: int | None = Field(
        None, ge=0, le=1000, description="What members shared before, of 1000."
    )
    shared_after: int | None = Field(
        None, ge=0, le=1000, description="What members share after it, of 1000."
    )
    score_before: int | None = Field(
        None, ge=0, le=100_000, description="The mean score before, of 100000."
    )
    score_after: int | None = Field(
        None, ge=0, le=100_000, description="The mean score after it, of 100000."
    )


class ProposedPair(Record):
    """A pair that was proposed."""

    pair: Text = Field(description="The pair's folder.")
    members: tuple[PersonRef, ...] = Field(min_length=2, description="Mentor first.")
    co_mentors: tuple[PersonRef, ...] = Field((), description="Those of them who mentor, too.")
    score: int = Field(ge=0, le=100, description="Its score, of 100.")
    together: Together | None = Field(None, description="What all members of a group share.")
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


class Pin(Record):
    """A pair that must be, whatever it scores."""

    mentor: PersonRef = Field(description="The mentor.")
    mentee: PersonRef = Field(description="The mentee.")


Two = Annotated[tuple[PersonRef, ...], Field(min_length=2, max_length=2)]
"""Two people, in any order."""

Digest = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
ShortDigest = Annotated[str, StringConstraints(pattern="^[0-9a-f]{16}$")]


class Receipt(Record):
    """A run of the matching."""

    on: Date = Field(description="The day.")
    version: Text = Field(description="The version of Telemaco.")
    seed: Text = Field(description="The word that breaks ties.")
    digest: Digest = Field(description="SHA-256 of everything that went in.")
    replaces: Text | None = Field(
        None, description="The receipt whose proposals were dropped and made anew."
    )
    pins: tuple[Pin, ...] = Field((), description="Pairs that were to be made.")
    forbids: tuple[Two, ...] = Field((), description="Two who were not to be paired.")
    force: bool = Field(default=False, description="Whether pins could break limits.")
    settings: dict[Text, Text] = Field({}, description="The settings that were used.")
    pairs: tuple[ProposedPair, ...] = Field((), description="The pairs that were proposed.")
    waiting: tuple[PersonRef, ...] = Field(
        (), description="Who only waited for a place, and was left out for those accepted."
    )
    groups: Groups | None = Field(None, description="How its groups came about.")
    unmatched: tuple[Unmatched, ...] = Field((), description="Who was left.")
    recruit: tuple[Recruit, ...] = Field((), description="The places that would bring most.")
    inputs: dict[Text, ShortDigest] = Field(
        {},
        description="The files that went in, each with the beginning of the SHA-256 of what the "
        "matching looks at in it.",
    )

    @property
    def people(self) -> frozenset[PersonId]:
        """Everybody who took part, as far as the receipt tells."""
        addresses = [address for path in self.inputs if (address := address_of(path))]
        return frozenset(
            {person for pair in self.pairs for person in pair.members}
            | {one.person for one in self.unmatched}
            | {PersonId(one.names[0]) for one in addresses if one.kind is Kind.PERSON}
        )
