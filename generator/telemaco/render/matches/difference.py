"""Who moved between two matchings and why, as Markdown for a comment on a pull request."""

from collections.abc import Iterator, Mapping, Sequence

from telemaco.matching.difference import Difference, Gone, Move, Order, Waiting
from telemaco.matching.outcome import Outcome
from telemaco.matching.phrases import CRITERIA_NAMES
from telemaco.matching.seats import Seat
from telemaco.matching.settings import SettingChange
from telemaco.messages import Message, msg, msg_n
from telemaco.ports import Translator
from telemaco.records.base import PersonId
from telemaco.render.forge_text import forge_text
from telemaco.render.matches.seats import POINTS, seat_words

_SHARES = 3
"""Criteria that are told of a pair, those that changed most."""

_MOST = 200
"""Rows of a table; a comment on GitHub has 65,536 characters at most."""


def difference_as_markdown(
    found: Difference, title: str, names: Mapping[PersonId, str], translator: Translator
) -> str:
    """A heading, what changed in all, and a table of those who moved with the reasons."""
    return "\n".join(_Comment(names, translator).lines(found, title)) + "\n"


class _Comment:
    """Puts messages and names into Markdown; nothing of a stranger's text is markup."""

    def __init__(self, names: Mapping[PersonId, str], translator: Translator) -> None:
        self._names = names
        self._translator = translator

    def lines(self, found: Difference, title: str) -> Iterator[str]:
        yield f"## {self._say(_heading(found, title))}"
        yield ""
        yield self._say(_summary(found))
        yield from self._moved(found.moved)
        yield from self._served(found.served)
        yield from self._list(msg("Left without a partner"), map(self._waiting, found.waiting))
        yield from self._list(msg("No longer there"), map(self._gone, found.gone))
        yield from self._list(msg("Orders"), map(self._order, found.orders))
        yield from self._list(msg("Settings"), map(_setting, found.settings))

    def _moved(self, moves: Sequence[Move]) -> Iterator[str]:
        words = (msg("Who"), msg("Before"), msg("Now"), msg("Why"))
        rows = (
            (self._person(move), self._seat(move.old), self._seat(move.new), self._why(move))
            for move in moves
        )
        yield from self._table(msg("Somebody else"), words, list(rows))

    def _served(self, moves: Sequence[Move]) -> Iterator[str]:
        words = (msg("Who"), msg("Now"), msg("Why"))
        rows = ((self._person(move), self._seat(move.new), self._why(move)) for move in moves)
        yield from self._table(msg("Newly with somebody"), words, list(rows))

    def _table(
        self, heading: Message, words: Sequence[Message], rows: Sequence[Sequence[str]]
    ) -> Iterator[str]:
        if rows:
            yield from ("", f"### {self._say(heading)}", "")
            yield _row([self._say(word) for word in words])
            yield f"|{'---|' * len(words)}"
            yield from map(_row, rows[:_MOST])
            yield from self._more(len(rows))

    def _list(self, heading: Message, entries: Iterator[Message]) -> Iterator[str]:
        lines = [f"- {self._say(entry)}" for entry in entries]
        if lines:
            yield from ("", f"### {self._say(heading)}", "", *lines[:_MOST])
            yield from self._more(len(lines))

    def _more(self, number: int) -> Iterator[str]:
        left = number - _MOST
        if left > 0:
            yield from ("", self._say(msg_n("and {count} more", "and {count} more", left)))

    def _person(self, move: Move) -> str:
        return forge_text(self._name(move.person))

    def _say(self, message: Message) -> str:
        return forge_text(self._translator.text(message))

    def _name(self, person: PersonId) -> str:
        return self._names.get(person, person)

    def _seat(self, seat: Seat | None) -> str:
        return forge_text(seat_words(seat, self._names, self._translator))

    def _why(self, move: Move) -> str:
        """The reasons, then the criteria that changed most, or that speak most for a new pair."""
        largest = sorted(
            move.shares, key=lambda share: (-abs(share[2] - (share[1] or 0)), share[0])
        )
        told = [_share(*one) for one in largest[:_SHARES] if _shows(*one)]
        return "; ".join(self._say(part) for part in (*move.reasons, *told))

    def _waiting(self, one: Waiting) -> Message:
        facts = {"person": self._name(one.person), "binding": one.binding}
        told = msg("{person}: {binding}", **facts)
        if one.had:
            had = seat_words(one.had, self._names, self._translator)
            told = msg("{person}, before with {partner}: {binding}", partner=had, **facts)
        if one.would_help:
            return msg("{told}; {would_help}", told=told, would_help=one.would_help)
        return told

    def _gone(self, one: Gone) -> Message:
        return msg(
            "{person}, before with {partner}: {reason}",
            person=self._name(one.person),
            partner=seat_words(one.had, self._names, self._translator),
            reason=one.reason,
        )

    def _order(self, order: Order) -> Message:
        one, other = (self._name(person) for person in order.couple)
        match order.is_pin, order.is_given:
            case True, True:
                return msg("pinned: {one} with {other}", one=one, other=other)
            case True, False:
                return msg("no longer pinned: {one} with {other}", one=one, other=other)
            case False, True:
                return msg("forbidden: {one} with {other}", one=one, other=other)
            case _:
                return msg("no longer forbidden: {one} with {other}", one=one, other=other)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _share(name: str, old: int | None, new: int) -> Message:
    criterion = CRITERIA_NAMES.get(name) or msg("{word}", word=name)
    if old is None:
        return msg("{criterion} {points}", criterion=criterion, points=new // POINTS)
    return msg(
        "{criterion} {old} to {new}", criterion=criterion, old=old // POINTS, new=new // POINTS
    )


def _shows(_name: str, old: int | None, new: int) -> bool:
    """Whether the points differ as they are shown, of 100."""
    return old is None or old // POINTS != new // POINTS


def _heading(found: Difference, title: str) -> Message:
    facts = {"program": title, "new": _names_of(found.new)}
    if not found.old.receipts:
        return msg("{program}: first matching, {new}", **facts)
    return msg("{program}: matching {new} beside {old}", old=_names_of(found.old), **facts)


def _names_of(outcome: Outcome) -> str:
    return ", ".join(receipt.day for receipt in outcome.receipts)


def _summary(found: Difference) -> Message:
    return msg(
        "{served}, {moved}, {left}, {kept}.",
        served=msg_n(
            "{count} newly has somebody", "{count} newly have somebody", len(found.served)
        ),
        moved=msg_n("{count} has somebody else", "{count} have somebody else", len(found.moved)),
        left=msg_n("{count} is newly left out", "{count} are newly left out", len(found.waiting)),
        kept=msg_n("{count} keeps their partner", "{count} keep their partner", found.kept),
    )


def _setting(change: SettingChange) -> Message:
    return msg(
        "{key}: {new}, before {old}",
        key=change.key,
        new=change.new or msg("nothing"),
        old=change.old or msg("nothing"),
    )
