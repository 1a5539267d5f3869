from telemaco.forms.chosen import chosen
from telemaco.forms.joining import join_as_mentee
from telemaco.forms.problem import Unread
from telemaco.forms.values import Choice
from tests.forms.words import say
from tests.submissions.workshop import FILES, PERSON, community


def test_only_mentors_whose_name_is_public_are_suggested_to_mentees() -> None:
    hidden = FILES[PERSON.format("verrocchio")].replace("[name, offers]", "[offers]")
    form = join_as_mentee(community({PERSON.format("verrocchio"): hidden}))
    prefers = next(one for one in form.fields if one.id == "prefers")
    assert isinstance(prefers, Choice)

    found = chosen(prefers, say, "nobody at all")

    assert isinstance(found, Unread)
    assert found.hint is not None
    assert say(found.hint) == "Write one of these: botticelli."
    assert chosen(prefers, say, "Andrea del Verrocchio\n@filippino") == ("verrocchio", "filippino")
