"""Look at a community's repository on the forge: its settings, its workflows, their last runs."""

from collections.abc import Callable, Iterator

from telemaco.messages import Message, msg
from telemaco.ports.forge import ForgeError, ForgeRefusedError
from telemaco.ports.inspection import ForgeInspector, RepositoryFacts, WorkflowState
from telemaco.reminders.board import LABEL
from telemaco.reminders.heartbeat import SILENT_AFTER
from telemaco.usecases.examined import REMINDERS, WORKFLOWS, Examined, Surroundings, Verdict


def examine_forge(around: Surroundings, inspector: ForgeInspector) -> Iterator[Examined]:
    """The repository first: when it cannot be seen, nothing else is asked."""
    try:
        repository = inspector.repository()
    except ForgeError as error:
        yield unseen(error)
        return
    yield from _repository(around, repository)
    for what, look in _LOOKS:
        try:
            yield look(what, around, inspector)
        except ForgeError as error:
            yield Examined(what, Verdict.UNKNOWN, error.message, error.hint)


def unseen(error: ForgeError) -> Examined:
    """A repository that could not be looked at, and why."""
    verdict = Verdict.BAD if isinstance(error, ForgeRefusedError) else Verdict.UNKNOWN
    return Examined(msg("repository"), verdict, error.message, error.hint)


def _repository(around: Surroundings, repository: RepositoryFacts) -> Iterator[Examined]:
    what = msg("repository")
    forge = around.community.settings.forge
    if forge and forge.repository.lower() != repository.name.lower():
        advice = msg(
            "Write repository: {name} under forge in program/community.yaml.", name=repository.name
        )
        found = msg("is called {name} now", name=repository.name)
        yield Examined(what, Verdict.BAD, found, advice)
    else:
        yield Examined(what, Verdict.GOOD, msg("{name}", name=repository.name))
    if repository.is_archived:
        found = msg("is archived: nothing can be written")
        advice = msg("Take it out of the archive under Settings, or turn its workflows off.")
        yield Examined(what, Verdict.BAD, found, advice)
    if around.community.settings.privacy.repository == "private" and not repository.is_private:
        found = msg("community.yaml calls the repository private, and everybody can read it")
        advice = msg("Make it private under Settings, or set privacy.repository to public.")
        yield Examined(msg("privacy"), Verdict.BAD, found, advice)
    yield _issues(msg("issues"), repository)


def _issues(what: Message, repository: RepositoryFacts) -> Examined:
    if not repository.has_issues:
        advice = msg("Turn them on under Settings, General, Features: check-ins are issues.")
        return Examined(what, Verdict.BAD, msg("are turned off"), advice)
    return Examined(what, Verdict.GOOD, msg("turned on"))


_Look = Callable[[Message, Surroundings, ForgeInspector], Examined]


def _label(what: Message, _around: Surroundings, inspector: ForgeInspector) -> Examined:
    if LABEL in inspector.labels():
        return Examined(what, Verdict.GOOD, msg("{label} is there", label=LABEL))
    found = msg("{label} is not there", label=LABEL)
    return Examined(what, Verdict.WARNING, found, msg("The next run of the reminders makes it."))


def _pull_requests(what: Message, _around: Surroundings, inspector: ForgeInspector) -> Examined:
    may = inspector.may_open_pull_requests()
    advice = msg(
        "Tick Allow GitHub Actions to create and approve pull requests under Settings, Actions, "
        "General: sign-ups come as pull requests."
    )
    if may is None:
        return Examined(what, Verdict.UNKNOWN, msg("this token may not see the setting"), advice)
    if may:
        return Examined(what, Verdict.GOOD, msg("workflows may open them"))
    return Examined(what, Verdict.BAD, msg("workflows may not open them"), advice)


def _pages(what: Message, _around: Surroundings, inspector: ForgeInspector) -> Examined:
    published = inspector.has_pages_from_workflows()
    advice = msg("Choose GitHub Actions as the source under Settings, Pages.")
    if published is None:
        return Examined(what, Verdict.UNKNOWN, msg("this token may not see the setting"), advice)
    if published:
        return Examined(what, Verdict.GOOD, msg("published by a workflow"))
    return Examined(what, Verdict.BAD, msg("is not published by a workflow"), advice)


def _workflows(what: Message, _around: Surroundings, inspector: ForgeInspector) -> Examined:
    states: dict[str, WorkflowState] = {found.file: found.state for found in inspector.workflows()}
    for file in WORKFLOWS:
        state = states.get(file)
        if state is None:
            found = msg("GitHub does not know {file}", file=file)
            advice = msg("Push it to the default branch.")
            return Examined(what, Verdict.BAD, found, advice)
        if state != "active":
            advice = msg("Open it under Actions and choose Enable workflow.")
            return Examined(what, Verdict.BAD, _off(file, state), advice)
    return Examined(what, Verdict.GOOD, msg("all turned on"))


def _off(file: str, state: WorkflowState) -> Message:
    if state == "disabled-for-inactivity":
        return msg("{file} was turned off: 60 days went by without a change", file=file)
    return msg("{file} is turned off", file=file)


def _heartbeat(what: Message, around: Surroundings, inspector: ForgeInspector) -> Examined:
    advice = msg(
        "Open {workflow} ({file}) under Actions, choose Run workflow, and read what it says.",
        workflow=msg("Reminders"),
        file=REMINDERS,
    )
    last = inspector.last_success(REMINDERS)
    if last is None:
        return Examined(what, Verdict.BAD, msg("never ended well"), advice)
    found = msg("last ended well on {day}", day=last.date())
    if around.now - last > SILENT_AFTER:
        return Examined(what, Verdict.BAD, found, advice)
    return Examined(what, Verdict.GOOD, found)


_LOOKS: tuple[tuple[Message, _Look], ...] = (
    (msg("label"), _label),
    (msg("pull requests"), _pull_requests),
    (msg("site"), _pages),
    (msg("workflows"), _workflows),
    (msg("reminders"), _heartbeat),
)
