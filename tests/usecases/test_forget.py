import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from telemaco.adapters.disk import DiskSources
from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.model.community import Community
from telemaco.model.forgetting import Forgetting, StandIn
from telemaco.model.retention import due_people, may_be_forgotten
from telemaco.ports import Obstacle, SourceFile
from telemaco.progress.community import community_progress
from telemaco.progress.outcomes.withholding import EVERYTHING
from telemaco.progress.suggestions import suggestions
from telemaco.records.base import PersonId
from telemaco.render.reports.markdown import as_markdown
from telemaco.render.reports.voice import Voice
from telemaco.usecases.check import check
from telemaco.usecases.forget import carry_out, plan_forgetting
from telemaco.usecases.import_receipt import RECEIPT
from telemaco.usecases.report import report
from tests.fakes import SETTINGS, FakeSources, FakeWriter, community
from tests.progress.atelier import PROGRAM, person

EXAMPLE = Path(__file__).parents[2]
TODAY = date(2027, 3, 15)
ALIAS = "former-1a2b3c"
VINCI = PersonId("leonardo")
OVER = person("mentee", "withdrawn", rest="github: leo-vinci\nbio: I paint.\n").replace(
    "Somebody", "Leonardo da Vinci"
)
PAIR = """\
# Leonardo begins on a Monday.
members:
  - {person: verrocchio, role: mentor}
  - {person: leonardo, role: mentee, until: 2027-02-01} # the younger
status: completed
start: 2027-01-04
end: 2027-02-01
agreement: {version: '1', accepted: {leonardo: 2027-01-05}, versions: {leonardo: '2'}}
goals:
  - id: draw
    statement: Draw
    owner: leonardo
    ratings: [{on: 2027-01-05, by: leonardo, level: 1}]
"""
NOTE = """\
---
status: held
minutes: 60
attendance: {verrocchio: present, leonardo: late}
actions: [{id: a, text: Draw, owner: leonardo}]
---
Leonardo drew; Vincenzo did not.
"""
RUN = f"""\
on: 2027-01-02
version: '1'
seed: a
digest: {"a" * 64}
pins: [{{mentor: verrocchio, mentee: leonardo}}]
forbids: [[leonardo, verrocchio]]
pairs:
  - pair: verrocchio-leonardo
    members: [verrocchio, leonardo]
    score: 50
    runners_up: [{{of: leonardo, person: verrocchio, score: 40}}]
unmatched: [{{person: leonardo, binding: none}}]
inputs: {{program/people/leonardo.yaml: "{"a" * 16}"}}
"""
FOLDER = "pairs/atelier/verrocchio-leonardo"
FILES: Mapping[str, str] = {
    "program/community.yaml": SETTINGS + "privacy: {retention_months: 6, repository: private}\n",
    "program/people/cosimo.yaml": person("mentor", "accepted", rest="excludes: [leonardo]\n"),
    "program/programs/atelier.yaml": PROGRAM,
    "program/people/leonardo.yaml": OVER,
    "program/people/verrocchio.yaml": person("mentor").replace(
        "matched}", "matched, prefers: [leonardo]}"
    ),
    f"{FOLDER}/pair.yaml": PAIR,
    f"{FOLDER}/2027-01-05.md": NOTE,
    f"{FOLDER}/2027-01-19.md.age": "sealed",
    "pairs/atelier/matches/2027-01-02.yaml": RUN,
    RECEIPT: "abc:\n  table: spring\n  person: leonardo\n  facts:\n    name: x\n",
}


class _Files(FakeSources):
    """Files in memory, of which those with a dot are not listed, as on disk."""

    def files(self) -> Iterator[SourceFile | Obstacle]:
        return (file for file in super().files() if file.path != RECEIPT)


def _after(files: Mapping[str, str], plan: Forgetting) -> dict[str, str]:
    writer = FakeWriter()
    carry_out(plan, writer, writer)
    new = {path: content.decode() for path, content in writer.written.items()}
    return {path: text for path, text in {**files, **new}.items() if path not in writer.removed}


