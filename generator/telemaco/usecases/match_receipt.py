"""The receipt of a matching: the record, and its text within what a file may have."""

import json
from collections.abc import Sequence
from typing import Any

from telemaco import __version__
from telemaco.findings import TelemacoError
from telemaco.matching.inputs import Inputs
from telemaco.matching.phrases import time_of_day
from telemaco.matching.recruit import Opening
from telemaco.matching.result import Match, Proposal
from telemaco.matching.result import Unmatched as LeftOut
from telemaco.matching.together import Together as Shared
from telemaco.messages import msg, msg_n
from telemaco.ports import Translator
from telemaco.records.pair import PairRole
from telemaco.records.receipt import (
    Groups,
    Pin,
    ProposedPair,
    Receipt,
    Recruit,
    RunnerUp,
    Share,
    Together,
    Unmatched,
)
from telemaco.yamltext.writing import write

_SCHEMA = "yaml-language-server: $schema=../../../docs/schema/receipt.json"
_POINTS = 1000
_SHOWN_OF_DIGEST = 16


def receipt_of(found: Match, names: Sequence[str], translator: Translator) -> Receipt:
    """What a run did; `names` are the folders of the pairs, in the order of the proposals."""
    return Receipt(
        on=found.today,
        version=__version__,
        seed=found.seed,
        digest=found.digest,
        replaces=found.redo.receipt if found.redo else None,
        pins=tuple(Pin(mentor=one, mentee=other) for one, other in found.orders.pins),
        forbids=found.orders.forbids,
        force=found.orders.force,
        settings=dict(found.settings),
        pairs=tuple(
            _proposed(proposal, name, translator)
            for name, proposal in zip(names, found.proposals, strict=True)
        ),
        waiting=found.waiting,
        groups=_groups(found),
        unmatched=tuple(_unmatched(one, translator) for one in found.unmatched),
        recruit=tuple(_recruit(opening) for opening in found.openings),
        inputs=shown(found.inputs),
    )


def shown(inputs: Inputs) -> dict[str, str]:
    """The beginning of every fingerprint: enough to see that a file has changed."""
    return {path: digest[:_SHOWN_OF_DIGEST] for path, digest in inputs.items()}


def receipt_text(receipt: Receipt, most: int) -> str:
    """The receipt as it is written, in `most` bytes.

    What can be worked out again from the same files is left out as far as need be: the shares,
    then cautions and runners-up, then which files went in. Raises TelemacoError when the rest is
    too long.
    """
    for shorter in (receipt, *_shorter(receipt)):
        # YAML is slow to write and longer than JSON: what is too long as JSON is not tried.
        value = _value(shorter)
        if len(json.dumps(value, default=str, ensure_ascii=False)) <= most:
            text = write(value, _SCHEMA)
            if len(text.encode()) <= most:
                return text
    raise TelemacoError(
        msg_n(
            "The receipt of {count} pair would be longer than a receipt may be.",
            "The receipt of {count} pairs would be longer than a receipt may be.",
            len(receipt.pairs),
        ),
        msg("Set capacity.pairs in the program's file, and match in several runs."),
    )


def _value(receipt: Receipt) -> dict[str, Any]:
    """The receipt as plain values; times of day as they are written."""
    value = receipt.model_dump(exclude_defaults=True)
    for number, pair in enumerate(receipt.pairs):
        if pair.together:
            written = pair.together.model_dump(mode="json", by_alias=True, exclude_defaults=True)
            value["pairs"][number]["together"] = written
    return value


def _shorter(receipt: Receipt) -> Sequence[Receipt]:
    """The receipt with less and less of what can be worked out again."""
    without_shares = _without(receipt, "shares")
    bare = _without(without_shares, "cautions", "runners_up")
    return without_shares, bare, bare.model_copy(update={"inputs": {}})


def _without(receipt: Receipt, *keys: str) -> Receipt:
    nothing = dict.fromkeys(keys, ())
    pairs = tuple(pair.model_copy(update=nothing) for pair in receipt.pairs)
    return receipt.model_copy(update={"pairs": pairs})


def _proposed(proposal: Proposal, name: str, translator: Translator) -> ProposedPair:
    cautions = (caution.text for link in proposal.links for caution in link.cautions)
    return ProposedPair(
        pair=name,
        members=tuple(person for person, _ in proposal.members),
        co_mentors=tuple(person for person, role in proposal.members if role is PairRole.CO_MENTOR),
        score=proposal.score // _POINTS,
        together=_together(proposal.together, translator) if proposal.together else None,
        shares=tuple(
            Share(
                criterion=share.criterion,
                weight=share.weight,
                value=share.value,
                points=share.points,
            )
            for share in proposal.shares
        ),
        cautions=tuple(dict.fromkeys(map(translator.text, cautions))),
        runners_up=tuple(
            RunnerUp(of=one.of, person=one.person, score=one.score // _POINTS)
            for one in dict.fromkeys(one for link in proposal.links for one in link.runners_up)
        ),
    )


def _unmatched(one: LeftOut, translator: Translator) -> Unmatched:
    return Unmatched(
        person=one.person,
        binding=translator.text(one.binding),
        closest=translator.text(one.closest) if one.closest else None,
        would_help=translator.text(one.would_help) if one.would_help else None,
    )


def _recruit(opening: Opening) -> Recruit:
    return Recruit(
        mentor=opening.mentor,
        skills=opening.skills,
        language=opening.language,
        timezone=opening.zone,
        serves=opening.serves,
        points=opening.points,
    )


def _groups(found: Match) -> Groups | None:
    if found.search is None:
        return None
    value = {"proven": found.search.is_proven, "at_most": found.search.at_most}
    if found.swaps:
        (before, after), (score, other) = found.swaps.shared, found.swaps.scores
        value |= {"moved": found.swaps.moved, "shared_before": before, "shared_after": after}
        value |= {"score_before": score, "score_after": other}
    return Groups.model_validate(value)


def _together(shared: Shared, translator: Translator) -> Together:
    return Together.model_validate(
        {
            "text": translator.text(shared.text),
            "language": shared.language,
            "times": [
                {
                    "timezone": time.person.person.timezone,
                    "day": time.day.value,
                    "from": time_of_day(time.start),
                    "to": time_of_day(time.end),
                }
                for time in shared.times
            ],
            "silent": shared.silent,
        }
    )
