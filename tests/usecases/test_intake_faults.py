"""Whatever goes wrong, and whoever runs at the same time: nothing is lost, nothing doubled."""

from threading import Thread

import pytest

from telemaco.adapters.github.opening import LEASE
from telemaco.ports.forge import ForgeError
from telemaco.usecases.intake import Writers, carry_out
from tests.forge.faults import Fault, Once
from tests.forge.scene import Scene
from tests.intake.stage import ADA, JOIN, Stage


@pytest.fixture
def stage(scene: Scene) -> Stage:
    return Stage(scene)


WRITES = (
    r"POST .*/git/trees$",
    r"POST .*/git/commits$",
    r"POST .*/git/refs$",
    r"POST .*/pulls$",
    r"POST .*/comments$",
    r"PATCH .*/git/refs/",
    r"POST .*/labels$",
)


@pytest.mark.parametrize("fault", [Fault.BAD_GATEWAY_AFTER, Fault.LATE, Fault.SECONDARY_LIMIT])
@pytest.mark.parametrize("request_", WRITES)
def test_nothing_is_lost_or_doubled_whatever_met_a_request(
    stage: Stage, request_: str, fault: Fault
) -> None:
    number = stage.fill({**JOIN, "tell": ["leonardo"]})
    stage.say(number, "/object", "leonardo")
    stage.scene.github.lag = lambda: 3.0
    stage.scene.github.faults = Once((request_, fault))

    try:
        stage.run(number)
    except ForgeError:
        stage.scene.hands.sleep(LEASE.total_seconds())
        stage.run(number)
    stage.scene.github.lag = float

    assert stage.run(number).done == ()
    assert len(stage.answers(number)) == 1
    assert len(stage.pulls(number)) == 1
    assert stage.changes(number) == {ADA: b"name: Ada\n"}


def test_runs_at_the_same_time_answer_once(stage: Stage) -> None:
    number = stage.fill(JOIN)
    plans = [stage.plan(number) for _ in range(3)]

    def carry(index: int) -> None:
        run = stage.scene.run()
        carry_out(plans[index], Writers(run.writer, run.answer_writer, run.contents_writer))

    runs = [Thread(target=carry, args=(index,)) for index in range(3)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    stage.run(number)

    assert len(stage.answers(number)) == 1
    assert len(stage.pulls(number)) == 1
    assert stage.run(number).done == ()


def test_run_that_is_slower_leaves_the_branch_to_the_faster(stage: Stage) -> None:
    number = stage.fill(JOIN)
    stage.run(number)
    stage.edit(number, {**JOIN, "files": {ADA: "name: Augusta\n"}})
    plan = stage.plan(number)
    stage.merge({ADA: b"name: Ada King\n"}, f"telemaco/intake-{number}")

    run = stage.scene.run()
    applied = carry_out(plan, Writers(run.writer, run.answer_writer, run.contents_writer))

    assert applied.done == ()
    assert len(applied.left) == len(plan.steps)
    assert stage.changes(number) == {ADA: b"name: Ada King\n"}
