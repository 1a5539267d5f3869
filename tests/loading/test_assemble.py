from telemaco.loading.assemble import LateSession, session_of
from telemaco.loading.file import Entry, read_file
from telemaco.records.layout import address_of

PATH = "pairs/bottega/verrocchio-leonardo/2027-03-08-2.md"
TEXT = "---\nstatus: held\nminutes: 60\n---\nWe looked at drapery.\n"


def _entry() -> Entry:
    address = address_of(PATH)
    assert address is not None
    entry = read_file(PATH, address, TEXT)
    assert isinstance(entry, Entry)
    return entry


def test_a_late_session_is_the_session_of_its_file() -> None:
    plain = session_of("2027-03-08", "2", _entry())

    late = LateSession("2027-03-08", "2", _entry)

    assert (late.id, late.day, late.note, late.body) == (
        plain.id,
        plain.day,
        plain.note,
        plain.body,
    )
    assert late == plain
    assert plain == late
    assert late == LateSession("2027-03-08", "2", _entry)
    assert late != LateSession("2027-03-08", "", _entry)
    assert repr(late) == repr(plain)


def test_its_file_is_read_once_and_not_before_somebody_asks() -> None:
    read: list[Entry] = []

    def entry() -> Entry:
        read.append(_entry())
        return read[-1]

    late = LateSession("2027-03-08", "2", entry)
    assert (late.id.number, late.day.month, read) == (2, 3, [])

    assert late.note.minutes == 60
    assert late.body.strip() == "We looked at drapery."
    assert len(read) == 1
