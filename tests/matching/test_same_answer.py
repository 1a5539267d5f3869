"""The same files give the same answer, whatever their order and whichever way it is worked out."""

import random
from datetime import date

import numpy as np
import pytest

from telemaco.loading.load import load
from telemaco.matching.choosing import problem_of
from telemaco.matching.propose import consider, propose
from telemaco.matching.result import Match
from telemaco.matching.solving.problem import FORBIDDEN, Problem
from telemaco.matching.solving.solve import solve
from telemaco.ports import SourceFile
from telemaco.records.base import ProgramId
from tests.fakes import COSIMO, SETTINGS
from tests.matching.solving.problems import problem
from tests.matching.texts import program

TODAY = date(2027, 2, 1)
SPRING = ProgramId("spring")
SKILLS = ("fugue", "singing", "organ")
OBJECTIVES = ("fair", "coverage", "total", "stable")


def _somebody(number: int, chance: random.Random) -> str:
    """Many of them say the same, so that the draw decides much."""
    helps = number % 3 == 0
    skill = chance.choice(SKILLS)
    wish = chance.choice((*range(0, 27, 3), None)) if not helps else None
    prefers = f", prefers: [p{wish:02}]" if wish is not None else ""
    role = "mentor, capacity: 2" if helps else "mentee"
    return "\n".join(
        (
            f"name: Person {number}",
            f"timezone: {chance.choice(('Europe/Rome', 'America/Lima'))}",
            f"languages: {{it: {chance.choice(('native', 'working'))}}}",
            f"{'offers' if helps else 'seeks'}: [{{skill: {skill}}}]",
            "availability: [{days: [mon], from: '16:00', to: '18:00'}]",
            f"enrolments: [{{program: spring, role: {role}, status: accepted{prefers}}}]",
            "consent: {text: v1, on: 2027-01-01}",
        )
    )


def _files(objective: str) -> dict[str, str]:
    chance = random.Random(7)  # noqa: S311 (made-up people)
    people = {f"program/people/p{number:02}.yaml": number for number in range(27)}
    return {
        "program/community.yaml": SETTINGS,
        "program/people/cosimo.yaml": COSIMO,
        "program/programs/spring.yaml": program(f"matching: {{objective: {objective}}}"),
        "program/skills.yaml": "".join(f"- {{id: {skill}, label: {skill}}}\n" for skill in SKILLS),
        **{path: _somebody(number, chance) for path, number in people.items()},
    }


def _match(files: dict[str, str]) -> Match:
    loaded = load(SourceFile(path, text.encode()) for path, text in files.items())
    assert not loaded.findings
    return propose(loaded.community, SPRING, TODAY, "spring")


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_order_of_files_and_of_their_keys_changes_nothing(objective: str) -> None:
    files = _files(objective)
    expected = _match(files)
    chance = random.Random(1)  # noqa: S311 (made-up people)

    for _ in range(20):
        shuffled = chance.sample(list(files.items()), len(files))
        turned = {
            path: "\n".join(chance.sample(text.splitlines(), len(text.splitlines())))
            for path, text in shuffled
        }
        turned["program/programs/spring.yaml"] = files["program/programs/spring.yaml"]
        turned["program/people/cosimo.yaml"] = COSIMO
        turned["program/community.yaml"] = SETTINGS

        assert _match(turned) == expected


@pytest.mark.parametrize("objective", ["fair", "coverage", "total"])
def test_few_arcs_and_all_arcs_choose_the_same_people(objective: str) -> None:
    files = _files(objective)
    loaded = load(SourceFile(path, text.encode()) for path, text in files.items())
    table = consider(loaded.community, SPRING, TODAY, "spring").table
    asked = problem_of(table, table.allowed, None, "spring")

    whole, few = solve(asked), solve(asked, everything_below=0)

    assert few.chosen.tolist() == whole.chosen.tolist()


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("objective", ["fair", "coverage", "total"])
def test_few_arcs_and_all_arcs_agree_where_many_pairs_are_equal(seed: int, objective: str) -> None:
    asked = _of_few_scores(seed, objective)

    whole, few = solve(asked), solve(asked, everything_below=0)

    assert few.chosen.tolist() == whole.chosen.tolist()


def _of_few_scores(seed: int, objective: str) -> Problem:
    chance = np.random.default_rng(seed)
    scores = chance.choice([FORBIDDEN, 20_000, 50_000, 50_000], (220, 180)).astype(np.int32)
    return problem(scores, room=chance.integers(0, 3, 180), objective=objective)
