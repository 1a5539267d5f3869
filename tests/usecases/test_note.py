from collections.abc import Mapping
from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.loading.load import load
from telemaco.usecases.note import NotePlan, Wanted, plan_note, write_note
from tests.fakes import COSIMO, SETTINGS, FakeSources, FakeWriter
from tests.progress.atelier import ACTIVE, PAIR, PROGRAM, person

FOLDER = "pairs/atelier/verrocchio-leonardo"
TODAY = date(2027, 2, 1)
HELD = "---\nstatus: held\nminutes: 50\nattendance: {verrocchio: present}\n---\n"
TASKS = HELD.replace(
    "minutes", "actions: [{id: a, text: Draw}, {id: b, text: Rest, done_on: 2027-01-20}]\nminutes"
)
PRIVATE = SETTINGS + "privacy: {repository: private}\n"


def _sources(
    notes: Mapping[str, str] | None = None,
    *,
    settings: str = SETTINGS,
    program: str = PROGRAM,
    more: Mapping[str, str] | None = None,
) -> FakeSources:
    return FakeSources(
        {
            "program/community.yaml": settings,
            "program/people/cosimo.yaml": COSIMO,
            "program/programs/atelier.yaml": program,
            "program/people/verrocchio.yaml": person("mentor", rest="confirmed: 2027-01-01\n"),
            "program/people/leonardo.yaml": person("mentee"),
            f"{FOLDER}/pair.yaml": ACTIVE,
            **{f"{FOLDER}/{name}": text for name, text in (notes or {}).items()},
            **(more or {}),
        }
    )


def _plan(sources: FakeSources, day: date = TODAY, *, again: bool = False) -> NotePlan:
    community = load(sources.files()).community
    return plan_note(community, sources, Wanted(PAIR, day, TODAY, again=again), Catalog)


def _refusal(sources: FakeSources, day: date = TODAY, *, again: bool = False) -> str:
    with pytest.raises(TelemacoError) as refused:
        _plan(sources, day, again=again)
    return Catalog("en").text(refused.value.message)


def test_note_has_the_day_the_guide_and_the_members() -> None:
    plan = _plan(_sources())

    assert plan.path == f"{FOLDER}/2027-02-01.md"
    assert "status: held\nminutes: 60\n" in plan.text
    assert "  verrocchio: present\n  leonardo: present\nagenda: first-meeting\n" in plan.text


def test_note_of_the_midpoint_has_the_guide_that_makes_it_the_review() -> None:
    halfway = PROGRAM.replace("start: 2027-01-04,", "start: 2027-01-04, midpoint: 2027-02-03,")

    plan = _plan(_sources({"2027-01-05.md": HELD}, program=halfway))

    assert "\nagenda: midpoint\n" in plan.text


def test_minutes_are_those_of_the_rhythm_else_of_the_guide() -> None:
    rhythm = PROGRAM.replace("unit: week", "unit: week, minutes: 75")
    guide = {"program/agendas/first-meeting.it.md": "---\ntitle: Noi\nminutes: 20\n---\n- Chi?\n"}

    assert "minutes: 75\n" in _plan(_sources(program=rhythm, more=guide)).text
    assert "minutes: 20\n" in _plan(_sources(more=guide)).text


def test_headings_are_in_the_language_of_the_members_where_a_note_may_have_text() -> None:
    private, public = _plan(_sources(settings=PRIVATE)), _plan(_sources())
    open_notes = SETTINGS + "privacy: {note_visibility: public}\n"

    assert private.has_text
    assert private.text.endswith("## Come lavoriamo\n\n## Impegni\n")
    assert not public.has_text
    assert public.text.endswith("---\n")
    assert _plan(_sources(settings=open_notes)).has_text


def test_what_is_still_open_is_told() -> None:
    text = _plan(_sources({"2027-01-18.md": TASKS})).text

    assert "# 2027-01-18.md: {id: a, text: Draw}\n---" in text
    assert "Rest" not in text


def test_what_was_taken_on_later_is_not_told() -> None:
    text = _plan(_sources({"2027-01-18.md": TASKS}), date(2027, 1, 17)).text

    assert "Draw" not in text


def test_day_to_come_is_planned() -> None:
    text = _plan(_sources({"2027-01-18.md": HELD}), date(2027, 2, 9)).text

    assert "status: planned\n" in text
    assert "\n# attendance: {verrocchio: present, leonardo: present}\n" in text


def test_session_that_is_written_down_is_not_written_down_again_unasked() -> None:
    sources = _sources({"2027-02-01.md": HELD})

    assert _refusal(sources) == (
        f"The session of 1 February 2027 is written down already, in {FOLDER}/2027-02-01.md."
    )
    assert _plan(sources, again=True).path == f"{FOLDER}/2027-02-01-2.md"


def test_session_that_did_not_take_place_gives_way_to_one_that_did() -> None:
    missed = "---\nstatus: cancelled\n---\n"

    assert _plan(_sources({"2027-02-01.md": missed})).path == f"{FOLDER}/2027-02-01-2.md"


def test_second_note_of_a_day_has_the_next_free_name() -> None:
    sealed = {"2027-02-01.md": HELD, "2027-02-01-2.md.age": "x", "2027-02-01-3.md": "no facts"}

    assert _plan(_sources(sealed), again=True).path == f"{FOLDER}/2027-02-01-4.md"


def test_file_that_cannot_be_read_keeps_its_name() -> None:
    big = {"2027-02-01.md": "x" * 70_000}
    sources = _sources(big)
    community = load(sources.files()).community
    without = _sources()

    plan = plan_note(community, without, Wanted(PAIR, TODAY, TODAY), Catalog)

    assert plan.path == f"{FOLDER}/2027-02-01-2.md"


def test_day_has_room_for_nine_notes() -> None:
    full = {f"2027-02-01{'' if n == 1 else f'-{n}'}.md": HELD for n in range(1, 10)}

    assert _refusal(_sources(full), again=True) == "There are 9 notes of 1 February 2027 already."


def test_planned_session_has_its_note() -> None:
    planned = {"2027-02-01.md": "---\nstatus: planned\n---\n"}

    assert _refusal(_sources(planned)) == (
        f"The session of 1 February 2027 is planned already, in {FOLDER}/2027-02-01.md."
    )


def test_note_that_would_be_wrong_is_refused() -> None:
    assert "is before" in _refusal(_sources(), date(2026, 12, 1))


def test_note_is_written_and_never_over_another() -> None:
    sources, writer = _sources(), FakeWriter()
    plan = _plan(sources)

    write_note(plan, sources, writer)

    assert writer.written == {plan.path: plan.text.encode()}
    with pytest.raises(TelemacoError):
        write_note(plan, _sources({"2027-02-01.md": HELD}), writer)
