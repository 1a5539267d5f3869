"""The command with a forge in memory in place of a real one."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.cli.forge import Forge, place_of
from telemaco.cli.remind_on_forge import Wishes, remind_on_forge
from telemaco.findings import TelemacoError
from telemaco.records.community import Forge as ForgeSettings
from tests.fakes import FakeSources
from tests.forge_fakes import MemoryForge
from tests.progress.atelier import START
from tests.reminders.on_forge import many_pairs, workshop

ENGLISH = Catalog("en")
WORKSHOP = workshop()
DAY = START + timedelta(days=24)


def _run(forge: MemoryForge, wishes: Wishes, **changes: object) -> int:
    community = replace(WORKSHOP, **changes)  # type: ignore[arg-type] # the caller names fields
    return remind_on_forge(community, DAY, Forge(forge, forge, None), wishes, ENGLISH)


def test_plan_is_printed_and_nothing_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    forge = MemoryForge()

    assert _run(forge, Wishes()) == 0
    assert "2 changes on the forge" in capsys.readouterr().out
    assert _run(forge, Wishes(form="markdown")) == 0
    assert capsys.readouterr().out.startswith("### 2 changes")
    assert _run(forge, Wishes(form="json")) == 0
    assert json.loads(capsys.readouterr().out)["writes"] == 2
    assert forge.writes == 0


def test_plan_that_was_looked_at_is_carried_out_and_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    forge = MemoryForge()
    _run(forge, Wishes(form="json"))
    digest = json.loads(capsys.readouterr().out)["digest"]

    first = _run(forge, Wishes(apply=True, expect=digest))
    told = capsys.readouterr().out
    second = _run(forge, Wishes(apply=True))

    assert (first, second) == (0, 0)
    assert told == "Done: open 1, coordinators' overview 1.\n"
    assert capsys.readouterr().out == "Nothing was to be done.\n"


def test_another_plan_than_the_one_looked_at_is_not_carried_out() -> None:
    forge = MemoryForge()

    with pytest.raises(TelemacoError):
        _run(forge, Wishes(apply=True, expect="0123456789ab"))

    assert forge.writes == 0


def test_large_plan_needs_force() -> None:
    forge = MemoryForge()
    many = many_pairs(20)
    for _ in range(2):
        _run(forge, Wishes(apply=True), **_fields(many))
    pairs = {"pairs": {}, "people": many.people, "programs": many.programs}

    with pytest.raises(TelemacoError, match="closes 20 of 20"):
        _run(forge, Wishes(apply=True), **pairs)

    assert _run(forge, Wishes(apply=True, force=True), **pairs) == 0


def test_what_fails_and_what_waits_is_told_without_names(
    capsys: pytest.CaptureFixture[str],
) -> None:
    forge = MemoryForge()
    forge.known_labels = {"check-in", "check-in-digest"}
    forge.fails_after = 5

    status = _run(forge, Wishes(apply=True), **_fields(many_pairs(40)))

    printed = capsys.readouterr()
    assert status == 3
    assert printed.out == "Done: open 5.\n33 more steps wait for the next run.\n"
    assert printed.err == "Not done: open. The forge is out of reach.\n  Wait for it.\n" * 3


def test_links_lead_to_the_repository_of_the_settings_else_of_the_workflow() -> None:
    settings = ForgeSettings.model_construct(kind="github", repository="example/mentoring")
    ours = replace(WORKSHOP, settings=WORKSHOP.settings.model_copy(update={"forge": settings}))
    environment = {"GITHUB_REPOSITORY": "fork/mentoring", "GITHUB_SERVER_URL": "https://git.test"}
    folder = ".github/ISSUE_TEMPLATE"
    with_form = FakeSources({f"{folder}/session-note.yml": "x", f"{folder}/other.yml": "y"})

    found = place_of(ours, with_form, environment)
    forked = place_of(WORKSHOP, FakeSources({}), environment)

    assert found is not None
    assert (found.repository, found.server, found.forms) == (
        "example/mentoring",
        "https://git.test",
        frozenset({"session-note.yml"}),
    )
    assert forked is not None
    assert (forked.repository, forked.has_note_form) == ("fork/mentoring", False)
    assert place_of(WORKSHOP, FakeSources({}), {}) is None


def _fields(community: object) -> dict[str, object]:
    return {name: getattr(community, name) for name in ("pairs", "people", "programs")}
