from telemaco.ports.changes import ChangedFile, ProposedChange
from tests.forge.description import JSON
from tests.forge.scene import NAME, TOKEN, Proposed, Scene, propose, put_files

FILES = {"program/people/leonardo.yaml": "name: Leonardo\n", "README.md": "x"}


def test_pull_request_of_a_fork_is_read(scene: Scene) -> None:
    put_files(scene.home, FILES)
    number, head = propose(scene.home, Proposed("raphael", {"README.md": "y"}))
    scene.home.change(next(scene.home.issues.all()), labels=("ready",))

    change = scene.run().changes.change(number)

    assert change == ProposedChange(
        number=number,
        author="raphael",
        is_open=True,
        is_ours=False,
        head=head,
        source="leonardo/workshop",
        into="main",
        labels=frozenset({"ready"}),
        files=1,
    )


def test_our_own_from_a_branch_is_known_as_ours(scene: Scene) -> None:
    number, _ = propose(scene.home, Proposed("github-actions[bot]", {"x": "y"}, source=None))
    scene.github.token(TOKEN, pull_requests="read")

    change = scene.run().changes.change(number)

    assert change is not None
    assert (change.is_ours, change.source) == (True, NAME)


def test_fork_that_is_gone_has_no_name(scene: Scene) -> None:
    number, _ = propose(scene.home, Proposed("raphael", {"x": "y"}))

    def without_fork(body: JSON) -> JSON:
        return {**body, "head": {**body["head"], "repo": None}} if "head" in body else body

    scene.github.spoil = without_fork
    change = scene.run().changes.change(number)

    assert change is not None
    assert change.source == ""


def test_issue_is_no_pull_request(scene: Scene) -> None:
    scene.fill(1)

    assert scene.run().changes.change(1) is None


def test_files_are_told_with_where_they_were(scene: Scene) -> None:
    put_files(scene.home, FILES)
    moved = {
        "program/people/leonardo.yaml": None,
        "program/people/leo.yaml": FILES["program/people/leonardo.yaml"],
        "new.md": "z",
    }
    moved["README.md"] = None
    number, _ = propose(scene.home, Proposed(files=moved))

    assert scene.run().changes.files(number) == [
        ChangedFile("README.md", is_removed=True),
        ChangedFile("new.md"),
        ChangedFile("program/people/leo.yaml", "program/people/leonardo.yaml"),
    ]
