"""program/community.yaml: what the community is."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from telemaco.records.base import Date, LanguageCode, LocalText, PersonRef, Record, Text, Url
from telemaco.records.reminders import CommunityReminders

NoteVisibility = Literal["counts", "members", "public"]


class ChannelKind(StrEnum):
    """Where a community talks."""

    SLACK = "slack"
    TEAMS = "teams"
    DISCORD = "discord"
    ZULIP = "zulip"
    MATRIX = "matrix"
    MATTERMOST = "mattermost"
    MAIL = "mail"
    FORUM = "forum"


class Channel(Record):
    """A place where the community talks."""

    kind: ChannelKind = Field(description="The kind of channel.")
    label: LocalText = Field(description="What the channel is called.")
    url: Url = Field(description="The public address that leads to it.")


class Privacy(Record):
    """Who may read the repository, and what is kept how long."""

    repository: Literal["public", "private"] = Field(
        "public",
        description="Whether strangers can read the files. A public repository refuses "
        "what must not be public.",
    )
    note_visibility: NoteVisibility = Field(
        "counts",
        description="What the site shows of a session note that says nothing itself: "
        "counts (that it took place), members (the same), public (its text too).",
    )
    retention_months: int | None = Field(
        None,
        ge=1,
        le=240,
        description="Months after which somebody who took part last should be forgotten.",
    )
    small_group: int = Field(
        5, ge=2, le=50, description="Figures about fewer people than this are not shown."
    )
    address_key: Annotated[str, StringConstraints(min_length=16)] | None = Field(
        None,
        description="Random letters, 16 or more. With them nobody outside of a private "
        "repository can work out who stands behind the page of a pair without names.",
    )


class Forge(Record):
    """Where the repository lives."""

    kind: Literal["github"] = Field(description="The forge.")
    repository: Annotated[str, StringConstraints(pattern=r"^[\w.-]+/[\w.-]+$")] = Field(
        description="Owner and name, e.g. example/mentoring."
    )


class Community(Record):
    """What the community is."""

    title: LocalText = Field(description="The name of the community.")
    tagline: LocalText | None = Field(None, description="One sentence that says what it is for.")
    about: LocalText | None = Field(
        None, description="Who you are, in Markdown: a few sentences for the home page."
    )
    url: Url | None = Field(None, description="Where the site is published.")
    languages: tuple[LanguageCode, ...] = Field(
        min_length=1, description="The languages of the site; the first is the default."
    )
    coordinators: tuple[PersonRef, ...] = Field(
        min_length=1, description="The people who run it: ids of files in program/people/."
    )
    contact: Text = Field(
        description="An address for private matters. It is shown on the site, so a shared "
        "mailbox, never a person's own."
    )
    code_of_conduct: Text = Field(
        description="Where the code of conduct is: an address, or a file of the repository."
    )
    channels: tuple[Channel, ...] = Field((), description="Where the community talks.")
    privacy: Privacy = Field(Privacy.model_construct(), description="Who may read what.")
    data_licence: Text | None = Field(
        None, description="The licence of the open data that the site offers, e.g. CC BY 4.0."
    )
    reminders: CommunityReminders | None = Field(
        None,
        description="How reminders behave in programs that say nothing themselves, and how "
        "much a run does.",
    )
    forge: Forge | None = Field(None, description="Where the repository lives.")
    today: Date | None = Field(
        None,
        description="A frozen date, for demonstrations only: every command takes it as "
        "today. A real community leaves it out.",
    )
