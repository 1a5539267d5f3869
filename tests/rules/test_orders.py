from telemaco.rules.orders import orders_of_receipts
from tests.rules.workshop import UNREADABLE, found, hints

RECEIPT = "pairs/workshop/matches/2027-01-05.yaml"
_HEAD = f"on: 2027-01-05\nversion: 1.0.0\nseed: spring\ndigest: '{'0' * 64}'\n"


def _receipt(lines: str) -> dict[str, str]:
    return {RECEIPT: _HEAD + lines}


def test_order_names_people_who_are_there() -> None:
    orders = _receipt(
        "pins: [{mentor: verrocchio, mentee: leonado}]\n"
        "forbids: [[leonardo, cosimo], [x, leonardo]]"
    )

    assert found(orders_of_receipts, orders) == [
        ("order-names-nobody", RECEIPT, ("pins", 0, "mentee")),
        ("order-names-nobody", RECEIPT, ("forbids", 1, 0)),
    ]
    assert hints(orders_of_receipts, orders)[0] == "Did you mean leonardo?"


def test_whoever_took_part_or_cannot_be_read_is_not_told() -> None:
    orders = _receipt(
        "pins: [{mentor: dante, mentee: giotto}]\n"
        "forbids: [[leonardo, botticelli]]\n"
        "pairs: [{pair: dante-giotto, members: [dante, giotto], score: 70}]\n"
        "unmatched: [{person: botticelli, binding: full}]\n"
    )
    unread = _receipt("forbids: [[leonardo, botticelli]]")

    assert not found(orders_of_receipts, orders)
    assert not found(orders_of_receipts, unread, {"program/people/botticelli.yaml": UNREADABLE})


def test_order_is_about_two_people() -> None:
    orders = _receipt("pins: [{mentor: leonardo, mentee: leonardo}]\nforbids: [[cosimo, cosimo]]")

    assert found(orders_of_receipts, orders) == [
        ("names-itself", RECEIPT, ("pins", 0, "mentee")),
        ("names-itself", RECEIPT, ("forbids", 0, 1)),
    ]
