"""A mentoring community of ten cohorts (OLS) as Telemaco's files."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from bench import real_files, real_notes
from bench.real_endings import UNKNOWN, is_without_reason, outcome
from bench.real_files import Files
from bench.real_skills import Skills, vocabulary
from telemaco.model.vocabulary.splitting import listed
from telemaco.yamltext.writing import write

_DATE_FORMS = ("%Y-%m-%d", "%B %d, %Y")
DAY = date(2024, 11, 15)
"""Two cohorts run, eight are over."""

_FIRST_DAY = date(2020, 1, 1)
_HELPS = frozenset({"mentor", "possible-mentor", "expert", "facilitator"})
_MENTEES_OF_A_GROUP = 6

Json = Mapping[str, Any]


@dataclass
class _Report:
    """What was left out, and why."""

    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Cohort:
    """A cohort's days; `unpaired` when its pairs are left for the matching to propose."""

    id: str
    start: date
    end: date
    projects: Sequence[Json]
    unpaired: bool


def files(
    data: Json,
    today: date | None = None,
    unpaired: str | None = None,
    *,
    invent_notes: bool = False,
) -> tuple[Files, list[str]]:
    """The community's files by path, and what was left out.

    The cohort `unpaired` has no pairs yet, and the day is its first if none is given; what
    happened later is left out, and so are
    other cohorts' projects that ended without a reason.
    """
    report = _Report()
    cohorts = _cohorts(data, unpaired, report)
    today = today or next((cohort.start for cohort in cohorts if cohort.unpaired), DAY)
    cohorts = [cohort for cohort in cohorts if cohort.start <= today]
    skills = vocabulary(
        [person["expertise"] for person in data["people"]]
        + [project["keywords"] for project in data["projects"]]
    )
    organizers = _people_with(data, "organizer")
    made: Files = {
        "program/community.yaml": real_files.settings(
            "A community of ten cohorts", sorted(organizers[cohorts[-1].id]), today
        ),
        "program/skills.yaml": real_files.skill_file(skills),
    }
    for cohort in cohorts:
        made[f"program/programs/{cohort.id}.yaml"] = _program(cohort, organizers, today)
        if not cohort.unpaired:
            made |= _pairs(cohort)
            made |= _notes(cohort, today) if invent_notes else {}
    for person in data["people"]:
        made[f"program/people/{person['id']}.yaml"] = _person(person, cohorts, skills, today)
    experts = sum("expert" in roles for p in data["people"] for roles in p["roles"].values())
    report.lines.append(f"{experts} enrolments as expert: no such role; offers kept")
    return made, report.lines


def _cohorts(data: Json, unpaired: str | None, report: _Report) -> list[_Cohort]:
    cohorts = []
    for name, weeks in sorted(data["weeks"].items()):
        days = [
            day
            for number, text in weeks.items()
            if (day := _day(text, f"{name} week {number}", report))
        ]
        projects = []
        for project in data["projects"]:
            if project["cohort"] != name:
                continue
            if project["mentors"] and project["participants"]:
                if unpaired not in {None, name} and is_without_reason(project):
                    report.lines.append(f"{project['id']}: left out, no reason why it ended")
                else:
                    projects.append(project)
            else:
                side = "mentor" if project["participants"] else "participant"
                report.lines.append(f"{project['id']}: left out, no {side}")
        cohorts.append(_Cohort(name, min(days), max(days), projects, name == unpaired))
    return cohorts


def _day(text: str, place: str, report: _Report) -> date | None:
    for form in _DATE_FORMS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    report.lines.append(f"{place}: no date in {text!r}")
    return None


def _people_with(data: Json, role: str) -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for person in data["people"]:
        for cohort, roles in person["roles"].items():
            if role in roles:
                found[cohort].append(person["id"])
    return found


def _status(cohort: _Cohort, today: date) -> str:
    if cohort.unpaired:
        return "matching"
    return "running" if today <= cohort.end else "completed"


def _program(cohort: _Cohort, organizers: Mapping[str, Sequence[str]], today: date) -> str:
    largest = max(len(project["participants"]) for project in cohort.projects)
    weeks = (cohort.end - cohort.start).days // 7 + 1
    value: dict[str, Any] = {
        "title": f"Cohort {cohort.id}",
        "summary": f"{weeks} weeks in which mentors accompany open projects.",
        "status": _status(cohort, today),
        "style": "formal",
        "kind": "group" if largest > 1 else "one-to-one",
        "series": "ols",
        "objectives": [
            {
                "id": "open-practice",
                "statement": "Each project takes up open practices.",
                "indicator": "Projects that graduate",
            }
        ],
        "dates": {"start": cohort.start, "end": cohort.end},
        "cadence": {"every": 2, "unit": "week", "minutes": 30},
        "capacity": {
            "mentor_default": 1,
            "group_minimum": 1,
            "group_maximum": max(largest, _MENTEES_OF_A_GROUP),
        },
    }
    if organizers[cohort.id]:
        value["coordinators"] = sorted(organizers[cohort.id])
    return write(value)


