from telemaco.records.layout import Kind
from telemaco.records.order import shape_of


def test_keys_come_in_the_order_of_the_record() -> None:
    keys = list(shape_of(Kind.PERSON).keys)

    assert keys[:4] == ["name", "pronouns", "github", "timezone"]
    assert keys[-1] == "paused_until"


def test_maps_inside_have_their_order_under_the_names_that_files_use() -> None:
    person = shape_of(Kind.PERSON)

    assert list(person.keys["availability"].keys) == ["days", "from", "to"]
    assert list(person.keys["languages"].keys) == []


def test_list_of_records_has_the_order_of_each() -> None:
    skills = shape_of(Kind.SKILLS)

    assert skills.each is not None
    assert list(skills.each.keys) == ["id", "label", "group", "aliases", "related"]
