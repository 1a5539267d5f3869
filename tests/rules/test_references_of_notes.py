from telemaco.rules.references_of_notes import (
    agendas_of_notes,
    goals_of_notes,
    pairs_of_notes,
    people_of_notes,
)
from tests.rules.workshop import NOTE, PAIR, UNREADABLE, edited, found, hints, noted, written

_STRANGERS = "actions: [{id: a, text: A, owner: cosimo}, {id: b, text: B}]\n"


def test_notes_without_a_pair_are_told_once_a_folder() -> None:
    strays = {f"pairs/workshop/stray/2027-02-0{day}.md": written(NOTE) for day in (3, 4)}

    assert found(pairs_of_notes, strays) == [
        ("note-without-pair", "pairs/workshop/stray/2027-02-03.md", ())
    ]
    for rule in (people_of_notes, goals_of_notes):
        assert not found(rule, strays)


def test_pair_that_cannot_be_read_is_there() -> None:
    assert not found(pairs_of_notes, {PAIR: UNREADABLE})


def test_whoever_came_or_acts_is_a_member() -> None:
    changes = edited(NOTE, ("leonardo: present", "cosimo: present"), ("minutes: 60\n", _STRANGERS))

    assert found(people_of_notes, changes) == [
        ("not-a-member", NOTE, ("attendance", "cosimo")),
        ("not-a-member", NOTE, ("actions", 0, "owner")),
    ]


def test_nobody_is_judged_a_stranger_while_a_member_is_misspelt() -> None:
    assert not found(people_of_notes, edited(PAIR, ("person: leonardo", "person: leonarda")))


def test_nobody_is_judged_a_stranger_while_a_member_is_there_twice() -> None:
    assert not found(people_of_notes, edited(PAIR, ("person: leonardo", "person: verrocchio")))


def test_member_who_was_meant_is_named() -> None:
    def owner(name: str) -> list[str]:
        return hints(people_of_notes, noted(f"actions: [{{id: a, text: A, owner: {name}}}]\n"))

    assert owner("leonrdo") == ["Did you mean leonardo?"]
    assert owner("cosimo") == ["Write the name of a member, or add cosimo to members in pair.yaml."]


def test_goals_that_a_note_rates_are_the_pairs() -> None:
    assert found(goals_of_notes, noted("goals: {angel: 1, horse: 0}\n")) == [
        ("unknown-goal", NOTE, ("goals", "horse"))
    ]


def test_guide_that_a_session_used_exists() -> None:
    assert not found(agendas_of_notes, noted("agenda: regular\n"))
    assert found(agendas_of_notes, noted("agenda: regulr\n")) == [
        ("unknown-agenda", NOTE, ("agenda",))
    ]
