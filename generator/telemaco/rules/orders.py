"""The orders that a receipt keeps: they name two people, and these are there."""

from collections.abc import Iterator

from telemaco.findings import Finding, Location, Severity
from telemaco.messages import msg
from telemaco.model.community import Community, ReceiptId
from telemaco.records.base import PersonId
from telemaco.records.layout import receipt_path
from telemaco.records.receipt import Receipt
from telemaco.rules.naming import at, is_person, suggesting


def orders_of_receipts(community: Community) -> Iterator[Finding]:
    """Pins and forbids name people who have a file; who took part in the run may be gone."""
    for receipt_id, receipt in community.receipts.items():
        if not receipt.pins and not receipt.forbids:
            continue
        took_part = receipt.people
        for place, person, other in _named(receipt_id, receipt):
            if person == other:
                yield _twice(person, place)
            elif person not in took_part and not is_person(community, person):
                yield _nobody(community, person, place)


def _named(
    receipt_id: ReceiptId, receipt: Receipt
) -> Iterator[tuple[Location, PersonId, PersonId | None]]:
    """Everybody in an order, where they stand, and whom it named before."""
    path = receipt_path(*receipt_id)
    for position, pin in enumerate(receipt.pins):
        yield at(path, "pins", position, "mentor"), pin.mentor, None
        yield at(path, "pins", position, "mentee"), pin.mentee, pin.mentor
    for position, (one, other) in enumerate(receipt.forbids):
        yield at(path, "forbids", position, 0), one, None
        yield at(path, "forbids", position, 1), other, one


def _twice(person: PersonId, place: Location) -> Finding:
    return Finding(
        "names-itself",
        place,
        msg('"{name}" is the person themselves', name=person),
        msg("Write the name of somebody else, or delete it."),
    )


def _nobody(community: Community, person: PersonId, place: Location) -> Finding:
    unknown = Finding(
        "order-names-nobody",
        place,
        msg('there is no person "{name}" for this order', name=person),
        msg("Correct the name, or delete the order."),
        Severity.WARNING,
    )
    return suggesting(unknown, person, community.ids_of_people)
