import json
from collections.abc import Sequence
from datetime import date

from telemaco.adapters.translations import Catalog
from telemaco.matching.propose import propose
from telemaco.matching.result import Match
from telemaco.records.base import PersonId, ProgramId, SkillId
from telemaco.render.matches.json import as_json
from telemaco.render.matches.names import Names
from telemaco.render.matches.text import as_text
from tests.fakes import community
from tests.matching.texts import pair, person, program

ENGLISH = Catalog("en")
NOBODY = Names({})

EXPECTED = """\
spring, 1 February 2027: 1 pair proposed, for 1 of 2 mentees who wait for a
mentor, with 2 mentors who have room.
Note: No two who could meet both name goals or values, so these do not count.
Note: No two who could meet both name free hours, so these do not count.
Note: No two who could meet both describe their approach, so it does not count.
Note: No two who could meet both name years of experience: they do not count.
Note: Nobody asks for anybody, so wishes do not count.

                                          skills languages
Mentor              Mentee          Score    /50       /50
──────────────────────────────────────────────────────────
Reincken the Elder  Bach the Elder    100     50        50

Reincken the Elder (reincken) - Bach the Elder (bach): 100
  skills     high       50 / 50   Fugue
  languages  required   50 / 50   Italian (native)
  Next for Bach the Elder: Sala the Elder 50

1 mentee without a mentor:
  Abel the Elder: 2 without a common language
      The closest, Person: no common language: Person speaks German, Person
        Italian

1 mentor without a mentee:
  Sala the Elder: 1 mentee fits and is with somebody else

Not considered:
  Hummel the Elder: paused until 1 April 2027

Each of these would give one more person a mentor:
  a new mentor for Fugue who speaks German, in the time zone of Rome
"""

EVENING = "availability: [{days: [mon], from: '18:00', to: '20:00'}]\n"


def _match(extra: str = "", kind: str = "one-to-one", **people: str) -> Match:
    files = {f"program/people/{name}.yaml": text for name, text in people.items()}
    files["program/programs/spring.yaml"] = program(extra).replace("one-to-one", kind)
    files["program/skills.yaml"] = "- {id: fugue, label: Fugue}\n- {id: organ, label: Organ}\n"
    return propose(community(files), ProgramId("spring"), date(2027, 2, 1), "spring")


def _names(people: Sequence[str]) -> Names:
    return Names(
        {PersonId(one): f"{one.title()} the Elder" for one in people}, {SkillId("fugue"): "Fugue"}
    )


def test_few_pairs_are_explained() -> None:
    found = _match(
        bach=person("mentee", seeks=["fugue"]),
        abel=person("mentee", languages="{de: native}", seeks=["fugue"]),
        hummel=person("mentee") + "paused_until: 2027-04-01\n",
        reincken=person("mentor", offers=["fugue"]),
        sala=person("mentor"),
    )

    text = as_text(found, _names(["abel", "bach", "hummel", "reincken", "sala"]), ENGLISH, 80)

    assert text == EXPECTED


def test_groups_list_their_mentees_below_the_mentor() -> None:
    found = _match(
        kind="group", bach=person("mentee"), cima=person("mentee"), dove=person("mentor")
    )

    text = as_text(found, NOBODY, ENGLISH, 80)

    assert "1 group proposed, for 2 of 2 mentees" in text
    assert "\ndove    bach      100  /100" not in text
    assert [line.split() for line in text.splitlines() if line.endswith("     100")] == [
        ["dove", "bach", "100", "100"],
        ["cima", "100", "100"],
    ]


def test_people_of_one_name_are_told_apart() -> None:
    names = Names(
        {PersonId("bach"): "Anna", PersonId("cima"): "Anna", PersonId("dove"): "Eva"},
        same=frozenset({"Anna"}),
    )

    assert [names.person(PersonId(one)) for one in ("cima", "dove", "eve")] == [
        "Anna (cima)",
        "Eva",
        "eve",
    ]
    assert names.person_and_file(PersonId("cima")) == "Anna (cima)"


