"""A workshop on our own GitHub, and people who fill in forms.

The forms are stand-ins: the text of an issue says in JSON what becomes of it, so that the tests
say what they are about.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from telemaco.adapters.translations import Catalog
from telemaco.forms.values import Form
from telemaco.intake.branch import branch_of, digest_of
from telemaco.intake.steps import IntakePlan
from telemaco.intake.values import Reading, text_digest
from telemaco.loading.load import load
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.ports.forge import ForgeIssue
from telemaco.records.base import Language, PersonId
from telemaco.render.check_ins.places import Place
from telemaco.render.intake.letters import GithubIntakeLetters
from telemaco.submissions.values import Problem, Submission, Understood
from telemaco.usecases.intake import (
    Applied,
    Occasion,
    Readers,
    Writers,
    carry_out,
    plan_issue,
)
from tests.fakes import SETTINGS, FakeSources
from tests.forge.client import Client
from tests.forge.scene import NAME, TOKEN, Scene
from tests.forge.state import Comment, Issue

ADA = "program/people/ada.yaml"
DAY = date(2027, 3, 1)
FORM = Form("join-as-mentee", msg("Join as a mentee"), msg("You want to learn."), "join", ())

_PERSON = """\
name: NAME
github: LOGIN
timezone: Europe/Rome
languages: {it: native, en: fluent}
enrolments: []
consent: {text: v1, on: 2026-01-01, publish: [name]}
"""
PEOPLE = {
    "cosimo": "cosimo-m",
    "verrocchio": "Verrocchio",
    "leonardo": "leonardo",
    "botticelli": "",
}
"""Those of the workshop, and their logins; one has none."""


def files() -> dict[str, str]:
    """The files of the workshop."""
    people = {
        f"program/people/{person}.yaml": _person(person.title(), login)
        for person, login in PEOPLE.items()
    }
    return {"program/community.yaml": SETTINGS, **people}


def _person(name: str, login: str) -> str:
    text = _PERSON.replace("NAME", name)
    return text.replace("LOGIN", login) if login else text.replace("github: LOGIN\n", "")


def community() -> Community:
    return load(FakeSources(files()).files()).community


def reading(facts: Mapping[str, Any]) -> Reading:
    """What becomes of a form, from what the text of an issue says."""
    contents = {path: text.encode() for path, text in facts.get("files", {}).items()}
    problems = tuple(
        Problem(
            one.get("field"),
            msg("{text}", text=one["says"]),
            tuple(one.get("allowed", ())),
            for_coordinators=one.get("theirs", False),
        )
        for one in facts.get("problems", ())
    )
    submission = Submission(
        title=msg("{name} joins", name=facts.get("title", "ada")),
        author=PersonId(facts["author"]) if "author" in facts else None,
        files={} if problems else contents,
        understood=tuple(
            Understood(label, tuple(values)) for label, values in facts.get("said", {}).items()
        ),
        problems=problems,
        advice=tuple(Problem(None, msg("{text}", text=one)) for one in facts.get("advice", ())),
        confirm=tuple(map(PersonId, facts.get("confirm", ()))),
        tell=tuple(map(PersonId, facts.get("tell", ()))),
        to_do=tuple(msg("{text}", text=one) for one in facts.get("to_do", ())),
        material=facts.get("material", "agreed"),
        may_object=tuple(map(PersonId, facts.get("may_object", facts.get("tell", ())))),
        coordinators=tuple(map(PersonId, facts.get("coordinators", ()))),
    )
    language = Language(facts.get("language", "en"))
    text = text_digest(json.dumps(facts))
    return Reading(FORM, language, text, DAY, submission, submission.files, digest_of({}))


class Forms:
    """Implements FormReader: an issue is a form if its text is JSON."""

    def read(
        self, issue: ForgeIssue, day: date, agreed: tuple[PersonId, ...] = ()
    ) -> Reading | None:
        if not issue.body.startswith("{"):
            return None
        facts = json.loads(issue.body)
        if day.isoformat() < facts.get("not_before", ""):
            facts["problems"] = [{"says": f"{facts['not_before']} is still to come"}]
        found = reading(facts)
        yes = {path: content + "".join(agreed).encode() for path, content in found.files.items()}
        return replace(found, text=text_digest(issue.body), day=day, files=yes)

    def lost(self, issue: ForgeIssue, name: str, language: Language, day: date) -> Reading | None:
        if name != FORM.name:
            return None
        found = reading({"language": language, "problems": [{"says": "no form is left"}]})
        return replace(found, text=text_digest(issue.body), day=day)


JOIN: dict[str, Any] = {"files": {ADA: "name: Ada\n"}, "said": {"Name": ["Ada"]}}
"""A form in which everything is right."""
UNCLEAR: dict[str, Any] = {"problems": [{"field": "Time zone", "says": "it is missing"}]}
"""A form in which something is missing."""


@dataclass
class Stage:
    """GitHub with the files of the workshop on its main branch."""

    scene: Scene
    place: Place | None = field(default_factory=lambda: Place(NAME))

    def __post_init__(self) -> None:
        self.scene.github.token(TOKEN, issues="write", contents="write", pull_requests="write")
        self.merge({path: text.encode() for path, text in files().items()})

    @property
    def base(self) -> str:
        found = self.scene.home.objects.ref("refs/heads/main")
        assert found is not None
        return found

    def merge(self, contents: Mapping[str, bytes], branch: str = "main") -> str:
        """Somebody commits files to a branch, past all forms."""
        objects = self.scene.home.objects
        objects.blob(b"")
        head = objects.ref(f"refs/heads/{branch}")
        assert head is not None
        paths = {path: ("100644", objects.blob(content)) for path, content in contents.items()}
        tree = objects.grown_tree(objects.facts(head)[0], paths)
        made = objects.commit("By hand", tree, [head])
        objects.move_ref(f"refs/heads/{branch}", head, made)
        return made

    def client(self, login: str) -> Client:
        self.scene.github.token(f"token-of-{login}", login, issues="write")
        return Client(self.scene.github, f"token-of-{login}", f"/repos/{NAME}")

    def fill(self, facts: Mapping[str, Any] | str, login: str = "ada") -> int:
        """Somebody fills in a form; the number of the issue."""
        self.wait()
        body = facts if isinstance(facts, str) else json.dumps(facts)
        _, made = self.client(login).ask("POST", "/issues", {"title": "[Join]", "body": body})
        number: int = made["number"]
        return number

    def edit(self, number: int, facts: Mapping[str, Any], login: str = "ada") -> None:
        """The author edits the form."""
        self.wait()
        self.client(login).ask("PATCH", f"/issues/{number}", {"body": json.dumps(facts)})

    def say(self, number: int, text: str, login: str) -> int:
        """Somebody writes a comment; its id."""
        self.wait()
        body = {"body": text}
        _, made = self.client(login).ask("POST", f"/issues/{number}/comments", body)
        comment: int = made["id"]
        return comment

    def wait(self) -> None:
        """Some time passes."""
        self.scene.hands.moment += timedelta(minutes=1)

    def plan(self, number: int, comment: int | None = None) -> IntakePlan:
        """What a run plans."""
        return self.plan_from(Occasion(number, self.base, comment))

    def plan_from(self, occasion: Occasion) -> IntakePlan:
        """What a run plans on this occasion. Raises TelemacoError."""
        run = self.scene.run()
        readers = Readers(run.reader, run.answer_reader, run.contents_reader)
        letters = GithubIntakeLetters(community(), self.place, Catalog)
        return plan_issue(occasion, community(), readers, Forms(), letters)

    def run(self, number: int, comment: int | None = None) -> Applied:
        """A run plans, and carries it out."""
        plan = self.plan(number, comment)
        run = self.scene.run()
        return carry_out(plan, Writers(run.writer, run.answer_writer, run.contents_writer))

    def issue(self, number: int) -> Issue:
        found = self.scene.home.issues.now(number)
        assert found is not None
        return found

    def close(self, number: int, *, merged: bool = False) -> None:
        """A coordinator closes an issue or a pull request."""
        found = self.issue(number)
        proposal = found.proposal and replace(found.proposal, merged=merged)
        now = self.scene.hands.now()
        self.scene.home.change(found, state="closed", closed=now, proposal=proposal)

    def answers(self, number: int) -> list[Comment]:
        """Our comments on an issue."""
        found = self.scene.home.comments.all()
        return [one for one in found if one.issue == number and one.author.endswith("[bot]")]

    def answer(self, number: int) -> str:
        """What our one comment says."""
        [only] = self.answers(number)
        return only.body

    def pulls(self, number: int) -> list[Issue]:
        """The pull requests from the branch of an issue."""
        branch = branch_of(number)
        found = self.scene.home.issues.all()
        return [one for one in found if one.proposal and one.proposal.head == branch]

    def head(self, number: int) -> str | None:
        """The last commit on the branch of an issue."""
        return self.scene.home.objects.ref(f"refs/heads/{branch_of(number)}")

    def changes(self, number: int) -> dict[str, bytes]:
        """What the branch of an issue brings."""
        objects, head = self.scene.home.objects, self.head(number)
        assert head is not None
        blobs = {path: sha for _, _, sha, path in objects.entries(head, deep=True)}
        return {
            path: objects.content(blobs[path])
            for _, path in objects.changes("refs/heads/main", head)
        }
