"""The plan in words: what is to be done, what was done, and what another run does."""

from telemaco.adapters.translations import Catalog
from telemaco.intake.branch import Brought
from telemaco.intake.steps import (
    Answer,
    EditAnswer,
    EditPull,
    IntakePlan,
    OpenPull,
    PutFiles,
    PutLabel,
    TakeLabel,
)
from telemaco.intake.values import Standing
from telemaco.ports.contents import Commit, NewPullRequest
from telemaco.render.intake.plan import as_text, done_as_text

ENGLISH = Catalog("en")
BROUGHT = Brought({"a.yaml": b"", "b": b""}, "")
STEPS = (
    PutFiles(7, "telemaco/intake-7", Commit("c", "t", (), ""), None, BROUGHT, ""),
    OpenPull(NewPullRequest("telemaco/intake-7", "main", "x", "y")),
    EditPull(9, "x", "y"),
    Answer(7, "x"),
    EditAnswer(70, "x"),
    PutLabel(7, "needs-info"),
    TakeLabel(7, "objection"),
)


def test_plan_has_a_line_for_each_step() -> None:
    assert as_text(IntakePlan(7, Standing.READY, STEPS), ENGLISH) == (
        "Issue 7: a coordinator can take it in.\n"
        "- to do: put a.yaml, b on the branch telemaco/intake-7\n"
        "- to do: open a pull request\n"
        "- to do: change what pull request 9 says\n"
        "- to do: answer with a comment\n"
        "- to do: change the comment\n"
        "- to do: add the label needs-info\n"
        "- to do: take away the label objection\n"
    )


def test_what_was_done_and_what_is_left_is_told() -> None:
    plan = IntakePlan(7, Standing.UNCLEAR, STEPS)

    assert done_as_text(plan, STEPS[3:4], ENGLISH) == (
        "Issue 7: something is missing or unclear.\n"
        "- done: answer with a comment\n"
        "Another run has the rest in hand.\n"
    )
    assert "Another run" not in done_as_text(plan, STEPS, ENGLISH)


def test_nothing_to_do_is_said() -> None:
    nothing = "Issue 7: somebody has yet to agree.\nThere is nothing to do.\n"
    no_form = "Issue 7 has no form that is to be looked at.\n"

    for text in (
        as_text(IntakePlan(7, Standing.WAITING, ()), ENGLISH),
        done_as_text(IntakePlan(7, Standing.WAITING, ()), (), ENGLISH),
    ):
        assert text == nothing
    assert as_text(IntakePlan(7, None, ()), ENGLISH) == no_form
    assert done_as_text(IntakePlan(7, None, ()), (), ENGLISH) == no_form


def test_plan_of_a_run_that_was_overtaken_says_so() -> None:
    plan = IntakePlan(7, Standing.READY, (), is_behind=True)

    first, second = as_text(plan, ENGLISH).splitlines()

    assert first == "Issue 7: a coordinator can take it in."
    assert second != "There is nothing to do."
