"""What is wrong with where a file lies, how it is called, or what it is."""

from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from telemaco.findings import Finding, Location
from telemaco.loading.meant import (
    file_meant,
    hides_its_ending,
    is_in_a_pair,
    is_one_too_high,
    note_meant,
    right_folder,
    with_right_ending,
)
from telemaco.messages import Message, msg
from telemaco.ports import Obstacle
from telemaco.records.base import ID_LENGTH, YEARS, is_within_reach
from telemaco.records.layout import (
    FOLDERS,
    RESERVED_PAIR_NAMES,
    SUBFOLDERS,
    Address,
    Kind,
    as_id,
    is_id,
    maximum_size,
)

_DAY_LENGTH = len("2027-02-03")


def obstacle(found: Obstacle) -> Finding:
    """The finding for something that cannot be read as a file."""
    code, message, hint = _OBSTACLES[found.reason]
    sizes = {"size": found.size, "most": maximum_size(found.path)}
    facts = sizes if found.reason == "too-large" else {}
    return Finding(code, Location(found.path, 1), replace(message, facts=facts), hint)


_OBSTACLES = {
    "symbolic-link": (
        "symbolic-link",
        msg("this is a link to something else, which is not followed"),
        msg("Put the file or folder itself here."),
    ),
    "too-large": (
        "file-too-large",
        msg("the file has {size} bytes; {most} are allowed"),
        msg("Move long texts, pictures or data elsewhere and link to them."),
    ),
    "folder": (
        "not-a-file",
        msg("a file should be here, not a folder"),
        msg("Rename or delete the folder."),
    ),
    "special-file": (
        "not-a-file",
        msg("this is a pipe or a device, not a file with text"),
        msg("Delete it."),
    ),
    "unreadable": (
        "unreadable-file",
        msg("it cannot be opened"),
        msg("Check who may read it (its permissions)."),
    ),
}
"""By the reason: the code, what is wrong, what to do."""


def unexpected(path: str) -> Finding:
    """The finding for a file that the layout does not have."""
    where = Location(path, 1)
    if path in _ALL_FOLDERS:
        return Finding(
            "not-a-folder",
            where,
            msg("a folder should be here, not a file"),
            msg("Rename or delete the file."),
        )
    meant = file_meant(path)
    folder = path.rpartition("/")[0]
    if right_folder(folder) != folder:
        return _misnamed_folder(folder)
    if meant == with_right_ending(path) != path:
        return Finding(
            "wrong-ending",
            where,
            msg("data files end in .yaml"),
            _without_ending(path, msg("Rename it to {path}.", path=_with_id(meant))),
        )
    return Finding(
        "unexpected-file", where, msg("no file of this name belongs here"), _where_to(path, meant)
    )


def _with_id(path: str) -> str:
    """The path with what an id of the file's name would be, so that one renaming does."""
    folder, _, name = path.rpartition("/")
    stem, dot, ending = name.rpartition(".")
    return f"{folder}/{as_id(stem) or stem}{dot}{ending}".removeprefix("/")


def _where_to(path: str, meant: str) -> Message:
    if meant != path and meant == note_meant(path):
        return _without_ending(
            path, msg("If it is a session note, rename it to {path}: year, month, day.", path=meant)
        )
    if meant != path:
        return msg("Did you mean {meant}?", meant=meant)
    if path.endswith((".md", ".txt")) and is_in_a_pair(path):
        return msg(
            "If it is a session note, name it after its day, e.g. 2027-02-03.md; else move it out "
            "of pairs/."
        )
    if is_one_too_high(path):
        return msg(
            "Move a person into program/people/, a program into program/programs/, a survey into "
            "program/surveys/; else delete it, or move it out of program/ and pairs/."
        )
    return msg("Delete it, or move it out of program/ and pairs/.")


