import json
from datetime import timedelta

from telemaco.adapters.translations import Catalog
from telemaco.render.forge_plan import as_json, as_markdown, as_text, counts, named
from tests.progress.atelier import START
from tests.reminders.on_forge import Runs, many_pairs, workshop

ENGLISH = Catalog("en")
DUE = START + timedelta(days=24)
PLAN = Runs().plan(workshop(), DUE)
MANY = Runs().plan(many_pairs(40), DUE)
NOTHING = Runs().plan(workshop(), START)


def test_plan_is_a_table_with_the_way_to_do_exactly_this() -> None:
    text = as_text(PLAN, ENGLISH, 100)

    assert text.startswith("2 changes on the forge by 28 January 2027.\n")
    assert "open" in text
    assert "atelier/verrocchio-leonardo first-meeting" in text
    assert f"telemaco remind --apply --expect {PLAN.digest}" in text


def test_what_waits_is_counted() -> None:
    assert "23 more steps wait for the next run." in as_text(MANY, ENGLISH, 100)


def test_nothing_to_do_is_said() -> None:
    assert as_text(NOTHING, ENGLISH, 100) == (
        "Nothing is to be done on the forge by 4 January 2027.\n"
    )


def test_summary_of_a_job_names_nobody_in_public() -> None:
    public = as_markdown(PLAN, ENGLISH, is_private=False)
    private = as_markdown(PLAN, ENGLISH, is_private=True)

    assert "| open | 1 |" in public
    assert "verrocchio" not in public
    assert "| open |  | atelier/verrocchio-leonardo first-meeting |" in private
    assert as_markdown(NOTHING, ENGLISH, is_private=True) == (
        "### 0 changes on the forge by 4 January 2027.\n\n"
    )


def test_plan_for_programs_has_every_step() -> None:
    document = json.loads(as_json(MANY))

    assert document["digest"] == MANY.digest
    assert (len(document["steps"]), len(document["waiting"])) == (18, 23)
    assert document["steps"][0]["changes"] == ["OpenIssue"]


def test_steps_are_counted_and_named_without_people() -> None:
    assert counts(MANY.steps, ENGLISH) == "open 17, coordinators' overview 1"
    assert named(PLAN.steps[0], ENGLISH) == "open"
