from datetime import date

import pytest

from telemaco.model.community import Community
from telemaco.model.retention import due_people
from tests.fakes import SETTINGS, community
from tests.progress.atelier import ACTIVE, person

PAIR = "pairs/atelier/verrocchio-leonardo/pair.yaml"
LEFT = person("mentee", "withdrawn").replace(
    "withdrawn}", "withdrawn, since: 2027-01-05, until: 2027-01-31}"
)


def _people(**people: str) -> Community:
    return community(
        {
            "program/community.yaml": SETTINGS + "privacy: {retention_months: 1}\n",
            **{f"program/people/{name}.yaml": text for name, text in people.items()},
        }
    )


@pytest.mark.parametrize(
    ("today", "due"),
    [(date(2027, 2, 28), []), (date(2027, 3, 1), [("leonardo", date(2027, 1, 31))])],
)
def test_time_is_over_a_day_after_a_month_that_is_shorter(
    today: date, due: list[tuple[str, date]]
) -> None:
    found = due_people(_people(leonardo=LEFT), today)

    assert [(one.person, one.last) for one in found] == due


def test_who_was_forgotten_takes_part_or_coordinates_is_left_out() -> None:
    people = {
        "former-1a": LEFT,
        "verrocchio": person("mentor", "accepted"),
        "cosimo": LEFT,
        "leonardo": LEFT,
    }

    found = due_people(_people(**people), date(2030, 1, 1))

    assert [one.person for one in found] == ["leonardo"]


def test_the_last_day_of_a_pair_counts() -> None:
    over = ACTIVE.replace("active", "completed") + "end: 2027-06-30\n"
    found = community(
        {
            "program/community.yaml": SETTINGS + "privacy: {retention_months: 1}\n",
            "program/people/leonardo.yaml": LEFT,
            PAIR: over,
        }
    )

    assert [one.last for one in due_people(found, date(2030, 1, 1))] == [date(2027, 6, 30)]
