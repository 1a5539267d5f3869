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
    "about-check": msg(
        "Checks every change of the community's files, and shows the pages that it changes. It "
        "runs on strangers' pull requests, so it has no secret and may only read. What it hands "
        "over is for review.yml, which answers the pull request and takes nothing of it on trust."
    ),
    "about-intake": msg(
        "Makes a checked file and a pull request of every form that somebody fills in or edits, "
        "answers it with one comment, and listens to those whom it concerns: /confirm and "
        "/object. When the files change, it brings up to date what the change concerns, so that "
        "it can still be merged. The form is read again from GitHub, so a run that comes late or "
        "twice does no harm; what runs missed, the next by the clock finds."
    ),
    "about-reminders": msg(
        "Opens, asks again and closes the check-in issues: several times a day, after every "
        "change of the files, and when somebody answers a check-in with a command such as "
        "/snooze 2w. What is due is worked out from the files, so a run that comes late or twice "
        "does no harm."
    ),
    "about-hours": msg(
        "The hours are those of this time zone: put your own in its place. Odd minutes, since "
        "many runs that are asked for at full hours are dropped."
    ),
    "about-notices": msg(
        "Addresses of channels that hear of each run; see docs/github.md of Telemaco."
    ),
    "about-review": msg(
        "Answers pull requests when their check has ended: one comment with what it found, and "
        'the label "ready" on those that change only their author\'s own entry or notes and have '
        "nothing wrong in them. It runs the code of this branch, never that of a pull request, "
        "and reads what the check handed over as a stranger's: which pull request it belongs to "
        "is compared with what GitHub says."
    ),
    "about-site": msg(
        "Builds the site and publishes it to GitHub Pages: after every change, and every "
        "morning, because what is due and who is silent depends on the day."
    ),
}
"""In the first language of the community."""

ALIASES: Mapping[str, Message] = {
    "presenting": msg("presenting"),
    "talks": msg("talks"),
    "project-management": msg("project management"),
}
"""Other words for the first skills, in every language of the community."""

WORKFLOW_WORDS = (
    msg("Check"),
    msg("Check the files"),
    msg("Check all files"),
    msg("Check the change"),
    msg("Compare the issue forms"),
    msg("Compare the issue forms with the change"),
    msg("Write the summary"),
    msg("Write the result"),
    msg("Make the changed pages"),
    msg("Hand the result over"),
    msg("Hand the changed pages over"),
    msg("Intake"),
    msg("Look at forms"),
    msg("Look at the form"),
    msg("Look at every open form"),
    msg("Reminders"),
    msg("Carry the plan out, and not only show it"),
    msg("Remind"),
    msg("Show the plan"),
    msg("Carry it out"),
    msg("Review"),
    msg("Answer the pull request"),
    msg("Fetch the result"),
    msg("Answer"),
    msg("Site"),
    msg("Build"),
    msg("Publish"),
    msg("Ask when the reminders last ran"),
    msg("Hand the site over"),
    msg("Fetch the repository"),
    msg("Set up Python"),
    msg("Install Telemaco"),
)
"""What the forge shows of workflows: their names, those of their jobs and steps, what they ask.

In the first language of the community.
"""