def _without_ending(path: str, advice: Message) -> Message:
    """The advice; with the reason, where an ending was put on that people may not see."""
    if not hides_its_ending(path):
        return advice
    return msg(
        "{advice} If you see no {ending} there: Windows hides it, until you choose View, Show, "
        "File name extensions in the folder's window.",
        advice=advice,
        ending=PurePosixPath(path).suffix,
    )


def _misnamed_folder(folder: str) -> Finding:
    """The finding for a folder of another name than the layout has; one for all its files."""
    wrong, right = folder.split("/"), right_folder(folder).split("/")
    depth = max(step for step in range(len(wrong)) if wrong[step] != right[step]) + 1
    return Finding(
        "unexpected-folder",
        Location("/".join(wrong[:depth]), 1),
        msg("no folder of this name belongs here, so what is in it would be overlooked"),
        msg("Rename it to {path}.", path="/".join(right[:depth])),
    )


_ALL_FOLDERS = frozenset((*FOLDERS, *SUBFOLDERS))


def badly_named(path: str, address: Address) -> Finding | None:
    """The finding for a file or folder whose name is no id or no date."""
    day = _bad_day_of(address)
    if day:
        return _bad_day(path, day)
    if address.kind is Kind.PAIR and address.names[1] in RESERVED_PAIR_NAMES:
        return _reserved(path, address.names[1])
    names = address.names[: _IDS.get(address.kind)]
    return next((_bad_name(path, name) for name in names if not is_id(name)), None)


def well_named(path: str, address: Address) -> str | None:
    """The path with ids for names; None where no ids or no day can be made of them."""
    bad = [name for name in address.names[: _IDS.get(address.kind)] if not is_id(name)]
    if _bad_day_of(address) or not all(map(as_id, bad)):
        return None
    for name in bad:
        path = _renamed(path, name)
    return path


_IDS = {Kind.NOTE: 2, Kind.SEALED_NOTE: 2, Kind.RECEIPT: 1, Kind.AGENDA: 1}
"""How many names of a path are ids, where not all of them are."""


def _bad_day_of(address: Address) -> str | None:
    """The day in the file's name, if there is no such day."""
    match address.kind:
        case Kind.NOTE | Kind.SEALED_NOTE:
            day = name = address.names[2]
        case Kind.RECEIPT:
            # The second receipt of a day and those after it have a number: 2027-02-03-2.
            name = address.names[1]
            day = name[:_DAY_LENGTH]
        case _:
            return None
    return None if _is_day(day) else name


def _is_day(text: str) -> bool:
    try:
        return is_within_reach(date.fromisoformat(text))
    except ValueError:
        return False


def _bad_day(path: str, day: str) -> Finding:
    return Finding(
        "bad-date-in-name",
        Location(path, 1),
        msg(
            "{day} in the file's name is not a day of the years {first} to {last}",
            day=day,
            first=YEARS[0],
            last=YEARS[1],
        ),
        msg("Name the file after its day, in the order year, month, day."),
    )


def _reserved(path: str, name: str) -> Finding:
    return Finding(
        "bad-name",
        Location(path, 1),
        msg("a pair cannot be called {name}: the folder is kept for something else", name=name),
        msg("Rename the folder after the pair's members."),
    )


def _bad_name(path: str, name: str) -> Finding:
    hint = (
        msg("Rename it to {path}.", path=_renamed(path, name))
        if as_id(name)
        else msg("Use small letters without accents, digits and single hyphens: ada-lovelace.")
    )
    return Finding(
        "bad-name",
        Location(path, 1),
        msg(
            '"{name}" is not made of small letters, digits and single hyphens, {most} at most',
            name=name,
            most=ID_LENGTH,
        ),
        hint,
    )


def _renamed(path: str, name: str) -> str:
    """The path with what an id of the name would be in its place."""
    return "/".join(
        as_id(name) + step.removeprefix(name) if f"{step}.".startswith(f"{name}.") else step
        for step in path.split("/")
    )
