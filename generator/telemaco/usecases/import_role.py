"""What everybody of a table joins as, where no column says it."""

from telemaco.model.community import Community
from telemaco.model.program_steps import can_apply
from telemaco.records.program import ProgramKind, Role


def role_of_all(community: Community, program: str | None, role: Role | None) -> Role | None:
    """The role that was chosen; else peer where the program is a circle; None if nobody knows.

    Without a program those that take people count: they may be circles, all of them.
    """
    named = [one for name, one in community.programs.items() if name == program]
    joined = named if program else [*filter(can_apply, community.programs.values())]
    are_circles = bool(joined) and all(one.kind is ProgramKind.PEER_CIRCLE for one in joined)
    return role or (Role.PEER if are_circles else None)
