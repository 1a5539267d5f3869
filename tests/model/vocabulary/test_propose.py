from random import Random

from hypothesis import given
from hypothesis import strategies as st

from telemaco.model.vocabulary.proposal import Doubt, Doubtful, Proposal, Reason
from telemaco.model.vocabulary.propose import propose
from telemaco.records.base import SkillId
from telemaco.records.layout import is_id
from telemaco.records.skills import Skill

WEAVING = SkillId("weaving")


def _entry(**keys: object) -> Skill:
    return Skill.model_validate(keys)


def _labels(proposal: Proposal) -> list[str]:
    return [skill.label for skill in proposal.skills]


def _one(*texts: str) -> Proposal:
    return propose([[text] for text in texts], {}, 100)


def test_spellings_become_one_entry_with_aliases() -> None:
    found = _one("Open source", "Open source", "open-source", "opensource")

    (skill,) = found.skills
    assert (skill.id, skill.label, skill.people) == ("open-source", "Open source", 4)
    assert skill.aliases == ("open-source", "opensource")


def test_capitals_that_somebody_took_care_of_are_kept() -> None:
    found = _one("Gis", "gis", "GIS", "Mapping with gis", "DATA AND MAPS")

    assert _labels(found) == ["GIS", "DATA AND MAPS", "Mapping with GIS"]


def test_a_frequent_word_puts_a_rare_one_right() -> None:
    found = _one("Management", "Management", "Time management", "Time managment")

    assert [(skill.label, skill.aliases) for skill in found.skills] == [
        ("Management", ()),
        ("Time management", ("Time managment",)),
    ]
    assert found.misspelt == (("managment", "management"),)


def test_a_misspelling_is_the_label_only_if_nobody_spells_it_right() -> None:
    found = _one("Management", "Management", "Management", "Staff managment")

    assert _labels(found) == ["Management", "Staff managment"]


def test_a_well_known_short_form_is_an_alias_of_the_long_one() -> None:
    found = _one("ml", "Machine learning")

    assert [(skill.label, skill.aliases, skill.guessed) for skill in found.skills] == [
        ("Machine learning", ("ML",), ())
    ]


def test_a_short_form_that_only_its_letters_explain_is_to_be_confirmed() -> None:
    found = _one("dft", "Density functional theory", "Density functional theory")

    assert [(skill.aliases, skill.guessed) for skill in found.skills] == [(("DFT",), ("DFT",))]


def test_a_short_form_of_several_skills_stays_apart_and_is_named() -> None:
    found = _one("ia", "Image analysis", "Inclusive art")

    assert len(found.skills) == 3
    assert found.doubtful == (
        Doubtful(("Ia", "Image analysis", "Inclusive art"), Doubt.SHORT_FORM),
    )


def test_a_short_form_that_nobody_names_is_not_asked_about() -> None:
    vocabulary = {SkillId("ia"): _entry(id="ia", label="Ia")}

    found = propose([["Image analysis"]], vocabulary, 100)

    assert found.doubtful == ()


def test_skills_that_may_be_one_are_named() -> None:
    found = _one(
        "Grantmaking",
        "Grantsmaking",
        "Music and words",
        "Words and music",
        "Event organising",
        "Event organisation",
        "Event planning",
    )

    assert {doubtful.doubt for doubtful in found.doubtful} == {
        Doubt.ONE_LETTER,
        Doubt.WORD_ORDER,
        Doubt.ENDING,
    }
    assert len(found.doubtful) == 3


def test_name_a_slip_away_from_an_entry_that_stands_is_listed() -> None:
    vocabulary = {
        SkillId(one): _entry(id=SkillId(one), label=one.capitalize())
        for one in ("writing", "writeing", "ceramics")
    }
    said = ["Writing", "Writeing", "Ceramics"]

    found = propose([said, [*said, "writting", "ceramcis"], ["writting"]] * 3, vocabulary, 100)

    assert {doubtful.labels for doubtful in found.doubtful} == {
        ("Writing", "Writting"),
        ("Ceramics", "Ceramcis"),
    }


