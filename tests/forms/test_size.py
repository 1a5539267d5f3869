"""A form stays usable in a community with very many skills, programs or people."""

import pytest

from telemaco.forms.catalogue import forms_of
from telemaco.forms.choosing import MOST_BYTES, MOST_OPTIONS, size
from telemaco.forms.values import Choice, Form, Told
from telemaco.messages import LanguageName, Worded
from telemaco.model.community import Community
from tests.fakes import community
from tests.forms.communities import program


def _skills(count: int, *, groups: int = 1, label: str = "Skill {}") -> str:
    grouped = ", group: Group {}" if groups else ""
    return "".join(
        f"- {{id: s{n}, label: '{label.format(n)}'{grouped.format(n % (groups or 1))}}}\n"
        for n in range(count)
    )


def _fields(found: Community, form: str, prefix: str) -> list[Choice]:
    [wanted] = [one for one in forms_of(found) if one.name == form]
    return [
        field
        for field in wanted.fields
        if isinstance(field, Choice) and field.id.startswith(prefix)
    ]


@pytest.mark.parametrize(
    ("skills", "listed"),
    [
        (_skills(MOST_OPTIONS), 1),
        (_skills(MOST_OPTIONS + 1), 0),
        (_skills(3 * MOST_OPTIONS, groups=3), 3),
        (_skills(1352, groups=0), 0),
        (_skills(90, label="{} " + "x" * (MOST_BYTES // 90)), 0),
    ],
)
def test_many_skills_are_written_and_few_are_listed(skills: str, listed: int) -> None:
    fields = _fields(community({"program/skills.yaml": skills}), "join-as-mentor", "offers-")

    assert [field.is_written for field in fields] == [False] * listed or [True]
    assert sum(not field.is_written for field in fields) == listed


def test_label_is_as_long_as_in_the_language_in_which_it_is_longest() -> None:
    assert size(Worded((("en", "Art"), ("it", "Arte")))) == size("Arte") == size("Art") + 1
    assert size(LanguageName("it")) > size("Italian")


def test_community_without_skills_asks_for_none() -> None:
    assert _fields(community({}), "join-as-mentor", "offers-") == []


def test_many_programs_are_written_and_not_told() -> None:
    found = community({f"program/programs/p{n}.yaml": program(f"P {n}") for n in range(101)})

    [field] = _fields(found, "join-as-mentor", "program")
    assert field.is_written
    assert "What you can join:" not in _told(_form(found))


def test_program_says_when_to_apply_and_what_it_asks_for() -> None:
    days = {
        "a": "",
        "b": ", applications_open: 2027-01-01",
        "c": ", applications_close: 2027-02-01",
        "d": ", applications_open: 2027-01-01, applications_close: 2027-02-01",
    }
    asked = "eligibility: {mentor: [I have time.]}\n"
    found = community(
        {
            f"program/programs/{name}.yaml": program(name.upper(), dates=dates) + asked
            for name, dates in days.items()
        }
    )

    told = _told(_form(found))
    assert "**A**: Half a year." in told
    assert "**B**: Half a year. Apply from 2027-01-01 on." in told
    assert "**C**: Half a year. Apply by 2027-02-01." in told
    assert "**D**: Half a year. Apply from 2027-01-01 to 2027-02-01." in told
    assert "Who applies for A agrees to this:\nI have time." in told


def _form(found: Community) -> Form:
    return next(one for one in forms_of(found) if one.name == "join-as-mentor")


def _told(form: Form) -> str:
    paragraphs = [item for item in form.items if isinstance(item, Told)]
    return "\n".join(str(text) for told in paragraphs for text in (told.text, *told.points))
