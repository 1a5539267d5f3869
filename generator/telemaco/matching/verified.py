"""What became of a receipt when its matching was worked out again, as a value."""

from dataclasses import dataclass

from telemaco.matching.seats import SeatChange
from telemaco.matching.settings import SettingChange
from telemaco.model.community import ReceiptId
from telemaco.records.base import PersonId


@dataclass(frozen=True, slots=True)
class Files:
    """The files whose fingerprint differs, by what became of them since the run."""

    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.changed) + len(self.gone) + len(self.added)


@dataclass(frozen=True, slots=True)
class Verified:
    """A receipt beside what the same matching gives when it is worked out again.

    `commit` is the one whose files were taken, None for the files as they lie there. It is
    `exact` when that commit does not have the receipt yet, so that nothing had to be taken back.
    `settings` are those that the program's file says otherwise than the receipt. `lists_files`
    says that the receipt tells which files went in. `left` are those who are left
    out in one of the two only; `versions` are the receipt's and ours, when they differ.
    """

    receipt: ReceiptId
    pairs: int
    commit: str | None
    exact: bool
    lists_files: bool
    same_digest: bool
    same_pairs: bool
    files: Files
    settings: tuple[SettingChange, ...]
    changes: tuple[SeatChange, ...]
    left: tuple[PersonId, ...]
    versions: tuple[str, str] | None

    @property
    def identical(self) -> bool:
        """Whether the same went in and the same came out."""
        return self.same_digest and self.same_pairs and not self.left
