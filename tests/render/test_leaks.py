import pytest

from telemaco.adapters.translations import Catalog
from telemaco.render.leak_commons import own_words, zone_towns
from telemaco.render.leak_readings import as_read
from telemaco.render.leak_sources import files_that_tell
from telemaco.render.leak_texts import Ground
from telemaco.render.leaks import Secret, secrets_of
from tests.fakes import SETTINGS
from tests.render.pages.workshop import (
    MASTER,
    NOTE,
    PAIR,
    PROGRAM,
    PUPIL,
    WORKSHOP,
    edition,
    without,
)

NOTHING = "publish: [seeks]"
SHY = without(PUPIL, "publish: [name, seeks, pairs]", NOTHING)


def _told(page: str, changes: dict[str, str] | None = None, site: str = "") -> list[str]:
    secrets = secrets_of(edition(changes).community, [site])
    return [secret.field for secret in secrets.told_by("index.html", as_read("index.html", page))]


def test_a_name_that_is_not_published_may_stand_nowhere() -> None:
    assert _told("<p>with Leonardo da Vinci</p>", SHY) == ["name"]
    assert _told("<p>with Leonardo da Vinci</p>") == []


def test_a_name_is_found_behind_escapes() -> None:
    quoted = without(PUPIL, "name: Leonardo da Vinci", 'name: Leo "O\'Vinci" & Sons')
    quoted = {PUPIL: quoted[PUPIL].replace("publish: [name, seeks, pairs]", NOTHING)}

    assert _told("Leo &#34;O&#39;Vinci&#34; &amp; Sons", quoted) == ["name"]


def test_a_name_of_several_words_is_found_in_any_letters() -> None:
    assert _told("<p>with LEONARDO da vinci</p>", SHY) == ["name"]


def test_a_single_word_is_found_in_its_own_letters_only() -> None:
    grace = {PUPIL: SHY[PUPIL].replace("Leonardo da Vinci", "Grace")}

    assert _told("with grace", grace) == []
    assert _told("with Grace", grace) == ["name"]


@pytest.mark.parametrize("name", ["Grace", "Gr\u00e2ce", "Gra\u0161e", "\u5149\u660e\u9662\u9577"])
@pytest.mark.parametrize("around", ["({})", "\u00ab{}\u00bb", "\u201c{}\u201d", "\u00a0{}\u2014"])
def test_a_word_is_found_in_any_script_and_between_any_marks(name: str, around: str) -> None:
    hidden = {PUPIL: SHY[PUPIL].replace("Leonardo da Vinci", name)}

    assert _told(around.format(name), hidden) == ["name"]
    assert _told(around.format(f"{name}x"), hidden) == []


def test_the_place_of_many_is_found() -> None:
    hidden = "location: Via dei Mercanti"
    many = {
        MASTER: without(MASTER, "location, ", "")[MASTER].replace("location: Florence", hidden),
        PUPIL: SHY[PUPIL].replace("location: Anchiano", hidden),
    }

    assert _told("Via Dei Mercanti", many) == ["location", "location"]
    assert _told("Via dei", many) == []


def test_the_name_of_a_file_tells_a_name_too() -> None:
    file = {PUPIL: "", "program/people/leonardo-da-vinci.yaml": SHY[PUPIL]}

    assert _told("<p>with leonardo-da-vinci</p>", file) == ["name"]
    assert _told("<p>verrocchio-leonardo-da-vinci</p>", file) == []


def test_file_to_mend_is_found() -> None:
    looked = without(NOTE, "We looked", "In Anchiano we looked")
    community = edition(looked).community
    secret = Secret(Ground.CONSENT, PUPIL, "location", "Anchiano")

    assert list(files_that_tell(community, secret)) == [NOTE]
    assert not list(files_that_tell(edition().community, secret))


