from telemaco.render.pages.skill_list import offered_skills
from tests.render.pages.workshop import MASTER, edition, without

_SKILLS = """\
    - {id: drawing, label: {en: Drawing, it: Disegno}, group: {en: Arts, it: Arti}, aliases: [ink]}
    - {id: casting, label: Casting, group: {en: Crafts, it: Mestieri}, aliases: [bronze, Casting]}
    - {id: algebra, label: Algebra, group: {en: Crafts, it: Mestieri}}
    - {id: rhyme, label: Rhyme}
    """


def _offering(skills: str) -> dict[str, str]:
    return without(MASTER, "{skill: drawing, level: expert}, {skill: casting}", skills) | {
        "program/skills.yaml": _SKILLS
    }


def test_groups_are_in_the_order_of_the_vocabulary_and_have_one_key_in_all_languages() -> None:
    groups = offered_skills(edition(_offering("{skill: casting}, {skill: drawing}"), "it"))

    assert [(group.key, group.label) for group in groups] == [
        ("Arts", "Arti"),
        ("Crafts", "Mestieri"),
    ]


def test_a_skill_is_known_by_its_other_names_and_its_names_in_other_languages() -> None:
    (arts, crafts) = offered_skills(edition(_offering("{skill: casting}, {skill: drawing}"), "it"))

    assert (arts.skills[0].label, arts.skills[0].also) == ("Disegno", ("Drawing", "ink"))
    assert (crafts.skills[0].label, crafts.skills[0].also) == ("Casting", ("bronze",))


def test_skills_without_a_group_and_those_the_vocabulary_lacks_come_last_by_name() -> None:
    site = edition(_offering("{skill: weaving}, {skill: rhyme}, {skill: algebra}"))

    *_, loose = offered_skills(site)

    assert (loose.key, loose.label) == ("", "Other skills")
    assert [(skill.label, skill.mentors) for skill in loose.skills] == [
        ("Rhyme", 1),
        ("weaving", 1),
    ]


def test_a_vocabulary_without_groups_has_one_list() -> None:
    (only,) = offered_skills(edition())

    assert only.label == "Skills"
    assert [skill.label for skill in only.skills] == ["Casting", "Drawing"]


def test_only_what_a_listed_mentor_offers_is_there() -> None:
    assert offered_skills(edition(without(MASTER, "role: mentor", "role: mentee"))) == ()
