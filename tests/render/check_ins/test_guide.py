from dataclasses import replace
from itertools import product

from telemaco.adapters.translations import Catalog
from telemaco.model.guides import BUILT_IN_AGENDAS, built_in
from telemaco.records.base import AgendaId, Language
from telemaco.records.program import Meeting
from telemaco.render.check_ins.guide import goal_lines, guide_lines, open_lines
from telemaco.render.check_ins.meeting import meeting_line
from telemaco.render.check_ins.voice import Voice, voice_of
from telemaco.render.markdown import sections_of
from tests.progress.atelier import PAIR
from tests.reminders.on_forge import workshop
from tests.render.check_ins.workshop import DAY, FULL_PAIR, FULL_PROGRAM, NOTE, full

ENGLISH = voice_of(Catalog("en"), (Language("en"), Language("it")))
PRIVATE = full(is_private=True)


def _voice(language: str) -> Voice:
    return voice_of(Catalog(language), (Language("en"), Language("it")))


def test_guide_is_shown_in_the_language_else_in_another() -> None:
    agenda = AgendaId("workbench")

    assert next(guide_lines(PRIVATE, agenda, _voice("it"))) == "**Al banco di lavoro**"
    assert next(guide_lines(PRIVATE, agenda, _voice("de"))) == "**At the workbench** (60 minutes)"
    assert list(guide_lines(PRIVATE, AgendaId("missing"), ENGLISH)) == []


def test_long_guide_is_cut() -> None:
    points = "\n".join(f"- Point {number}" for number in range(30))
    guide = PRIVATE.agendas[AgendaId("midpoint")][Language("en")]
    long = replace(guide, body=f"## One\n\n{points}\n\n## Two\n\n{points}\n")
    found = replace(PRIVATE, agendas={AgendaId("long"): {Language("en"): long}})

    lines = list(guide_lines(found, AgendaId("long"), ENGLISH))

    assert lines[1] == "- *One*: Point 0"
    assert len(lines) == 1 + 12


def test_actions_are_told_in_private_and_counted_in_public() -> None:
    assert list(open_lines(PRIVATE, PAIR, DAY, ENGLISH)) == [
        "Still open from your notes:",
        "- Draw ten hands (Leonardo da Vinci, by 12 January 2027)",
        "- Read Alberti (Andrea del Verrocchio)",
        "- Rest (by 13 January 2027)",
        "- Look",
    ]
    assert list(open_lines(full(), PAIR, DAY, ENGLISH)) == [
        "4 things that you wanted to do are still open in your notes."
    ]
    assert list(open_lines(replace(PRIVATE, sessions={}), PAIR, DAY, ENGLISH)) == []


def test_goals_are_told_in_public_only_of_pairs_that_let_themselves_be_shown() -> None:
    told = [
        "What you work towards:",
        (
            "- Draw a hand (it could still say: how you will see that it is reached, where you "
            "stand at the start, whose it is)"
        ),
    ]
    silent = workshop({"2027-01-05": NOTE}, pair=FULL_PAIR, program=FULL_PROGRAM)

    assert list(goal_lines(PRIVATE, PAIR, ENGLISH)) == told
    assert list(goal_lines(full(), PAIR, ENGLISH)) == told
    assert list(goal_lines(silent, PAIR, ENGLISH)) == []


def test_goal_that_a_member_keeps_is_told_in_private_only() -> None:
    kept = {"id": "hands", "copied_from": "leonardo"}
    pair = PRIVATE.pairs[PAIR]
    goals = (pair.goals[0].model_copy(update=kept),)
    pairs = {PAIR: pair.model_copy(update={"goals": goals})}

    assert list(goal_lines(replace(full(), pairs=pairs), PAIR, ENGLISH)) == []
    assert list(goal_lines(replace(PRIVATE, pairs=pairs), PAIR, ENGLISH))


def test_goal_that_says_everything_is_told_as_it_is() -> None:
    clear = (
        PRIVATE.pairs[PAIR]
        .goals[0]
        .model_copy(
            update={
                "owner": "leonardo",
                "due": DAY,
                "success": "Ten hands",
                "baseline": -1,
                "objective": "craft",
            }
        )
    )
    pair = PRIVATE.pairs[PAIR].model_copy(update={"goals": (clear,)})

    lines = list(goal_lines(replace(PRIVATE, pairs={PAIR: pair}), PAIR, ENGLISH))

    assert lines == ["What you work towards:", "- Draw a hand"]


def test_room_of_a_pair_is_told_in_private_only() -> None:
    public = full()
    pair = public.pairs[PAIR].model_copy(update={"meeting": None})
    program = public.programs[PAIR.program].model_copy(update={"meeting": None})

    assert meeting_line(PRIVATE, PAIR, ENGLISH) == "Where: [Zoom](https://zoom.example.org/j/1)"
    assert meeting_line(public, PAIR, ENGLISH) == (
        "Where: Zoom, in your own room; its address stays out of here."
    )
    assert meeting_line(replace(public, pairs={PAIR: pair}), PAIR, ENGLISH) == (
        "Where: [Jitsi](https://meet.example.org/)"
    )
    room = program.model_copy(update={"meeting": Meeting(tool="zoom", url="https://zoom.us/j/1")})
    shared = replace(public, pairs={PAIR: pair}, programs={PAIR.program: room})
    assert meeting_line(shared, PAIR, ENGLISH) == "Where: Zoom"
    private = replace(PRIVATE, pairs={PAIR: pair}, programs={PAIR.program: room})
    assert meeting_line(private, PAIR, ENGLISH) == "Where: [Zoom](https://zoom.us/j/1)"
    nowhere = replace(public, pairs={PAIR: pair}, programs={PAIR.program: program})
    assert meeting_line(nowhere, PAIR, ENGLISH) == ""
    assert meeting_line(replace(nowhere, programs={}), PAIR, ENGLISH) == ""


def test_address_on_the_forge_is_not_linked_to() -> None:
    meeting = PRIVATE.pairs[PAIR].meeting
    assert meeting is not None
    there = meeting.model_copy(update={"url": "https://github.com/o/r/issues/1"})
    pair = PRIVATE.pairs[PAIR].model_copy(update={"meeting": there})

    assert meeting_line(replace(PRIVATE, pairs={PAIR: pair}), PAIR, ENGLISH) == "Where: Zoom"


def test_guide_that_telemaco_brings_is_shown_whole_and_in_the_language() -> None:
    for language, agenda in product(("en", "it"), BUILT_IN_AGENDAS):
        guide = built_in(agenda, Language(language))
        assert guide is not None
        points = [point for section in sections_of(guide.body) for point in section.points]

        lines = list(guide_lines(PRIVATE, agenda, _voice(language)))

        if agenda not in PRIVATE.agendas:
            assert lines[0] == f"**{guide.agenda.title}**"
            assert len(lines) == 1 + len(points)
            assert not any("\N{HORIZONTAL ELLIPSIS}" in line for line in lines)
