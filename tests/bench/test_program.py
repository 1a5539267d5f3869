"""A program lived through day by day: what the bench says of 500 pairs holds of a few."""

from bench.program import live_through


def test_everything_holds_on_every_day_of_a_program() -> None:
    town, forge = live_through(8, seed=1511)

    assert len(town.ledger.completed) + len(town.ledger.left) == len(town.ledger.begun) > 0
    assert town.ledger.held > 0
    assert any(mail.kind == "closed" for mail in forge.mails)
