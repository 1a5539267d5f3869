import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.reminders.plan import plan
from telemaco.reminders.values import Plan
from telemaco.render.plan import as_json, as_text
from tests.progress.atelier import PROGRAM, START, atelier

ENGLISH = Catalog("en")


def test_plan_without_check_ins_says_so_in_a_sentence() -> None:
    assert as_text(Plan(START, ()), ENGLISH, 100) == "No check-in is due by 4 January 2027.\n"


@pytest.mark.parametrize(
    ("days", "step", "to"),
    [(10, "ask", "verrocchio"), (17, "ask again", "verrocchio"), (24, "report", "coordinators")],
)
def test_each_step_says_what_happens_and_to_whom(days: int, step: str, to: str) -> None:
    told = as_text(plan(atelier(), START + timedelta(days=days)), ENGLISH, 120)

    row = told.splitlines()[4]
    assert row.startswith("atelier/verrocchio-leonardo ")
    assert f"  {step} " in row
    assert f"  {to} " in row


@pytest.mark.parametrize(("language", "title"), [("en", "  to whom  "), ("it", "  a chi  ")])
def test_column_of_people_is_not_called_like_an_hour(language: str, title: str) -> None:
    told = as_text(plan(atelier(), START + timedelta(days=10)), Catalog(language), 120)

    assert title in told.splitlines()[2]


def test_quiet_day_names_the_day_that_follows() -> None:
    quiet = PROGRAM + "  quiet: [sat, sun]\n"

    told = as_text(plan(atelier(program=quiet), date(2027, 1, 16)), ENGLISH, 200)

    assert "ask, on 18 January 2027: today is quiet" in told


def test_json_has_the_documented_keys() -> None:
    found = plan(atelier(), START + timedelta(days=24))

    document = json.loads(as_json(found, ENGLISH))

    assert document == {
        "today": "2027-01-28",
        "check_ins": [
            {
                "key": "atelier/verrocchio-leonardo/2027-01-04/first-meeting",
                "program": "atelier",
                "subject": "verrocchio-leonardo",
                "period": "2027-01-04",
                "kind": "first-meeting",
                "due": "2027-01-14",
                "stage": "escalate",
                "to": ["cosimo"],
                "is_for_coordinators": True,
                "send_on": "2027-01-28",
                "question": "They began on 4 January 2027, and no note says that they met.",
                "also": [],
            }
        ],
    }


def test_also_is_told_below_the_question() -> None:
    found = plan(atelier(), START + timedelta(days=10))
    first = found.check_ins[0]
    twice = replace(found, check_ins=(replace(first, also=(first.question,)),))

    assert as_text(twice, ENGLISH, 200).count("Did you meet") == 2
    assert len(json.loads(as_json(twice, ENGLISH))["check_ins"][0]["also"]) == 1
