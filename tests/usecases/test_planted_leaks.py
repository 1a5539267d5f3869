"""A text that may not be shown is found in whatever file and in whatever form it stands."""

import csv
import io
import json
from collections.abc import Callable
from html import escape
from unicodedata import normalize
from urllib.parse import quote

import pytest
from icalendar import Calendar, Event

from telemaco.adapters.translations import Catalog
from telemaco.records.person import PersonField
from telemaco.render.leak_texts import hidden_texts
from telemaco.render.leaks import secrets_of
from telemaco.usecases.proof import Proof
from tests.fakes import SETTINGS
from tests.render.pages.workshop import NOTE, PUPIL, WORKSHOP, edition

HARD = "Zoë \"d'Été\" & Söhne, 100 %; gl'ultimi"
SURVEY = "program/surveys/pulse.yaml"
ANSWER = "pairs/bottega/surveys/pulse/a1b2c3.yaml"
FOLDER = "pairs/bottega/ada-zoe/pair.yaml"
COMMUNITY = {
    PUPIL: f"""\
        name: {json.dumps(HARD + " I")}
        github: zoe-of-anchiano
        timezone: Europe/Rome
        languages: {{it: native}}
        location: {json.dumps(HARD + " II")}
        headline: {{en: {json.dumps(HARD + " III")}, it: Una riga del tutto diversa}}
        bio: {json.dumps("I *draw* " + HARD + " IV")}
        links: [{{label: Works, url: "https://zoe.example.org/a?b=c&d=e"}}]
        goals: [{{statement: {json.dumps(HARD + " V")}}}]
        trained: [{{module: {json.dumps(HARD + " XIII")}, on: 2026-12-14}}]
        enrolments: [{{program: bottega, role: mentee, status: matched}}]
        consent: {{text: v1, on: 2027-01-01, publish: []}}
        """,
    FOLDER: f"""\
        members: [{{person: verrocchio, role: mentor}}, {{person: leonardo, role: mentee}}]
        title: {json.dumps(HARD + " VI")}
        status: completed
        start: 2027-01-15
        end: 2027-02-15
        meeting: {{tool: jitsi, url: "https://meet.example.org/our-secret-room"}}
        goals: [{{id: x, statement: {json.dumps(HARD + " VII")}, success: {
        json.dumps(HARD + " I1")
    }}}]
        milestones: [{{id: m, done_on: 2027-02-01, evidence: {json.dumps(HARD + " VIII")}}}]
        closing: {{on: 2027-02-15, reflection: {json.dumps(HARD + " IX")}, next_step: {
        json.dumps(HARD + " X")
    }}}
        """,
    NOTE: f"---\nstatus: held\nminutes: 60\n---\n# Goal\n\n{HARD} XI\n",
    SURVEY: """\
        title: A short survey
        roles: [mentee]
        readers: [coordinator]
        anonymity: aggregate
        items: [{id: free, kind: text, text: What else}]
        """,
    ANSWER: f"""\
        survey: pulse
        program: bottega
        role: mentee
        week: 2027-W05
        answers: {{free: {json.dumps(HARD + " XII")}}}
        share: aggregate
        """,
}
LOADED = edition(COMMUNITY).community
HIDDEN = list(hidden_texts(LOADED))
SECRETS = secrets_of(LOADED)


def _in_calendar(text: str) -> str:
    calendar, event = Calendar(), Event()
    event.add("summary", f"A session of the workshop with {text} at the bench")
    calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")


def _in_csv(text: str) -> str:
    file = io.StringIO()
    csv.writer(file).writerow(["a", text])
    return file.getvalue()


FORMS: dict[str, Callable[[str], str]] = {
    "people/x/index.html": lambda text: f"<p>{escape(text)}</p>",
    "a/index.html": lambda text: f'<a title="{escape(text).replace(" ", "&nbsp;")}">',
    "b/index.html": lambda text: f'<a href="../?title={quote(text)}">new</a>',
    "c/index.html": lambda text: "<p>" + escape(text).replace(" ", "</b>\n   <b>") + "</p>",
    "d/index.html": lambda text: "".join(f"&#{ord(letter)};" for letter in text),
    "e/index.html": lambda text: escape(normalize("NFD", text)),
    "search/search_index.json": lambda text: json.dumps({"text": f"<p>{escape(text)}</p>"}),
    "data/programs.json": lambda text: json.dumps({"text": text}, ensure_ascii=False),
    "data/programs.csv": _in_csv,
    "programs/bottega/calendar.ics": _in_calendar,
    "news.xml": lambda text: f"<title>{escape(text)}</title>",
    "assets/plan.svg": lambda text: f"<text>{escape(text)}</text>",
}


def _problems(path: str, text: str) -> list[str]:
    proof = Proof(SECRETS)
    proof.add(path, text)
    return [
        Catalog("en").text(problem) for problem in proof.problems() if "leads" not in problem.text
    ]


def test_every_field_is_planted() -> None:
    people: set[PersonField] = {
        "name",
        "github",
        "location",
        "headline",
        "bio",
        "links",
        "goals",
        "trained",
    }
    others = {"title", "meeting.url", "members", "goals", "milestones", "closing", "text", "free"}

    assert {hidden.field for hidden in HIDDEN} == people | others


