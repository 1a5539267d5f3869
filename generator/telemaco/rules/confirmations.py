"""Who agreed to a pair."""

from collections.abc import Iterator

from telemaco.findings import Finding, Severity
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.model.standing import unconfirmed
from telemaco.records.layout import pair_path
from telemaco.records.pair import PairStatus
from telemaco.rules.naming import at


def confirmations(community: Community) -> Iterator[Finding]:
    """Where a confirmed pair says who agreed, it says so of everybody.

    A community that sets the status by hand and keeps no days is left alone.
    """
    for pair_id, pair in community.pairs.items():
        if pair.status is not PairStatus.CONFIRMED or not any(
            one.confirmed for one in pair.members
        ):
            continue
        left = unconfirmed(pair)
        for position, member in enumerate(pair.members):
            if member.person in left:
                yield Finding(
                    "confirmation-missing",
                    at(pair_path(pair_id), "members", position),
                    msg('the pair is confirmed, but "{name}" has not agreed', name=member.person),
                    msg("Ask, and write confirmed: with the day, or set the status to proposed."),
                    Severity.WARNING,
                )
