from datetime import date

from telemaco.reminders.letters import Letter
from telemaco.reminders.memory import Memory
from telemaco.reminders.of_pairs import of_pair
from telemaco.reminders.question import Question
from telemaco.reminders.values import CheckInKind
from telemaco.render.check_ins.places import Place
from tests.progress.atelier import ACTIVE, PAIR, PROGRAM
from tests.reminders.on_forge import workshop
from tests.render.check_ins.workshop import NAMED, letters

FORMS = frozenset({"accept-the-agreement.yml", "accept-the-agreement-it.yml"})
PLACE = Place("example/mentoring", forms=FORMS)
DAY = date(2027, 1, 20)
AGREED = "agreement: {version: '1', accepted: {leonardo: 2027-01-05, verrocchio: 2027-01-05}"
REVIEW = ACTIVE + AGREED + ", review_on: 2027-01-10}\n"


def _text(pair: str, kind: CheckInKind, place: Place | None = PLACE, program: str = PROGRAM) -> str:
    """A check-in of that kind."""
    community = workshop(pair=pair, program=program, more=NAMED)
    found: Question = next(one for one in of_pair(community, PAIR, DAY) if one.key.kind is kind)
    return letters(community, DAY, place).check_in(Letter(found.key, found, (), Memory())).text


def test_check_in_leads_to_the_form_by_which_the_agreement_is_accepted() -> None:
    text = _text(ACTIVE, CheckInKind.FIRST_MEETING)

    assert "non è ancora accettato da Andrea del Verrocchio e Leonardo da Vinci" in text
    assert (
        "issues/new?template=accept-the-agreement-it.yml&title=atelier%2Fverrocchio-leonardo"
        "&pair=atelier%2Fverrocchio-leonardo"
    ) in text


def test_check_in_names_only_who_has_not_accepted() -> None:
    half = ACTIVE + "agreement: {version: '1', accepted: {leonardo: 2027-01-05}}\n"

    assert "accettato da Andrea del Verrocchio:" in _text(half, CheckInKind.FIRST_MEETING, None)


def test_check_in_is_silent_once_all_have_accepted() -> None:
    assert "accettato" not in _text(ACTIVE + AGREED + "}\n", CheckInKind.FIRST_MEETING)


def test_informal_program_is_not_asked_for_it() -> None:
    informal = PROGRAM.replace("style: formal", "style: informal")

    assert "accettato" not in _text(ACTIVE, CheckInKind.FIRST_MEETING, program=informal)


def test_next_day_for_the_agreement_is_named_in_the_form_or_in_the_file() -> None:
    assert "template=accept-the-agreement-it.yml" in _text(REVIEW, CheckInKind.AGREEMENT)
    assert "review_on" in _text(REVIEW, CheckInKind.AGREEMENT, Place("example/mentoring"))
