"""The pairs whose agreement is not accepted yet: where they lie, and where the text stands."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath

from telemaco.messages import Message, msg
from telemaco.model.agreements import acceptance
from telemaco.model.community import Community
from telemaco.model.site import on_site
from telemaco.progress.values import Suggestion, SuggestionKind
from telemaco.records.layout import PairId, pair_path
from telemaco.render.pages.addresses import pair_address
from telemaco.render.pages.pair_order import has_page

HEADER = (msg("folder"), msg("page with the agreement"), msg("not accepted yet by"))

WRITTEN = msg(
    "The form Accept the agreement writes the day on which somebody accepts into pair.yaml, under "
    "agreement."
)


def lacking_agreements(
    community: Community, suggested: Iterable[Suggestion], today: date
) -> Sequence[tuple[str, str, str]]:
    """A row for each of whom it is suggested that they accept it: see HEADER.

    The page is a whole address where the site has one, and "-" where the pair has no page.
    """
    return [
        row
        for suggestion in suggested
        if suggestion.kind is SuggestionKind.AGREEMENT
        for row in _rows(community, suggestion, today)
    ]


def lack_agreements(pairs: Message) -> Message:
    """The heading of their list; `pairs` is how many there are of what."""
    return msg("{pairs} without an agreement that everybody accepted", pairs=pairs)


def _rows(
    community: Community, suggestion: Suggestion, today: date
) -> Iterator[tuple[str, str, str]]:
    for pair_id in community.pairs:
        if str(pair_id) in suggestion.subjects:
            yield (
                f"{PurePosixPath(pair_path(pair_id)).parent}",
                _page(community, pair_id),
                ", ".join(acceptance(community, pair_id, today).missing),
            )


def _page(community: Community, pair_id: PairId) -> str:
    if not has_page(community, pair_id):
        return "-"
    address = pair_address(community, pair_id)
    return on_site(community.settings, address) or address
