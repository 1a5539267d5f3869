"""What came of working a receipt's matching out again, for people and for programs."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from textwrap import fill

from telemaco.matching.settings import SettingChange
from telemaco.matching.verified import Verified
from telemaco.messages import Message, msg, msg_n
from telemaco.ports import Translator
from telemaco.records.base import PersonId
from telemaco.records.layout import receipt_path
from telemaco.render.matches.seats import seat_words
from telemaco.render.tables import table
from telemaco.render.visible import visible

_FEW = 20
"""Lines of a list that are shown."""

_COMMIT = 10
"""Digits of a commit that are shown."""


def verified_as_text(
    found: Verified, names: Mapping[PersonId, str], translator: Translator, width: int
) -> str:
    """Identical, or everything that differs, in lines of `width` characters."""
    parts = [
        _paragraph([_headline(found), _ground(found)], translator, width),
        *(_paragraph(part, translator, width) for part in (_files(found), _settings(found))),
        _paragraph(_conclusion(found), translator, width),
        _changes(found, names, translator, width),
        _paragraph(_left(found, names), translator, width),
    ]
    return "\n".join(part for part in parts if part)


def verified_as_json(found: Verified) -> str:
    """Everything by its name in `Verified`; scores are of 100000."""
    value = asdict(found) | {
        "receipt": receipt_path(*found.receipt),
        "identical": found.identical,
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _paragraph(lines: Sequence[Message], translator: Translator, width: int) -> str:
    """The first line, and the others below it."""
    return "".join(
        fill(
            visible(translator.text(line)),
            width,
            initial_indent="  " if position else "",
            subsequent_indent="    " if position else "  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        + "\n"
        for position, line in enumerate(lines)
    )


def _headline(found: Verified) -> Message:
    path = receipt_path(*found.receipt)
    if found.identical:
        return msg_n(
            "{receipt}: identical, {count} pair.",
            "{receipt}: identical, {count} pairs.",
            found.pairs,
            receipt=path,
        )
    return msg("{receipt}: differs.", receipt=path)


def _ground(found: Verified) -> Message:
    if found.commit is None:
        return msg("Worked out again from the files as they are now, without what the run wrote.")
    commit = found.commit[:_COMMIT]
    if found.exact:
        return msg(
            "Worked out again from the files of commit {commit}, before the receipt came in.",
            commit=commit,
        )
    return msg(
        "Worked out again from the files of commit {commit}, without what the run wrote.",
        commit=commit,
    )


def _files(found: Verified) -> Sequence[Message]:
    files = found.files
    lines = [
        *(msg("{path} has changed", path=path) for path in files.changed),
        *(msg("{path} is gone", path=path) for path in files.gone),
        *(msg("{path} goes in now and did not then", path=path) for path in files.added),
    ]
    if not lines:
        return ()
    heading = msg_n(
        "{count} file is not as it went in:", "{count} files are not as they went in:", len(lines)
    )
    return (heading, *_some(lines))


def _settings(found: Verified) -> Sequence[Message]:
    if not found.settings:
        return ()
    heading = msg("The program's file says otherwise today; the receipt's settings were taken:")
    if found.exact:
        heading = msg("The program's file says otherwise than the receipt:")
    return (heading, *_some([_setting(one) for one in found.settings]))


def _setting(setting: SettingChange) -> Message:
    return msg(
        "{key}: {recorded} in the receipt, {found} in the file",
        key=setting.key,
        recorded=setting.old or msg("nothing"),
        found=setting.new or msg("nothing"),
    )


def _conclusion(found: Verified) -> Sequence[Message]:
    return tuple(_sentences(found))


def _sentences(found: Verified) -> Iterator[Message]:
    if not found.same_digest and not found.lists_files:
        yield msg(
            "Something else goes in. The receipt does not list the files, so nobody can say what."
        )
    elif not found.same_digest and not found.files.number:
        yield msg("The day, the seed or the orders in the receipt were changed after the run.")
    if found.same_digest and not found.identical:
        yield msg(
            "The same goes in and something else comes out: the receipt was changed after the run, "
            "or another version wrote it."
        )
    if found.same_pairs and not found.same_digest:
        yield msg("The pairs that come out are the same.")
    if found.versions:
        recorded, own = found.versions
        yield msg(
            "Telemaco {recorded} wrote the receipt; this is {own}.", recorded=recorded, own=own
        )


def _changes(
    found: Verified, names: Mapping[PersonId, str], translator: Translator, width: int
) -> str:
    if not found.changes:
        return ""
    header = [translator.text(word) for word in (msg("Who"), msg("in the receipt"), msg("now"))]
    rows = [
        [
            visible(cell)
            for cell in (
                names.get(change.person, change.person),
                seat_words(change.old, names, translator),
                seat_words(change.new, names, translator),
            )
        ]
        for change in found.changes[:_FEW]
    ]
    more = _more(len(found.changes))
    return table(header, rows, width) + _paragraph(more, translator, width)


def _left(found: Verified, names: Mapping[PersonId, str]) -> Sequence[Message]:
    moved = {change.person for change in found.changes}
    left = [names.get(one, one) for one in found.left if one not in moved]
    if not left:
        return ()
    return (msg("Left out in one of the two only: {people}", people=", ".join(left[:_FEW])),)


def _some(lines: Sequence[Message]) -> Sequence[Message]:
    return (*lines[:_FEW], *_more(len(lines)))


def _more(number: int) -> Sequence[Message]:
    left = number - _FEW
    return (msg_n("and {count} more", "and {count} more", left),) if left > 0 else ()