def _forgotten(files: Mapping[str, str] = FILES, who: PersonId = VINCI) -> Forgetting:
    sources = _Files(files)
    stand_in = StandIn(ALIAS, "A former participant")
    return plan_forgetting(check(sources).community, sources, who, stand_in, TODAY)


def test_every_place_that_names_a_person_gets_the_other_name() -> None:
    after = _after(FILES, _forgotten())

    structured = {path: text for path, text in after.items() if not path.endswith((".md", ".age"))}
    assert not [path for path in after if "leonardo" in path]
    assert not [
        path
        for path, text in structured.items()
        if "leonardo" in re.sub("#.*", "", text) or "leo-vinci" in text or "I paint" in text
    ]
    pair = after["pairs/atelier/pair-1a2b3c/pair.yaml"]
    assert f"{{person: {ALIAS}, role: mentee, until: 2027-02-01}} # the younger" in pair
    assert f"owner: {ALIAS}" in pair
    assert f"versions: {{{ALIAS}: '2'}}" in pair
    assert f"{ALIAS}: late" in after["pairs/atelier/pair-1a2b3c/2027-01-05.md"]
    assert f"prefers: [{ALIAS}]" in after["program/people/verrocchio.yaml"]
    assert f"excludes: [{ALIAS}]" in after["program/people/cosimo.yaml"]
    receipt = after["pairs/atelier/matches/2027-01-02.yaml"]
    assert receipt.count(ALIAS) == 6
    assert "pair: pair-1a2b3c" in receipt
    assert after[RECEIPT].splitlines()[1:] == ["abc:", "  table: spring"]


def test_what_stays_says_nothing_but_the_places_in_programs() -> None:
    text = _forgotten().writes[f"program/people/{ALIAS}.yaml"].decode()

    assert text == (
        "# yaml-language-server: $schema=../../docs/schema/person.json\n"
        "name: A former participant\n"
        "timezone: UTC\n"
        "languages:\n"
        "  en: basic\n"
        "enrolments:\n"
        "  - program: atelier\n"
        "    role: mentee\n"
        "    status: withdrawn\n"
        "consent:\n"
        "  text: v1\n"
        "  on: 2027-01-01\n"
        "  publish: []\n"
    )


def test_texts_that_name_them_are_listed_and_left_as_they_are() -> None:
    plan = _forgotten()

    assert [(one.path, one.line) for one in plan.mentions] == [
        ("pairs/atelier/pair-1a2b3c/2027-01-05.md", 7),
        ("pairs/atelier/pair-1a2b3c/pair.yaml", 1),
    ]
    assert b"Leonardo drew" in plan.writes["pairs/atelier/pair-1a2b3c/2027-01-05.md"]
    assert plan.sealed == ("pairs/atelier/pair-1a2b3c/2027-01-19.md.age",)


def test_names_of_others_are_not_taken_for_theirs() -> None:
    files = {
        **FILES,
        "program/people/leonardo-bruni.yaml": person("mentor").replace(
            "Somebody", "Leonardo Bruni"
        ),
        "program/people/somebody.yaml": person("mentor", rest="bio: As leonardo-bruni does\n"),
        "program/people/vinci.yaml": person("mentor", rest="bio: As Leonardo does\n"),
    }

    plan = _forgotten(files)

    assert [one.path for one in plan.mentions if one.path.startswith("program/people")] == [
        "program/people/vinci.yaml"
    ]


def test_first_name_in_the_files_of_somebody_who_has_it_too_is_theirs() -> None:
    files = {
        **FILES,
        "program/people/leonardo-bruni.yaml": person(
            "mentor", rest="bio: Call me Leonardo\n"
        ).replace("Somebody", "Leonardo Bruni"),
        "program/people/bianca.yaml": person("mentee"),
        "pairs/atelier/bruni-bianca/pair.yaml": PAIR.replace("verrocchio", "leonardo-bruni")
        .replace("leonardo,", "bianca,")
        .replace("leonardo:", "bianca:")
        .replace("owner: leonardo", "owner: bianca"),
        "pairs/atelier/bruni-bianca/2027-01-05.md": NOTE.replace("leonardo", "bianca").replace(
            "verrocchio", "leonardo-bruni"
        ),
        "program/people/vinci.yaml": person("mentor", rest="bio: As Leonardo does\n"),
    }

    told = {one.path for one in _forgotten(files).mentions}

    assert "program/people/vinci.yaml" in told
    assert not {path for path in told if "bruni" in path}


