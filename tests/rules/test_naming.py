from telemaco.rules.references_of_people import coordinators, programs_of_enrolments, skills
from tests.rules.workshop import COSIMO, SETTINGS, SKILLS, edited, hints, written


def test_name_with_a_slip_is_guessed() -> None:
    assert hints(coordinators, edited(SETTINGS, ("[cosimo]", "[cosmio]"))) == [
        "Did you mean cosimo?"
    ]


def test_name_is_guessed_where_the_file_has_a_fault() -> None:
    broken = {"program/people/michelangelo.yaml": "name: [\n"}
    settings = edited(SETTINGS, ("[cosimo]", "[michelangeloo]"))

    assert hints(coordinators, settings, broken) == ["Did you mean michelangelo?"]


def test_program_is_guessed_where_its_file_has_a_fault() -> None:
    broken = {"program/programs/autumn.yaml": "title: [\n"}
    place = "enrolments: [{program: autum, role: mentor, status: applied}]"
    person = edited(COSIMO, ("enrolments: []", place))

    assert hints(programs_of_enrolments, person, broken) == ["Did you mean autumn?"]


def test_skill_is_known_by_its_label() -> None:
    vocabulary = {SKILLS: "- {id: painting, label: {en: Painting, it: Pittura}}\n"}

    told = hints(skills, vocabulary, edited(COSIMO, _offer("pittura")))

    assert "Write painting." in told


def test_few_names_are_listed_when_none_is_like_it() -> None:
    assert hints(coordinators, edited(SETTINGS, ("[cosimo]", "[xyz]"))) == [
        (
            "Correct the name, or add the file program/people/xyz.yaml. "
            "Known names: cosimo, leonardo or verrocchio."
        )
    ]


def test_many_names_are_not_listed() -> None:
    many = "".join(f"- {{id: skill-{number}, label: Skill}}\n" for number in range(9))

    told = hints(skills, {SKILLS: written(SKILLS) + many}, edited(COSIMO, _offer("xyz")))

    assert told == ["Choose an id of program/skills.yaml, or add the skill there."]


def test_program_without_any_like_it_is_to_be_added() -> None:
    place = "enrolments: [{program: xyz, role: mentor, status: applied}]"

    assert hints(programs_of_enrolments, edited(COSIMO, ("enrolments: []", place))) == [
        "Correct the name, or add the file program/programs/xyz.yaml. Known names: workshop."
    ]


def _offer(skill: str) -> tuple[str, str]:
    return ("enrolments: []", f"offers: [{{skill: {skill}}}]\nenrolments: []")
