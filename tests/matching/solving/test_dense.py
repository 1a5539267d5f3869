import numpy as np

from telemaco.matching.solving.dense import largest


def test_nobody_has_a_place_where_nothing_is_allowed() -> None:
    assert largest(np.zeros((2, 3), np.bool_)) == 0


def test_as_many_have_a_place_as_can() -> None:
    assert largest(np.array([[True, True], [True, False], [True, False]])) == 2