def _pairs(cohort: _Cohort) -> Files:
    made = {}
    for project in cohort.projects:
        name = project["id"].removeprefix(f"{cohort.id}-")
        made[f"pairs/{cohort.id}/{name}/pair.yaml"] = _pair(cohort, project)
    return made


def _notes(cohort: _Cohort, today: date) -> Files:
    made: Files = {}
    for project in cohort.projects:
        name = project["id"].removeprefix(f"{cohort.id}-")
        members = list(dict.fromkeys([*project["mentors"], *project["participants"]]))
        last = min(cohort.end, today)
        made |= real_notes.notes(f"{cohort.id}/{name}", members, cohort.start, last)
    return made


def _pair(cohort: _Cohort, project: Json) -> str:
    mentors = list(dict.fromkeys(project["mentors"]))
    mentees = [one for one in dict.fromkeys(project["participants"]) if one not in mentors]
    status, reason = outcome(project)
    value: dict[str, Any] = {
        "title": _title(project),
        "status": status,
        "start": cohort.start,
        "expected_end": cohort.end,
        "members": [
            *(
                {"person": one, "role": "co-mentor" if at else "mentor"}
                for at, one in enumerate(mentors)
            ),
            *({"person": one, "role": "mentee"} for one in mentees),
        ],
    }
    if (status, reason) != UNKNOWN:
        value |= {"end": cohort.end, **({"reason": reason} if reason else {})}
    return write(value)


def _title(project: Json) -> str:
    """The project's first keywords, three at most; its number where it has none."""
    words = [word for text in project["keywords"] for word in listed(text)]
    return ", ".join(words[:3]) or f"Project {project['id'].rpartition('-p')[2]}"


def _person(person: Json, cohorts: Sequence[_Cohort], skills: Skills, today: date) -> str:
    number = int(person["id"].rpartition("-")[2])
    mine = [cohort for cohort in cohorts if cohort.id in person["roles"]]
    helps = any(_HELPS & set(roles) for roles in person["roles"].values())
    wanted = [
        word
        for cohort in mine
        for project in cohort.projects
        if person["id"] in project["participants"]
        for word in project["keywords"]
    ]
    tags = person["expertise"]
    parts = {
        "bio": real_files.also(skills.left(tags) if helps else tags),
        "offers": [{"skill": skill} for skill in skills.ids(tags)] if helps else [],
        "seeks": [{"skill": skill} for skill in skills.ids(wanted)],
        "enrolments": [entry for cohort in mine for entry in _enrolments(person, cohort, today)],
    }
    agreed = max((cohort.start for cohort in mine), default=_FIRST_DAY)
    who = real_files.Who(f"Participant {number:04}", person["country"], number)
    return real_files.person(who, agreed, parts)


def _enrolments(person: Json, cohort: _Cohort, today: date) -> list[dict[str, Any]]:
    roles = person["roles"][cohort.id]
    projects = {
        "mentor": [p for p in cohort.projects if person["id"] in p["mentors"]],
        "mentee": [
            p
            for p in cohort.projects
            if person["id"] in p["participants"] and person["id"] not in p["mentors"]
        ],
    }
    found = []
    for role, is_there in (
        ("mentor", "mentor" in roles or "possible-mentor" in roles),
        ("mentee", "mentee" in roles),
        ("facilitator", "facilitator" in roles),
    ):
        if is_there:
            entry: dict[str, Any] = {"program": cohort.id, "role": role}
            entry["status"] = _enrolment_status(projects.get(role), cohort, today)
            if role == "mentor" and projects["mentor"]:
                mentees = {one for p in projects["mentor"] for one in p["participants"]}
                entry["capacity"] = len(mentees)
            found.append(entry)
    return found


def _enrolment_status(projects: Sequence[Json] | None, cohort: _Cohort, today: date) -> str:
    if cohort.unpaired:
        return "accepted"
    is_running = _status(cohort, today) == "running"
    if projects is None:
        return "accepted" if is_running else "completed"
    if not projects:
        return "accepted" if is_running else "declined"
    outcomes = {outcome(project)[0] for project in projects}
    if is_running or "active" in outcomes:
        return "matched"
    return "completed" if "completed" in outcomes else "withdrawn"
