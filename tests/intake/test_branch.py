"""A commit is ours as long as nobody changed it."""

from telemaco.intake.branch import branch_of, commit_message, digest_of, holds, is_ours
from telemaco.ports.contents import Commit

FILES = {"program/people/ada.yaml": b"name: Ada\n"}
TREE = "ab" * 20
OURS = Commit("c" * 40, TREE, (), commit_message("Join: issue #7", 7, FILES, TREE))


def test_branch_is_one_an_issue() -> None:
    assert branch_of(7) == "telemaco/intake-7"


def test_commit_of_ours_is_known() -> None:
    assert is_ours(OURS, 7)
    assert holds(OURS, FILES)


def test_commit_of_another_issue_tree_or_person_is_not_ours() -> None:
    assert not is_ours(OURS, 77)
    assert not is_ours(Commit("c" * 40, "cd" * 20, (), OURS.message), 7)
    assert not is_ours(Commit("c" * 40, TREE, (), "Update ada.yaml"), 7)
    assert not holds(Commit("c" * 40, TREE, (), "Update ada.yaml"), FILES)


def test_digest_is_of_names_and_contents() -> None:
    name, content = next(iter(FILES.items()))

    assert digest_of(FILES) == digest_of(dict(FILES))
    assert digest_of(FILES) != digest_of({name: content + b"#"})
    assert digest_of(FILES) != digest_of({"program/people/bea.yaml": content})
