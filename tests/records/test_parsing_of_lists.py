from telemaco.records.pair import Pair
from telemaco.records.parsing import parse


def test_list_is_not_called_too_short_because_an_entry_was_refused() -> None:
    members = [{"person": "a", "role": "mntor"}, {"person": "b", "role": "mentee"}]

    faults = parse(Pair, {"members": members, "status": "active", "start": "2027-01-10"})

    assert isinstance(faults, tuple)
    assert [(fault.type, fault.route) for fault in faults] == [("enum", ("members", 0, "role"))]
