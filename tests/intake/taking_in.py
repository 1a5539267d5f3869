"""A run of the intake: what `telemaco intake --apply` does, by the clock of a campaign."""

from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from telemaco.adapters.github.repository import github_repository
from telemaco.adapters.translations import Catalog
from telemaco.forms.catalogue import forms_of
from telemaco.ports.forge import ForgeError
from telemaco.render.intake.letters import GithubIntakeLetters
from telemaco.usecases.intake import Applied, Occasion, Readers, Writers, carry_out, plan_issue
from telemaco.usecases.intake_form import CommunityForms
from tests.forge.scene import NAME, TOKEN
from tests.forge.timeline import Timeline
from tests.forms.bodies import body_of
from tests.forms.communities import words_in
from tests.submissions.workshop import community, sources

_ANSWERS = {
    "program": ("workshop",),
    "name": ("A newcomer",),
    "timezone": ("Europe/Rome",),
    "fluent": ("it",),
    "seeks-1": ("drawing",),
    "publish": ("name",),
    "consent": ("public", "conduct"),
}


@cache
def sign_up() -> str:
    """The text of an issue in which somebody wants to join the workshop."""
    [form] = [one for one in forms_of(community()) if one.label == "join-as-mentee"]
    return body_of(form, _ANSWERS)


@dataclass(frozen=True)
class TakingIn:
    """One run for one issue, from the commit `base`.

    `url` is where GitHub is; `patience` are the seconds, of this machine, to wait for an answer.
    """

    issue: int
    base: str
    url: str
    timeline: Timeline
    patience: float

    def carry_out(self) -> Applied:
        """Do what is to be done. Raises ForgeError."""
        found = github_repository(
            {"GITHUB_API_URL": self.url, "GITHUB_TOKEN": TOKEN},
            NAME,
            clock=self.timeline.clock,
            time_outs=(self.patience, self.patience),
        )
        base = community()
        plan = plan_issue(
            Occasion(self.issue, self.base),
            base,
            Readers(found.reader, found.answer_reader, found.contents_reader),
            CommunityForms(base, sources(), words_in(base)),
            GithubIntakeLetters(base, None, Catalog),
        )
        return carry_out(plan, Writers(found.writer, found.answer_writer, found.contents_writer))


def take_in(run: TakingIn) -> None:
    """Carry a run out; what a process does. What cannot be done is left to the next run."""
    with suppress(ForgeError):
        run.carry_out()