def test_note_that_is_not_shown_need_not_be_mended() -> None:
    kept = without(NOTE, "visibility: public", "visibility: members")
    kept = {NOTE: kept[NOTE].replace("We looked", "In Anchiano we looked")}
    secret = Secret(Ground.CONSENT, PUPIL, "location", "Anchiano")

    assert not list(files_that_tell(edition(kept).community, secret))


def test_a_part_of_a_longer_word_is_no_leak() -> None:
    assert _told("<p>Anchianorum</p>") == []
    assert _told("<p>Anchianorum, but Anchiano</p>") == ["location"]


@pytest.mark.parametrize(
    ("line", "page", "field"),
    [
        ("github: leonardo-v", '<a href="https://github.com/leonardo-v">', "github"),
        ("headline: Painter and engineer", "Painter and engineer", "headline"),
        ("bio: I write *from right to left* and draw.", "from right to left", "bio"),
        ("links: [{label: C, url: 'https://c.example.org'}]", "https://c.example.org", "links"),
        ("goals: [{statement: {it: Volare come un uccello}}]", "Volare come un uccello", "goals"),
    ],
)  # fmt: skip
def test_every_field_of_text_is_searched(line: str, page: str, field: str) -> None:
    person = without(PUPIL, "location: Anchiano", line)

    assert _told(page, person) == [field]


@pytest.mark.parametrize("line", ["github: leo", "bio: short"])
def test_very_short_texts_are_not_searched(line: str) -> None:
    assert _told("leo short", without(PUPIL, "location: Anchiano", line)) == []


def test_a_word_that_somebody_else_publishes_is_no_leak() -> None:
    assert _told("Florence", without(PUPIL, "Anchiano", "Florence")) == []


def test_a_place_that_a_published_time_zone_is_named_for_is_no_leak() -> None:
    rome = without(PUPIL, "Anchiano", "Rome")
    roma = without(PUPIL, "Anchiano", "Roma")
    kept = without(MASTER, "github, timezone,", "github,")

    assert _told("Rome", rome) == []
    assert _told("Roma", roma) == []
    assert _told("Rome", rome | kept) == ["location"]


def test_a_name_that_a_namesake_publishes_is_no_leak() -> None:
    namesake = {"program/people/other.yaml": WORKSHOP[PUPIL]}

    assert _told("<p>with Leonardo da Vinci</p>", SHY | namesake) == []


def test_a_word_of_the_community_or_its_handbook_is_no_leak() -> None:
    settings = {"program/community.yaml": SETTINGS + "tagline: A school at Anchiano\n"}

    assert _told("Anchiano", settings) == []
    assert _told("Anchiano", site="Come to Anchiano.") == []


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("April", "3 April 2027"),
        ("Mentors", "<h1>Mentors</h1>"),
        ("Aprile", "Aprile 2027"),
        ("Manuale", "Manuale"),
        ("partners", "12 partners"),
    ],
)
def test_a_word_that_telemaco_says_itself_is_no_leak(name: str, page: str) -> None:
    shy = {PUPIL: SHY[PUPIL].replace("Leonardo da Vinci", name)}
    community = edition(shy).community
    in_italian = (Catalog("en"), Catalog("it"))

    assert _told(page, shy) == ["name"]
    assert list(secrets_of(community, (), own_words(in_italian)).told_by("a", page)) == []


def test_names_of_several_words_and_words_of_other_languages_stay_secret() -> None:
    for name in ("April Mentors", "Aprile"):
        shy = {PUPIL: SHY[PUPIL].replace("Leonardo da Vinci", name)}
        secrets = secrets_of(edition(shy).community, (), own_words([Catalog("en")]))

        assert [secret.text for secret in secrets.told_by("a", name)] == [name]


