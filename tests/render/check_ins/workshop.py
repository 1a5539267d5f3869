"""A pair of the atelier with everything that a check-in could tell of it."""

from dataclasses import replace
from datetime import date

from telemaco.adapters.translations import Catalog
from telemaco.model.community import Community
from telemaco.render.check_ins.letters import GithubLetters
from telemaco.render.check_ins.places import Place
from tests.progress.atelier import ACTIVE, HELD, PROGRAM
from tests.reminders.on_forge import Runs, workshop

PLACE = Place("example/mentoring")
AGENDAS = {
    "program/agendas/workbench.en.md": (
        "---\ntitle: At the workbench\nminutes: 60\n---\nAround the work.\n\n"
        "## Check-in\n\n- What got done?\n- What did not?\n\n## Goal\n\n- One question for today.\n"
    ),
    "program/agendas/workbench.it.md": (
        "---\ntitle: Al banco di lavoro\n---\n## Come va\n\n- Che cosa è stato fatto?\n"
    ),
    "program/agendas/midpoint.en.md": "---\ntitle: Halfway\n---\n- What should change?\n",
}
FULL_PROGRAM = (
    PROGRAM.replace("end: 2027-12-31", "midpoint: 2027-06-01")
    + "agendas: [{session: default, agenda: workbench}]\n"
    + "milestones: [{id: shown, title: {en: Work shown, it: Lavoro mostrato}, after_days: 20}]\n"
    + "meeting: {tool: jitsi, url: 'https://meet.example.org/'}\n"
)
FULL_PAIR = (
    ACTIVE
    + "goals: [{id: hand, statement: {en: Draw a hand, it: Disegnare una mano}},"
    + " {id: old, statement: An old one, status: dropped}]\n"
    + "meeting: {tool: zoom, url: 'https://zoom.example.org/j/1'}\n"
)
NOTE = (
    HELD + "\nactions: [{id: draw, text: Draw ten hands, owner: leonardo, due: 2027-01-12},"
    " {id: read, text: Read Alberti, owner: verrocchio}, {id: rest, text: Rest, due: 2027-01-13},"
    " {id: look, text: Look}, {id: done, text: Grind colours, done_on: 2027-01-06}]"
)
NAMED = {
    "program/people/verrocchio.yaml": (
        "name: Andrea del Verrocchio\ngithub: Verrocchio\ntimezone: Europe/Rome\n"
        "languages: {it: native, en: working}\nconfirmed: 2027-01-01\n"
        "enrolments: [{program: atelier, role: mentor, status: matched}]\n"
        "consent: {text: v1, on: 2027-01-01, publish: [name, pairs]}\n"
    ),
    "program/people/leonardo.yaml": (
        "name: Leonardo da Vinci\ngithub: leonardo\ntimezone: Europe/Rome\n"
        "languages: {it: native, en: fluent}\n"
        "enrolments: [{program: atelier, role: mentee, status: matched}]\n"
        "consent: {text: v1, on: 2027-01-01, publish: [name, pairs]}\n"
    ),
}
DAY = date(2027, 2, 4)


def full(*, is_private: bool = False, is_english: bool = False) -> Community:
    """The community with the pair; Italian is what both speak best."""
    more = {**AGENDAS, **NAMED}
    if is_english:
        more["program/people/leonardo.yaml"] = NAMED["program/people/leonardo.yaml"].replace(
            "{it: native, en: fluent}", "{en: fluent}"
        )
    found = workshop({"2027-01-05": NOTE}, pair=FULL_PAIR, program=FULL_PROGRAM, more=more)
    privacy = found.settings.privacy.model_copy(
        update={"repository": "private" if is_private else "public"}
    )
    return replace(found, settings=found.settings.model_copy(update={"privacy": privacy}))


def letters(community: Community, day: date = DAY, place: Place | None = PLACE) -> GithubLetters:
    """What writes for the community."""
    return GithubLetters(community, place, day, Catalog)


def bodies(community: Community, *days: date, place: Place | None = PLACE) -> list[str]:
    """Every issue and comment of ours after runs on these days, titles first."""
    runs = Runs()
    for day in days:
        runs.letters = letters(community, day, place)
        runs.run(community, day)
    issues = [f"{one.title}\n\n{one.body}\n" for one in runs.forge.issues_by_number.values()]
    return [*issues, *(f"{comment.body}\n" for comment in runs.forge.all_comments)]
