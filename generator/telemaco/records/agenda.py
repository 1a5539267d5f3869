"""program/agendas/<agenda>.<language>.md: the front matter of a guide for a session."""

from pydantic import Field

from telemaco.records.base import Record, Text


class Agenda(Record):
    """A guide for a session; the text below the front matter is the guide."""

    title: Text = Field(description="What the guide is called.")
    minutes: int | None = Field(None, ge=5, le=480, description="How long the session takes.")
    version: Text | None = Field(
        None, description="Of an agreement: its version; a new one is to be accepted anew."
    )