@pytest.mark.parametrize(
    ("place", "zone"), [("Roma", "Europe/Rome"), ("New York", "America/New_York")]
)
def test_the_town_of_a_time_zone_that_is_shown_is_no_leak(place: str, zone: str) -> None:
    hidden = WORKSHOP[PUPIL].replace("Anchiano", place)
    shown = WORKSHOP[MASTER].replace("Europe/Rome", zone)
    not_shown = shown.replace("github, timezone,", "github,")
    spoken = (Catalog("en"), Catalog("it"))

    for master, fields in ((shown, []), (not_shown, ["location"])):
        community = edition({PUPIL: hidden, MASTER: master}).community
        secrets = secrets_of(community, zone_towns(community, spoken))
        assert [secret.field for secret in secrets.told_by("a", place)] == fields


def test_a_place_in_a_public_note_is_no_leak_but_a_name_is() -> None:
    place = without(NOTE, "We looked", "In Anchiano we looked")
    name = without(NOTE, "We looked", "Leonardo looked")
    single = {PUPIL: SHY[PUPIL].replace("Leonardo da Vinci", "Leonardo")}

    assert _told("In Anchiano", place) == []
    assert _told("Leonardo looked", name | single) == ["name"]


def test_a_note_that_is_not_public_makes_no_word_ordinary() -> None:
    kept = without(NOTE, "visibility: public", "visibility: members")
    kept = {NOTE: kept[NOTE].replace("We looked", "In Anchiano we looked")}

    assert _told("In Anchiano", kept) == ["location"]


def test_the_words_of_a_name_in_another_order_are_no_leak() -> None:
    assert _told("<p>Vinci, the town of a Leonardo</p>", SHY) == []


def test_marks_alone_are_nothing_to_search() -> None:
    assert _told("----", without(PUPIL, "location: Anchiano", "location: '----'")) == []


def test_what_is_published_is_no_secret() -> None:
    assert (
        _told(
            "Sculptor and goldsmith in Florence",
            {MASTER: WORKSHOP[MASTER]},
        )
        == []
    )


def test_a_goal_that_the_pair_began_with_is_a_secret_while_its_owner_keeps_their_goals() -> None:
    copied = "goals: [{id: a, statement: Paint a living horse, copied_from: leonardo}, {id: angel,"
    begun = without(PAIR, "goals: [{id: angel,", copied)
    own = without(
        PUPIL, "enrolments:", "goals: [{statement: Paint a living horse}]\n        enrolments:"
    )
    published = {PUPIL: own[PUPIL].replace("seeks, pairs", "seeks, goals, pairs")}

    assert _told("We paint a living horse today", begun) == ["goals"]
    assert _told("We paint a living horse today", begun | own) == ["goals", "goals"]
    assert _told("We paint a living horse today", begun | published) == []
    assert _told("Paint an angel", begun) == []


def test_login_that_the_address_of_the_page_says_is_no_leak() -> None:
    named = without(PUPIL, "timezone:", "github: Leonardo\n        timezone:")
    other = without(PUPIL, "timezone:", "github: leo-vinci\n        timezone:")
    shy = {PUPIL: named[PUPIL].replace("publish: [name, seeks, pairs]", NOTHING)}

    assert _told("by Leonardo", named) == []
    assert _told("by leo-vinci", other) == ["github"]
    assert _told("by Leonardo", shy) == ["github"]


def test_room_of_a_pair_may_stand_nowhere_unless_the_program_names_it() -> None:
    room = "https://meet.example.org/leonardo-7"
    meeting = f"\n        meeting: {{tool: jitsi, url: {room}}}"
    own = without(PAIR, "status: active", f"status: active{meeting}")
    page = f'<a href="{room}">here</a>'
    public = without(PROGRAM, "style: formal", f"style: formal{meeting}")

    assert _told(page, own) == ["meeting.url"]
    assert _told(page, {**own, **public}) == []


def test_room_of_a_program_may_stand_nowhere() -> None:
    meeting = "\n        meeting: {tool: zoom, url: https://zoom.us/j/84755566677}"
    shared = without(PROGRAM, "style: formal", f"style: formal{meeting}")

    assert _told("<p>https://zoom.us/j/84755566677</p>", shared) == ["meeting.url"]
