"""Check-ins as people get them, compared whole: read them aloud when they change."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from telemaco.model.community import Community
from telemaco.records.base import PersonId
from telemaco.reminders.digest import Digest
from telemaco.reminders.letters import Letter
from telemaco.reminders.memory import End, Memory, Wish
from telemaco.reminders.of_pairs import of_pair
from telemaco.reminders.of_people import of_person
from telemaco.reminders.question import Question
from telemaco.reminders.values import CheckInKind, Stage
from telemaco.render.check_ins.places import Place
from tests.progress.atelier import ACTIVE, FACTS, PAIR, PROGRAM
from tests.reminders.on_forge import workshop
from tests.render.check_ins.workshop import DAY, FULL_PROGRAM, bodies, full, letters

EXPECTED = Path(__file__).parent / "expected"


def _compare(name: str, texts: list[str], *, bless: bool) -> None:
    path = EXPECTED / name
    actual = "\n---------------------------------------\n\n".join(texts)
    if bless:
        path.parent.mkdir(exist_ok=True)
        path.write_text(actual)
    assert actual == path.read_text(), f"{path}: read the difference, then pytest --bless"


@pytest.mark.parametrize(
    ("name", "is_private", "is_english"),
    [
        ("public-italian.md", False, False),
        ("public-english.md", False, True),
        ("private-english.md", True, True),
    ],
)
def test_silence_reads_as_expected(
    name: str, *, is_private: bool, is_english: bool, bless: bool
) -> None:
    community = full(is_private=is_private, is_english=is_english)

    texts = bodies(community, DAY, DAY + timedelta(days=7), DAY + timedelta(days=14))

    _compare(name, texts, bless=bless)


def _questions() -> Iterator[tuple[Community, Question]]:
    """One question of each kind that has issues."""
    community = full(is_english=True)
    review = ACTIVE + "agreement: {version: v1, review_on: 2027-01-10}\n"
    seen: set[CheckInKind] = set()
    for pair, day in [
        (ACTIVE, date(2027, 1, 14)),
        (ACTIVE + "expected_end: 2027-01-20\n", date(2027, 1, 21)),
        (review, date(2027, 6, 2)),
        (FACTS + "status: proposed\nstart: 2027-01-04\n", date(2027, 2, 1)),
    ]:
        found = workshop(pair=pair, program=FULL_PROGRAM)
        for question in of_pair(found, PAIR, day):
            if question.key.kind not in seen:
                seen.add(question.key.kind)
                yield found, question
    person = PersonId("verrocchio")
    later = date(2027, 7, 10)
    yield from ((community, question) for question in of_person(community, person, later))


def test_each_kind_reads_as_expected(*, bless: bool) -> None:
    texts = []
    for community, question in _questions():
        written = letters(community).check_in(Letter(question.key, question, (), Memory()))
        texts.append(f"{written.title}\n\n{written.text}\n")

    _compare("kinds.md", texts, bless=bless)


@pytest.mark.parametrize(
    ("memory", "says"),
    [
        (Memory(until=date(2027, 3, 1)), "Put off until 1 March 2027."),
        (Memory(wish=Wish.PAUSE), "You asked for a break."),
        (Memory(wish=Wish.STOP), "You want to end."),
        (Memory(end=End.SKIPPED), "Left out, as you asked."),
        (Memory(end=End.DONE), "Done, as you say."),
        (Memory(end=End.ASIDE), "Set aside for now."),
        (Memory(stage=Stage.ESCALATE), "The coordinators see this, too, and are glad to help."),
    ],
)
def test_issue_says_how_it_stands(memory: Memory, says: str) -> None:
    community = full(is_english=True)
    question = next(iter(of_pair(community, PAIR, DAY)))

    text = letters(community).check_in(Letter(question.key, question, (), memory)).text

    assert f"\n\n> {says}" in text


def test_commands_are_explained_in_the_pairs_language() -> None:
    community = full()
    question = next(iter(of_pair(community, PAIR, DAY)))

    text = letters(community).explanation(Letter(question.key, question, (), Memory()))

    assert "`/snooze 2w`" in text
    assert "all'inizio di una riga" in text


@pytest.mark.parametrize(
    ("is_english", "forms", "template"),
    [
        (True, {"session-note.yml"}, "session-note.yml"),
        (True, {"session-note.yml", "session-note-en.yml"}, "session-note-en.yml"),
        (False, {"session-note.yml", "session-note-en.yml"}, "session-note.yml"),
        (False, {"session-note.yml", "session-note-it.yml"}, "session-note-it.yml"),
    ],
)
def test_form_in_the_pairs_language_is_used_where_there_is_one(
    forms: set[str], template: str, *, is_english: bool
) -> None:
    community = full(is_english=is_english)
    place = Place("example/mentoring", forms=frozenset(forms))

    text = bodies(community, DAY, place=place)[0]

    assert (
        f"https://github.com/example/mentoring/issues/new?template={template}"
        "&title=atelier%2Fverrocchio-leonardo%202027-01-31"
        "&pair=atelier%2Fverrocchio-leonardo&date=2027-01-31&minutes=60" in text
    )


def test_without_a_repository_the_folder_is_named() -> None:
    texts = bodies(full(is_english=True), DAY, DAY + timedelta(days=14), place=None)

    assert "put a note into `pairs/atelier/verrocchio-leonardo/`" in texts[0]
    assert "http" not in texts[1]


def test_news_are_told_in_the_communitys_first_language() -> None:
    assert "Something new waits for you." in letters(full()).news(Digest((), ()))


def test_where_nothing_can_be_put_off_nobody_offers_it() -> None:
    program = PROGRAM.replace("  ladder:", "  snooze_maximum_days: 0\n  ladder:")
    community = workshop(program=program)
    question = next(iter(of_pair(community, PAIR, DAY)))

    text = letters(community).explanation(Letter(question.key, question, (), Memory()))

    assert "/snooze" not in text


@pytest.mark.parametrize(
    ("is_private", "says"), [(True, "Draw ten hands"), (False, "Something you wanted to do.")]
)
def test_overdue_action_is_told_along_in_private_only(says: str, *, is_private: bool) -> None:
    community = full(is_private=is_private, is_english=True)
    questions = {asked.key.kind: asked for asked in of_pair(community, PAIR, DAY)}
    milestone, action = questions[CheckInKind.MILESTONE], questions[CheckInKind.ACTION]

    text = letters(community).check_in(Letter(milestone.key, milestone, (action,), Memory())).text

    assert "Also open:\n- " in text
    assert says in text


def test_pair_of_which_little_is_known_gets_a_short_issue() -> None:
    community = workshop()
    question = next(iter(of_pair(community, PAIR, DAY)))

    text = letters(community).check_in(Letter(question.key, question, (), Memory())).text

    assert text.count("###") == 1
    assert "**Il primo incontro**" in text
    assert "Dove" not in text