def test_folder_that_says_nothing_of_them_keeps_its_name() -> None:
    files = {path.replace("verrocchio-leonardo", "the-bench"): text for path, text in FILES.items()}

    plan = _forgotten(files)

    assert plan.moves == {}
    assert plan.removes == ("program/people/leonardo.yaml",)


def test_who_took_no_part_leaves_no_file() -> None:
    files = {
        path: text
        for path, text in FILES.items()
        if path in {"program/community.yaml", "program/programs/atelier.yaml"}
    }
    files["program/people/cosimo.yaml"] = person("mentor", "accepted")
    files["program/people/leonardo.yaml"] = re.sub("enrolments:.*", "enrolments: []", OVER)

    plan = _forgotten(files)

    assert (plan.alias, dict(plan.writes)) == (None, {})
    assert plan.removes == ("program/people/leonardo.yaml",)


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        (f"{FOLDER}/pair.yaml", ", until: 2027-02-01", "", "atelier/verrocchio-leonardo"),
        ("program/people/leonardo.yaml", "withdrawn", "accepted", "atelier"),
        ("program/community.yaml", "[cosimo]", "[leonardo]", "program/community.yaml"),
        (
            "program/programs/atelier.yaml",
            "style:",
            "coordinators: [leonardo]\nstyle:",
            "program/programs/atelier.yaml",
        ),
    ],
)
def test_who_still_takes_part_is_not_forgotten(path: str, old: str, new: str, place: str) -> None:
    text = FILES[path].replace("status: completed", "status: active").replace(old, new)

    with pytest.raises(TelemacoError) as refused:
        _forgotten({**FILES, path: text})

    assert place in str(refused.value.message.facts["places"])


@pytest.mark.parametrize("alias", ["cosimo", "leo", "former-taken"])
def test_name_that_is_taken_or_says_something_is_refused(alias: str) -> None:
    files = {**FILES, "program/people/former-taken.yaml": OVER}
    sources = _Files(files)

    with pytest.raises(TelemacoError):
        plan_forgetting(check(sources).community, sources, VINCI, StandIn(alias, "Somebody"), TODAY)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (f"{FOLDER}/2027-01-05.md", "no front matter, leonardo"),
        (f"{FOLDER}/2027-01-05.md", "---\nx: [\n---\n"),
        ("program/programs/atelier.yaml", b"\xff"),
    ],
)
def test_file_that_cannot_be_read_stops_it(path: str, text: str | bytes) -> None:
    sources = _Files({**FILES, path: text})

    with pytest.raises(TelemacoError):
        plan_forgetting(
            check(_Files(FILES)).community, sources, VINCI, StandIn(ALIAS, "Somebody"), TODAY
        )


def _example() -> dict[str, str]:
    return {
        file.path: file.content.decode()
        for file in DiskSources(EXAMPLE).files()
        if isinstance(file, SourceFile)
    }


def test_figures_of_the_example_stay_the_same_and_its_check_clean() -> None:
    files = _example()
    before = check(FakeSources(files), TODAY).community
    everybody = [one for one in before.people if may_be_forgotten(before, one)]
    assert len(everybody) >= 3

    after = files
    for number, who in enumerate(everybody):
        sources = FakeSources(after)
        plan = plan_forgetting(
            check(sources).community, sources, who, StandIn(f"former-{number}", "Somebody"), TODAY
        )
        after = _after(after, plan)

    checked = check(FakeSources(after), TODAY)
    assert checked.findings == check(FakeSources(files), TODAY).findings
    assert not set(everybody) & set(checked.community.people)
    assert _figures(checked.community) == _figures(before)


def _figures(found: Community) -> object:
    """Everything that is said of the community, but for the names and the certificates shown."""
    progress = community_progress(found, TODAY)
    programs = [
        replace(
            one,
            waiting=(),
            pairs=tuple(
                sorted(
                    (replace(pair, id=PAIR_ID) for pair in one.pairs),
                    key=repr,
                )
            ),
        )
        for one in progress.programs
    ]
    kinds = [one.kind for one in suggestions(found, progress)]
    voice = Voice(found, Catalog("en"))
    reports = [
        _SHOWN.sub("", as_markdown(voice, report(found, name, TODAY, EVERYTHING)))
        for name in found.programs
    ]
    return progress.sums, programs, kinds, reports


