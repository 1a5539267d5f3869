"""What the intake says, as the plan asks for it; `render` puts it into words."""

from dataclasses import dataclass
from typing import Protocol

from telemaco.intake.values import Scene, Standing


@dataclass(frozen=True, slots=True)
class Written:
    """A title and a text in the forge's Markdown."""

    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Matter:
    """What is to be said about: an issue, how it stands, and whether our branch is ours.

    `is_changed` says that somebody else has changed the branch of the issue, which is then left
    alone.
    """

    scene: Scene
    standing: Standing
    is_changed: bool


class Letters(Protocol):
    """Puts into words what the intake says."""

    def answer(self, matter: Matter) -> str:
        """Our comment, for whoever filled in the form: in the language of the form."""
        ...

    def pull_request(self, matter: Matter) -> Written:
        """The pull request, for the coordinators: in the community's first language."""
        ...

    def commit(self, matter: Matter) -> str:
        """What the commit says."""
        ...
