from datetime import date

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import TelemacoError
from telemaco.matching.about import About
from telemaco.matching.why import Cost, Why
from telemaco.model.community import Community
from telemaco.usecases.match import Wanted
from telemaco.usecases.match_explain import explain, explain_why_not, explained_run
from telemaco.usecases.match_orders import orders_of
from tests.fakes import community
from tests.matching.texts import pair, person, program

TODAY = date(2027, 2, 3)
WANTS = "seeks: [{skill: singing, now: beginner, target: expert}]\n"
SINGS = "offers: [{skill: singing, level: expert}]\n"


def _explained(mentee: str, mentor: str, matching: str = "", **people: str) -> Why:
    texts = {f"program/people/{name}.yaml": text for name, text in people.items()}
    skills = "- {id: singing, label: Singing}\n"
    files = {
        "program/programs/spring.yaml": program(matching),
        "program/skills.yaml": skills,
        **texts,
    }
    return _why_not(community(files), mentee, mentor)


def _why_not(known: Community, one: str, other: str, program_id: str | None = None) -> Why:
    run = explained_run(known, one, program_id, TODAY, Wanted())
    return explain_why_not(known, one, other, run)


def test_limit_that_forbids_the_pair_is_told() -> None:
    found = _explained("a", "m", a=person("mentee", languages="{de: native}"), m=person("mentor"))

    assert found.forbidden is not None
    assert Catalog("en").text(found.forbidden).startswith("no common language")
    assert found.cost is None


def test_price_says_who_would_lose_the_mentor() -> None:
    found = _explained(
        "b", "m", a=person("mentee") + WANTS, b=person("mentee"), m=person("mentor") + SINGS
    )

    assert found.own.new == "m"
    assert [(moved.mentee, moved.old, moved.new) for moved in found.others] == [("a", "m", None)]
    assert found.floor is not None
    assert found.cost == Cost(0, found.cost.points if found.cost else 0)


def test_pair_that_was_made_costs_nothing() -> None:
    found = _explained("a", "m", a=person("mentee"), m=person("mentor"))

    assert found.own.old == found.own.new == "m"
    assert found.cost == Cost(0, 0)


def test_stable_pairs_have_no_price() -> None:
    found = _explained(
        "b",
        "m",
        "matching: {objective: stable}",
        a=person("mentee") + WANTS,
        b=person("mentee"),
        m=person("mentor") + SINGS,
    )

    assert found.cost is None
    assert [(one.person, one.has) for one in found.contented] == [("m", "a")]


def test_either_of_the_two_may_be_named_first() -> None:
    people = {"a": person("mentee"), "m": person("mentor")}

    assert _explained("m", "a", **people) == _explained("a", "m", **people)


@pytest.mark.parametrize("objective", ["coverage", "total"])
def test_price_is_in_points_where_scores_are_added(objective: str) -> None:
    found = _explained(
        "b",
        "m",
        f"matching: {{objective: {objective}}}",
        a=person("mentee") + WANTS,
        b=person("mentee"),
        m=person("mentor") + SINGS,
    )

    lost = found.others[0].old_score - found.own.new_score
    assert found.cost is not None
    assert abs(found.cost.points - lost) <= 1
    assert found.cost.left_out == 0


def test_mentee_who_waits_twice_names_the_program() -> None:
    both = person("mentee").replace(
        "enrolments: [", "enrolments: [{program: autumn, role: mentee, status: waiting}, "
    )
    files = {
        "program/programs/spring.yaml": program(),
        "program/programs/autumn.yaml": program(),
        "program/people/a.yaml": both,
        "program/people/m.yaml": person("mentor"),
    }

    with pytest.raises(TelemacoError) as refused:
        _why_not(community(files), "a", "m")

    say = Catalog("en").text
    assert say(refused.value.message) == "a takes part in several programs: autumn, spring."
    assert _why_not(community(files), "a", "m", "spring").own.new == "m"


