"""The atelier on a forge in memory: run the reminders on a day, and say what people do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from telemaco.model.community import Community
from telemaco.ports.forge import ForgeIssue
from telemaco.reminders.digest import Digest
from telemaco.reminders.letters import Letter, Letters, Written
from telemaco.reminders.marker import marks_in, memory_in
from telemaco.reminders.memory import Memory
from telemaco.reminders.steps import ForgePlan, Step, StepKind
from telemaco.usecases.remind import carry_out, plan_reminders
from tests.forge_fakes import MemoryForge
from tests.progress.atelier import ACTIVE, PROGRAM, atelier, person

VERROCCHIO = person("mentor", rest="confirmed: 2027-01-01\ngithub: Verrocchio\n")
LEONARDO = person("mentee", rest="github: leonardo\n")
COSIMO = """\
name: Cosimo
github: cosimo
timezone: Europe/Rome
languages: {it: native, en: fluent}
enrolments: []
consent: {text: v1, on: 2027-01-01, publish: [name]}
"""
LOGINS = {
    "program/people/verrocchio.yaml": VERROCCHIO,
    "program/people/leonardo.yaml": LEONARDO,
    "program/people/cosimo.yaml": COSIMO,
}


def workshop(
    notes: Mapping[str, str] | None = None,
    *,
    pair: str = ACTIVE,
    program: str = PROGRAM,
    more: Mapping[str, str] | None = None,
) -> Community:
    """The atelier, whose people have logins."""
    return atelier(notes, pair=pair, program=program, more={**LOGINS, **(more or {})})


def many_pairs(count: int) -> Community:
    """The atelier with as many pairs more, all of which began on the same day."""
    more = {}
    for number in range(count):
        for name, role in ((f"mentor-{number}", "mentor"), (f"mentee-{number}", "mentee")):
            rest = f"confirmed: 2027-01-01\ngithub: {name}\n"
            more[f"program/people/{name}.yaml"] = person(role, rest=rest)
        more[f"pairs/atelier/pair-{number}/pair.yaml"] = (
            f"members: [{{person: mentor-{number}, role: mentor}},"
            f" {{person: mentee-{number}, role: mentee}}]\nstatus: active\nstart: 2027-01-04\n"
        )
    return workshop(pair=ACTIVE.replace("active", "paused"), more=more)


class PlainLetters:
    """Says in few words everything that a letter knows."""

    def check_in(self, letter: Letter) -> Written:
        also = ", ".join(other.key.kind for other in letter.also)
        memory = letter.memory
        standing = [memory.stage, memory.until, memory.wish, memory.end]
        return Written(f"About {letter.key}", f"{letter.question.text.text} {also} {standing}")

    def call(self, letter: Letter) -> str:
        return f"Again: {letter.question.text.text}"

    def explanation(self, letter: Letter) -> str:
        return f"Commands for {letter.key.kind}"

    def digest(self, digest: Digest) -> Written:
        lines = [f"{item.concern} {item.key} {item.number}" for item in digest.items]
        return Written("Overview", "\n".join([*lines, f"held: {', '.join(digest.held)}"]))

    def news(self, digest: Digest) -> str:
        return f"News: {len(digest.items)}"


@dataclass
class Runs:
    """Runs of the reminders over one forge."""

    forge: MemoryForge = field(default_factory=MemoryForge)
    letters: Letters = field(default_factory=PlainLetters)

    def plan(self, community: Community, day: date) -> ForgePlan:
        """What is to be done on a day, in the morning."""
        morning = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
        self.forge.now = max(self.forge.now, morning)
        return plan_reminders(community, self.forge, self.letters, day)

    def run(self, community: Community, day: date) -> ForgePlan:
        """Plan and do it; afterwards nothing is left to do but what waits for the budget."""
        plan = self.plan(community, day)
        applied = carry_out(plan, self.forge, self.forge)
        assert not applied.failed
        assert not applied.left
        if not plan.waiting:
            again = self.plan(community, day)
            assert again.steps == (), again.steps
        return plan

    def check_in(self, kind: str = "") -> ForgeIssue:
        """The one check-in, or the one of a kind."""
        (found,) = [
            issue
            for issue in self.forge.issues_by_number.values()
            if "check-in" in issue.labels and kind in issue.title
        ]
        return found

    def memory(self, kind: str = "") -> Memory:
        """What the check-in remembers."""
        found = memory_in(marks_in(self.check_in(kind).body))
        assert found is not None
        return found

    def mails(self) -> list[str]:
        """What the forge wrote to people because of us, oldest first."""
        return [mail.kind for mail in self.forge.mails]


def kinds(plan: ForgePlan) -> list[StepKind]:
    """The kinds of a plan's steps, without the overview."""
    return [step.kind for step in plan.steps if step.kind is not StepKind.DIGEST]


def only(plan: ForgePlan) -> Step:
    """The one step of a plan, besides the overview."""
    (step,) = [step for step in plan.steps if step.kind is not StepKind.DIGEST]
    return step
