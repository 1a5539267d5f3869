"""Look at everything that a community needs around its files, and say what to do."""

from collections.abc import Iterator, Sequence

from telemaco.matching.phrases import several
from telemaco.messages import msg, msg_n
from telemaco.model.public_files import MAKE_PRIVATE, WHO_READS
from telemaco.model.standing import current_members, is_current
from telemaco.ports.forge import ForgeError
from telemaco.ports.inspection import ForgeInspector
from telemaco.records.layout import COMMUNITY
from telemaco.review.code_owners import PATH, code_owners, is_ours, lines_of
from telemaco.usecases.doctor_on_forge import examine_forge, unseen
from telemaco.usecases.examined import WORKFLOWS, Examined, Surroundings, Verdict


def examine(
    around: Surroundings, inspector: ForgeInspector | ForgeError | None
) -> Sequence[Examined]:
    """Everything that was looked at; without an inspector what can be seen from here.

    An error in its place says why the forge cannot be looked at.
    """
    here = [
        *_files(around),
        _forms(around),
        *_workflow_files(around),
        _code_owners(around),
        *_accounts(around),
        *_in_public(around),
    ]
    if inspector is None:
        advice = msg(
            "Set GITHUB_TOKEN to a token that may read {repository}.",
            repository=around.community.settings.forge.repository
            if around.community.settings.forge
            else msg("the repository"),
        )
        nothing = msg("not looked at: there is no token")
        return [
            *here,
            *_repository(around),
            Examined(msg("GitHub"), Verdict.UNKNOWN, nothing, advice),
        ]
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


def _repository(around: Surroundings) -> Iterator[Examined]:
    if around.community.settings.forge is None:
        found = msg("not named in {path}", path=COMMUNITY)
        line = "forge: {kind: github, repository: OWNER/NAME}"
        advice = msg("Add a line like this one: {line}", line=line)
        yield Examined(msg("repository"), Verdict.WARNING, found, advice)


def _forms(around: Surroundings) -> Examined:
    what = msg("forms")
    if around.outdated_forms:
        found = msg_n(
            "{count} does not say what the files say",
            "{count} do not say what the files say",
            around.outdated_forms,
        )
        advice = msg("Run telemaco forms --apply and commit what it writes.")
        return Examined(what, Verdict.WARNING, found, advice)
    return Examined(what, Verdict.GOOD, msg("up to date"))


def _accounts(around: Surroundings) -> Iterator[Examined]:
    """Whom GitHub cannot be told to remind: members of pairs that go on without an account."""
    community = around.community
    going_on = (pair for pair in community.pairs.values() if is_current(pair))
    members = {member.person for pair in going_on for member in current_members(pair)}
    without = sorted(
        one for one in members if one in community.people and not community.people[one].github
    )
    if without:
        found = msg_n(
            "{count} member of a pair has none in their file: {people}",
            "{count} members of pairs have none in their files: {people}",
            len(without),
            people=several(without),
        )
        advice = msg("Write github: with the account: check-ins can then be assigned to them.")
        yield Examined(msg("accounts"), Verdict.WARNING, found, advice)


def _in_public(around: Surroundings) -> Iterator[Examined]:
    """Who agrees to publish nothing, while everybody can read their file."""
    community = around.community
    silent = sorted(one for one, person in community.people.items() if not person.consent.publish)
    if silent and community.settings.privacy.repository == "public":
        found = msg_n(
            "{count} person agrees to publish nothing, in a public repository: {people}",
            "{count} people agree to publish nothing, in a public repository: {people}",
            len(silent),
            people=several(silent),
        )
        advice = msg(
            "{meaning} {remedy} Or ask them, or take them out with telemaco forget.",
            meaning=WHO_READS,
            remedy=MAKE_PRIVATE,
        )
        yield Examined(msg("consent"), Verdict.WARNING, found, advice)


def _code_owners(around: Surroundings) -> Examined:
    what = msg("code owners")
    if around.code_owners is not None and not is_ours(around.code_owners):
        return Examined(what, Verdict.GOOD, msg("kept by yourselves"))
    wanted = code_owners(around.community)
    if wanted is None:
        advice = msg("Write github: with the account into the file of at least one of them.")
        found = msg("no coordinator of the community has an account on GitHub in their file")
        return Examined(what, Verdict.WARNING, found, advice)
    if around.code_owners is None or lines_of(around.code_owners) != wanted:
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
