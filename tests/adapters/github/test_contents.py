"""Commits, branches and pull requests: nothing is made twice, and nobody's work is lost."""

import pytest

from telemaco.adapters.github.contents import GitHubContentsReader, GitHubContentsWriter
from telemaco.ports.contents import NewCommit, NewPullRequest
from telemaco.ports.forge import ForgeRefusedError, ForgeUnavailableError, ForgeUnclearError
from tests.forge.client import Client
from tests.forge.faults import Always, Fault, Once
from tests.forge.github import BOT
from tests.forge.scene import NAME, TOKEN, Scene

ADA = "program/people/ada.yaml"
BRANCH = "telemaco/intake-1"
PULL = NewPullRequest(BRANCH, "main", "Join: Ada", "Closes #1")


@pytest.fixture(autouse=True)
def _allowed(scene: Scene) -> None:
    scene.github.token(TOKEN, issues="write", contents="write", pull_requests="write")


def reading(scene: Scene) -> GitHubContentsReader:
    return scene.run().contents_reader


def writing(scene: Scene) -> GitHubContentsWriter:
    return scene.run().contents_writer


def committed(scene: Scene, text: str = "name: Ada\n", *, parent: str = "main") -> str:
    """The name of a new commit that lets Ada's file say this."""
    head = reading(scene).head(parent)
    assert head is not None
    tree = writing(scene).tree(head.tree, {ADA: text.encode()})
    return writing(scene).commit(NewCommit(tree, (head.name,), "Enter Ada"))


def branched(scene: Scene, text: str = "name: Ada\n") -> str:
    """The same on our branch, which is made."""
    commit = committed(scene, text)
    assert writing(scene).make_branch(BRANCH, commit)
    return commit


def test_branch_has_the_file_and_the_rest_of_its_base(scene: Scene) -> None:
    branched(scene)
    client = Client(scene.github, TOKEN, f"/repos/{NAME}")
    client.ask("PATCH", "/git/refs/heads/main", {"sha": head(scene, BRANCH), "force": False})

    base = reading(scene).head("main")
    assert base is not None
    tree = writing(scene).tree(base.tree, {"program/people/bea.yaml": "name: Béa\n".encode()})
    second = writing(scene).commit(NewCommit(tree, (base.name,), "Enter Béa"))

    assert reading(scene).default_branch() == "main"
    assert reading(scene).file(second, ADA) == b"name: Ada\n"
    assert reading(scene).file(second, "program/people/bea.yaml") == "name: Béa\n".encode()
    assert reading(scene).file(second, "program/people/cleo.yaml") is None
    found = reading(scene).commit(second)
    assert found is not None
    assert (found.tree, found.parents, found.message) == (tree, (base.name,), "Enter Béa")


def test_file_can_be_taken_away(scene: Scene) -> None:
    branched(scene)
    base = reading(scene).head(BRANCH)
    assert base is not None

    tree = writing(scene).tree(base.tree, {ADA: None})

    assert reading(scene).file(writing(scene).commit(NewCommit(tree, (), "Empty")), ADA) is None


def test_what_is_not_there_is_none(scene: Scene) -> None:
    assert reading(scene).head(BRANCH) is None
    assert reading(scene).commit("0" * 40) is None
    assert reading(scene).pull_requests(BRANCH) == []


def test_branch_is_made_once(scene: Scene) -> None:
    commit = branched(scene)

    assert writing(scene).make_branch(BRANCH, commit)
    assert not writing(scene).make_branch(BRANCH, committed(scene, "name: Bea\n"))
    assert head(scene, BRANCH) == commit


def test_branch_moves_forwards_only(scene: Scene) -> None:
    branched(scene)
    further = committed(scene, "name: Ada L.\n", parent=BRANCH)
    aside = committed(scene, "name: Augusta\n", parent=BRANCH)

    assert writing(scene).advance_branch(BRANCH, further)
    assert writing(scene).advance_branch(BRANCH, further)
    assert not writing(scene).advance_branch(BRANCH, aside)
    assert head(scene, BRANCH) == further


