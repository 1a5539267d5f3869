"""What became of tables of answers: each row that was not counted as it is, and what is kept."""

from collections.abc import Iterator, Mapping, Sequence

from telemaco.messages import Message, msg, msg_n
from telemaco.ports import Translator
from telemaco.records.program import Role
from telemaco.render.visible import harmless
from telemaco.tables.counted import Counted, CountedTable
from telemaco.tables.problem import Problem
from telemaco.tables.survey_answers import Reading

_BY: Mapping[Role, Message] = {
    Role.MENTOR: msg("mentors"),
    Role.MENTEE: msg("mentees"),
    Role.PEER: msg("peers"),
    Role.FACILITATOR: msg("facilitators"),
}


def counted_as_text(found: Counted, translator: Translator) -> str:
    """A line for each row that was refused, replaced or will not be quoted; nothing of others."""
    lines = (line for one in found.tables for line in _lines(one, translator))
    return "".join(f"{harmless(line)}\n" for line in lines)


def counted_closing(
    found: Counted, small_group: int, translator: Translator, *, applied: bool, held: bool
) -> str:
    """How many answered, what is kept of it, and what was or would be written.

    `held` is whether nothing is written as long as rows are refused.
    """
    lines = [
        _kept(found, role, answers, small_group)
        for role, answers in found.answers.items()
        if answers
    ]
    if any(0 < kept < found.answers[role] for role, kept in _counts(found).items()):
        lines.append(_waits(found, small_group))
    elif found.are_some_waiting:
        lines.append(_in_tables_alone(small_group))
    lines.append(
        _held(found.refused, small_group)
        if held and found.content is not None
        else _written(found, small_group, applied=applied)
    )
    return "".join(f"{translator.text(line)}\n" for line in lines)


def _lines(table: CountedTable, translator: Translator) -> Iterator[str]:
    say = translator.text
    if table.unread:
        titles = ", ".join(table.unread)
        yield say(msg("{path}: not read: {titles}", path=table.name, titles=titles))
    for row in table.rows:
        for message in _row(row, translator):
            yield say(
                msg("{path}: row {row}: {problem}", path=table.name, row=row.row, problem=message)
            )


def _row(row: Reading, translator: Translator) -> Iterator[Message]:
    if row.later is not None:
        yield msg("the same person answered again in row {row}, which counts", row=row.later)
    if row.problems:
        yield msg("refused: {problem}", problem=_together(row.problems, translator))
    if row.unquoted:
        yield msg("not quoted: {problem}", problem=_together(row.unquoted, translator))


def _together(problems: Sequence[Problem], translator: Translator) -> str:
    """What is wrong with a row, each thing once, with the columns that it is about."""
    columns: dict[str, list[str]] = {}
    for problem in problems:
        columns.setdefault(translator.text(problem.message), []).append(problem.column)
    return "; ".join(
        translator.text(_placed([title for title in titles if title], said))
        for said, titles in columns.items()
    )


def _placed(titles: Sequence[str], problem: str) -> Message:
    if not titles:
        return msg("{problem}", problem=problem)
    return msg_n(
        "column {titles}: {problem}",
        "columns {titles}: {problem}",
        len(titles),
        titles=_some([f'"{title}"' for title in titles]),
        problem=problem,
    )


def _some(titles: Sequence[str]) -> str | Message:
    shown = ", ".join(titles[:_NAMED])
    left = len(titles) - _NAMED
    if left <= 0:
        return shown
    return msg_n("{names} and {count} more", "{names} and {count} more", left, names=shown)


_NAMED = 3
"""Columns of a row that are named for one and the same thing."""


def _counts(found: Counted) -> Mapping[Role, int]:
    """How many answers of each role are in what is kept."""
    kept = {group.role: group.answers for group in found.results.groups}
    return {role: kept.get(role, 0) for role in found.answers}


def _kept(found: Counted, role: Role, answers: int, small_group: int) -> Message:
    kept = _counts(found)[role]
    if not kept:
        return msg(
            "{role}: {answers}, fewer than {least}, so nothing is kept of them yet.",
            role=_BY[role],
            answers=_answers(answers),
            least=small_group,
        )
    if kept != answers:
        return msg(
            "{role}: {answers}; the file stays at {kept} until {least} are new.",
            role=_BY[role],
            answers=_answers(answers),
            kept=kept,
            least=small_group,
        )
    return msg("{role}: {answers}.", role=_BY[role], answers=_answers(answers))


def _answers(count: int) -> Message:
    return msg_n("{count} answer", "{count} answers", count)


def _waits(found: Counted, small_group: int) -> Message:
    """Why a few answers more do not change the counts, and what to do about it."""
    return msg(
        "The counts change by {least} answers or more at once: by the difference of two counts "
        "fewer people would be known. Keep all tables, and count them together once more have "
        "answered. If {path} was shown to nobody yet, delete it and count again: then all "
        "answers count.",
        least=small_group,
        path=found.path,
    )


def _in_tables_alone(small_group: int) -> Message:
    return msg(
        "What fewer than {least} answered is in the tables alone, and is counted when more have "
        "come. Keep all tables, and count them together. Delete them when nobody can answer any "
        "more.",
        least=small_group,
    )


def _held(refused: int, small_group: int) -> Message:
    return msg_n(
        "{count} row is refused, so nothing is written. Correct it in the table, keep all tables, "
        "and count again. Or count without it, by --without-refused; then it is not added later "
        "until {least} answers are new, so that the difference tells on nobody.",
        "{count} rows are refused, so nothing is written. Correct them in the tables, keep all "
        "tables, and count again. Or count without them, by --without-refused; then they are not "
        "added later until {least} answers are new, so that the difference tells on nobody.",
        refused,
        least=small_group,
    )


def _written(found: Counted, small_group: int, *, applied: bool) -> Message:
    if found.content is None:
        return msg("There is nothing to write.")
    if not applied:
        return msg("{path} would be written. Nothing was; --apply writes it.", path=found.path)
    if found.refused:
        return msg_n(
            "Wrote {path}, without {count} row that is refused. To add it: correct it now, delete "
            "{path}, and count again. Once others have seen the file, it is not added until "
            "{least} answers are new, so that the difference tells on nobody: keep the tables "
            "until then.",
            "Wrote {path}, without {count} rows that are refused. To add them: correct them now, "
            "delete {path}, and count again. Once others have seen the file, they are not added "
            "until {least} answers are new, so that the difference tells on nobody: keep the "
            "tables until then.",
            found.refused,
            path=found.path,
            least=small_group,
        )
    if found.are_some_waiting:
        return msg("Wrote {path}.", path=found.path)
    return msg(
        "Wrote {path}. Words that are not quoted stand in the tables alone: read them, then delete "
        "the tables.",
        path=found.path,
    )
