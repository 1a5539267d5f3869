"""Why somebody whose pairs are over gets no certificate."""

from collections.abc import Collection

from telemaco.messages import Message, msg
from telemaco.model.certificates import publishes_certificate
from telemaco.model.community import Community
from telemaco.model.recognition import attended, sessions_needed
from telemaco.records.base import PersonId
from telemaco.records.layout import PairId


def with_certificate(
    ending: Message, community: Community, person: PersonId, pairs: Collection[PairId]
) -> Message:
    """The sentence about a place that ends, with why there is no certificate, if there is none.

    `pairs` are those that the person completed in the program, of which one is enough; none where
    a pair reached its goals early, which needs no number of sessions.
    """
    short = [
        (held, least)
        for one in pairs
        if (held := attended(community, one, person)) < (least := sessions_needed(community, one))
    ]
    if pairs and len(short) == len(pairs):
        held, least = max(short)
        return msg(
            "{sentence}; no certificate: {held} of {least} sessions, by the notes",
            sentence=ending,
            held=held,
            least=least,
        )
    if publishes_certificate(community, person):
        return ending
    return msg(
        "{sentence}; no certificate: consent.publish would have to name certificate and name",
        sentence=ending,
    )