def test_people_of_a_wide_circle_are_all_named() -> None:
    circle = {
        f"somebody-of-a-long-name-{n}": person("peer").replace("Somebody", f"Name {n}")
        for n in range(4)
    }
    found = _match("capacity: {group_maximum: 4}", kind="peer-circle", **circle)

    table = as_text(found, NOBODY, ENGLISH, 80).partition("When they could meet")[0]

    assert all(name in table for name in circle)
    assert "Circle" in table
    assert "Mentee" not in table


def test_run_without_a_result_speaks_of_what_it_looked_for() -> None:
    circle = _match(
        "capacity: {group_minimum: 3}",
        kind="peer-circle",
        bach=person("peer"),
        cima=person("peer"),
    )
    group = _match("capacity: {group_minimum: 3}", kind="group", bach=person("mentee"))

    told = [as_text(found, NOBODY, ENGLISH, 80) for found in (circle, group)]

    assert "0 circles proposed, for 0 of 2 people who wait for a\npartner." in told[0]
    assert "0 groups proposed, for 0 of 1 mentee who waits" in told[1]


def test_circle_is_one_line() -> None:
    found = _match(kind="peer-circle", bach=person("peer"), cima=person("peer"))

    text = as_text(found, NOBODY, ENGLISH, 80)

    assert "1 circle proposed, for 2 of 2 people who wait for a\npartner." in text
    assert "bach, cima" in text
    assert "  bach, cima: nobody says when they are free; all 2 speak Italian\n" in text


def test_group_shows_who_leads_with_whom_and_when_all_could_meet() -> None:
    free = "availability: [{days: [tue], from: '18:00', to: '20:00'}]\n"
    found = _match(
        "capacity: {co_mentors: 1}",
        kind="group",
        bach=person("mentee", seeks=["fugue"]) + free,
        cima=person("mentee") + free,
        reincken=person("mentor", offers=["fugue"]) + free,
        sala=person("mentor"),
    )

    text = as_text(found, _names(["bach", "cima", "reincken", "sala"]), ENGLISH, 100)
    told = json.loads(as_json(found, ENGLISH))

    assert "1 group proposed" in text
    assert "Reincken the Elder, Sala the Elder  Bach the Elder" in text
    assert (
        "When they could meet:\n"
        "  Reincken the Elder: 3 of 4 say when, and are free Tue 18:00-20:00 in Rome; all 4 speak "
        "Italian\n"
    ) in text
    (proposal,) = told["proposals"]
    assert proposal["together"] == {
        "text": "3 of 4 say when, and are free Tue 18:00-20:00 in Rome; all 4 speak Italian",
        "language": "it",
        "times": [{"timezone": "Europe/Rome", "day": "tue", "from": "18:00", "to": "20:00"}],
        "silent": ["sala"],
    }
    assert told["search"] == {"is_proven": True, "at_most": 2}
    assert told["swaps"] is None


def test_many_pairs_are_a_table_with_what_to_mind_in_short() -> None:
    old = "confirmed: 2026-01-01\n"
    people = {f"e{number:02}": person("mentee") for number in range(20)}
    people |= {
        f"m{number:02}": person("mentor").replace("Person", f"M {number}") + old
        for number in range(20)
    }
    found = _match(**people)

    short = as_text(found, NOBODY, ENGLISH, 80)
    long = as_text(found, NOBODY, ENGLISH, 80, details=True)

    assert "  20 people have not confirmed their file for half a year;" in short
    assert "m00, m01, m02, m03, m04 and 15 more\n" in short
    assert "Add --details to see what speaks for each pair." in short
    assert long.count("Mind of many pairs:") == 1
    assert "last confirmed" not in long
    assert long.count("Next for e") == 20
    assert long.count("Next for m") == 20


def test_many_left_for_the_same_reason_are_named_in_short() -> None:
    alone = {f"e{number:02}": person("mentee") for number in range(20)}

    text = as_text(_match(**alone), NOBODY, ENGLISH, 80)

    assert "20 mentees without a mentor:\n" in text
    assert "  e00, e01, e02, e03, e04 and 15 more: there is no mentor with a place\n" in text


def test_many_left_for_different_reasons_are_told_by_example() -> None:
    people = {
        f"e{number:02}": person("mentee", languages="{de: native}").replace("Person", f"E {number}")
        for number in range(20)
    }

    text = as_text(_match(**people, m=person("mentor")), NOBODY, ENGLISH, 80)

    assert text.count("The closest, Person:") == 5
    assert "    and 15 more like this\n" in text


