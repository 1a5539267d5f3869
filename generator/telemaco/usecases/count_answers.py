"""Tables of answers from an outside form to the file of results of a survey."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from telemaco.findings import TelemacoError
from telemaco.loading.suspicious import private_passages
from telemaco.messages import Choices, Message, msg, msg_n
from telemaco.model.community import Community, ResultsId
from telemaco.model.evaluation import Asked, asked_in
from telemaco.progress.tallies import counted, renewed, waiting
from telemaco.records.base import ItemId, Language, ProgramId, SurveyId
from telemaco.records.layout import results_path
from telemaco.records.program import Role
from telemaco.records.survey import Answer, Results, Survey
from telemaco.records.text import in_language
from telemaco.render.questionnaires import FOR_ROLES
from telemaco.tables.columns import Table, table
from telemaco.tables.counted import Counted, CountedTable
from telemaco.tables.problem import Problem
from telemaco.tables.reading import rows_of, what_to_export
from telemaco.tables.survey_answers import Form, Reading, readings
from telemaco.tables.survey_titles import Say, Titles, is_known, role_meant, titles_of
from telemaco.yamltext.writing import write_inline

_SCHEMA = "yaml-language-server: $schema=../../../docs/schema/results.json"
_COMMENT = msg("Written by telemaco survey count: counts of many people, and of nobody alone.")


@dataclass(frozen=True, slots=True)
class Given:
    """A table: its name, what it holds, and whose answers these are; None if the table says it."""

    name: str
    content: bytes
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """The tables, no name twice, and what they hold answers to."""

    tables: Sequence[Given]
    program: ProgramId
    asked: Asked


def count_answers(community: Community, request: Request, says: Sequence[Say], own: Say) -> Counted:
    """The counts of all tables together, as far as they may take the place of those there are.

    `says` puts a sentence into each language that answers may be in, `own` into the community's.
    Raises TelemacoError when a table cannot be read, or whose answers it holds is unclear.
    """
    tables = tuple(_table(community, request, given, says) for given in request.tables)
    answers = [row.answer for one in tables for row in one.rows if row.answer]
    small_group = community.settings.privacy.small_group
    before = community.results.get(ResultsId(request.program, request.asked.id), Results(groups=()))
    after = renewed(before, counted(request.asked.survey, answers, small_group), small_group)
    return Counted(
        tables,
        {role: sum(one.role is role for one in answers) for role in request.asked.survey.roles},
        after,
        results_path(request.program, request.asked.id),
        None if after == before else _written(after, own(_COMMENT)),
        are_some_waiting=bool(waiting(request.asked.survey, answers, after)),
    )


def _written(results: Results, comment: str) -> bytes:
    """The file: a line a question, so that a change of one is a change of one line."""
    lines = [f"# {_SCHEMA}", f"# {comment}", "groups:"]
    for group in results.groups:
        lines += [f"  - role: {group.role.value}", f"    answers: {group.answers}"]
        lines.append("    items:" if group.items else "    items: {}")
        lines += [
            _line(item, result.model_dump(mode="json")) for item, result in group.items.items()
        ]
        if group.quotes:
            lines.append("    quotes:")
            lines += [_line(item, list(words)) for item, words in group.quotes.items()]
    return "".join(f"{line}\n" for line in lines).encode()


def _line(item: ItemId, value: Any) -> str:  # noqa: ANN401 (what YAML can write)
    return f"      {write_inline(item)}: {write_inline(value)}"


def _table(
    community: Community, request: Request, given: Given, says: Sequence[Say]
) -> CountedTable:
    survey = request.asked.survey
    rows = rows_of(given.content)
    found = table(rows.rows, is_known(survey, says)) if not isinstance(rows, Message) else rows
    if isinstance(found, Message):
        raise TelemacoError(
            msg("{path} cannot be read: {reason}", path=given.name, reason=found),
            what_to_export(found),
        )
    titles = titles_of(_titles(found), survey, says)
    if not titles.asked:
        raise TelemacoError(
            msg("{path} has no column with a question of this survey", path=given.name),
            msg("The titles of the columns are the questions as telemaco survey ask writes them."),
        )
    better = _better_survey(community, request, _titles(found), says, len(titles.asked))
    if better is not None:
        raise TelemacoError(
            msg(
                "{path} looks like the answers to {other}: more of its columns are questions of "
                "that survey than of {survey}",
                path=given.name,
                other=better,
                survey=request.asked.id,
            ),
            msg(
                "Count it as what it is: telemaco survey count {other} {path}. Where one form "
                "asked both, leave in a copy of the table only the columns of {survey}.",
                other=better,
                path=given.name,
                survey=request.asked.id,
            ),
        )
    role = given.role or (None if titles.role else role_meant(titles, survey, request.asked.roles))
    if role is None and titles.role is None:
        raise _of_others(community, given.name, request, titles) or _whose(given.name, request)
    if role is not None:
        _require_columns(given.name, survey, role, titles)
    form = Form(request.asked.id, survey, request.program, role, titles)
    read = tuple(_without_secrets(row, titles, community) for row in readings(found, form, says))
    return CountedTable(given.name, read, titles.others)


def _better_survey(
    community: Community,
    request: Request,
    titles: Sequence[str],
    says: Sequence[Say],
    fitting: int,
) -> SurveyId | None:
    """The other survey of the program that knows most of the titles, if it knows more of them."""
    known = {
        one.id: len(titles_of(titles, one.survey, says).asked)
        for one in asked_in(community, request.program)
        if one.id != request.asked.id
    }
    best = max(known, key=lambda one: known[one], default=None)
    return best if best is not None and known[best] > fitting else None


def _require_columns(name: str, survey: Survey, role: Role, titles: Titles) -> None:
    """A question that must be answered has a column, or every row would be wrong alike."""
    lacking = [
        in_language(item.text, titles.language or Language(""))
        for item in survey.asked_of(role)
        if item.required and item.id not in titles.asked
    ]
    if lacking:
        raise TelemacoError(
            msg_n(
                "{path}: the column of a question that must be answered is missing: {questions}",
                "{path}: the columns of {count} questions that must be answered are missing: "
                "{questions}",
                len(lacking),
                path=name,
                questions=" ".join(lacking),
            ),
            msg(
                "Export the table with all questions, or title the column as telemaco survey ask "
                "prints it."
            ),
        )


def _titles(found: Table) -> list[str]:
    return [title for title, column in found.columns.items() if not column.is_contact]


def _of_others(
    community: Community, name: str, request: Request, titles: Titles
) -> TelemacoError | None:
    """The error for a form that only those are asked who take no part in this program."""
    asked = titles.asked
    survey = request.asked.survey
    roles = [one for one in Role if asked <= {item.id for item in survey.asked_of(one)}]
    if len(roles) != 1 or roles[0] in request.asked.roles:
        return None
    [role] = roles
    others = [
        program
        for program in community.programs
        for one in asked_in(community, program)
        if one.id == request.asked.id and role in one.roles
    ]
    return TelemacoError(
        msg(
            "{path} has the questions of the form {for_whom}, and {program} does not ask it of "
            "them",
            path=name,
            for_whom=FOR_ROLES[role],
            program=request.program,
        ),
        msg("Say whose it is with --program: {programs}.", programs=Choices(tuple(others)))
        if others
        else msg("Take another table: no program asks this survey of them."),
    )


def _whose(name: str, request: Request) -> TelemacoError:
    roles = tuple(role.value for role in request.asked.roles)
    return TelemacoError(
        msg("Whose answers are in {path}: those of {roles}?", path=name, roles=Choices(roles)),
        msg(
            "Say it with --role, once for each table in their order: {example}. Or add a column "
            "Role to each table.",
            example=" ".join(f"--role {role}" for role in roles),
        ),
    )


def _without_secrets(reading: Reading, titles: Titles, community: Community) -> Reading:
    """The row; without its words if one of its texts names somebody, or gives an address."""
    if reading.answer is None or reading.answer.share != "quote":
        return reading
    secrets = tuple(_secrets(reading.answer, titles, community))
    if not secrets:
        return reading
    silent = reading.answer.model_copy(update={"share": "aggregate"})
    return replace(reading, answer=silent, unquoted=secrets)


def _secrets(answer: Answer, titles: Titles, community: Community) -> Iterator[Problem]:
    for title, item in titles.items.items():
        said = answer.answers.get(item.id)
        text = said if isinstance(said, str) else ""
        if any(private_passages(text)):
            yield Problem(title, msg("it gives an address or a number, so nothing is quoted"))
        elif _names(text, community):
            yield Problem(title, msg("it names somebody, so nothing is quoted"))


def _names(text: str, community: Community) -> bool:
    return any(
        re.search(rf"\b{re.escape(part)}\b", text)
        for person in community.people.values()
        for part in person.name.split()
        if part[0].isupper() and len(part) > 1
    )
