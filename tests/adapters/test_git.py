import os
from pathlib import Path

import pytest

from telemaco.adapters.git import GitHistory, GitSources, branching_point
from telemaco.findings import TelemacoError
from telemaco.ports import Arrival, Obstacle, SourceFile
from tests.repositories import git

PERSON = "program/people/ada.yaml"


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with one commit."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    put(tmp_path / PERSON, "name: Ada\n")
    put(tmp_path / "pairs/spring/empty.yaml", "")
    put(tmp_path / "program/.hidden/x.yaml", "x")
    put(tmp_path / "docs/x.yaml", "x")
    put(tmp_path / "program/people/large.yaml", "x" * 65_537)
    (tmp_path / "program/people/link.yaml").symlink_to("ada.yaml")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/program/\xff\n.yaml")).write_bytes(b"odd")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "first")
    return tmp_path


def test_files_are_those_of_the_commit_not_of_the_folder(root: Path) -> None:
    put(root / PERSON, "name: Changed\n")
    put(root / "program/people/new.yaml", "x")

    assert list(GitSources(root, "HEAD").files()) == [
        SourceFile("pairs/spring/empty.yaml", b""),
        SourceFile(PERSON, b"name: Ada\n"),
        Obstacle("program/people/large.yaml", "too-large", 65_537),
        Obstacle("program/people/link.yaml", "symbolic-link"),
        SourceFile("program/\udcff\n.yaml", b"odd"),
    ]


def test_folders_in_capital_letters_are_not_overlooked(root: Path) -> None:
    git(root, "mv", "pairs", "Pairs")
    git(root, "commit", "--quiet", "-m", "second")

    assert next(GitSources(root, "HEAD").files()).path == "Pairs/spring/empty.yaml"


def test_files_beside_the_folders_of_records_may_be_records(root: Path) -> None:
    put(root / "people/ada.yaml", "name: Ada\n")
    put(root / "note.md", "x")
    (root / "link.yaml").symlink_to("note.md")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "second")

    assert list(GitSources(root, "HEAD").beside()) == [
        SourceFile("note.md", b"x"),
        SourceFile("people/ada.yaml", b"name: Ada\n"),
    ]
    assert list(GitSources(root, "HEAD~1").beside()) == []


def test_commit_without_a_community_has_no_files(root: Path) -> None:
    git(root, "rm", "--quiet", "-r", "program", "pairs")
    git(root, "commit", "--quiet", "-m", "second")

    assert list(GitSources(root, "HEAD").files()) == []


def test_what_others_did_since_the_branch_began_is_left_out(root: Path) -> None:
    first = git(root, "rev-parse", "HEAD").strip()
    git(root, "checkout", "--quiet", "-b", "mine")
    put(root / "program/mine.yaml", "x")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "mine")
    git(root, "checkout", "--quiet", "main")
    put(root / PERSON, "name: Mended\n")
    git(root, "commit", "--quiet", "-a", "-m", "theirs")
    theirs = git(root, "rev-parse", "HEAD").strip()
    git(root, "checkout", "--quiet", "mine")

    assert branching_point(root, "main") == first

    git(root, "checkout", "--quiet", "--orphan", "unrelated")
    git(root, "commit", "--quiet", "-m", "other")

    assert branching_point(root, "main") == theirs


def test_file_is_read_by_its_path(root: Path) -> None:
    sources = GitSources(root, "main")

    assert sources.read(PERSON) == b"name: Ada\n"
    assert sources.read("program/people/link.yaml") is None
    assert sources.read("program/people/mary.yaml") is None


def test_community_may_lie_in_a_folder_of_the_repository(root: Path) -> None:
    put(root / "data" / PERSON, "name: Mary\n")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "second")

    assert list(GitSources(root / "data", "HEAD").files()) == [SourceFile(PERSON, b"name: Mary\n")]
    assert list(GitSources(root / "data", "HEAD~1").files()) == []


def test_repository_in_the_repository_is_an_obstacle(root: Path) -> None:
    first = git(root, "rev-parse", "HEAD").strip()
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{first},program/other")
    git(root, "commit", "--quiet", "-m", "second")

    assert Obstacle("program/other", "folder") in GitSources(root, "HEAD").files()


@pytest.mark.parametrize("revision", ["nothing", "--all", "", "HEAD:docs", "main; rm -rf x"])
def test_commit_that_is_not_there_ends_the_run(root: Path, revision: str) -> None:
    with pytest.raises(TelemacoError, match="there is no commit") as caught:
        GitSources(root, revision)
    assert caught.value.hint


def test_folder_without_a_repository_ends_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    with pytest.raises(TelemacoError, match="does not belong to a Git repository") as caught:
        GitSources(tmp_path, "main")
    assert caught.value.hint


def test_machine_without_git_ends_the_run(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))

    with pytest.raises(TelemacoError, match="Git cannot be run"):
        GitSources(root, "HEAD")


def test_repository_that_was_damaged_ends_the_run(root: Path) -> None:
    tree = git(root, "rev-parse", "HEAD^{tree}").strip()
    sources = GitSources(root, "HEAD")
    (root / ".git/objects" / tree[:2] / tree[2:]).unlink()

    with pytest.raises(TelemacoError, match="could not read the commit"):
        list(sources.files())


def test_history_knows_in_which_commit_a_file_came_in(root: Path) -> None:
    first = git(root, "rev-parse", "HEAD").strip()
    put(root / "program/people/mary.yaml", "name: Mary\n")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "second")
    second = git(root, "rev-parse", "HEAD").strip()
    put(root / "program/people/mary.yaml", "name: Mary S.\n")
    git(root, "commit", "--quiet", "-a", "-m", "third")
    put(root / "program/people/new.yaml", "x")
    history = GitHistory(root)

    assert history.arrival("program/people/mary.yaml") == Arrival(second, first)
    assert history.arrival(PERSON) == Arrival(first, None)
    assert history.arrival("program/people/new.yaml") is None
    assert history.sources(second).read("program/people/mary.yaml") == b"name: Mary\n"


def test_history_of_a_folder_within_a_repository_takes_paths_from_there(root: Path) -> None:
    put(root / "data" / PERSON, "name: Mary\n")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "second")
    second, first = git(root, "rev-list", "HEAD").split()

    assert GitHistory(root / "data").arrival(PERSON) == Arrival(second, first)


def test_without_a_repository_or_without_git_no_file_came_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    assert GitHistory(tmp_path).arrival(PERSON) is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert GitHistory(tmp_path).arrival(PERSON) is None
