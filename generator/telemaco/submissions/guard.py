"""What a form may write: the files of people, of pairs, their notes and answers, nothing else."""

from telemaco.records.layout import RESERVED_PAIR_NAMES, Kind, address_of, is_id


def is_writable(path: str) -> bool:
    """Whether a form may write the file: one of the layout, below names that are ids."""
    address = address_of(path)
    if address is None:
        return False
    match address.kind, address.names:
        case (Kind.PERSON, names) | (Kind.ANSWER, names):
            return all(is_id(name) for name in names)
        case (Kind.PAIR, (program, pair)) | (Kind.NOTE, (program, pair, _, _)):
            return is_id(program) and is_id(pair) and pair not in RESERVED_PAIR_NAMES
        case _:
            return False
