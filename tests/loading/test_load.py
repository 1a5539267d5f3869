from datetime import date

import pytest

from telemaco.findings import Finding
from telemaco.loading.load import Loaded, load
from telemaco.model.community import AnswerId, ReceiptId
from telemaco.ports import Obstacle
from telemaco.records.base import AgendaId, Language, PairName, PersonId, ProgramId, SurveyId
from telemaco.records.layout import Kind, NoteId, PairId
from tests.fakes import COSIMO, SETTINGS, FakeSources

PAIR = PairId(ProgramId("spring"), PairName("ada-mary"))
ADA = "program/people/ada.yaml"
WHOLE = {"program/community.yaml": SETTINGS, "program/people/cosimo.yaml": COSIMO}


def loaded(files: dict[str, str | bytes | Obstacle]) -> Loaded:
    return load(FakeSources({**WHOLE, **files}).files())


def codes(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.location.path, finding.code) for finding in findings]


def test_records_of_every_kind_are_found_by_their_ids() -> None:
    found = loaded(
        {
            "program/skills.yaml": "- {id: optics, label: Optics}\n",
            "program/programs/spring.yaml": "title: S\nsummary: s\nstatus: open\nstyle: informal\n"
            "kind: group\ndates: {start: 2027-01-01}\n",
            "program/surveys/start.yaml": "title: S\nroles: [mentor]\nreaders: [pair]\n"
            "items: [{id: q, kind: text, text: Q}]\n",
            "program/agendas/first.it.md": "---\ntitle: Primo\n---\nBenvenuti.\n",
            "pairs/spring/ada-mary/pair.yaml": "members: [{person: ada, role: mentor}, "
            "{person: mary, role: mentee}]\nstatus: active\nstart: 2027-01-01\n",
            "pairs/spring/ada-mary/2027-02-03-2.md": "---\nstatus: held\n---\nAgain.\n",
            "pairs/spring/ada-mary/2027-02-03.md": "---\nstatus: held\n---\nWe met.\n",
            "pairs/spring/ada-mary/2027-02-04.md.age": b"\xff\x00 sealed",
            "pairs/spring/matches/2027-01-01.yaml": "on: 2027-01-01\nversion: v1\nseed: s\n"
            f"digest: {'0' * 64}\n",
            "pairs/spring/surveys/start/k3.yaml": "survey: start\nprogram: spring\nrole: mentor\n"
            "week: 2027-W05\nanswers: {q: [a, b]}\n",
        }
    )

    community = found.community
    assert found.findings == ()
    assert found.files == 12
    assert list(community.skills) == ["optics"]
    assert list(community.programs) == ["spring"]
    assert list(community.people) == ["cosimo"]
    assert list(community.surveys) == ["start"]
    assert community.agendas[AgendaId("first")][Language("it")].body == "Benvenuti.\n"
    assert list(community.pairs) == [PAIR]
    assert [(session.id, session.day, session.body) for session in community.sessions_of(PAIR)] == [
        (NoteId("2027-02-03"), date(2027, 2, 3), "We met.\n"),
        (NoteId("2027-02-03", 2), date(2027, 2, 3), "Again.\n"),
    ]
    assert list(community.receipts) == [ReceiptId(ProgramId("spring"), "2027-01-01")]
    assert list(community.answers) == [AnswerId(ProgramId("spring"), SurveyId("start"), "k3")]
    assert community.unread == {}


def test_order_of_files_makes_no_difference() -> None:
    files = [*FakeSources({**WHOLE, ADA: COSIMO, "program/people/mary.yaml": COSIMO}).files()]

    assert load(files) == load(reversed(files))


def test_file_that_cannot_be_read_does_not_hide_the_others() -> None:
    found = loaded(
        {
            "program/people/a.yaml": "name: [\n",
            "program/people/b.yaml": "name: A\nname: B\n",
            "program/people/c.yaml": "nme: C\n",
            "program/people/d.yaml": b"\xff",
            "program/people/e.yaml": "",
            "program/people/F.yaml": COSIMO,
            "program/people/g.yml": COSIMO,
            "program/people/h.yaml": Obstacle("program/people/h.yaml", "symbolic-link"),
            "program/people/i.yaml": "#" * 65_537,
            "program/people/j.yaml": "a: \x01\n",
            "program/people/k.yaml": "- " * 50_000,
            "program/people/l.yaml": COSIMO + "bio: ada@example.org\n",
            "program/photo.png": b"\x89PNG",
            "pairs/spring/ada-mary/2027-02-30.md": "---\nstatus: held\n---\n",
            "pairs/spring/ada-mary/2027-02-03.md": "We met.\n",
        }
    )

    assert {path for path, _ in codes(found.findings)} >= {
        *(f"program/people/{name}.yaml" for name in "abcdeFhijkl"),
        "program/people/g.yml",
        "program/photo.png",
        "pairs/spring/ada-mary/2027-02-30.md",
        "pairs/spring/ada-mary/2027-02-03.md",
    }
    assert list(found.community.people) == ["cosimo", "l"]
    assert found.community.unread[Kind.PERSON] == {(name,) for name in "abcdeFfghijk"}
    assert found.community.is_unread(Kind.PERSON, "a")


