"""The agreement of a pair as its page shows it: how far it is, the text, what they filled in."""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from telemaco.forms.agreeing import ACCEPT
from telemaco.messages import Message, msg, msg_n
from telemaco.model.agreements import Acceptance, acceptance, agreement_text
from telemaco.records.layout import PairId
from telemaco.records.pair import Agreement
from telemaco.render.issue_forms.places import form_file
from telemaco.render.markdown import Section, sections_of
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.pairs import is_over
from telemaco.render.pages.published import all_are_named, tells_its_story
from telemaco.render.repository import repository_of

_V = re.compile(r"^[vV](?=\d)")
"""The sign before a number that stands for the word `version`."""


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """The text and how it stands; `state` is None where nobody asked and nobody accepted.

    `between_us` is shown only of pairs that let their story be shown. `form` is where a member
    accepts it, empty where there is no forge.
    """

    title: str
    version: str
    sections: tuple[Section, ...]
    state: Message | None
    tone: str
    is_missing: bool
    form: str
    notice: Message | None
    between_us: str
    review_on: date | None


def agreement_of(edition: Edition, pair_id: PairId) -> PairAgreement | None:
    """The agreement; None of a pair that is over, where it no longer matters."""
    community = edition.community
    pair = community.pairs[pair_id]
    if is_over(pair):
        return None
    guide = agreement_text(community, pair_id, (edition.language, *community.settings.languages))
    found = acceptance(community, pair_id, edition.today)
    own = pair.agreement
    has_words = own is not None and tells_its_story(community, pair)
    return PairAgreement(
        title=guide.agenda.title,
        version=_V.sub("", found.version),
        sections=sections_of(guide.body),
        state=_state(found),
        tone="new" if found.missing else "good",
        is_missing=found.is_expected and bool(found.missing),
        form=_form(edition, pair_id),
        notice=_notice(own),
        between_us=edition.maybe(own.between_us) if own and has_words else "",
        review_on=own.review_on if own else None,
    )


def _form(edition: Edition, pair_id: PairId) -> str:
    """The form, filled in with the pair where its name tells nothing that the page does not."""
    settings = edition.community.settings
    repository = repository_of(settings)
    if repository is None:
        return ""
    form = repository.new_issue(form_file(ACCEPT, edition.language, settings.languages))
    is_named = all_are_named(edition.community, edition.community.pairs[pair_id])
    return f"{form}&{urlencode({'pair': str(pair_id)}, quote_via=quote)}" if is_named else form


def _state(found: Acceptance) -> Message | None:
    """How many have accepted it. A page does not say who has not."""
    members = len(found.days) + len(found.missing)
    if not found.missing:
        return msg("Accepted by everybody")
    if not found.days:
        return msg("Not accepted yet") if found.is_expected else None
    return msg_n(
        "Accepted by {count} of {members}",
        "Accepted by {count} of {members}",
        len(found.days),
        members=members,
    )


def _notice(agreement: Agreement | None) -> Message | None:
    if agreement is None or agreement.notice_days is None:
        return None
    return msg_n(
        "{count} day before a meeting", "{count} days before a meeting", agreement.notice_days
    )
