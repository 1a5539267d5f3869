import pytest

from telemaco.model.zones import zone_names, zones_of_countries
from telemaco.records.languages import LANGUAGES
from telemaco.records.person import LanguageLevel, SkillLevel
from telemaco.records.program import Role
from telemaco.tables.fields import plain
from telemaco.tables.other_names import COUNTRIES
from telemaco.tables.other_names import LANGUAGES as OTHER_LANGUAGES
from telemaco.tables.windows_zones import ZONES
from telemaco.tables.words import (
    Names,
    language_level_of,
    language_of,
    names_roles,
    parts,
    role_of,
    skill_level_of,
    with_level,
    zone_of,
    zones_of_country,
)

NAMES = Names(
    {"italiano": "it", "italian": "it"},
    {"roma": "Europe/Rome", "rome": "Europe/Rome", "new york": "US/Eastern"},
    {"india": ("Asia/Kolkata",), "brazil": ("America/Noronha", "America/Belem")},
)


def test_role_is_told_by_its_word() -> None:
    assert role_of("I want to be a mentor") is Role.MENTOR
    assert role_of("Mentee") is Role.MENTEE
    assert role_of("mentor or mentee") is None
    assert role_of("I'd love to mentor") is Role.MENTOR


@pytest.mark.parametrize(
    "words", ["I need a mentor", "Looking for a mentor", "to be mentored", "Cerco un mentore"]
)
def test_who_looks_for_a_mentor_is_a_mentee(words: str) -> None:
    assert role_of(words) is Role.MENTEE


def test_more_than_one_role_is_told_from_none() -> None:
    assert names_roles("mentor or mentee")
    assert names_roles("Both, if I may")
    assert names_roles("Entrambi")
    assert not names_roles("mentor")
    assert not names_roles("cook")


def test_levels_are_told_by_words_in_two_languages() -> None:
    assert skill_level_of("Avanzato") is SkillLevel.ADVANCED
    assert skill_level_of("great") is None
    assert language_level_of("B2") is LanguageLevel.WORKING
    assert language_level_of("Madrelingua") is LanguageLevel.NATIVE
    assert language_level_of("so so") is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Italiano", "it"), ("ITA", "it"), ("pt_BR", "pt-BR"), ("en-gb", "en-GB"),
        ("Bengali", "bn"), ("farsi", "fa"), ("Castigliano", "es"),
        ("klingonese", None), ("en-england", None),
    ],
)  # fmt: skip
def test_language_is_told_by_name_or_code(words: str, code: str | None) -> None:
    assert language_of(words, NAMES) == code


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Europe/Rome", "Europe/Rome"),
        ("America/New York", "America/New_York"),
        ("Roma", "Europe/Rome"),
        ("(UTC+01:00) Amsterdam, Berlin, Rome", "Europe/Rome"),
        ("GMT+1", "Etc/GMT-1"),
        ("UTC-3", "Etc/GMT+3"),
        ("(UTC+00:00)", "UTC"),
        ("UTC+23", None),
        ("UTC+05:30", None),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(UTC) Coordinated Universal Time", "UTC"),
        ("New York", "America/New_York"),
        ("US/Eastern", "America/New_York"),
        ("CET", "CET"),
        ("utc", "UTC"),
        ("etc/gmt-1", "Etc/GMT-1"),
        ("europe/ROME", "Europe/Rome"),
        ("India", "Asia/Kolkata"),
        ("a village, India", "Asia/Kolkata"),
        ("Rome, Brazil", "Europe/Rome"),
        ("Brazil", None),
        ("Mars", None),
    ],
)
def test_time_zone_is_told_by_name_city_or_offset(words: str, zone: str | None) -> None:
    assert zone_of(words, NAMES) == zone


def test_country_with_several_zones_has_them_all() -> None:
    assert zones_of_country("a village, Brazil", NAMES) == ("America/Noronha", "America/Belem")
    assert zones_of_country("India", NAMES) == ()


def test_other_names_are_of_languages_and_countries_and_plain() -> None:
    assert {code.partition("-")[0] for code in OTHER_LANGUAGES.values()} <= LANGUAGES
    assert set(COUNTRIES.values()) <= zones_of_countries().keys()
    assert all(plain(name) == name for name in (*OTHER_LANGUAGES, *COUNTRIES))


def test_list_is_cut_by_lines_semicolons_or_commas_outside_of_brackets() -> None:
    assert parts("• one, two\n- three\n\n") == ["one, two", "three"]
    assert parts("one; two, three;") == ["one", "two, three"]
    assert parts("one (a, b), two") == ["one (a, b)", "two"]
    assert parts("") == []


def test_level_stands_in_brackets_or_after_a_colon() -> None:
    assert list(with_level("Git (expert), Python: basic, R")) == [
        ("Git", "expert"),
        ("Python", "basic"),
        ("R", ""),
    ]


def test_zones_of_windows_are_zones() -> None:
    assert set(ZONES.values()) <= zone_names()
