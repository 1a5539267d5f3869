from telemaco.rules.programs import formal_programs, ladders, pair_rules
from tests.rules.workshop import PROGRAM, SETTINGS, edited, extended, found, workshop

_LADDER = """\
reminders:
  ladder:
    - {after_days: 7, to: pair, action: nudge}
    - {after_days: 7, to: coordinator, action: escalate}
    - {after_days: 9, to: coordinator, action: close}
"""


def test_formal_program_has_objectives_a_rhythm_and_an_end() -> None:
    formal = edited(PROGRAM, ("informal", "formal"), (", end: 2027-12-31", ""))

    lacking = [finding.message.facts["key"] for finding in formal_programs(workshop(formal))]

    assert lacking == ["objectives", "cadence", "dates.end"]


def test_formal_program_that_is_whole_lacks_nothing() -> None:
    formal = edited(PROGRAM, ("informal", "formal"))
    formal[PROGRAM] += "objectives: [{id: a, statement: A}]\ncadence: {every: 2, unit: week}\n"

    assert not found(formal_programs, formal)


def test_draft_may_lack_what_it_needs_later() -> None:
    assert not found(formal_programs, edited(PROGRAM, ("informal", "formal"), ("running", "draft")))


def test_steps_of_a_reminder_come_one_after_the_other() -> None:
    assert found(ladders, extended(SETTINGS, _LADDER), extended(PROGRAM, _LADDER)) == [
        ("ladder-order", SETTINGS, ("reminders", "ladder", 1, "after_days")),
        ("ladder-order", PROGRAM, ("reminders", "ladder", 1, "after_days")),
    ]


def test_rule_for_pairs_that_can_be_read_is_left_alone() -> None:
    rules = "matching: {rules: ['must differ: location', 'must differ: shoes']}\n"

    assert found(pair_rules, extended(PROGRAM, rules)) == [
        ("unreadable-rule", PROGRAM, ("matching", "rules", 1)),
    ]
