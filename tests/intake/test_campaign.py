"""Twenty sign-ups at once; `python -m bench intake` has two hundred."""

from pathlib import Path

from tests.intake.campaign import campaign


def test_of_many_sign_ups_at_once_none_is_lost_or_doubled(tmp_path: Path) -> None:
    outcome = campaign(tmp_path, forms=20, share=0.1, seed=5)

    assert outcome.faults >= 20
    assert (outcome.lost, outcome.answers_twice, outcome.pulls_twice) == (0, 0, 0)
    assert (outcome.conflicts, outcome.entries, outcome.late) == (0, 20, 0)
    assert (outcome.complaints, outcome.broken) == ([], [])
