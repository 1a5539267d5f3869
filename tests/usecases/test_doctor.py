from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.messages import msg
from telemaco.ports.forge import ForgeError, ForgeRefusedError, ForgeUnavailableError
from telemaco.ports.inspection import RepositoryFacts, WorkflowFacts
from telemaco.usecases.doctor import examine
from telemaco.usecases.examined import WORKFLOWS, Examined, Surroundings, Verdict
from telemaco.usecases.owners import outdated_owners
from tests.fakes import COSIMO, SETTINGS, community
from tests.matching.texts import pair, person, program

_T = TypeVar("_T")

NOW = datetime(2027, 3, 15, 9, tzinfo=UTC)
REPOSITORY = RepositoryFacts(
    "example/mentoring",
    "main",
    is_private=False,
    is_archived=False,
    has_issues=True,
)
KNOWN = community(
    {
        "program/community.yaml": SETTINGS
        + "forge: {kind: github, repository: example/mentoring}\nprivacy: {repository: public}\n",
        "program/people/cosimo.yaml": COSIMO + "github: cosimo\n",
    }
)
OWNERS = outdated_owners(KNOWN, None, Catalog("en")) or b""
AROUND = Surroundings(KNOWN, 0, 0, frozenset(WORKFLOWS), NOW, OWNERS)


def _all_on() -> list[WorkflowFacts]:
    return [WorkflowFacts(file, "active") for file in WORKFLOWS]


@dataclass
class _Repository:
    """A repository in order; a test changes what it is about. An error is raised when asked."""

    facts: RepositoryFacts | ForgeError = REPOSITORY
    label: str = "check-in"
    pull_requests: bool | None = True
    pages: bool | None = True
    flows: Sequence[WorkflowFacts] | ForgeError = field(default_factory=_all_on)
    last: datetime | None = NOW - timedelta(hours=20)

    def repository(self) -> RepositoryFacts:
        return _given(self.facts)

    def labels(self) -> frozenset[str]:
        return frozenset({self.label})

    def may_open_pull_requests(self) -> bool | None:
        return self.pull_requests

    def has_pages_from_workflows(self) -> bool | None:
        return self.pages

    def workflows(self) -> Sequence[WorkflowFacts]:
        return _given(self.flows)

    def last_success(self, file: str) -> datetime | None:
        assert file == "reminders.yml"
        return self.last


def _given(value: _T | ForgeError) -> _T:
    if isinstance(value, ForgeError):
        raise value
    return value


def _troubles(examined: Sequence[Examined]) -> list[tuple[str, str, str]]:
    """What is not good: the verdict, the finding as a sentence, and what to do."""
    say = Catalog("en").text
    return [
        (
            one.verdict.value,
            f"{say(one.what)} {say(one.found)}",
            say(one.advice) if one.advice else "",
        )
        for one in examined
        if one.verdict is not Verdict.GOOD
    ]


def test_nothing_is_said_against_a_community_in_order() -> None:
    examined = examine(AROUND, _Repository())

    assert _troubles(examined) == []
    assert len(examined) == 12


def test_code_owners_that_people_keep_themselves_are_left_alone() -> None:
    around = replace(AROUND, code_owners=b"* @michelangelo\n")

    assert _troubles(examine(around, _Repository())) == []


def test_without_a_token_the_forge_is_not_judged() -> None:
    [(verdict, found, advice)] = _troubles(examine(AROUND, None))

    assert (verdict, found) == ("unknown", "GitHub not looked at: there is no token")
    assert "example/mentoring" in advice


@pytest.mark.parametrize(
    ("around", "verdict", "told", "advice"),
    [
        (replace(AROUND, errors=2), "bad", "files 2 errors", "Run telemaco check"),
        (
            replace(AROUND, outdated_schemas=1),
            "warning",
            "schemas for editors 1 is not of this version",
            "Run telemaco schema --apply",
        ),
        (
            replace(AROUND, workflows=frozenset({"check.yml"})),
            "bad",
            "workflow files missing: intake.yml, reminders.yml, review.yml, site.yml",
            "Copy them",
        ),
        (
            replace(AROUND, code_owners=None),
            "warning",
            "code owners .github/CODEOWNERS is out of date",
            "Run telemaco owners --apply",
        ),
        (
            replace(AROUND, community=community({})),
            "warning",
            "code owners no coordinator of the community has an account on GitHub in their file",
            "Write github:",
        ),
        (
            replace(
                AROUND,
                community=replace(
                    KNOWN, settings=KNOWN.settings.model_copy(update={"today": NOW.date()})
                ),
            ),
            "warning",
            "date stands still at 15 March 2027",
            "Take today out of program/community.yaml",
        ),
    ],
)
def test_what_is_wrong_here_is_told_with_what_to_do(
    around: Surroundings, verdict: str, told: str, advice: str
) -> None:
    [trouble] = _troubles(examine(around, _Repository()))

    assert trouble[:2] == (verdict, told)
    assert trouble[2].startswith(advice)


_Change = Callable[[], _Repository]


