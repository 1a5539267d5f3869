"""How a community gets on, now and late."""

from telemaco.progress.standing import late_standing_of, standing_of
from tests.render.pages.workshop import TODAY, edition


def test_what_is_worked_out_late_is_the_same() -> None:
    community = edition().community

    now, late = standing_of(community, TODAY), late_standing_of(community, TODAY)

    assert dict(late.progress) == now.progress
    assert dict(late.counted) == now.counted


def test_what_came_of_programs_late_is_worked_out_once() -> None:
    late = late_standing_of(edition().community, TODAY)

    (program,) = late.counted
    assert late.counted[program] is late.counted[program]