def test_branch_of_no_commit_is_refused(scene: Scene) -> None:
    with pytest.raises(ForgeRefusedError, match="Object does not exist"):
        writing(scene).make_branch(BRANCH, "0" * 40)


@pytest.mark.parametrize("fault", list(Fault))
def test_branch_is_there_whatever_met_the_request(scene: Scene, fault: Fault) -> None:
    commit = committed(scene)
    scene.github.faults = Once((r"POST .*/git/refs$", fault))

    assert writing(scene).make_branch(BRANCH, commit)
    assert head(scene, BRANCH) == commit


def test_pull_request_is_found_by_its_branch(scene: Scene) -> None:
    branched(scene)

    opened = writing(scene).open_pull_request(PULL)
    again = writing(scene).open_pull_request(PULL)
    writing(scene).edit_pull_request(opened.number, "Join: Ada L.", "Closes #1, really")

    [found] = reading(scene).pull_requests(BRANCH)
    assert (opened.number, again.number, found.number) == (1, 1, 1)
    assert (found.title, found.body) == ("Join: Ada L.", "Closes #1, really")
    assert (found.state, found.is_merged, found.is_ours) == ("open", False, True)


def test_pull_request_of_another_branch_is_another_one(scene: Scene) -> None:
    branched(scene)
    writing(scene).open_pull_request(PULL)

    assert reading(scene).pull_requests("telemaco/intake-11") == []


@pytest.mark.parametrize("fault", list(Fault))
def test_pull_request_is_opened_once_whatever_met_the_request(scene: Scene, fault: Fault) -> None:
    branched(scene)
    scene.github.faults = Once((r"POST .*/pulls$", fault))

    try:
        writing(scene).open_pull_request(PULL)
    except ForgeUnclearError:
        writing(scene).open_pull_request(PULL)

    assert [one.number for one in reading(scene).pull_requests(BRANCH)] == [1]


def test_pull_request_that_may_not_be_opened_is_refused(scene: Scene) -> None:
    branched(scene)
    scene.home.settings["can_approve_pull_request_reviews"] = False

    with pytest.raises(ForgeRefusedError, match="not permitted to create or approve"):
        writing(scene).open_pull_request(PULL)


def test_pull_request_from_no_branch_is_refused(scene: Scene) -> None:
    with pytest.raises(ForgeRefusedError, match="Validation Failed"):
        writing(scene).open_pull_request(PULL)


def test_pull_request_of_somebody_else_is_not_ours(scene: Scene) -> None:
    branched(scene)
    scene.github.token("token", "verrocchio")
    Client(scene.github, "token", f"/repos/{NAME}").ask(
        "POST", "/pulls", {"title": "Mine", "head": BRANCH, "base": "main"}
    )

    assert [one.is_ours for one in reading(scene).pull_requests(BRANCH)] == [False]


@pytest.mark.parametrize(
    "spoilt", [{"encoding": "none", "content": ""}, {"encoding": "base64", "content": "a"}]
)
def test_file_that_cannot_be_read_is_no_file(scene: Scene, spoilt: dict[str, str]) -> None:
    commit = branched(scene)
    scene.github.spoil = lambda _: spoilt

    with pytest.raises(ForgeUnavailableError, match="cannot be read"):
        reading(scene).file(commit, ADA)


def test_answer_without_a_number_is_unclear(scene: Scene) -> None:
    branched(scene)
    scene.github.spoil = lambda body: {**body, "number": "one"} if "number" in body else body

    with pytest.raises(ForgeUnclearError):
        writing(scene).open_pull_request(PULL)


def test_branch_out_of_reach_says_so(scene: Scene) -> None:
    scene.github.faults = Always("GET .*/git/ref/", Fault.BAD_GATEWAY_BEFORE)

    with pytest.raises(ForgeUnavailableError):
        reading(scene).head(BRANCH)


def head(scene: Scene, branch: str) -> str | None:
    return scene.home.objects.ref(f"refs/heads/{branch}")


def test_commits_are_by_the_workflow(scene: Scene) -> None:
    branched(scene)

    writing(scene).open_pull_request(PULL)

    [pull] = [one for one in scene.home.issues.all() if one.proposal]
    assert pull.author == BOT
