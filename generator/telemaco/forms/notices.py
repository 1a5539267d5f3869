"""What every form says at its top: who reads it, what becomes of it, how to have it removed."""

from collections.abc import Iterator

from telemaco.forms.values import Box, Boxes, Told
from telemaco.messages import Message, msg
from telemaco.model.community import Community


def notices(community: Community, becomes: Message) -> Iterator[Told]:
    """The paragraphs above a form; `becomes` says what is made of the answers, and who sees it."""
    yield Told(_PRIVATE if is_private(community) else _PUBLIC)
    yield Told(becomes)
    yield Told(
        msg(
            "To have something removed, or for what nobody else should read, write to {contact}.",
            contact=community.settings.contact,
        )
    )


def agreement(sentence: Message) -> Boxes:
    """The box without which a form cannot be sent."""
    box = Box("public", sentence, is_required=True)
    return Boxes("consent", msg("Before you send it"), (box,))


def is_private(community: Community) -> bool:
    """Whether only those who were let in can read the repository and its issues."""
    return community.settings.privacy.repository == "private"


_PUBLIC = msg(
    "**This form becomes a page that everybody can read, called an issue.** Whoever follows this "
    "repository, the place of the community's files, gets it by mail at once, and what was once "
    "here may have been copied. So leave out e-mail addresses, phone numbers, where you live, and "
    "whatever you would not say in public."
)
_PRIVATE = msg(
    "**This form becomes a page that all members of this repository can read, called an issue.** "
    "A repository is the place of the community's files. Whoever follows it gets the page by mail "
    "at once. So leave out e-mail addresses, phone numbers, where you live, and whatever you would "
    "not say to all of them."
)
