import json
from collections.abc import Mapping
from xml.etree import ElementTree as ET

import pytest

from telemaco.records.base import PairName, PersonId, ProgramId
from telemaco.records.layout import PairId
from telemaco.render.pages.badge_files import badge_files
from telemaco.render.pages.certificates import certificate_file, certificates_of
from telemaco.render.pages.edition import Edition
from telemaco.render.pages.page import Page
from telemaco.render.pages.people_pages import person_page
from telemaco.render.pages.recipes import PlainFile
from telemaco.render.pages.thanks_page import thanks_page
from tests.fakes import SETTINGS
from tests.render.pages.made import everything
from tests.render.pages.open_badges import ASSERTION, BADGE_CLASS, ISSUER
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

SITE = {"program/community.yaml": SETTINGS + "url: https://bottega.example.org/\n"}
NAMED = "publish: [name, seeks, pairs]"


def _done(publish: str = NAMED.replace("]", ", certificate]")) -> dict[str, str]:
    """The workshop whose pair completed; the pupil publishes so much."""
    program = WORKSHOP[PROGRAM].replace(
        "minimum_sessions: 20}",
        "minimum_sessions: 20}\n        completion: {minimum_sessions: 1, certificate: true}",
    )
    pair = WORKSHOP[PAIR].replace("status: active", "status: completed\n        end: 2027-03-10")
    return {**SITE, PROGRAM: program, PAIR: pair, **without(PUPIL, NAMED, publish)}


def _pages(made: Edition) -> list[Page]:
    return [
        one
        for one in everything(made)
        if isinstance(one, Page) and one.address.startswith("certificates/")
    ]


def _files(made: Edition) -> Mapping[str, bytes]:
    return {one.path: one.content for one in everything(made) if isinstance(one, PlainFile)}


def test_certificate_says_who_completed_what_and_how_to_verify_it() -> None:
    [page] = _pages(edition(_done()))

    assert page.title == "Certificate: Leonardo da Vinci"
    assert "The workshop year</strong> as a mentee" in page.body
    assert "1 session, 1 h in all" in page.body
    assert f"https://bottega.example.org/{page.address}" in page.body
    assert "leonardo" not in page.address


def test_certificate_has_the_same_address_in_every_language() -> None:
    [english], [italian] = _pages(edition(_done())), _pages(edition(_done(), language="it"))

    assert english.address == italian.address
    assert "https://bottega.example.org/it/certificates/" in italian.body
    assert f'href="../../../{english.address}badge.json"' in italian.body


@pytest.mark.parametrize("publish", [NAMED, "publish: [seeks, pairs, certificate]"])
def test_certificate_goes_with_the_consent(publish: str) -> None:
    made = edition(_done(publish))

    assert _pages(made) == []
    assert not any("badge.json" in path for path in _files(made))


def test_certificate_of_a_program_that_is_not_public_is_not_shown() -> None:
    draft = _done()
    draft[PROGRAM] = draft[PROGRAM].replace("status: running", "status: draft")

    assert _pages(edition(draft)) == []


def test_persons_own_page_leads_to_the_certificate() -> None:
    made = edition(_done())
    [page] = _pages(made)
    [leonardo] = [name for name in made.community.people if name == "leonardo"]

    assert f'href="../../{page.address}"' in person_page(made, leonardo).body


def _of_two_pairs(publish: str, *, master: bool = True) -> list[str]:
    """What the links of the pupil's two certificates say, the second of another pair."""
    second = "pairs/bottega/verrocchio-leonardo-2"
    done = _done(publish)
    done[f"{second}/pair.yaml"] = (
        done[PAIR].replace("verrocchio, role", "perugino, role").replace("01-15", "01-20")
    )
    done[f"{second}/2027-02-22.md"] = WORKSHOP[NOTE]
    other = WORKSHOP[MASTER] if master else WORKSHOP[MASTER].replace("values, pairs]", "values]")
    done["program/people/perugino.yaml"] = other.replace("Andrea del Verrocchio", "Perugino")
    made = edition(done)
    return [said for said, _ in certificates_of(made, PersonId("leonardo"))]


