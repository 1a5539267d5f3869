"""Look at everything that a community needs around its files, and say what to do."""

from collections.abc import Iterator, Sequence

from telemaco.messages import msg, msg_n
from telemaco.ports.forge import ForgeError
from telemaco.ports.inspection import ForgeInspector
from telemaco.review.code_owners import MARK, PATH, code_owners
from telemaco.usecases.doctor_on_forge import examine_forge, unseen
from telemaco.usecases.examined import WORKFLOWS, Examined, Surroundings, Verdict


def examine(
    around: Surroundings, inspector: ForgeInspector | ForgeError | None
) -> Sequence[Examined]:
    """Everything that was looked at; without an inspector what can be seen from here.

    An error in its place says why the forge cannot be looked at.
    """
    here = [*_files(around), *_workflow_files(around), _code_owners(around)]
    if inspector is None:
        advice = msg(
            "Set GITHUB_TOKEN to a token that may read {repository}.",
            repository=around.community.settings.forge.repository
            if around.community.settings.forge
            else msg("the repository"),
        )
        nothing = msg("not looked at: there is no token")
        return [*here, Examined(msg("GitHub"), Verdict.UNKNOWN, nothing, advice)]
    if isinstance(inspector, ForgeError):
        return [*here, unseen(inspector)]
    return [*here, *examine_forge(around, inspector)]


def _files(around: Surroundings) -> Iterator[Examined]:
    what = msg("files")
    if around.errors:
        found = msg_n("{count} error", "{count} errors", around.errors)
        yield Examined(what, Verdict.BAD, found, msg("Run telemaco check and mend what it names."))
    else:
        yield Examined(what, Verdict.GOOD, msg("no error"))
    what = msg("schemas for editors")
    if around.outdated_schemas:
        found = msg_n(
            "{count} is not of this version",
            "{count} are not of this version",
            around.outdated_schemas,
        )
        advice = msg("Run telemaco schema --apply and commit what it writes.")
        yield Examined(what, Verdict.WARNING, found, advice)
    else:
        yield Examined(what, Verdict.GOOD, msg("up to date"))
    frozen = around.community.settings.today
    if frozen is not None:
        yield Examined(
            msg("date"),
            Verdict.WARNING,
            msg("stands still at {day}", day=frozen),
            msg("Take today out of program/community.yaml, unless this is a demonstration."),
        )


def _code_owners(around: Surroundings) -> Examined:
    what = msg("code owners")
    if around.code_owners is not None and not around.code_owners.startswith(MARK.encode()):
        return Examined(what, Verdict.GOOD, msg("kept by yourselves"))
    wanted = code_owners(around.community)
    if wanted is None:
        advice = msg("Write github: with the account into the file of at least one of them.")
        found = msg("no coordinator of the community has an account on GitHub in their file")
        return Examined(what, Verdict.WARNING, found, advice)
    if around.code_owners != wanted.encode():
        advice = msg("Run telemaco owners --apply and commit what it writes.")
        found = msg("{path} is out of date", path=PATH)
        return Examined(what, Verdict.WARNING, found, advice)
    return Examined(what, Verdict.GOOD, msg("up to date"))


def _workflow_files(around: Surroundings) -> Iterator[Examined]:
    what = msg("workflow files")
    missing = [file for file in WORKFLOWS if file not in around.workflows]
    if missing:
        yield Examined(
            what,
            Verdict.BAD,
            msg("missing: {files}", files=", ".join(missing)),
            msg("Copy them into .github/workflows/ from a folder that telemaco new writes."),
        )
    else:
        yield Examined(what, Verdict.GOOD, msg("all there"))
