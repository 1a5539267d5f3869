# ruff: noqa: E501 (a case reads best on one line)
import pytest

from telemaco.loading.load import load
from telemaco.records.layout import Kind
from telemaco.usecases.check import check
from tests.fakes import COSIMO, SETTINGS, FakeSources
from tests.loading.hints import hint_of

PROGRAM = "title: Spring\nsummary: Half a year.\nstatus: active\nstyle: formal\nkind: one-to-one\n"
PAIR = "status: active\nstart: 2027-01-11\nmembers: [{person: cosimo, role: mentor}]\n"
SURVEY = "title: Start\nroles: [mentor]\nreaders: [coordinators]\nitems: []\n"
SOME_PAIR = "It looks like a pair: move it to pairs/, into the folder of its program, there into one that is called after its members, and call it pair.yaml."
NOWHERE = "Move a person into program/people/, a program into program/programs/, a survey into program/surveys/; else delete it, or move it out of program/ and pairs/."


@pytest.mark.parametrize(
    ("path", "content", "told"),
    [
        ("program/anna.yaml", COSIMO, "It looks like a person: move it to program/people/anna.yaml."),
        ("program/skill.yaml", COSIMO, "It looks like a person: move it to program/people/skill.yaml."),
        ("program/anna.yaml", COSIMO + "bio: 'open\n", "It looks like a person: move it to program/people/anna.yaml."),
        ("program/Anna Rossi.yml", COSIMO, "It looks like a person: move it to program/people/anna-rossi.yaml."),
        ("program/people/old/anna.yaml", COSIMO, "It looks like a person: move it to program/people/anna.yaml."),
        ("program/pair.yaml", COSIMO, "It looks like a person: move it to program/people/."),
        ("program/spring.yaml", PROGRAM, "It looks like a program: move it to program/programs/spring.yaml."),
        ("program/start.yaml", SURVEY, "It looks like a survey: move it to program/surveys/start.yaml."),
        ("program/x.yaml", SETTINGS, "It looks like the settings of the community: move it to program/community.yaml."),
        ("program/x.yaml", PAIR, SOME_PAIR),
        ("pairs/spring/ada-mary.yaml", PAIR, "It looks like a pair: move it to pairs/spring/ada-mary/pair.yaml."),
        ("program/x.yaml", "title: Ada\nlanguages: [it]\n", NOWHERE),
        ("program/x.yaml", "", NOWHERE),
    ],
)  # fmt: skip
def test_file_where_none_belongs_is_told_by_its_keys(path: str, content: str, told: str) -> None:
    assert hint_of(path, {path: content}) == told


@pytest.mark.parametrize(
    ("path", "content", "told"),
    [
        ("program/people/spring.yaml", PROGRAM, "It looks like a program: move it to program/programs/spring.yaml."),
        ("program/programs/ada.yaml", COSIMO, "It looks like a person: move it to program/people/ada.yaml."),
        ("program/people/ada.yaml", PAIR, SOME_PAIR),
    ],
)  # fmt: skip
def test_file_among_those_of_another_kind_is_told_by_its_keys(
    path: str, content: str, told: str
) -> None:
    files = {
        "program/community.yaml": SETTINGS,
        "program/people/cosimo.yaml": COSIMO,
        path: content,
    }

    assert hint_of(path, files) == told
    about = [one.code for one in check(FakeSources(files)).findings if one.location.path == path]
    assert "unknown-key" not in about


def test_what_refers_to_such_a_file_is_left_alone() -> None:
    files = {
        "program/community.yaml": SETTINGS.replace("cosimo", "ada"),
        "program/ada.yaml": COSIMO,
        "program/people/spring.yaml": PROGRAM,
    }

    community = load(FakeSources(files).files()).community

    assert ("ada",) in community.unread[Kind.PERSON]
    assert ("spring",) in community.unread[Kind.PROGRAM]


@pytest.mark.parametrize(
    "content",
    [
        COSIMO.replace("name:", "title:") + "status: active\nsummary: x\nstyle: formal\n",
        "- name\n- languages\n",
        "title: Ada\nsummary: Hers\n",
    ],
)
def test_unclear_file_keeps_the_findings_of_its_place(content: str) -> None:
    path = "program/people/ada.yaml"

    findings = load(FakeSources({path: content}).files()).findings

    codes = {one.code for one in findings if one.location.path == path}
    assert "unexpected-file" not in codes
    assert codes
