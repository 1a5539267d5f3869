import pytest

from telemaco.model.durations import in_hours


@pytest.mark.parametrize(
    ("minutes", "hours"),
    [(0, 0), (2, 0), (3, 0.1), (15, 0.3), (57, 1), (60, 1), (750, 12.5), (5855, 97.6)],
)
def test_hours_are_rounded_to_the_nearest_tenth(minutes: int, hours: float) -> None:
    assert in_hours(minutes) == hours