def test_link_to_a_certificate_says_as_what() -> None:
    [(said, _)] = certificates_of(edition(_done()), PersonId("leonardo"))

    assert said == "The workshop year, as a mentee"


def test_certificates_of_one_program_are_told_apart_by_the_others_or_the_days() -> None:
    everybody = NAMED.replace("]", ", certificate]")
    days = "The workshop year, as a mentee, 20 January 2027 \u2013 10 March 2027"

    assert _of_two_pairs(everybody) == [
        "The workshop year, as a mentee, with Andrea del Verrocchio",
        "The workshop year, as a mentee, with Perugino",
    ]
    assert _of_two_pairs(everybody, master=False)[1] == days
    assert _of_two_pairs("publish: [name, seeks, certificate]")[1] == days


def test_badge_is_a_whole_hosted_assertion_of_version_2() -> None:
    files = _files(edition(_done()))
    [path] = [path for path in files if path.endswith("/badge.json")]
    home = "https://bottega.example.org/"

    badge = json.loads(files[path])

    ASSERTION.validate(badge)
    assert badge["id"] == home + path
    assert badge["recipient"]["identity"] == f"{home}people/leonardo/"
    assert badge["issuedOn"] == "2027-03-10T00:00:00Z"
    what = json.loads(files[badge["badge"].removeprefix(home)])
    BADGE_CLASS.validate(what)
    assert what["id"] == badge["badge"]
    who = json.loads(files[what["issuer"].removeprefix(home)])
    ISSUER.validate(who)
    assert (who["email"], who["url"]) == ("workshop@example.org", home)
    assert what["image"].removeprefix(home) in files


def test_picture_carries_the_badge() -> None:
    files = _files(edition(_done()))
    [path] = [path for path in files if path.endswith("/badge.svg") and path.count("/") == 2]

    [baked] = ET.fromstring(files[path]).iter("{http://openbadges.org}assertion")  # noqa: S314 (ours)

    assert baked.get("verify") == f"https://bottega.example.org/{path.replace('svg', 'json')}"


def test_badges_lie_once_and_only_on_a_site_with_an_address() -> None:
    nowhere = _done()
    del nowhere["program/community.yaml"]

    assert not any("badge" in path for path in _files(edition(_done(), language="it")))
    assert not any("badge" in path for path in _files(edition(nowhere)))
    assert "Open Badge" not in _pages(edition(nowhere))[0].body


def test_certificate_without_minutes_tells_sessions_only() -> None:
    brief = {**_done(), NOTE: WORKSHOP[NOTE].replace("minutes: 60", "")}

    assert "1 session</p>" in _pages(edition(brief))[0].body


@pytest.mark.parametrize("contact", ["ask us", "https://bottega.example.org/write"])
def test_community_without_a_mailbox_gives_no_badges(contact: str) -> None:
    settings = SITE["program/community.yaml"].replace("workshop@example.org", contact)
    desk = edition({**_done(), "program/community.yaml": settings})

    assert not any("badge" in path or "issuer" in path for path in _files(desk))
    assert "Open Badge" not in _pages(desk)[0].body


def test_mentors_are_thanked_by_the_alphabet_with_their_consent() -> None:
    body = thanks_page(edition(_done())).body

    assert "Andrea del Verrocchio</a> mentored 1 person" in body
    shy = {MASTER: WORKSHOP[MASTER].replace("values, pairs]", "values]")}
    unnamed = "Mentors appear when they let the site show both their name and their pairs."
    assert unnamed in thanks_page(edition({**_done(), **shy})).body