@pytest.mark.parametrize(
    ("obstacle", "refers"),
    [
        ("program", (Kind.PERSON, "ada")),
        ("program", (Kind.PROGRAM, "spring")),
        ("program", (Kind.COMMUNITY,)),
        ("program/people", (Kind.PERSON, "ada")),
        ("program/People", (Kind.PERSON, "ada")),
        ("program/agendas", (Kind.AGENDA, "first", "en")),
        ("pairs", (Kind.PAIR, "spring", "ada-mary")),
        ("pairs/spring", (Kind.RECEIPT, "spring", "2027-02-03")),
        ("pairs/spring/matches", (Kind.RECEIPT, "spring", "2027-02-03")),
        ("pairs/spring/surveys/end", (Kind.ANSWER, "spring", "end", "k3")),
        ("pairs/spring/ada-mary", (Kind.PAIR, "spring", "ada-mary")),
    ],
)
def test_what_lies_in_a_folder_that_cannot_be_read_is_not_missed(
    obstacle: str, refers: tuple[Kind, *tuple[str, ...]]
) -> None:
    found = loaded({obstacle: Obstacle(obstacle, "unreadable")})

    assert codes(found.findings) == [(obstacle, "unreadable-file")]
    assert found.community.is_unread(*refers)
    assert not found.community.is_unread(Kind.SURVEY, "start") or obstacle == "program"


def test_obstacle_of_no_meaning_hides_nothing() -> None:
    found = loaded({"program/pictures": Obstacle("program/pictures", "symbolic-link")})

    assert found.community.unread == {}


def test_folder_of_another_name_is_told_once_and_its_people_are_not_missed() -> None:
    found = loaded({"program/Persons/ada.yaml": COSIMO, "program/Persons/mary.yaml": COSIMO})

    assert codes(found.findings) == [("program/Persons", "unexpected-folder")]
    assert found.community.unread[Kind.PERSON] == {("ada",), ("mary",)}


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("email: ada@example.org\n", ["mail-address"]),
        ("links: [{label: x, url: 'mailto:ada@example.org'}]\n", ["mail-address"]),
        ("links: [{label: x, url: 'mailto:ada@\\\n  example.org'}]\n", ["bad-address"]),
        ("password: hunter2\n", ["secret"]),
        ("github: +39 055\n  123 4567\n", ["phone-number"]),
        ("timezne: Rome\n", ["unknown-key"]),
    ],
)
def test_value_that_is_wrong_twice_is_told_once(lines: str, found: list[str]) -> None:
    assert [code for _, code in codes(loaded({ADA: COSIMO + lines}).findings)] == found


def test_misspelt_key_of_the_contact_is_told_once() -> None:
    settings = SETTINGS.replace("contact:", "contactx:")

    assert codes(loaded({"program/community.yaml": settings}).findings) == [
        ("program/community.yaml", "unknown-key")
    ]


def test_time_zone_is_told_beside_a_wrong_key() -> None:
    person = COSIMO.replace("Europe/Rome", "Rome") + "nme: x\n"

    assert {code for _, code in codes(loaded({ADA: person}).findings)} == {
        "unknown-key",
        "unknown-time-zone",
    }


def test_value_that_hides_something_is_told_beside_a_wrong_key() -> None:
    person = COSIMO + 'bio: "a\\x07"\nnme: x\n'

    assert {code for _, code in codes(loaded({ADA: person}).findings)} == {
        "control-character",
        "unknown-key",
    }
    good = loaded({ADA: COSIMO + 'bio: "a\\x07"\n'})
    assert codes(good.findings) == [(ADA, "control-character")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("#" * 65_537, "file-too-large"),
        ("x: " + "[" * 50_000, "nested-too-deep"),
        ("- " * 20_000, "nested-too-deep"),
        ("", "empty-file"),
        ("# nothing\n", "empty-file"),
        ("~\n", "empty-file"),
        ("a: 1\n---\nb: 2\n", "several-documents"),
        ("a: &x 1\nb: *x\n", "yaml-feature"),
        ("name: !!python/object/apply:os.system [ls]\n", "yaml-feature"),
    ],
)
def test_fault_of_a_file_is_a_finding(content: str, code: str) -> None:
    found = loaded({ADA: content})

    assert {found_code for _, found_code in codes(found.findings)} == {code}


def test_file_of_windows_reads_like_any_other() -> None:
    found = loaded({ADA: b"\xef\xbb\xbf" + COSIMO.replace("\n", "\r\n").encode()})

    assert found.findings == ()
    assert found.community.people[PersonId("ada")] == found.community.people[PersonId("cosimo")]


def test_community_without_settings_is_one_finding() -> None:
    found = load(FakeSources({"program/people/cosimo.yaml": COSIMO}).files())

    assert codes(found.findings) == [("program/community.yaml", "community-missing")]
    assert found.community.settings.languages == ("en",)
    assert found.community.is_unread(Kind.COMMUNITY)


def test_settings_that_cannot_be_read_are_not_missing_too() -> None:
    found = loaded({"program/community.yaml": "name: x\n"})

    assert "community-missing" not in {code for _, code in codes(found.findings)}
    assert found.community.settings.coordinators == ()


def test_misspelt_key_is_not_also_missing() -> None:
    text = "name: Ada\ntimezone: Europe/Rome\nlanguage: {it: native}\nenrolments: []\n"

    found = loaded({ADA: text}).findings

    assert sorted((one.code, one.location.route) for one in found) == [
        ("missing-key", ("consent",)),
        ("unknown-key", ("language",)),
    ]