_SHOWN = re.compile(
    r" \d+ (?:person lets|people let) the certificate be shown.*|\| Certificate on the site.*"
)
"""Who is forgotten lets nothing be shown any more, and their certificate leaves the site."""
PAIR_ID = next(iter(community({f"{FOLDER}/pair.yaml": PAIR}).pairs))


def test_people_are_due_so_many_months_after_their_last_day() -> None:
    found = check(_Files(FILES)).community

    assert [one.person for one in due_people(found, date(2027, 8, 1))] == ["leonardo"]
    assert due_people(found, date(2027, 7, 31)) == ()


def test_nobody_is_due_where_no_time_is_set() -> None:
    found = check(_Files({**FILES, "program/community.yaml": SETTINGS})).community

    assert due_people(found, date(2099, 1, 1)) == ()


def test_words_of_their_own_in_the_files_of_their_pairs_are_listed() -> None:
    goals = """\
  - id: goal-1
    statement: {it: Disegnare le mani, en: Draw hands}
    success: Ten good hands
  - id: theirs
    statement: Cast a horse
    owner: verrocchio
closing:
  on: 2027-02-01
  reflection: |
    We looked closely.
"""
    wish = OVER + "goals: [{statement: {it: Disegnare le mani, en: Draw hands}}]\n"
    files = {**FILES, f"{FOLDER}/pair.yaml": PAIR + goals, "program/people/leonardo.yaml": wish}

    plan = _forgotten(files)

    pair = "pairs/atelier/pair-1a2b3c/pair.yaml"
    assert [one.text for one in plan.own_words if one.path == pair] == [
        "statement: Draw",
        "statement: {it: Disegnare le mani, en: Draw hands}",
        "success: Ten good hands",
        "reflection: | We looked closely.",
    ]


def test_words_of_sessions_that_may_be_theirs_are_listed_where_they_begin() -> None:
    note = "---\nstatus: held\nattendance: {leonardo: ATTENDS}\nactions:\n"
    note += "  - {id: a, text: Draw, owner: leonardo}\n  - {id: b, text: Cast, owner: verrocchio}\n"
    note += "---\n\n# Goal\n\nTEXT\n"
    files = {
        **FILES,
        f"{FOLDER}/2027-01-05.md": note.replace("ATTENDS", "present").replace("TEXT", "I drew."),
        f"{FOLDER}/2027-01-12.md": note.replace("ATTENDS", "excused").replace("TEXT", "I cast."),
        f"{FOLDER}/2027-01-19.md": note.replace("ATTENDS", "late").replace("TEXT", ""),
        "pairs/atelier/other/pair.yaml": PAIR.replace("leonardo", "lippi"),
        "pairs/atelier/other/2027-01-05.md": "---\nstatus: held\n---\nOurs.\n",
        "program/people/lippi.yaml": person("mentee"),
    }

    plan = _forgotten(files)

    place = "pairs/atelier/pair-1a2b3c"
    listed = [(one.path, one.line) for one in plan.own_words if one.path.endswith(".md")]
    assert listed == [
        (f"{place}/2027-01-05.md", 6),
        (f"{place}/2027-01-05.md", 12),
        (f"{place}/2027-01-12.md", 6),
        (f"{place}/2027-01-19.md", 6),
    ]
    assert "I drew." in [one.text for one in plan.own_words]


def test_goals_without_an_owner_and_what_shows_a_milestone_may_be_in_their_words() -> None:
    more = "  - id: ours\n    statement: Paint together\n"
    more += "milestones:\n  - {id: first, done_on: 2027-01-20, evidence: A drawing of hands}\n"

    plan = _forgotten({**FILES, f"{FOLDER}/pair.yaml": PAIR + more})

    told = " ".join(one.text for one in plan.own_words)
    assert "Paint together" in told
    assert "A drawing of hands" in told


