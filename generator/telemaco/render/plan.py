"""The plan of check-ins as a text and as JSON."""

import json
from collections.abc import Mapping

from telemaco.messages import Message, msg, msg_n
from telemaco.ports import Translator
from telemaco.reminders.values import CheckIn, CheckInKind, Plan, Stage
from telemaco.render.dates import Dates
from telemaco.render.tables import table
from telemaco.render.visible import harmless

_KINDS: Mapping[CheckInKind, Message] = {
    CheckInKind.FIRST_MEETING: msg("first meeting"),
    CheckInKind.SESSION: msg("session"),
    CheckInKind.FINAL_FEEDBACK: msg("final feedback"),
    CheckInKind.BREAK_OVER: msg("break over"),
    CheckInKind.MIDPOINT_FEEDBACK: msg("midpoint feedback"),
    CheckInKind.AGREEMENT: msg("agreement"),
    CheckInKind.MILESTONE: msg("milestone"),
    CheckInKind.ACTION: msg("action"),
    CheckInKind.PROPOSED_PAIR: msg("proposed pair"),
    CheckInKind.SURVEY: msg("survey"),
    CheckInKind.SURVEY_UNMATCHED: msg("survey"),
    CheckInKind.SIGN_UP: msg("sign-up"),
    CheckInKind.STILL_AVAILABLE: msg("still available?"),
}
_READABLE = 30
"""Characters of a line of a question that can be read at ease."""
_STAGES: Mapping[Stage, Message] = {
    Stage.DUE: msg("ask"),
    Stage.NUDGE: msg("ask again"),
    Stage.ESCALATE: msg("report"),
    Stage.CLOSE: msg("close"),
}


def as_text(plan: Plan, translator: Translator, width: int) -> str:
    """The check-ins as a table, after a sentence that counts them."""
    say = translator.text
    if not plan.check_ins:
        return say(msg("No check-in is due by {day}.", day=plan.today)) + "\n"
    title = msg_n(
        "{count} check-in is due by {day}. Nothing was sent.",
        "{count} check-ins are due by {day}. Nothing was sent.",
        len(plan.check_ins),
        day=plan.today,
    )
    header = [
        say(word)
        for word in (msg("about"), msg("due"), msg("step"), msg("to whom"), msg("what is asked"))
    ]
    rows = [_row(check_in, plan, translator) for check_in in plan.check_ins]
    return f"{say(title)}\n\n{table(header, rows, width, readable=_READABLE)}"


def as_json(plan: Plan, translator: Translator) -> str:
    """The plan for programs; the keys of a check-in are those of `CheckIn`."""
    say = translator.text
    check_ins = [
        {
            "key": str(check_in.key),
            "program": check_in.key.program,
            "subject": check_in.key.subject,
            "period": check_in.key.period.isoformat(),
            "kind": check_in.key.kind.value,
            "due": check_in.due.isoformat(),
            "stage": check_in.stage.value,
            "to": list(check_in.to),
            "is_for_coordinators": check_in.is_for_coordinators,
            "send_on": check_in.send_on.isoformat(),
            "question": say(check_in.question),
            "also": [say(other) for other in check_in.also],
        }
        for check_in in plan.check_ins
    ]
    document = {"today": plan.today.isoformat(), "check_ins": check_ins}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _row(check_in: CheckIn, plan: Plan, translator: Translator) -> tuple[str, ...]:
    say = translator.text
    step = say(_STAGES[check_in.stage])
    if check_in.send_on > plan.today:
        step = say(msg("{step}, on {day}: today is quiet", step=step, day=check_in.send_on))
    questions = [harmless(say(text)) for text in (check_in.question, *check_in.also)]
    return (
        f"{check_in.key.program}/{check_in.key.subject}\n{say(_KINDS[check_in.key.kind])}",
        Dates(translator.language).short_day(check_in.due),
        step,
        say(msg("coordinators")) if check_in.is_for_coordinators else "\n".join(check_in.to),
        "\n".join(questions),
    )
