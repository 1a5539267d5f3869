"""Forms that somebody sends, one for everything that can be said of them."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from telemaco.forms.asking import ask_the_coordinator, feedback
from telemaco.forms.joining import join_as_mentee, join_as_mentor, join_as_peer
from telemaco.forms.meeting import session_note
from telemaco.forms.pairing import confirm_a_pair, propose_a_pair
from telemaco.forms.staying import pause_or_leave, update_my_entry
from telemaco.forms.values import Form
from telemaco.model.community import Community
from tests.submissions.test_asking import ANSWERS, PRIVATE, QUESTIONS, SETTINGS, SURVEY
from tests.submissions.test_joining import MENTEE, MENTOR, PEER
from tests.submissions.test_leaving import GROUP_NAME, in_group
from tests.submissions.test_noting import FOLDER, SESSION
from tests.submissions.test_pairs import NO, PROPOSED, WISH, YES
from tests.submissions.workshop import FILES, PAIR, PERSON

Given = Mapping[str, str | tuple[str, ...]]


class Scene(NamedTuple):
    """What is sent, by whom, to which community."""

    words: str
    form: Callable[[Community], Form]
    author: str
    answers: Given
    changes: Mapping[str, str] = {}


def _survey(base: Community) -> Form:
    return next(iter(feedback(base)))


_LEO = "leo-from-vinci"
_NOTE = FILES[f"{FOLDER}/2027-02-03.md"]
_OTHER = PERSON.format("other")
_CLOSED = {SURVEY: QUESTIONS, SETTINGS: PRIVATE}
_IN_PUBLIC = {SETTINGS: FILES[SETTINGS].replace("public}", "public, note_visibility: public}")}

SCENES = (
    Scene("a mentor joins", join_as_mentor, "Sofonisba", MENTOR),
    Scene("a mentee joins", join_as_mentee, "Raffaello", MENTEE),
    Scene("a peer joins", join_as_peer, "isotta", PEER),
    Scene("a known mentor joins again", join_as_mentor, "verrocchio", MENTOR),
    Scene("a known mentee joins again", join_as_mentee, _LEO, MENTEE),
    Scene(
        "a mentor joins another program",
        join_as_mentor,
        "sandro",
        {**MENTOR, "program": "evenings"},
    ),
    Scene(
        "a mentor writes what nobody may write",
        join_as_mentor,
        "Sofonisba",
        {
            **MENTOR,
            "name": "So\u202efonisba",
            "pronouns": "half \ud83d",
            "headline": "Call +39 055 123 4567",
            "bio": "sofonisba@example.org, password: hunter2hunter2",
        },
    ),
    Scene(
        "a mentor slips",
        join_as_mentor,
        "Sofonisba",
        {
            **MENTOR,
            "hours": "four",
            "experience": "1000",
            "timezone": "",
            "values": ("growth", "courage", "honesty", "patience"),
            "publish": ("offers",),
        },
    ),
    Scene(
        "a mentee would like somebody who is not there",
        join_as_mentee,
        "Raffaello",
        {**MENTEE, "prefers": ("ghost",)},
    ),
    Scene(
        "a mentee would like themselves",
        join_as_mentee,
        _LEO,
        {**MENTEE, "program": "evenings", "prefers": ("leonardo",)},
    ),
    Scene(
        "a mentor lets the site show less",
        join_as_mentor,
        "verrocchio",
        {**MENTOR, "program": "evenings", "publish": ("name",)},
    ),
    Scene(
        "a session after leaving the pair",
        session_note,
        _LEO,
        {**SESSION, "date": "2027-02-16"},
        {
            PAIR: FILES[PAIR].replace(
                "person: leonardo, role: mentee",
                "person: leonardo, role: mentee, until: 2027-02-01",
            )
        },
    ),
    Scene("a program is gone", join_as_mentor, "Sofonisba", {**MENTOR, "program": "bottega"}),
    Scene("a login that no entry can have", join_as_mentor, "corp-", MENTOR),
    Scene(
        "an account in two entries",
        join_as_mentor,
        _LEO,
        MENTOR,
        {_OTHER: FILES[PERSON.format("leonardo")]},
    ),
    Scene(
        "an entry that cannot be read",
        join_as_mentor,
        "Sofonisba",
        MENTOR,
        {PERSON.format("sofonisba"): "{"},
    ),
    Scene("a session", session_note, "verrocchio", SESSION),
    Scene("a session without minutes", session_note, "verrocchio", {**SESSION, "minutes": ""}),
    Scene("a session by nobody we know", session_note, "nobody", SESSION),
    Scene("a session by a stranger to the pair", session_note, "sandro", SESSION),
    Scene(
        "a session of no pair on no day",
        session_note,
        "verrocchio",
        {"pair": "workshop/leonardo", "date": "17.2.2027"},
    ),
    Scene("a session too early", session_note, "verrocchio", {**SESSION, "date": "2026-12-24"}),
    Scene(
        "a session to come",
        session_note,
        "verrocchio",
        {**SESSION, "date": "2027-02-18", "next": "2027-02-01"},
    ),
    Scene(
        "a session that is there",
        session_note,
        "verrocchio",
        {"pair": SESSION["pair"], "date": "2027-02-03", "minutes": "60"},
    ),
    Scene(
        "the tenth session of a day",
        session_note,
        "verrocchio",
        {**SESSION, "date": "2027-02-03"},
        {f"{FOLDER}/2027-02-03-{number}.md": _NOTE for number in range(2, 10)},
    ),
    Scene(
        "a session with wrong facts",
        session_note,
        "verrocchio",
        {**SESSION, "minutes": "0", "present": ("filippino",), "agenda": "gone", "next": "soon"},
    ),
    Scene(
        "a session with words where they are not kept",
        session_note,
        "verrocchio",
        {**SESSION, "notes": "We drew."},
    ),
    Scene(
        "a session that names somebody",
        session_note,
        "verrocchio",
        {**SESSION, "notes": "Leonardo was late."},
        _IN_PUBLIC,
    ),
    Scene("a new pair", propose_a_pair, "filippino", WISH),
    Scene("a new pair of others", propose_a_pair, "verrocchio", WISH),
    Scene("a new pair of nobody", propose_a_pair, "sandro", {**WISH, "mentees": ()}),
    Scene(
        "a pair that is there",
        propose_a_pair,
        "verrocchio",
        {**WISH, "mentors": ("verrocchio",), "mentees": ("leonardo",)},
    ),
    Scene(
        "a pair of three",
        propose_a_pair,
        "sandro",
        {**WISH, "mentees": ("filippino", "cosimo"), "start": "2028-01-01"},
    ),
    Scene("a pair where others bring people together", propose_a_pair, "sandro", {"program": "x"}),
    Scene(
        "a pair of two who must not meet",
        propose_a_pair,
        "filippino",
        WISH,
        {
            SETTINGS: PRIVATE,
            PERSON.format("botticelli"): FILES[PERSON.format("botticelli")]
            + "excludes: [filippino]\n",
        },
    ),
    Scene("a yes", confirm_a_pair, "sandro", YES, PROPOSED),
    Scene("a second yes", confirm_a_pair, "filippino", YES, PROPOSED),
    Scene("a no", confirm_a_pair, "sandro", NO, PROPOSED),
    Scene(
        "a yes to a pair that is under way",
        confirm_a_pair,
        "verrocchio",
        {**YES, "pair": SESSION["pair"]},
    ),
    Scene("an entry that is right", update_my_entry, _LEO, {"confirm": "right"}),
    Scene("a change", update_my_entry, _LEO, {"confirm": "changed", "headline": "-"}),
    Scene("a name that goes", update_my_entry, _LEO, {"confirm": "changed", "name": "-"}),
    Scene("a break", pause_or_leave, _LEO, {"what": "pause", "until": "2027-04-01"}),
    Scene("a break without a day", pause_or_leave, _LEO, {"what": "pause"}),
    Scene(
        "a break until yesterday", pause_or_leave, _LEO, {"what": "pause", "until": "2027-02-16"}
    ),
    Scene("a break until spring", pause_or_leave, _LEO, {"what": "pause", "until": "spring"}),
    Scene("the end of a pair", pause_or_leave, _LEO, {"what": "end-pair"}),
    Scene("the end of which pair", pause_or_leave, _LEO, {"what": "end-pair"}, in_group()),
    Scene("leaving a group", pause_or_leave, _LEO, {"what": "leave-group"}, in_group()),
    Scene("the end of no pair", pause_or_leave, "sandro", {"what": "end-pair"}),
    Scene(
        "the end of a group's mentor",
        pause_or_leave,
        "verrocchio",
        {"what": "end-pair", "pair": GROUP_NAME},
        in_group(),
    ),
    Scene(
        "the end of a pair that is over",
        pause_or_leave,
        _LEO,
        {"what": "end-pair", "pair": SESSION["pair"]},
        {PAIR: FILES[PAIR].replace("status: active", "status: cancelled")},
    ),
    Scene("leaving", pause_or_leave, _LEO, {"what": "leave"}),
    Scene("leaving what", pause_or_leave, _LEO, {"what": "leave"}, in_group()),
    Scene("leaving what one is not in", pause_or_leave, _LEO, {"what": "leave", "program": "x"}),
    Scene("removal", pause_or_leave, _LEO, {"what": "remove"}),
    Scene("a question", ask_the_coordinator, "anybody", {"question": "When?"}),
    Scene("answers", _survey, _LEO, ANSWERS, {SURVEY: QUESTIONS}),
    Scene("answers of somebody else", _survey, "verrocchio", ANSWERS, _CLOSED),
)