@pytest.mark.parametrize("path", FORMS)
def test_it_is_found_in_every_kind_of_file(path: str) -> None:
    for hidden in HIDDEN:
        found = _problems(path, FORMS[path](hidden.text))

        assert [
            problem for problem in found if problem.startswith(path) and hidden.path in problem
        ], (hidden, found)


@pytest.mark.parametrize("path", FORMS)
def test_what_anybody_may_read_is_not(path: str) -> None:
    for text in ("Andrea del Verrocchio", "The workshop year", 'A "quoted" word, and 100 %'):
        assert _problems(path, FORMS[path](text)) == []


def test_it_is_found_in_the_address_of_a_file() -> None:
    (found,) = _problems("it/pairs/ada-zoe/index.html", "")

    assert found.startswith(f"it/pairs/ada-zoe/index.html shows members of {FOLDER}")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (PUPIL, "Take it out of a.md; or ask the person, and add name to consent.publish."),
        (NOTE, "visibility is not public. It is written in a.md, too: take it out there."),
        (FOLDER, "not all its members publish pairs. It is written in a.md, too"),
        (ANSWER, "not given to be quoted. It is written in a.md, too"),
    ],
)
def test_the_message_says_what_to_do(path: str, words: str) -> None:
    proof = Proof(SECRETS, lambda _secret: ["a.md"])
    for hidden in HIDDEN:
        if hidden.path == path:
            proof.add("index.html", escape(hidden.text))

    assert any(words in Catalog("en").text(problem) for problem in proof.problems())


def test_where_it_is_written_nowhere_else_the_message_says_where_to_look() -> None:
    (found,) = _problems("index.html", "zoe-of-anchiano")

    assert "Look for it in site/ and mkdocs.yml" in found


def test_a_name_that_is_published_may_not_stand_where_its_pair_is_told() -> None:
    files = {PUPIL: WORKSHOP[PUPIL].replace("[name, seeks, pairs]", "[name, seeks]")}
    community = edition(files).community
    secrets = secrets_of(community)
    (folder,) = secrets.in_folder

    for path in (f"{folder}/index.html", f"it/{folder}/calendar.ics"):
        (told,) = secrets.told_by(path, "by Leonardo da Vinci")
        assert (told.path, told.field) == (PUPIL, "pairs")
    assert list(secrets.told_by("people/leonardo/index.html", "by Leonardo da Vinci")) == []
    assert list(secrets.told_by(f"{folder}/index.html", "by a participant")) == []


def test_the_guide_that_a_note_begins_with_is_no_secret() -> None:
    asked = "What did you try since you last met"
    note = WORKSHOP[NOTE].replace("visibility: public", "visibility: members")
    files = {
        "program/agendas/own.en.md": f"---\ntitle: Own\n---\n\n{asked}\n",
        NOTE: note.replace("We looked at *drapery*.", asked),
    }

    secrets = secrets_of(edition(files).community)

    assert list(secrets.told_by("index.html", asked)) == []


def test_a_place_of_several_words_may_be_that_of_the_community() -> None:
    place = {
        PUPIL: WORKSHOP[PUPIL].replace("Anchiano", "New York"),
        "program/community.yaml": SETTINGS + "tagline: Painting in New York since 1481\n",
    }

    assert list(secrets_of(edition(place).community).told_by("index.html", "New York")) == []


@pytest.mark.parametrize(
    ("shown", "address"),
    [
        ("<a href='mailto:ada@home.net'>", "ada@home.net"),
        ("ada%40home.net", "ada@home.net"),
        ("&#97;da&#64;home.net", "ada@home.net"),
        ("Ada.B+x@mail.home.co.uk.", "Ada.B+x@mail.home.co.uk"),
    ],
)
def test_an_address_for_mail_stops_the_build(shown: str, address: str) -> None:
    (found,) = _problems("index.html", shown)

    assert found.startswith(f"index.html shows the e-mail address {address}. Take it out;")


@pytest.mark.parametrize(
    "shown",
    [
        "care@workshop.example",
        "git@github.com:a/b",
        "logo@2x.png",
        "0123abc@telemaco.invalid",
        "@verrocchio and me@home",
    ],
)
def test_the_communitys_own_address_may_stand_anywhere(shown: str) -> None:
    settings = {
        "program/community.yaml": SETTINGS.replace("contact:", "contact: care@workshop.example #")
    }
    secrets = secrets_of(edition(settings).community)

    assert list(secrets.mail_in(f"<p>{shown}</p>")) == []


def test_what_was_given_to_be_quoted_or_is_no_text_is_no_secret() -> None:
    quoted = COMMUNITY[ANSWER].replace("share: aggregate", "share: quote")
    chosen = COMMUNITY[ANSWER].replace(json.dumps(HARD + " XII"), "[a, b]")
    empty = COMMUNITY[NOTE].partition("# Goal")[0] + "***\n"
    for files in ({ANSWER: quoted}, {ANSWER: chosen}, {NOTE: empty}):
        found = {hidden.path for hidden in hidden_texts(edition(COMMUNITY | files).community)}

        assert found.isdisjoint(files)
        assert found != set()


def test_an_example_in_a_page_written_by_hand_is_nobodys_address() -> None:
    secrets = secrets_of(LOADED, ["contact: desk@example.org, or ada@home.net"])

    assert list(secrets.mail_in("desk@example.org ada@home.net")) == ["ada@home.net"]
