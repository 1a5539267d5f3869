"""What a run does on the forge: as a table, for a job's summary, and for programs."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from telemaco.messages import Message, msg, msg_n
from telemaco.ports import Translator
from telemaco.reminders.steps import ForgePlan, Step, StepKind
from telemaco.render.dates import Dates
from telemaco.render.tables import table
from telemaco.render.visible import visible

_KINDS: Mapping[StepKind, Message] = {
    StepKind.COMMAND: msg("follow a command"),
    StepKind.MERGE: msg("close what was opened twice"),
    StepKind.COMPLETE: msg("close, answered"),
    StepKind.CLOSE: msg("close, not planned"),
    StepKind.OPEN: msg("open"),
    StepKind.REOPEN: msg("open again"),
    StepKind.ASK_AGAIN: msg("ask again"),
    StepKind.REPORT: msg("leave to the coordinators"),
    StepKind.UPDATE: msg("bring up to date"),
    StepKind.RELABEL: msg("give back the label"),
    StepKind.DIGEST: msg("coordinators' overview"),
}


def as_text(plan: ForgePlan, translator: Translator, width: int) -> str:
    """The steps as a table, and how to carry out exactly these."""
    say = translator.text
    if not plan.steps:
        return say(msg("Nothing is to be done on the forge by {day}.", day=plan.today)) + "\n"
    header = [say(word) for word in (msg("what"), msg("issue"), msg("about"), msg("due"))]
    rows = [_row(step, translator) for step in plan.steps]
    ways = msg(
        "Nothing was done. To do exactly this: telemaco remind --apply --expect {digest}",
        digest=plan.digest,
    )
    return f"{_counted(plan, translator)}\n\n{table(header, rows, width)}\n{say(ways)}\n"


def as_markdown(plan: ForgePlan, translator: Translator, *, is_private: bool) -> str:
    """For the summary of a job; in a public repository numbers only, since all can read it."""
    if is_private:
        lines = [
            f"| {_word(step, translator)} | {_number(step)} | {_about(step)} |"
            for step in plan.steps
        ]
        head = ["| | | |", "|---|---|---|"]
    else:
        lines = [f"| {word} | {count} |" for word, count in _sums(plan.steps, translator)]
        head = ["| | |", "|---|---|"]
    table_lines = [*head, *lines] if plan.steps else []
    return "\n".join([f"### {_counted(plan, translator)}", "", *table_lines, ""])


def as_json(plan: ForgePlan) -> str:
    """For programs: every step, the digest, and what waits."""
    document = {
        "today": plan.today.isoformat(),
        "digest": plan.digest,
        "writes": plan.writes,
        "open": plan.open_count,
        "steps": [_document(step) for step in plan.steps],
        "waiting": [_document(step) for step in plan.waiting],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def counts(steps: Iterable[Step], translator: Translator) -> str:
    """How many steps of each kind, in one line; empty without any."""
    return ", ".join(f"{word} {count}" for word, count in _sums(steps, translator))


def named(step: Step, translator: Translator) -> str:
    """A step in a few words, without saying whom it is about."""
    return " ".join(filter(None, (_word(step, translator), _number(step))))


def _counted(plan: ForgePlan, translator: Translator) -> str:
    title = msg_n(
        "{count} change on the forge by {day}.",
        "{count} changes on the forge by {day}.",
        plan.writes,
        day=plan.today,
    )
    if not plan.waiting:
        return translator.text(title)
    rest = msg_n(
        "{count} more step waits for the next run.",
        "{count} more steps wait for the next run.",
        len(plan.waiting),
    )
    return f"{translator.text(title)} {translator.text(rest)}"


def _sums(steps: Iterable[Step], translator: Translator) -> Sequence[tuple[str, int]]:
    found = Counter(step.kind for step in steps)
    return [(translator.text(_KINDS[kind]), found[kind]) for kind in StepKind if found[kind]]


def _row(step: Step, translator: Translator) -> tuple[str, ...]:
    due = Dates(translator.language).short_day(step.due) if step.key else ""
    return (_word(step, translator), _number(step), _about(step), due)


def _word(step: Step, translator: Translator) -> str:
    return translator.text(_KINDS[step.kind])


def _number(step: Step) -> str:
    return f"#{step.number}" if step.number else ""


def _about(step: Step) -> str:
    """The pair or the person and what is asked; all of it is plain words by its record."""
    return visible(f"{step.key.program}/{step.key.subject} {step.key.kind}") if step.key else ""


def _document(step: Step) -> Mapping[str, object]:
    return {
        "kind": step.kind.value,
        "key": str(step.key) if step.key else None,
        "issue": step.number,
        "due": step.due.isoformat(),
        "changes": [type(change).__name__ for change in step.changes],
    }
