from telemaco.rules.references_of_pairs import (
    aims_of_program,
    days_of_receipts,
    members,
    people_of_pairs,
    programs_of_folders,
    receipts,
)
from tests.rules.workshop import (
    ANSWER,
    NOTE,
    PAIR,
    PROGRAM,
    UNREADABLE,
    codes,
    edited,
    extended,
    found,
    written,
)

_GOAL = "it: Dipingere un angelo}"
_RECEIPT = f"""\
on: 2027-01-05
version: 1.0.0
seed: spring
digest: {"0" * 64}
"""
_ANSWER = "{survey: midpoint, program: x, role: mentee, week: 2027-W20, answers: {helps: A}}"


def test_folder_of_an_unknown_program_is_told_once() -> None:
    changes = {
        "pairs/workshp/a/pair.yaml": written(PAIR),
        "pairs/workshp/b/pair.yaml": written(PAIR),
        "pairs/workshp/b/2027-02-03.md": written(NOTE),
        "pairs/atelier/a/2027-02-03.md": written(NOTE),
        "pairs/studio/matches/2027-01-05.yaml": _RECEIPT,
        "pairs/school/surveys/midpoint/k3f9.yaml": _ANSWER,
    }

    assert found(programs_of_folders, changes) == [
        ("unknown-program", "pairs/workshp/a/pair.yaml", ()),
        ("unknown-program", "pairs/atelier/a/2027-02-03.md", ()),
        ("unknown-program", "pairs/studio/matches/2027-01-05.yaml", ()),
        ("unknown-program", "pairs/school/surveys/midpoint/k3f9.yaml", ()),
    ]


def test_folder_of_a_program_that_cannot_be_read_is_known() -> None:
    assert not found(programs_of_folders, {PROGRAM: UNREADABLE, ANSWER: _ANSWER})


def test_members_exist() -> None:
    assert found(members, edited(PAIR, ("person: leonardo", "person: leonarda"))) == [
        ("unknown-person", PAIR, ("members", 1, "person"))
    ]


def test_owners_raters_and_those_who_agree_are_members() -> None:
    more = f"owner: cosimo, copied_from: cosimo, ratings: [{_rating('cosimo')}]"
    changes = edited(PAIR, (_GOAL, f"{_GOAL}, {more}"))
    changes[PAIR] += "agreement: {version: v1, accepted: {cosimo: 2027-01-10}}\n"

    assert found(people_of_pairs, changes) == [
        ("not-a-member", PAIR, ("goals", 0, "owner")),
        ("not-a-member", PAIR, ("goals", 0, "copied_from")),
        ("not-a-member", PAIR, ("goals", 0, "ratings", 0, "by")),
        ("not-a-member", PAIR, ("agreement", "accepted", "cosimo")),
    ]


def test_members_own_rate_and_agree() -> None:
    changes = edited(PAIR, (_GOAL, f"{_GOAL}, owner: leonardo, ratings: [{_rating('leonardo')}]"))
    changes[PAIR] += "agreement: {version: v1, accepted: {leonardo: 2027-01-10}}\n"

    assert not found(people_of_pairs, changes)


def test_nobody_is_judged_a_stranger_while_a_member_is_misspelt() -> None:
    changes = edited(
        PAIR, ("person: leonardo", "person: leonarda"), (_GOAL, f"{_GOAL}, owner: leonardo")
    )

    assert not found(people_of_pairs, changes)


def test_objectives_and_milestones_are_the_programs() -> None:
    changes = edited(PAIR, (_GOAL, f"{_GOAL}, objective: public-work"))
    changes[PAIR] += "milestones: [{id: agreement, done_on: 2027-02-01}]\n"

    assert codes(aims_of_program, changes) == ["unknown-objective", "unknown-milestone"]
    assert not codes(aims_of_program, changes, {PROGRAM: UNREADABLE})
    assert not codes(
        aims_of_program,
        changes,
        extended(
            PROGRAM,
            """\
            objectives: [{id: public-work, statement: A work}]
            milestones: [{id: agreement, title: Agreed, after_days: 14}]
            """,
        ),
    )


def test_receipt_of_a_match_exists() -> None:
    changes = extended(PAIR, "match: {receipt: 2027-01-05, score: 80}\n")

    assert found(receipts, changes) == [("unknown-receipt", PAIR, ("match", "receipt"))]
    assert not found(receipts, changes, {"pairs/workshop/matches/2027-01-05.yaml": _RECEIPT})
    assert not found(receipts, changes, {"pairs/workshop/matches/2027-01-05.yaml": UNREADABLE})


def _rating(person: str) -> str:
    return f"{{on: 2027-02-01, by: {person}, level: 0}}"


def test_receipt_is_named_after_its_day() -> None:
    receipt = "pairs/workshop/matches/2027-01-06.yaml"

    assert found(days_of_receipts, {receipt: _RECEIPT}) == [("misplaced-receipt", receipt, ("on",))]
    assert not found(days_of_receipts, {receipt.replace("-06", "-05"): _RECEIPT})
    assert not found(days_of_receipts, {receipt.replace("-06", "-05-2"): _RECEIPT})