def test_text_of_a_stranger_moves_no_cursor() -> None:
    found = _match(bach=person("mentee"), m=person("mentor"))

    text = as_text(found, Names({PersonId("m"): "M\x1b[2J [bold]M"}), ENGLISH, 80)

    assert "\x1b" not in text
    assert "[bold]M" in text


def test_json_of_somebody_left_aside() -> None:
    found = _match(bach=person("mentee") + "paused_until: 2027-04-01\n")

    assert '"reason": "paused until 1 April 2027"' in as_json(found, ENGLISH)


def test_few_cautions_of_many_pairs_are_all_shown() -> None:
    people = {f"e{number:02}": person("mentee") for number in range(14)}
    people |= {f"m{number:02}": person("mentor") for number in range(13)}
    people["m13"] = person("mentor") + "confirmed: 2026-01-01\n"

    text = as_text(_match(**people), NOBODY, ENGLISH, 80)

    assert "  1 person has not confirmed their file for half a year;" in text
    assert "more like this" not in text


def test_criteria_are_shortened_when_the_names_need_the_room() -> None:
    bach = person("mentee", seeks=["fugue"])
    found = _match(bach=bach, reincken=person("mentor", offers=["fugue"]))

    text = as_text(found, _names(["bach", "reincken"]), ENGLISH, 50)

    assert "skil" in text
    assert "skills  languages" not in text


def test_ids_of_namesakes_are_whole_in_the_table() -> None:
    names = ("john-clare-of-helpston", "john-clare-of-northampton")
    found = _match(**{names[0]: person("mentee"), names[1]: person("mentor")})
    same = Names({PersonId(one): "John Clare" for one in names}, same=frozenset({"John Clare"}))

    for width in (100, 80, 60, 50):
        table = as_text(found, same, ENGLISH, width).partition(": 100\n")[0]
        assert all(f"({name})" in table.split() for name in names), width
    assert "lang" not in as_text(found, same, ENGLISH, 60).partition(": 100\n")[0].lower()


def test_skills_are_in_the_language_of_the_reader() -> None:
    files = {
        "program/programs/spring.yaml": program(),
        "program/skills.yaml": "- {id: fugue, label: {en: Fugue, it: Fuga}}\n",
        "program/people/bach.yaml": person("mentee", seeks=["fugue"]),
        "program/people/reincken.yaml": person("mentor", offers=["fugue"]),
    }
    found = propose(community(files), ProgramId("spring"), date(2027, 2, 1), "spring")

    assert "Fugue" in as_text(found, NOBODY, ENGLISH, 80)
    assert "Fuga" in as_text(found, NOBODY, Catalog("it"), 80)


def test_reasons_of_those_left_aside_are_told_once() -> None:
    found = _match(
        a=person("mentee"), m=person("mentor", capacity=0), n=person("mentor", capacity=0)
    )

    assert "  m, n: no place to offer: the capacity is 0\n" in as_text(found, NOBODY, ENGLISH, 80)


def test_many_who_compete_share_a_line_and_have_some_of_what_helps_told() -> None:
    tongues = [f"a{letter}" for letter in "abcdefgh"]
    people = {
        f"m-{code}": person("mentor", languages=f"{{it: native, {code}: native}}").replace(
            "Person", f"M {code}"
        )
        for code in tongues
    }
    people |= {
        f"f-{code}-{number}": person("mentee", languages=f"{{{code}: native}}")
        for code in tongues
        for number in range(3)
    }
    found = _match(**people, e=person("mentee"))

    short = as_text(found, NOBODY, ENGLISH, 80)
    whole = as_text(found, NOBODY, ENGLISH, 80, details=True)

    assert " ".join(short.split()).count("25 mentees compete for 8 places with M aa, M ab") == 1
    assert short.count("Would help ") == 5
    assert whole.count("Would help ") >= 8


