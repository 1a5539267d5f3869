"""A commit is ours as long as nobody changed it."""

from telemaco.intake.branch import Brought, branch_of, commit_message, digest_of, holds, is_ours
from telemaco.ports.contents import Commit

FILES = {"program/people/ada.yaml": b"name: Ada\n"}
TREE = "ab" * 20
BROUGHT = Brought(FILES, digest_of({}))
OURS = Commit("c" * 40, TREE, (), commit_message("Join: issue #7", 7, BROUGHT, TREE))


def test_branch_is_one_an_issue() -> None:
    assert branch_of(7) == "telemaco/intake-7"


def test_commit_of_ours_is_known() -> None:
    assert is_ours(OURS, 7)
    assert holds(OURS, BROUGHT)


def test_commit_over_other_files_does_not_hold() -> None:
    before = digest_of(dict.fromkeys(FILES, b"name: A\n"))

    assert not holds(OURS, Brought(FILES, before))


def test_commit_of_another_issue_tree_or_person_is_not_ours() -> None:
    assert not is_ours(OURS, 77)
    assert not is_ours(Commit("c" * 40, "cd" * 20, (), OURS.message), 7)
    assert not is_ours(Commit("c" * 40, TREE, (), "Update ada.yaml"), 7)
    assert not holds(Commit("c" * 40, TREE, (), "Update ada.yaml"), BROUGHT)


def test_digest_is_of_names_and_contents() -> None:
    name, content = next(iter(FILES.items()))

    assert digest_of(FILES) == digest_of(dict(FILES))
    assert digest_of(FILES) != digest_of({name: content + b"#"})
    assert digest_of(FILES) != digest_of({"program/people/bea.yaml": content})
    assert digest_of({name: None}) not in {digest_of({name: b""}), digest_of({})}
