"""A run of the reminders: what `telemaco remind --apply` does, by the clock of a campaign."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from telemaco.adapters.disk import DiskSources
from telemaco.adapters.github.repository import GitHubRepository, github_repository
from telemaco.adapters.github.transport import TIME_OUTS
from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.loading.load import load
from telemaco.reminders.steps import ForgePlan
from telemaco.render.check_ins.letters import GithubLetters
from telemaco.usecases.remind import carry_out, plan_reminders
from tests.forge.timeline import Timeline
from tests.forge.workshop import NAME


def repository_at(
    timeline: Timeline, environment: Mapping[str, str], *, with_ledger: bool
) -> GitHubRepository:
    """Our side of the repository, as fast as the timeline."""
    return github_repository(
        environment,
        NAME,
        with_ledger=with_ledger,
        clock=timeline.clock,
        time_outs=(timeline.real(TIME_OUTS[0]), timeline.real(TIME_OUTS[1])),
    )


def plan_of(folder: Path, timeline: Timeline, repository: GitHubRepository) -> ForgePlan:
    """What is to be done for the community in the folder. Raises TelemacoError."""
    community = load(DiskSources(folder).files()).community
    today = timeline.now().date()
    letters = GithubLetters(community, None, today, Catalog)
    return plan_reminders(community, repository.reader, letters, today)


def remind(
    folder: Path, timeline: Timeline, environment: Mapping[str, str], *, with_ledger: bool
) -> None:
    """One run; what cannot be done is left to the next."""
    repository = repository_at(timeline, environment, with_ledger=with_ledger)
    with suppress(TelemacoError):
        plan = plan_of(folder, timeline, repository)
        carry_out(plan, repository.reader, repository.writer)