def test_entries_that_stand_keep_their_id_and_get_aliases() -> None:
    vocabulary = {WEAVING: _entry(id=WEAVING, label={"en": "Weaving cloth"}, aliases=["Loom work"])}

    found = propose([["loom-work", "weaving", "Loom work"]], vocabulary, 100)

    (skill,) = found.skills
    assert (skill.id, skill.is_new, skill.aliases) == ("weaving", False, ("loom-work",))
    assert skill.label == "Weaving cloth"
    assert found.places["loom-work"] == (WEAVING,)


def test_a_short_form_of_an_entry_that_stands_leads_to_it() -> None:
    learning = SkillId("learning-by-machines")
    vocabulary = {learning: _entry(id=learning, label="Machine learning")}

    found = propose([["ML"]], vocabulary, 100)

    assert found.places["ML"] == (learning,)


def test_a_new_entry_takes_no_id_that_is_taken() -> None:
    vocabulary = {WEAVING: _entry(id=WEAVING, label="Making cloth")}

    found = propose([["Wéaving!"], ["C sharp"], ["C# "]], vocabulary, 100)

    assert sorted(skill.id for skill in found.skills) == ["c-sharp", "weaving"]


def test_two_labels_with_one_id_get_two() -> None:
    found = _one("Go", "Go 囲碁")

    assert [skill.id for skill in found.skills] == ["go", "go-2"]


def test_the_most_named_skills_are_taken_and_equals_together() -> None:
    people = [["Law", "Optics"], ["Law", "Optics"], ["Law"], ["Weaving"], ["Loom weaving"]]

    found = propose(people, {}, 2)

    assert _labels(found) == ["Law", "Optics"]
    assert [rare.label for rare in found.rare] == ["Loom weaving", "Weaving"]
    assert (found.uses, found.covered) == (7, 5)


def test_all_are_taken_when_no_two_people_agree() -> None:
    found = propose([["Law"], ["Optics"], ["Weaving"]], {}, 2)

    assert len(found.skills) == 3


def test_a_rare_skill_names_the_entry_that_it_may_belong_to() -> None:
    people = [["Law"], ["Law"], ["Maritime law"], ["Law of nations"], ["Poetry"]]

    found = propose(people, {}, 1)

    assert [(rare.label, rare.within) for rare in found.rare] == [
        ("Law of nations", "law"),
        ("Maritime law", "law"),
        ("Poetry", None),
    ]


def test_what_is_no_name_is_left_to_a_person() -> None:
    found = _one(
        "I can help with many things in this field", "write to me@example.org", "!!", "Law"
    )

    assert {unplaced.reason for unplaced in found.unplaced} == set(Reason)
    assert _labels(found) == ["Law"]


def test_groups_are_headed_by_a_skill_of_that_name_or_a_word_in_common() -> None:
    found = _one("Data", "Data science", "Data curation", "Open access", "Open review", "open talk")

    assert {skill.id: skill.group for skill in found.skills} == {
        "data": "Data",
        "data-curation": "Data",
        "data-science": "Data",
        "open-access": "Open",
        "open-review": "Open",
        "open-talk": "Open",
    }


def test_related_skills_are_ids_of_the_vocabulary() -> None:
    people = [["Html", "Css"]] * 3 + [["Law"]] * 9

    found = propose(people, {}, 100)

    assert {skill.id: skill.related for skill in found.skills} == {
        "law": (),
        "css": ("html",),
        "html": ("css",),
    }


TEXTS = st.lists(
    st.lists(st.one_of(st.text(max_size=30), st.sampled_from(["ML", "Law/law", "a, b", "C++"]))),
    max_size=8,
)


@given(TEXTS, st.integers(), st.integers(1, 5))
def test_any_text_is_placed_named_or_left_whatever_the_order(
    people: list[list[str]], seed: int, most: int
) -> None:
    shuffled = [list(person) for person in people]
    order = Random(seed)  # noqa: S311 (the order of a test)
    order.shuffle(shuffled)
    for person in shuffled:
        order.shuffle(person)

    found = propose(people, {}, most)
    again = propose(shuffled, {}, most)

    assert found == again
    assert all(is_id(skill.id) and skill.label for skill in found.skills)
    assert set(found.places) == {text for person in people for text in person}
