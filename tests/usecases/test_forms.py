import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.loading.load import load
from telemaco.ports import Obstacle
from telemaco.usecases.forms import FormsPlan, carry_out, files_of_forms, plan_forms
from tests.fakes import COSIMO, SETTINGS, FakeSources, FakeWriter, community
from tests.forms.communities import program

FOLDER = ".github/ISSUE_TEMPLATE"
OPEN = {"program/programs/one.yaml": program()}


def _plan(files: dict[str, str], present: dict[str, bytes]) -> FormsPlan:
    return plan_forms(community(files), present, Catalog)


def _written(files: dict[str, str]) -> dict[str, bytes]:
    return dict(files_of_forms(community(files), Catalog))


def test_every_form_is_written_in_every_language() -> None:
    paths = list(_written(OPEN))

    assert paths == sorted(paths)
    assert f"{FOLDER}/join-as-mentor.yml" in paths
    assert f"{FOLDER}/join-as-mentor-it.yml" in paths
    assert f"{FOLDER}/config.yml" in paths
    assert f"{FOLDER}/propose-a-pair.yml" not in paths


def test_plan_after_writing_is_empty() -> None:
    plan = _plan(OPEN, _written(OPEN))

    assert plan == FormsPlan({}, (), ())
    assert plan.is_empty


def test_form_that_has_nothing_to_offer_any_more_is_removed() -> None:
    plan = _plan({}, _written(OPEN))

    assert plan.removed == tuple(
        f"{FOLDER}/join-as-{role}{language}.yml"
        for role in ("mentee", "mentor")
        for language in ("-it", "")
    )


def test_files_of_others_are_neither_replaced_nor_removed() -> None:
    theirs = {
        f"{FOLDER}/bug.yml": b"name: Bug\n",
        f"{FOLDER}/config.yml": b"blank_issues_enabled: true\n",
        f"{FOLDER}/session-note.yml": b"name: Ours, but by hand\n",
    }

    plan = _plan(OPEN, {**_written(OPEN), **theirs})

    assert plan == FormsPlan({}, (), (f"{FOLDER}/config.yml", f"{FOLDER}/session-note.yml"))
    assert plan.is_empty


def test_form_that_was_changed_is_written_anew() -> None:
    files = _written(OPEN)
    path = f"{FOLDER}/join-as-mentor.yml"

    plan = _plan(OPEN, {**files, path: files[path] + b"# more\n"})

    assert plan.written == {path: files[path]}


def test_plan_is_carried_out() -> None:
    writer = FakeWriter()

    carry_out(FormsPlan({"a": b"x"}, ("b",), ("c",)), writer, writer)

    assert (writer.written, writer.removed) == ({"a": b"x"}, ["b"])


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("program/community.yaml", "title: ["),
        ("program/skills.yaml", "- ["),
        ("program/programs/one.yaml", "title: ["),
        ("program/surveys/one.yaml", "title: ["),
    ],
)
def test_nothing_is_planned_from_files_that_cannot_be_read(path: str, text: str) -> None:
    files = {"program/community.yaml": SETTINGS, "program/people/cosimo.yaml": COSIMO, path: text}
    found = load(FakeSources(files).files()).community

    with pytest.raises(TelemacoError) as raised:
        plan_forms(found, {}, Catalog)

    assert str(raised.value.message) == f"{path} cannot be read."


def test_folder_that_cannot_be_read_is_named() -> None:
    files: dict[str, str | bytes | Obstacle] = {
        "program/community.yaml": SETTINGS,
        "program/people/cosimo.yaml": COSIMO,
        "program/programs": Obstacle("program/programs", "unreadable"),
    }
    found = load(FakeSources(files).files()).community

    with pytest.raises(TelemacoError) as raised:
        plan_forms(found, {}, Catalog)

    assert str(raised.value.message) == "program/ cannot be read."
