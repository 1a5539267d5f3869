"""What stands beside the values in the files of a new community: comments, and other words."""

from collections.abc import Mapping
from typing import get_args

from telemaco.messages import Message, msg
from telemaco.records.person import PersonField

COMMENTS: Mapping[str, Message] = {
    "about-community": msg(
        "What the community is. Everything else in program/ and pairs/ belongs to it."
    ),
    "about-languages": msg("the first is the default"),
    "about-coordinators": msg("files in program/people/"),
    "about-contact": msg(
        "Shown on the site, for what must not be public: a shared mailbox, never a person's own."
    ),
    "about-repository": msg("private when strangers cannot read the repository"),
    "about-visibility": msg("the site says that a session took place, not what was said"),
    "about-addresses": msg("Once the site is published, say where, and where the repository is:"),
    "about-program": msg(
        "One file a run of a program. It is a draft: nothing of it is public or due yet."
    ),
    "about-status": msg("then open, matching, running, closing, completed"),
    "about-formal": msg("informal: no objectives, no rhythm, and nobody is reminded"),
    "about-informal": msg(
        "formal: with objectives and a rhythm, and people are reminded of what is due"
    ),
    "about-skills": msg(
        "The words for skills that people's files may use. `telemaco skills suggest` proposes more "
        "from what people wrote by themselves."
    ),
    "about-person": msg(
        "One file a person. Rename this one to your own name, in small letters, and write the "
        "same name into coordinators in program/community.yaml."
    ),
    "about-timezone": msg("e.g. Europe/Rome"),
    "about-levels": msg("basic, working, fluent or native"),
    "about-publish": msg(
        "The site shows what stands in publish, and nothing else. It can be {fields}.",
        fields=", ".join(get_args(PersonField)),
    ),
    "about-confirmed": msg("the day on which they last said that all this is true"),
}
"""In the first language of the community."""

ALIASES: Mapping[str, Message] = {
    "presenting": msg("presenting"),
    "talks": msg("talks"),
    "project-management": msg("project management"),
}
"""Other words for the first skills, in every language of the community."""
