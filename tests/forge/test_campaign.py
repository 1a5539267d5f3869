"""The short campaigns; `python -m bench faults` carries out the long ones."""

from pathlib import Path

import pytest

from tests.forge.campaign import Size, campaign


@pytest.mark.parametrize(("with_ledger", "faults"), [(True, 100), (False, 50)])
def test_whatever_goes_wrong_nothing_is_lost_or_left_open_twice(
    tmp_path: Path,
    with_ledger: bool,  # noqa: FBT001 (of the table)
    faults: int,
) -> None:
    size = Size(check_ins=20, faults=faults, share=0.3, a_round=10)

    outcome = campaign(tmp_path, size, seed=4, with_ledger=with_ledger)

    assert outcome.fault_count >= faults
    assert outcome.check_ins >= 20
    assert (outcome.lost, outcome.double_open, outcome.left) == (0, 0, 0)
    assert (outcome.without_assignee, outcome.without_label) == (0, 0)
    assert outcome.double == 0 or not with_ledger
    assert (outcome.complaints, outcome.broken) == ([], [])
