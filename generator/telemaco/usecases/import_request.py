"""What an import is asked to do."""

from dataclasses import dataclass
from datetime import date

from telemaco.records.base import ProgramId
from telemaco.records.program import Role
from telemaco.tables.columns import Table
from telemaco.tables.mapping import ColumnMap


@dataclass(frozen=True, slots=True)
class Request:
    """A table and how it is to be understood; `today` counts for rows without a date.

    `enrols_earlier` is whether answers for an earlier program enrol people, too.
    """

    table: Table
    map: ColumnMap
    program: ProgramId
    role: Role | None
    today: date
    enrols_earlier: bool = False
