"""Accepting the agreement of a pair: each for themselves."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from telemaco.messages import msg
from telemaco.model.agreements import Acceptance, acceptance
from telemaco.model.community import Community
from telemaco.model.standing import is_current
from telemaco.records.base import PersonId
from telemaco.records.layout import PairId, pair_path
from telemaco.records.pair import Agreement, Pair
from telemaco.submissions.answers import day, label_of, text_of
from telemaco.submissions.days import no_day
from telemaco.submissions.draft import Draft, EditedFile, Origin
from telemaco.submissions.of_a_pair import begun
from telemaco.submissions.values import Filled, Problem
from telemaco.yamltext.changes import Change, Set


def agree(filled: Filled, community: Community, today: date) -> Draft:
    """Accept the agreement, or say that it should be another one."""
    opened = begun(filled, community, msg("An answer to an agreement"))
    if isinstance(opened, Draft):
        return opened
    answer, pair_id = opened
    review = Origin(pair_path(pair_id), ("agreement", "review_on"), "review")
    draft = replace(answer, origins=(*answer.origins, review))
    if not is_current(community.pairs[pair_id]):
        return replace(draft, problems=(_is_over(filled),))
    if text_of(filled.answers, "answer") == "yes":
        return _yes(draft, filled, community, pair_id, today)
    return replace(
        draft,
        title=msg(
            "{pair}: {name} would like another agreement", pair=str(pair_id), name=str(draft.author)
        ),
        to_do=(
            msg(
                "{name} does not accept the agreement of {pair} as it is. Ask what should be "
                "different.",
                name=str(draft.author),
                pair=str(pair_id),
            ),
        ),
    )


def _is_over(filled: Filled) -> Problem:
    return Problem(
        label_of(filled.form, "pair"),
        msg("it is over"),
        hint=msg("Once something is over, its agreement stays as it is."),
    )


def _yes(draft: Draft, filled: Filled, community: Community, pair_id: PairId, today: date) -> Draft:
    author, pair = PersonId(str(draft.author)), community.pairs[pair_id]
    review = text_of(filled.answers, "review")
    problem = _review_problem(filled, review, today) if review else None
    if problem is not None:
        return replace(draft, problems=(problem,))
    found = acceptance(community, pair_id, today)
    if author in found.days and not review:
        label = label_of(filled.form, "answer")
        return replace(draft, problems=(Problem(label, msg("you have accepted it already")),))
    changes = tuple(_changes(pair, author, found, today))
    if review:
        changes = (*changes, Set(("agreement", "review_on"), day(review)))
    return replace(
        draft,
        title=msg("{pair}: {name} accepts the agreement", pair=str(pair_id), name=author),
        changes=(EditedFile(pair_path(pair_id), changes),),
    )


def _review_problem(filled: Filled, review: str, today: date) -> Problem | None:
    label, wanted = label_of(filled.form, "review"), day(review)
    if not isinstance(wanted, date):
        return no_day(label, review)
    if wanted <= today:
        return Problem(label, msg("{day} is not a day to come", day=wanted))
    return None


def _changes(pair: Pair, author: PersonId, found: Acceptance, today: date) -> Iterator[Change]:
    """The day and, where it is not the one the others accepted, the version; of nobody else."""
    if author in found.days:
        return
    agreement = pair.agreement
    if agreement is None:
        yield Set(("agreement",), {"version": found.version, "accepted": {author: today}})
        return
    yield Set(("agreement", "accepted", author), today)
    yield from _version(agreement, author, found)


def _version(agreement: Agreement, author: PersonId, found: Acceptance) -> Iterator[Change]:
    if agreement.versions.get(author, agreement.version) != found.version:
        yield Set(("agreement", "versions", author), found.version)
