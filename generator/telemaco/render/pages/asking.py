"""How to ask somebody to be one's mentor: the programs they mentor in, and the doors to those."""

from dataclasses import dataclass

from telemaco.messages import Message
from telemaco.render.pages import words
from telemaco.render.pages.addresses import HANDBOOK, program_address
from telemaco.render.pages.applying import (
    Door,
    doors,
    state_of_applications,
    takes_applications,
)
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.mentors import Mentor

_FOR_MENTEES = f"{HANDBOOK}mentees/"


@dataclass(frozen=True, slots=True)
class Place:
    """A program somebody mentors in: its page, and whether one can apply.

    `room` is None where it is not told, and while nobody can apply.
    """

    program: str
    page: str
    format: Message
    room: int | None
    state: Message


@dataclass(frozen=True, slots=True)
class Asking:
    """How to ask a mentor.

    `door` is the form for mentees, or what stands in its place; None while no program of theirs
    takes anybody. `guide` is the handbook's page for mentees, empty where there is none.
    `has_open_ones` is whether other programs take people.
    """

    places: tuple[Place, ...]
    door: Door | None
    guide: str
    has_open_ones: bool

    @property
    def has_room(self) -> bool | None:
        """Whether the mentor takes somebody where one can apply; None if that is not told."""
        known = [place.room for place in self.places if place.room is not None]
        return any(known) if known else None


def asking(edition: Edition, mentor: Mentor) -> Asking:
    """How to ask a mentor of the directory."""
    programs = edition.community.programs
    taking = [program for program, _room in mentor.rooms if takes_applications(edition, program)]
    return Asking(
        tuple(
            Place(
                edition.text(programs[program].title),
                program_address(program),
                words.PROGRAM_KIND[programs[program].kind],
                room if program in taking else None,
                state_of_applications(edition, program),
            )
            for program, room in mentor.rooms
        ),
        next(iter(doors(edition, taking)), None),
        _FOR_MENTEES if _FOR_MENTEES in edition.handbook else "",
        any(takes_applications(edition, program) for program in programs),
    )
