from dataclasses import replace
from datetime import date

from telemaco.progress.community import community_progress, months_of
from telemaco.progress.outcomes.intervals import Share
from telemaco.progress.values import HealthKind
from telemaco.records.base import PersonId
from telemaco.records.program import Role
from tests.fakes import community
from tests.progress.atelier import ACTIVE, HELD, PROGRAM, START, atelier, person

TODAY = date(2027, 2, 2)


def test_empty_community_has_no_programs_and_small_sums() -> None:
    progress = community_progress(community({}), START)

    assert progress.programs == ()
    assert (progress.sums.pairs, progress.sums.held, progress.sums.is_small) == (0, 0, True)


def test_sums_add_up_what_pairs_did() -> None:
    pair = ACTIVE + (
        "goals: [{id: draw, statement: Draw, objective: craft, status: achieved},"
        " {id: sing, statement: Sing, status: dropped}]\n"
    )
    notes = {"2027-01-05": HELD, "2027-01-20": HELD, "2027-03-01": HELD}

    community = atelier(notes, pair=pair)
    progress = community_progress(community, TODAY)

    (program,) = progress.programs
    assert program.sums == progress.sums
    assert (progress.sums.people, progress.sums.held, progress.sums.minutes) == (2, 2, 120)
    assert (progress.sums.goals, progress.sums.goals_achieved) == (2, 1)
    assert months_of(community, community.pairs, TODAY) == {date(2027, 1, 1): 2}
    assert progress.sums.health == {HealthKind.ON_TRACK: 1}
    assert [(one.goals, one.achieved) for one in program.objectives] == [(1, 1)]


def test_the_rhythm_kept_is_rounded_as_in_the_report() -> None:
    none = community_progress(community({}), START).sums

    assert none.kept_percent is None
    some = replace(none, held=40, kept=39, expected=132)
    assert some.kept_percent == Share(39, 132).percent == 30


def test_those_who_are_free_and_unpaired_wait_the_longest_first() -> None:
    since = person("mentee", "accepted").replace("accepted}", "accepted, since: 2027-01-03}")
    more = {
        "program/people/lippi.yaml": person("mentee", "waiting"),
        "program/people/raffaello.yaml": since,
        "program/people/vasari.yaml": person("mentor", "accepted"),
        "program/people/leonardo.yaml": person("mentee", "accepted"),
    }

    (program,) = community_progress(atelier(more=more), TODAY).programs

    assert [(one.person, one.days) for one in program.waiting] == [
        ("raffaello", 30),
        ("lippi", None),
    ]
    assert program.waiting[0].person == PersonId("raffaello")
    assert program.enrolments[Role.MENTEE] == {"accepted": 2, "waiting": 1}


def test_nobody_waits_in_a_program_that_is_over() -> None:
    more = {"program/people/lippi.yaml": person("mentee", "accepted")}
    over = PROGRAM.replace("status: running", "status: completed")

    (program,) = community_progress(atelier(program=over, more=more), TODAY).programs

    assert program.waiting == ()


def test_figures_of_fewer_people_than_the_community_allows_are_small() -> None:
    more = {
        "program/community.yaml": (
            "title: Bottega\nlanguages: [en]\ncoordinators: [cosimo]\n"
            "contact: bottega@example.org\ncode_of_conduct: https://example.org/conduct\n"
            "privacy: {repository: private, small_group: 2}\n"
        )
    }

    assert community_progress(atelier(), TODAY).sums.is_small
    assert not community_progress(atelier(more=more), TODAY).sums.is_small
