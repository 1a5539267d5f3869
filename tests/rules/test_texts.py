from telemaco.rules.texts import (
    LocalTexts,
    texts_of_community,
    texts_of_pair,
    texts_of_person,
    texts_of_program,
    texts_of_skills,
    texts_of_survey,
)
from tests.rules.workshop import LEONARDO, PAIR, PROGRAM, SETTINGS, SURVEY, extended, workshop

_SURVEY = """\
{title: T, roles: [mentee], readers: [pair], items: [{id: a, kind: scale, text: A, scale: [b]}]}
"""


def _texts(routes_and_texts: LocalTexts) -> list[str]:
    return [text for _, text in routes_and_texts if isinstance(text, str)]


def test_every_text_of_every_record_is_met() -> None:
    community = workshop(
        extended(
            SETTINGS, "tagline: t\nchannels: [{kind: forum, label: l, url: https://a.example}]\n"
        ),
        extended(
            PROGRAM,
            """\
            objectives: [{id: a, statement: s, indicator: i, target: t}]
            eligibility: {mentor: [m], mentee: [n]}
            milestones: [{id: a, title: u, after_days: 1, evidence: e}]
            """,
        ),
        extended(
            LEONARDO,
            """\
            headline: h
            bio: b
            links: [{label: l, url: https://a.example}]
            goals: [{statement: g}]
            """,
        ),
        extended(
            PAIR,
            """\
            title: t
            milestones: [{id: a, done_on: 2027-02-01, evidence: e}]
            closing: {on: 2027-06-01, reflection: r, next_step: n}
            """,
        ),
        {SURVEY: _SURVEY},
    )
    (program,) = community.programs.values()
    (pair,) = community.pairs.values()
    (survey,) = community.surveys.values()
    leonardo = next(person for person in community.people.values() if person.name == "Leonardo")

    assert _texts(texts_of_community(community.settings)) == ["t", "l"]
    assert _texts(texts_of_program(program)) == ["s", "i", "t", "m", "n", "u", "e"]
    assert _texts(texts_of_person(leonardo)) == ["h", "b", "l", "g"]
    assert _texts(texts_of_pair(pair)) == ["t", "e", "r", "n"]
    assert _texts(texts_of_survey(survey)) == ["T", "A", "b"]
    assert not _texts(texts_of_skills(community.vocabulary))