def test_mentors_are_thanked_for_those_whom_they_met() -> None:
    done = _done()
    pair = done.get(PAIR, WORKSHOP[PAIR])
    never = pair.replace("person: leonardo", "person: lippi")
    other = {"pairs/bottega/verrocchio-lippi/pair.yaml": never}
    away = {NOTE: "---\nstatus: held\nattendance: {leonardo: absent}\n---\n"}

    thanked = thanks_page(edition({**done, **other})).body
    nobody = thanks_page(edition({**done, **away})).body
    unnoted = thanks_page(edition({**done, **other, NOTE: ""})).body

    assert "Andrea del Verrocchio</a> mentored 1 person" in thanked
    assert "Verrocchio" not in nobody
    assert "Andrea del Verrocchio</a> mentored 2 people" in unnoted


def test_names_with_accents_stand_among_their_letter() -> None:
    done = _done()
    named = {"Élodie Martin": "elodie", "Enrico Rossi": "enrico", "Zoë Clarke": "zoe"}
    for name, person in named.items():
        master = WORKSHOP[MASTER].replace("Andrea del Verrocchio", name)
        done[f"program/people/{person}.yaml"] = master
        done[f"pairs/bottega/{person}-leonardo/pair.yaml"] = done[PAIR].replace(
            "person: verrocchio", f"person: {person}"
        )
        done[f"pairs/bottega/{person}-leonardo/2027-03-01.md"] = WORKSHOP[NOTE]

    body = thanks_page(edition(done)).body

    places = [body.index(f"{name}</a> mentored") for name in named]
    assert places == sorted(places)


def test_pair_that_has_not_begun_is_no_reason_for_thanks() -> None:
    agreed = without(PAIR, "status: active", "status: confirmed")

    assert "appear when their pairs have met" in thanks_page(edition(agreed)).body


def test_group_of_peers_has_nobody_to_thank() -> None:
    peers = {
        PAIR: WORKSHOP[PAIR]
        .replace("role: mentor", "role: peer")
        .replace("role: mentee", "role: peer")
    }

    assert "Nobody stands here yet" in thanks_page(edition(peers)).body


def test_certificate_is_a_pdf_of_the_same_bytes_each_time() -> None:
    files, again = _files(edition(_done())), _files(edition(_done()))
    [path] = [path for path in files if path.endswith(".pdf")]
    [page] = _pages(edition(_done()))

    assert files[path].startswith(b"%PDF")
    assert files[path] == again[path]
    assert b"/Lang (en)" in files[path]
    assert 'href="certificate.pdf"' in page.body


def test_text_of_a_pdf_can_be_looked_at() -> None:
    [pdf] = [one for one in everything(edition(_done())) if one.path.endswith(".pdf")]

    assert isinstance(pdf, PlainFile)
    assert pdf.text
    assert "Leonardo da Vinci" in pdf.text


def test_name_in_letters_that_the_font_lacks_has_no_pdf() -> None:
    chinese = _done()
    chinese[PUPIL] = chinese[PUPIL].replace("name: Leonardo da Vinci", "name: \u5f90\u5149\u555f")
    made = edition(chinese)

    assert not any(path.endswith(".pdf") for path in _files(made))
    assert "print this page" in _pages(made)[0].body


@pytest.mark.parametrize(
    "name", ["\u1f59\u03c0\u03b1\u03c4\u03af\u03b1", "\u0427\u0435\u0445\u043e\u0432", "W" * 80]
)
def test_greek_cyrillic_and_long_names_fit(name: str) -> None:
    done = _done()
    done[PUPIL] = done[PUPIL].replace("name: Leonardo da Vinci", f"name: {name}")

    assert any(path.endswith(".pdf") for path in _files(edition(done)))


def test_of_a_certificate_that_may_not_be_shown_there_is_no_file() -> None:
    hidden = edition(_done(NAMED))
    pair = PairId(ProgramId("bottega"), PairName("verrocchio-leonardo"))

    assert certificate_file(hidden, pair, PersonId("leonardo")) is None
    assert list(badge_files(hidden, pair, PersonId("leonardo"))) == []