def test_places_that_would_serve_people_better_stand_with_their_worth() -> None:
    found = _match(
        "matching: {objective: total}",
        a=person("mentee", seeks=["fugue"]),
        m=person("mentor"),
    )

    assert (
        "Each of these would serve people better, by so many of the 100 points of a pair:\n"
        "  50  a new mentor for Fugue who speaks Italian, in the time zone of Rome\n"
    ) in as_text(found, _names([]), ENGLISH, 80)


def test_skills_of_the_same_new_mentor_are_told_together() -> None:
    found = _match(
        a=person("mentee", seeks=["fugue"], languages="{de: native}"),
        b=person("mentee", seeks=["fugue", "organ"], languages="{de: native}"),
    )

    text = as_text(found, NOBODY, ENGLISH, 80)

    assert text.count("a new mentor for ") == 1
    assert "a new mentor for fugue or organ who speaks German, in the time zone of Rome\n" in text


def test_ids_are_never_broken() -> None:
    name = "a-very-long-name-that-is-longer-than-half-of-the-line"
    found = _match(**{name: person("mentee"), "m": person("mentor")})

    assert f"({name}): 100\n" in as_text(found, NOBODY, ENGLISH, 60)


def test_mentors_who_have_mentees_and_room_are_headed_apart() -> None:
    people = {
        "bach": person("mentee", status="matched"),
        "haydn": person("mentor", capacity=2),
        "reincken": person("mentor", status="matched", capacity=2),
    }
    files = {f"program/people/{name}.yaml": text for name, text in people.items()}
    files["program/programs/spring.yaml"] = program()
    files["pairs/spring/reincken-bach/pair.yaml"] = pair("reincken", "bach")

    found = propose(community(files), ProgramId("spring"), date(2027, 2, 1), "spring")

    told = as_text(found, _names(["haydn", "reincken"]), ENGLISH, 80)
    assert "1 mentor without a mentee:\n  Haydn the Elder" in told
    assert "1 mentor who accompanies somebody, with room left:\n  Reincken the Elder" in told


def test_pair_with_nothing_in_common_is_marked_first() -> None:
    found = _match(
        "matching: {weights: {availability: medium}}",
        bach=person("mentee", seeks=["fugue"]) + EVENING,
        haydn=person("mentor", offers=["organ"]) + EVENING.replace("mon", "tue"),
    )

    told = as_text(found, _names(["bach", "haydn"]), ENGLISH, 80)

    minds = [line.strip() for line in told.splitlines() if "Mind: " in line]
    assert minds[0] == "Mind: they have neither a skill nor an hour in common: think twice"
    assert len(minds) == 3


def test_pair_that_is_never_free_together_for_a_whole_session_is_told_so() -> None:
    short = "availability: [{days: [mon, tue], from: '18:00', to: '18:30'}]\n"
    found = _match(
        bach=person("mentee", seeks=["fugue"]) + EVENING,
        haydn=person("mentor", offers=["fugue"]) + short,
    )

    told = " ".join(as_text(found, _names(["bach", "haydn"]), ENGLISH, 80).split())

    assert (
        "Mind: they have no time in common that is long enough: 30 minutes at a stretch, and a "
        "session takes 60; ask for one more free hour before they confirm"
    ) in told
    assert "30 min a week in common, but at most 30 min at a stretch: too short" in told


def test_of_many_pairs_without_a_caution_nothing_is_to_be_minded() -> None:
    people = {f"e{at:02}": person("mentee", seeks=["fugue"]) + EVENING for at in range(13)}
    people |= {f"m{at:02}": person("mentor", offers=["fugue"]) + EVENING for at in range(13)}

    text = as_text(_match(**people), NOBODY, ENGLISH, 80)

    assert "Mind" not in text
    assert "Add --details" in text


def test_only_what_many_pairs_share_is_told_once() -> None:
    old = "confirmed: 2026-01-01\n"
    people = {f"e{at:02}": person("mentee", seeks=["fugue"]) for at in range(20)}
    people |= {f"m{at:02}": person("mentor", offers=["fugue"]) + old for at in range(20)}
    people["m00"] = person("mentor", offers=["organ"]) + old

    text = as_text(_match(**people), NOBODY, ENGLISH, 80, details=True)

    above, _, _ = text.partition("Next for")
    assert "have not confirmed their file" in above
    assert text.count("in which nothing is offered that is sought") == 0
