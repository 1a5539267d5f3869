"""A small community with accounts, and forms filled in by them."""

from collections.abc import Callable, Mapping
from datetime import date

from telemaco.adapters.translations import Catalog
from telemaco.forms.values import Answers, Form, Wording
from telemaco.loading.load import load
from telemaco.messages import Message
from telemaco.model.community import Community
from telemaco.submissions.values import Filled, Problem, Submission
from telemaco.usecases.check import check
from telemaco.usecases.overlaid import Overlaid
from telemaco.usecases.submit import submit
from tests.fakes import FakeSources

TODAY = date(2027, 2, 17)

PERSON = "program/people/{}.yaml"
PAIR = "pairs/workshop/verrocchio-leonardo/pair.yaml"

FILES: Mapping[str, str] = {
    "program/community.yaml": """\
title: {en: The Workshop, it: La bottega}
languages: [en, it]
coordinators: [cosimo]
contact: workshop@example.org
code_of_conduct: CODE_OF_CONDUCT.md
privacy: {repository: public}
""",
    "program/skills.yaml": """\
- {id: drawing, label: {en: Drawing, it: Disegno}, group: {en: Arts, it: Arti}}
- {id: perspective, label: {en: Perspective, it: Prospettiva}, group: {en: Arts, it: Arti}}
- {id: geometry, label: {en: Geometry, it: Geometria}, group: {en: Sciences, it: Scienze}}
""",
    "program/programs/workshop.yaml": """\
title: {en: The year in the workshop, it: Un anno in bottega}
summary: {en: A master and a pupil meet., it: Un maestro e un allievo si incontrano.}
status: running
style: informal
kind: one-to-one
dates: {start: 2027-01-01, end: 2027-12-31}
""",
    "program/programs/evenings.yaml": """\
title: {en: Evenings by the river, it: Serate sul fiume}
summary: {en: Groups that draw together., it: Gruppi che disegnano insieme.}
status: running
style: informal
kind: group
dates: {start: 2027-01-01}
""",
    "program/programs/conversations.yaml": """\
title: {en: Conversations among equals, it: Conversazioni tra pari}
summary: {en: Four meet and ask each other., it: Quattro si incontrano e si interrogano.}
status: running
style: informal
kind: peer-circle
dates: {start: 2027-01-01}
""",
    "program/people/cosimo.yaml": """\
name: Cosimo
github: cosimo-the-elder
timezone: Europe/Rome
languages: {it: native}
enrolments: []
consent: {text: v1, on: 2026-12-01, publish: [name]}
""",
    "program/people/leonardo.yaml": """\
# Written by Leonardo himself, with the left hand.
name: Leonardo
github: Leo-from-Vinci
timezone: Europe/Rome
languages: {it: native}
headline: {en: Apprentice, it: Apprendista} # for now
seeks:
  - {skill: perspective} # since 1466
enrolments:
  - {program: workshop, role: mentee, status: matched}
consent: {text: v1, on: 2026-12-01, publish: [name]}
""",
    "program/people/verrocchio.yaml": """\
name: Andrea del Verrocchio
github: verrocchio
timezone: Europe/Rome
languages: {it: native}
offers:
  - {skill: drawing, level: expert}
enrolments:
  - {program: workshop, role: mentor, status: matched}
consent: {text: v1, on: 2026-12-01, publish: [name, offers]}
""",
    "program/people/botticelli.yaml": """\
name: Sandro Botticelli
github: sandro
timezone: Europe/Rome
languages: {it: native, en: working}
enrolments:
  - {program: workshop, role: mentor, status: accepted}
consent: {text: v1, on: 2026-12-01, publish: [name]}
""",
    "program/people/filippino.yaml": """\
name: Filippino Lippi
github: filippino
timezone: Europe/Rome
languages: {it: native}
enrolments:
  - {program: workshop, role: mentee, status: accepted}
consent: {text: v1, on: 2026-12-01, publish: []}
""",
    PAIR: """\
members:
  - {person: verrocchio, role: mentor}
  - {person: leonardo, role: mentee}
status: active
start: 2027-01-10
""",
    "pairs/workshop/verrocchio-leonardo/2027-02-03.md": """\
---
status: held
minutes: 60
attendance: {verrocchio: present, leonardo: present}
---
""",
}


def sources(changes: Mapping[str, str] | None = None) -> FakeSources:
    """The community's files, with some of them changed."""
    return FakeSources({**FILES, **(changes or {})})


def community(changes: Mapping[str, str] | None = None) -> Community:
    """The community, with some files changed."""
    return load(sources(changes).files()).community


def sent(
    form: Callable[[Community], Form],
    answers: Mapping[str, str | tuple[str, ...]],
    author: str,
    changes: Mapping[str, str] | None = None,
) -> Submission:
    """What becomes of a form that an account sends."""
    base = community(changes)
    filled = Filled(form(base), whole(answers), author, 12)
    return submit(filled, base, sources(changes), TODAY)


def whole(answers: Mapping[str, str | tuple[str, ...]]) -> Answers:
    """The answers as the parser gives them."""
    return {
        field: answer if isinstance(answer, tuple) else (answer,)
        for field, answer in answers.items()
    }


def after(found: Submission, changes: Mapping[str, str] | None = None) -> Community:
    """The community once the files are written; without a fault that it did not have."""
    checked = check(Overlaid(sources(changes), found.files), TODAY)
    assert not checked.findings, checked.findings
    return checked.community


def told(problem: Problem, language: str = "en") -> str:
    """A problem as somebody reads it."""
    words = [said(problem.message, language)]
    if problem.allowed:
        words.append(f"[{'; '.join(said(one, language) for one in problem.allowed)}]")
    if problem.hint:
        words.append(said(problem.hint, language))
    label = f"{said(problem.field, language)}: " if problem.field is not None else ""
    return label + ". ".join(words[:1]) + "".join(f" - {word}" for word in words[1:])


def said(wording: Wording, language: str = "en") -> str:
    """A wording as somebody reads it."""
    message = wording if isinstance(wording, Message) else Message("{it}", {"it": wording})
    return Catalog(language).text(message)