@pytest.mark.parametrize(
    ("mentee", "mentor", "told", "hint"),
    [
        ("z", "m", "There is no person z.", "Name one of the files in program/people/"),
        ("anna", "m", "There is no person anna.", "Did you mean ann?"),
        ("cosimo", "a", "cosimo does not wait for anybody in any program.", None),
        ("a", "b", "a and b do not both take part in the matching of spring", "Run telemaco match"),
    ],
)
def test_people_who_take_no_part_are_named(
    mentee: str, mentor: str, told: str, hint: str | None
) -> None:
    with pytest.raises(TelemacoError) as refused:
        _explained(
            mentee,
            mentor,
            a=person("mentee"),
            b=person("mentee"),
            m=person("mentor"),
            ann=person("mentee"),
        )

    say = Catalog("en").text
    assert say(refused.value.message).startswith(told)
    assert (refused.value.hint is None) == (hint is None)
    if refused.value.hint and hint:
        assert say(refused.value.hint).startswith(hint)


def _about(name: str, **texts: str) -> About:
    files = {f"program/people/{one}.yaml": text for one, text in texts.items() if one != "pair"}
    files["program/programs/spring.yaml"] = program()
    if "pair" in texts:
        files["pairs/spring/m-a/pair.yaml"] = texts["pair"]
    known = community(files)
    return explain(known, name, explained_run(known, name, None, TODAY, Wanted()))


@pytest.mark.parametrize("name", ["a", "m"])
def test_both_of_a_pair_hear_of_it(name: str) -> None:
    found = _about(name, a=person("mentee"), m=person("mentor"))

    assert [[str(one) for one, _ in pair.members] for pair in found.proposals] == [["m", "a"]]
    assert not found.unmatched


def test_somebody_left_out_hears_why() -> None:
    found = _about("a", a=person("mentee", languages="{de: native}"), m=person("mentor"))

    assert [one.limit for one in found.unmatched] == ["languages"]
    assert not found.proposals


def test_somebody_who_is_not_considered_hears_why() -> None:
    found = _about("m", a=person("mentee"), m=person("mentor", capacity=0))

    assert [one.person for one in found.asides] == ["m"]


def test_somebody_who_has_a_pair_already_is_told_which() -> None:
    with pytest.raises(TelemacoError) as refused:
        _about("a", a=person("mentee"), m=person("mentor"), pair=pair("m", "a"))

    say = Catalog("en").text
    assert say(refused.value.message) == (
        "a is in spring/m-a since 1 January 2027, and so in no matching now."
    )
    assert refused.value.hint
    assert say(refused.value.hint) == "Who else is in it stands in pairs/spring/m-a/pair.yaml."


def test_somebody_who_is_not_in_the_program_is_sent_to_who_is() -> None:
    files = {
        "program/programs/spring.yaml": program(),
        "program/people/a.yaml": person("mentee", status="withdrawn"),
        "program/people/m.yaml": person("mentor"),
    }

    known = community(files)
    run = explained_run(known, "a", "spring", TODAY, Wanted())

    with pytest.raises(TelemacoError) as refused:
        explain(known, "a", run)

    assert refused.value.hint
    assert Catalog("en").text(refused.value.hint) == "Run telemaco match spring to see who does."


def test_orders_of_the_run_are_explained() -> None:
    known = community(
        {
            "program/programs/spring.yaml": program(),
            "program/people/a.yaml": person("mentee"),
            "program/people/m.yaml": person("mentor"),
            "program/people/n.yaml": person("mentor"),
        }
    )
    pinned = Wanted(orders=orders_of(known, ["n=a"], [], force=False))

    run = explained_run(known, "a", None, TODAY, pinned)

    assert [pair.members[0][0] for pair in explain(known, "a", run).proposals] == ["n"]
    answer = explain_why_not(known, "a", "m", run)
    assert answer.forbidden
    assert Catalog("en").text(answer.forbidden) == (
        "the pair of Person and Person is pinned in this run"
    )
    assert explain_why_not(known, "a", "n", run).forbidden is None
