from telemaco.records.base import ProgramId
from telemaco.render.pages.program_facts import program_facts
from tests.render.pages.workshop import PROGRAM, edition

BOTTEGA = ProgramId("bottega")


def _told(changes: dict[str, str] | None = None, language: str = "en") -> dict[str, str]:
    return {
        str(fact.label): ", ".join(f"{said.text} {said.page}".strip() for said in fact.sayings)
        for fact in program_facts(edition(changes, language), BOTTEGA)
    }


def test_a_formal_program_for_two() -> None:
    assert _told() == {
        "Kind": "One to one",
        "Style": "Formal: with objectives and follow-up",
        "Languages": "English, Italian",
        "Rhythm": "every 2 weeks",
        "Length of a session": "60 minutes",
        "Sessions in all": "at least 20 sessions",
        "Run by": "Cosimo people/cosimo/",
    }


def test_a_program_in_groups_with_places_and_people_who_run_it() -> None:
    groups = """\
        title: The piazza
        summary: Whoever comes, comes.
        status: running
        style: informal
        kind: group
        languages: [it]
        coordinators: [verrocchio, nobody]
        dates: {start: 2027-01-11}
        cadence: {every: 1, unit: month}
        capacity: {pairs: 3, group_minimum: 2, group_maximum: 5}
        meeting: {tool: jitsi, url: "https://meet.example.org/"}
        chat: {kind: matrix, url: "https://chat.example.org/piazza"}
        """

    assert _told({PROGRAM: groups}) == {
        "Kind": "In groups",
        "Style": "Informal: nobody is chased",
        "Size of a group": "from 2 to 5 people",
        "Places": "3 groups at most",
        "Languages": "Italian",
        "Rhythm": "every month",
        "Sessions take place": "on Jitsi https://meet.example.org/",
        "The program talks on": "Matrix https://chat.example.org/piazza",
        "Run by": "Andrea del Verrocchio people/verrocchio/, and others",
    }
    circles = _told({PROGRAM: groups.replace("kind: group", "kind: peer-circle")})
    assert circles["Size of a circle"] == "from 2 to 5 people"
    assert "Size of a group" not in circles
    room = {PROGRAM: groups.replace("https://meet.example.org/", "https://zoom.us/j/1")}
    assert _told(room)["Sessions take place"].strip() == "on Jitsi"
    mine = {PROGRAM: groups.replace("verrocchio, nobody", "verrocchio")}
    assert _told(mine)["Run by"] == "Andrea del Verrocchio people/verrocchio/"
    nobody = {PROGRAM: groups.replace("verrocchio, nobody", "nobody")}
    assert _told(nobody)["Run by"] == "the coordinators of this community"


def test_facts_are_in_the_language_of_the_page() -> None:
    assert _told(language="it")["Languages"] == "inglese, italiano"
