"""What is wrong with where a file lies, how it is called, or what it is."""

from datetime import date
from pathlib import PurePosixPath

from telemaco.findings import Finding, Location
from telemaco.messages import msg
from telemaco.model.similar import closest
from telemaco.ports import Obstacle
from telemaco.records.base import ID_LENGTH
from telemaco.records.layout import (
    COMMUNITY,
    RESERVED_PAIR_NAMES,
    SKILLS,
    Address,
    Kind,
    is_id,
)

MAXIMUM_SIZE = 64 * 1024
"""Bytes that a file may have."""


def obstacle(found: Obstacle) -> Finding:
    """The finding for something that cannot be read as a file."""
    where = Location(found.path, 1, 1)
    match found.reason:
        case "symbolic-link":
            return Finding(
                "symbolic-link",
                where,
                msg("this is a link to another file, which is not followed"),
                msg("Put the file itself here."),
            )
        case "too-large":
            return Finding(
                "file-too-large",
                where,
                msg(
                    "the file has {size} bytes; {most} are allowed",
                    size=found.size,
                    most=MAXIMUM_SIZE,
                ),
                msg("Move long texts, pictures or data elsewhere and link to them."),
            )
        case "folder" | "special-file":
            return Finding(
                "not-a-file",
                where,
                msg("a file should be here, not a folder"),
                msg("Rename or delete the folder."),
            )
        case "unreadable":
            return Finding(
                "unreadable-file",
                where,
                msg("the file cannot be opened"),
                msg("Check its permissions."),
            )


def unexpected(path: str) -> Finding:
    """The finding for a file that the layout does not have."""
    renamed = with_right_ending(path)
    if renamed != path:
        return Finding(
            "wrong-ending",
            Location(path, 1, 1),
            msg("data files end in .yaml"),
            msg("Rename it to {path}.", path=renamed),
        )
    meant = closest(path, (COMMUNITY, SKILLS))
    hint = msg("Did you mean {meant}?", meant=meant) if meant else None
    return Finding(
        "unexpected-file",
        Location(path, 1, 1),
        msg("no file of this name belongs here"),
        hint or msg("Delete it, or move it out of program/ and pairs/."),
    )


def with_right_ending(path: str) -> str:
    """The path, with the ending of data files if it has another one for data."""
    if path.endswith((".yml", ".json")):
        return str(PurePosixPath(path).with_suffix(".yaml"))
    return path


def badly_named(path: str, address: Address) -> Finding | None:
    """The finding for a file or folder whose name is no id or no date."""
    names = address.names
    if address.kind in {Kind.NOTE, Kind.SEALED_NOTE, Kind.RECEIPT}:
        day = names[2] if address.kind is not Kind.RECEIPT else names[1]
        if not _is_day(day):
            return Finding(
                "bad-date-in-name",
                Location(path, 1, 1),
                msg("{day} in the file's name is not in the calendar", day=day),
                msg("Name the file after the day of the session: year-month-day."),
            )
        names = names[:1] if address.kind is Kind.RECEIPT else names[:2]
    if address.kind is Kind.AGENDA:
        names = names[:1]
    for name in names:
        if not is_id(name) or (address.kind is Kind.PAIR and name in RESERVED_PAIR_NAMES):
            return _bad_name(path, name)
    return None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _bad_name(path: str, name: str) -> Finding:
    return Finding(
        "bad-name",
        Location(path, 1, 1),
        msg("{name} cannot be the name of a file or folder here", name=name),
        msg(
            "Use small letters without accents, digits and single hyphens, {most} characters at "
            "most: ada-lovelace.",
            most=ID_LENGTH,
        ),
    )