@pytest.mark.parametrize(("text", "is_told"), [("Leo drew.", True), ("A leo, galileo.", False)])
def test_short_first_name_is_looked_for_as_it_is_written(text: str, is_told: bool) -> None:  # noqa: FBT001 (a parameter)
    files = {
        **FILES,
        "program/people/leonardo.yaml": OVER.replace("Leonardo da Vinci", "Leo da Vinci"),
        "program/people/lippi.yaml": person("mentee", rest=f"bio: {text}\n"),
    }

    mentions = _forgotten(files).mentions

    assert ("program/people/lippi.yaml" in {one.path for one in mentions}) is is_told


_AGAIN = "telemaco accept atelier leonardo --as withdrawn"
_CLOSE = "telemaco close atelier verrocchio-leonardo"


@pytest.mark.parametrize(
    ("pair", "end", "steps"),
    [
        ("active", "2027-12-01", f"{_CLOSE} --reason other --apply; {_AGAIN}"),
        ("active", None, f"{_CLOSE} --reason other --apply; {_AGAIN}"),
        ("active", "2027-02-01", f"{_CLOSE} --apply. Or"),
        ("paused", "2027-02-01", f"{_CLOSE} --apply. Or"),
        ("proposed", "2027-02-01", f"{_CLOSE} --apply; {_AGAIN}"),
    ],
)
def test_who_still_takes_part_is_told_the_commands(pair: str, end: str | None, steps: str) -> None:
    said = _refusal(_still_there(pair, end))

    assert said.startswith(f"First end it: {steps}")


def test_pair_that_never_met_and_whose_time_is_over_ends_without_contact() -> None:
    missed = NOTE.replace("status: held", "status: missed")

    said = _refusal({**_still_there("active", "2027-02-01"), f"{FOLDER}/2027-01-05.md": missed})

    assert said.startswith(f"First end it: {_CLOSE} --reason no-contact --apply; {_AGAIN}")


def test_mentor_of_a_program_that_goes_on_is_told_to_withdraw_after_the_pair_is_closed() -> None:
    master = person("mentor", rest="github: verrocchio\n")

    said = _refusal(
        {**_still_there("active", "2027-02-01"), "program/people/verrocchio.yaml": master},
        PersonId("verrocchio"),
    )

    assert said.startswith(f"First end it: {_CLOSE} --apply; telemaco accept atelier verrocchio")


def _still_there(pair: str, end: str | None) -> Mapping[str, str]:
    """The pair in another state, with another last day, and its mentee matched."""
    text = PAIR.replace("status: completed", f"status: {pair}").replace(", until: 2027-02-01", "")
    text = text.replace("end: 2027-02-01\n", f"expected_end: {end}\n" if end else "")
    mine = OVER.replace("withdrawn", "matched")
    return {f"{FOLDER}/pair.yaml": text, "program/people/leonardo.yaml": mine}


def test_who_leaves_a_group_or_coordinates_is_told_which_line() -> None:
    text = PAIR.replace("status: completed", "status: active").replace(", until: 2027-02-01", "")
    text = text.replace("end: 2027-02-01\n", "").replace(
        "members:\n", "members:\n  - {person: lippi, role: mentee}\n"
    )
    group = PROGRAM.replace("one-to-one", "group") + "coordinators: [leonardo]\n"
    settings = FILES["program/community.yaml"].replace("[cosimo]", "[cosimo, leonardo]")

    said = _refusal(
        {
            f"{FOLDER}/pair.yaml": text,
            "program/programs/atelier.yaml": group,
            "program/community.yaml": settings,
            "program/people/lippi.yaml": person("mentee"),
        }
    )

    assert said.startswith(
        "First end it: write the last day of leonardo as until: in "
        "pairs/atelier/verrocchio-leonardo/pair.yaml; take leonardo out of coordinators in "
        "program/community.yaml; take leonardo out of coordinators in "
        "program/programs/atelier.yaml. Or let them"
    )


def _refusal(more: Mapping[str, str], who: PersonId = VINCI) -> str:
    with pytest.raises(TelemacoError) as refused:
        _forgotten({**FILES, **more}, who)
    assert refused.value.hint
    return Catalog("en").text(refused.value.hint)