@pytest.mark.parametrize(
    ("repository", "verdict", "told", "advice"),
    [
        (
            lambda: _Repository(replace(REPOSITORY, name="example/guild")),
            "bad",
            "repository is called example/guild now",
            "Write repository: example/guild",
        ),
        (
            lambda: _Repository(replace(REPOSITORY, is_archived=True)),
            "bad",
            "repository is archived: nothing can be written",
            "Take it out of the archive",
        ),
        (
            lambda: _Repository(replace(REPOSITORY, has_issues=False)),
            "bad",
            "issues are turned off",
            "Turn them on",
        ),
        (
            lambda: _Repository(label="other"),
            "warning",
            "label check-in is not there",
            "The next run",
        ),
        (
            lambda: _Repository(pull_requests=False),
            "bad",
            "pull requests workflows may not open them",
            "Tick Allow GitHub Actions to create and approve pull requests",
        ),
        (
            lambda: _Repository(pull_requests=None),
            "unknown",
            "pull requests this token may not see the setting",
            "Tick Allow",
        ),
        (
            lambda: _Repository(pages=False),
            "bad",
            "site is not published by a workflow",
            "Choose GitHub Actions",
        ),
        (
            lambda: _Repository(pages=None),
            "unknown",
            "site this token may not see the setting",
            "Choose GitHub Actions",
        ),
        (
            lambda: _Repository(flows=_all_on()[:-1]),
            "bad",
            "workflows GitHub does not know site.yml",
            "Push it",
        ),
        (
            lambda: _Repository(
                flows=[WorkflowFacts("check.yml", "disabled"), *_all_on()[1:]],
            ),
            "bad",
            "workflows check.yml is turned off",
            "Open it under Actions",
        ),
        (
            lambda: _Repository(
                flows=[
                    *(one for one in _all_on() if one.file != "reminders.yml"),
                    WorkflowFacts("reminders.yml", "disabled-for-inactivity"),
                ],
            ),
            "bad",
            "workflows reminders.yml was turned off: 60 days went by without a change",
            "Open it under Actions",
        ),
        (
            lambda: _Repository(last=NOW - timedelta(days=4)),
            "bad",
            "reminders last ended well on 11 March 2027",
            "Open Reminders (reminders.yml) under Actions",
        ),
        (
            lambda: _Repository(last=None),
            "bad",
            "reminders never ended well",
            "Open Reminders (reminders.yml) under Actions",
        ),
        (
            lambda: _Repository(flows=ForgeUnavailableError(msg("GitHub does not answer."))),
            "unknown",
            "workflows GitHub does not answer.",
            "",
        ),
    ],
)
def test_what_is_wrong_on_the_forge_is_told_with_what_to_do(
    repository: _Change, verdict: str, told: str, advice: str
) -> None:
    [trouble] = _troubles(examine(AROUND, repository()))

    assert trouble[:2] == (verdict, told)
    assert trouble[2].startswith(advice)


@pytest.mark.parametrize(
    ("error", "verdict"), [(ForgeRefusedError, "bad"), (ForgeUnavailableError, "unknown")]
)
def test_repository_that_cannot_be_seen_is_told_once(error: type[ForgeError], verdict: str) -> None:
    refused = error(msg("The token is wrong."), msg("Make a new one."))

    examined = examine(AROUND, _Repository(refused))

    assert _troubles(examined) == [(verdict, "repository The token is wrong.", "Make a new one.")]


def test_repository_that_everybody_can_read_is_not_called_private() -> None:
    private = community(
        {
            "program/community.yaml": SETTINGS + "privacy: {repository: private}\n",
            "program/people/cosimo.yaml": COSIMO + "github: cosimo\n",
        }
    )

    [trouble] = _troubles(examine(replace(AROUND, community=private), _Repository()))

    assert trouble[1].startswith("privacy community.yaml calls the repository private")


def test_forms_that_are_out_of_date_are_told() -> None:
    found = _troubles(examine(replace(AROUND, outdated_forms=2), _Repository()))

    said = "forms 2 do not say what the files say"
    assert found == [("warning", said, "Run telemaco forms --apply and commit what it writes.")]


def test_members_whom_github_does_not_know_are_named() -> None:
    known = community(
        {
            "program/programs/spring.yaml": program(),
            "program/people/ada.yaml": person("mentee"),
            "program/people/max.yaml": person("mentor") + "github: max\n",
            "pairs/spring/max-ada/pair.yaml": pair("max", "ada"),
        }
    )

    found = _troubles(examine(replace(AROUND, community=known), None))

    said = "accounts 1 member of a pair has none in their file: ada"
    advice = "Write github: with the account: check-ins can then be assigned to them."
    assert ("warning", said, advice) in found
    line = "Add a line like this one: forge: {kind: github, repository: OWNER/NAME}"
    assert ("warning", "repository not named in program/community.yaml", line) in found


def test_people_who_agree_to_nothing_are_named_while_everybody_can_read_their_files() -> None:
    silent = COSIMO.replace("publish: [name]", "publish: []") + "github: cosimo\n"
    settings = SETTINGS + "forge: {kind: github, repository: example/mentoring}\n"

    found = [
        [
            one
            for one in examine(replace(AROUND, community=made), None)
            if one.what == msg("consent")
        ]
        for repository in ("public", "private")
        for made in [
            community(
                {
                    "program/community.yaml": f"{settings}privacy: {{repository: {repository}}}\n",
                    "program/people/cosimo.yaml": silent,
                }
            )
        ]
    ]

    (public,), private = found
    assert private == []
    assert public.verdict is Verdict.WARNING
    assert Catalog("en").text(public.found) == (
        "1 person agrees to publish nothing, in a public repository: cosimo"
    )
    assert public.advice
    assert "repository: private in program/community.yaml" in Catalog("en").text(public.advice)
