"""What is said of somebody whose pair completed and who came to none of its sessions."""

from telemaco.messages import msg
from telemaco.usecases.decisions import LeftOut
from telemaco.usecases.members import Place


def never_there(place: Place) -> LeftOut:
    """That nothing but a decision ends their place, and how to take it."""
    return LeftOut(
        place.person,
        msg(
            "was absent from every session, by the notes, so the place is not completed. If the "
            "notes are wrong, correct them; else: telemaco accept {program} {person} --as "
            "withdrawn",
            program=place.enrolment.program,
            person=place.person,
        ),
    )
