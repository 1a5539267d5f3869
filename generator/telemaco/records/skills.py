"""program/skills.yaml: the skill vocabulary."""

from pydantic import Field, RootModel

from telemaco.records.base import LocalText, Record, SkillRef, Text


class Skill(Record):
    """A skill that people offer and seek."""

    id: SkillRef = Field(description="The word that people's files use.")
    label: LocalText = Field(description="The name that readers see.")
    group: LocalText | None = Field(None, description="The heading it stands under.")
    aliases: tuple[Text, ...] = Field((), description="Other ways in which people write it.")
    related: tuple[SkillRef, ...] = Field(
        (), description="Skills that help almost as well; the matching counts them at a discount."
    )


class Skills(RootModel[tuple[Skill, ...]]):
    """The skill vocabulary: a list of skills."""
