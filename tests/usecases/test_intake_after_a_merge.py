"""The intake after another form was taken in: real forms and files, and a real repository."""

import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from telemaco.adapters.git import GitSources
from telemaco.adapters.translations import Catalog
from telemaco.intake.branch import branch_of
from telemaco.intake.steps import IntakePlan
from telemaco.render.check_ins.places import Place
from telemaco.render.intake.letters import GithubIntakeLetters
from telemaco.usecases.check import check
from telemaco.usecases.intake import Occasion, Readers, Writers, carry_out, open_forms, plan_issue
from telemaco.usecases.intake_form import CommunityForms
from tests.forge.github import BOT
from tests.forge.objects import GitError
from tests.forge.scene import NAME, START, TOKEN, Scene
from tests.forms.communities import words_in
from tests.workflows.forms import ADA, fill, form_body
from tests.workflows.scratch import make_community, put_back, put_change
from tests.workflows.stage import Stage

MENTOR = {**ADA, "offers-1": ("writing",)}
DAY = START.date() - timedelta(days=2)
NOTE: Mapping[str, tuple[str, ...]] = {
    "pair": ("atelier/verrocchio-leonardo",),
    "date": (f"{DAY}",),
    "consent": ("public",),
}
UPDATE: Mapping[str, tuple[str, ...]] = {"confirm": ("changed",), "consent": ("public",)}
ENTRY = "program/people/leonardo.yaml"


@pytest.fixture
def stage(scene: Scene, tmp_path: Path) -> Stage:
    made = Stage(scene, tmp_path)
    make_community(made.source, START.date())
    made.push()
    scene.github.token(TOKEN, issues="write", contents="write", pull_requests="write")
    return made


def visit(stage: Stage, number: int, commit: str) -> IntakePlan:
    """A run for one issue, with the files of a commit."""
    run, sources = stage.scene.run(), GitSources(stage.source, commit)
    community = check(sources).community
    readers = Readers(run.reader, run.answer_reader, run.contents_reader)
    forms = CommunityForms(community, sources, words_in(community))
    letters = GithubIntakeLetters(community, Place(NAME), Catalog)
    plan = plan_issue(Occasion(number, commit), community, readers, forms, letters)
    carry_out(plan, Writers(run.writer, run.answer_writer, run.contents_writer))
    return plan


def look(stage: Stage) -> list[int]:
    """A run for every form that has to be looked at: which ones."""
    commit = stage.head()
    sources = GitSources(stage.source, commit)
    community = check(sources).community
    forms = CommunityForms(community, sources, words_in(community))
    found = [issue.number for issue in open_forms(stage.scene.run().reader, forms)]
    for number in found:
        visit(stage, number, commit)
    return found


def sent(stage: Stage, login: str, name: str, answers: Mapping[str, tuple[str, ...]]) -> int:
    """A form that somebody sent in, and a run has looked at."""
    stage.scene.hands.sleep(60)
    number = fill(stage, form_body(stage, answers, name), login)
    assert look(stage) == [number]
    return number


def take_in(stage: Stage, number: int) -> None:
    """A coordinator merges the pull request of an issue. Raises GitError if it conflicts."""
    issues = stage.scene.home.issues.all()
    [pull] = [one for one in issues if one.proposal and one.proposal.head == branch_of(number)]
    stage.scene.home.merge(pull.number)
    stage.pull()


def text(stage: Stage, path: str) -> str:
    return (stage.source / path).read_text()


def answer(stage: Stage, number: int) -> str:
    comments = stage.scene.home.comments.all()
    [only] = [one.body for one in comments if one.issue == number and one.author == BOT]
    return only


def both_join_forms(stage: Stage) -> tuple[int, int]:
    return (
        sent(stage, "ada", "join-as-mentee", ADA),
        sent(stage, "ada", "join-as-mentor", MENTOR),
    )


def test_second_form_of_a_newcomer_becomes_a_second_place(stage: Stage) -> None:
    first, second = both_join_forms(stage)
    take_in(stage, first)

    look(stage)
    take_in(stage, second)

    entry = text(stage, "program/people/ada.yaml")
    assert re.findall(r"role: (\w+)", entry) == ["mentee", "mentor"]
    assert entry.count("name: Ada") == 1


def test_without_another_look_the_two_contradict_each_other(stage: Stage) -> None:
    first, second = both_join_forms(stage)
    take_in(stage, first)

    with pytest.raises(GitError):
        take_in(stage, second)


def test_second_note_of_a_day_gets_a_number(stage: Stage) -> None:
    first = sent(stage, "verrocchio", "session-note", {**NOTE, "minutes": ("45",)})
    second = sent(stage, "leonardo", "session-note", {**NOTE, "minutes": ("60",)})
    take_in(stage, first)

    look(stage)
    take_in(stage, second)

    folder = "pairs/atelier/verrocchio-leonardo"
    assert "minutes: 45" in text(stage, f"{folder}/{DAY}.md")
    assert "minutes: 60" in text(stage, f"{folder}/{DAY}-2.md")


def test_same_words_over_another_text_do_not_conflict(stage: Stage) -> None:
    forms = [
        sent(stage, "leonardo", "update-my-entry", {**UPDATE, "headline": (words,)})
        for words in ("Apprentice", "Painter")
    ]
    take_in(stage, forms[0])

    look(stage)
    take_in(stage, forms[1])

    assert "headline: Painter" in text(stage, ENTRY)


def test_run_after_that_changes_nothing(stage: Stage) -> None:
    first, _ = both_join_forms(stage)
    take_in(stage, first)
    look(stage)
    writes = len(stage.scene.github.writes)

    look(stage)

    assert len(stage.scene.github.writes) == writes


def test_what_the_change_does_not_concern_costs_no_request(stage: Stage) -> None:
    body = form_body(stage, ADA)
    for person in range(20):
        fill(stage, body, f"person{person}")
    look(stage)
    put_change(stage.source, {ENTRY: text(stage, ENTRY) + "# since 1466\n"})
    stage.push()
    writes, asked = len(stage.scene.github.writes), len(stage.scene.github.seen)

    found = look(stage)

    assert found == []
    assert len(stage.scene.github.writes) == writes
    assert len(stage.scene.github.seen) - asked == 3


def test_form_that_waited_for_a_coordinator_is_looked_at_once_they_have_mended_it(
    stage: Stage,
) -> None:
    before = put_change(stage.source, {"program/people/leo.yaml": text(stage, ENTRY)})
    stage.push()
    number = sent(stage, "leonardo", "update-my-entry", {**UPDATE, "headline": ("Painter",)})
    waiting = answer(stage, number)
    put_back(stage.source, before)
    stage.push()

    look(stage)

    assert "is named in more than one entry" in waiting
    assert "It is in [a pull request]" in answer(stage, number)


def test_run_that_is_behind_leaves_a_branch_to_the_next(stage: Stage) -> None:
    first, second = both_join_forms(stage)
    old = stage.head()
    take_in(stage, first)
    look(stage)
    writes = len(stage.scene.github.writes)

    plan = visit(stage, second, old)

    assert (plan.steps, plan.is_behind) == ((), True)
    assert len(stage.scene.github.writes) == writes
