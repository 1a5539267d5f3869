"""`telemaco survey ask`: the questions of a survey, for a form service or for paper."""

from collections.abc import Mapping
from pathlib import Path

import click

from telemaco.adapters.disk import DiskWriter
from telemaco.adapters.translations import Catalog
from telemaco.cli import exit_status
from telemaco.cli.options import folder_option, language_option, root_option
from telemaco.cli.reading import read
from telemaco.messages import msg, msg_n
from telemaco.model.community import Community
from telemaco.model.evaluation import Asked
from telemaco.ports import Translator
from telemaco.progress.surveys_to_do import too_few_to_show
from telemaco.render.questionnaires import as_markdown, as_titles
from telemaco.usecases.named import program_named, survey_to_read


@click.command("ask", short_help="The questions of a survey, for a form outside.")
@click.argument("survey")
@click.option("--program", help="Only for those whom this program asks.")
@folder_option
@root_option
@language_option
def ask_command(
    survey: str, program: str | None, out: Path | None, root: Path, translator: Translator
) -> int:
    """Write the questions of SURVEY, for each role, with their answers and who reads them.

    Set them up in a form service as they are, so that telemaco survey count knows them again.
    Without --out they are printed in one language. With it there is a questionnaire (.md) and
    the titles of a table (.csv) for each role and each language of the community.
    """
    community = read(root, translator).community
    asked = survey_to_read(community, survey, program)
    few = program and too_few_to_show(community, program_named(community, program), asked)
    if few:
        click.echo(translator.text(few), err=True)
    if out is None:
        least = community.settings.privacy.small_group
        questionnaires = (as_markdown(asked, role, least, translator) for role in asked.roles)
        click.echo("\n".join(questionnaires), nl=False)
        _say_how_to_count(asked, program, translator)
        return exit_status.CLEAN
    files = _files(community, asked)
    writer = DiskWriter(out)
    for name, content in files.items():
        writer.write(name, content)
        click.echo(name)
    count = len(files)
    click.echo(
        translator.text(msg_n("Wrote {count} file.", "Wrote {count} files.", count)), err=True
    )
    _say_how_to_count(asked, program, translator)
    return exit_status.CLEAN


def _say_how_to_count(asked: Asked, program: str | None, translator: Translator) -> None:
    """The command that counts the answers, where the questions do not tell whose they are."""
    questions = [asked.survey.asked_of(role) for role in asked.roles]
    if all(questions.count(one) == 1 for one in questions):
        return
    tables = " ".join(f"{asked.id}-{role.value}.csv" for role in asked.roles)
    whose = " ".join(f"--role {role.value}" for role in asked.roles)
    of_program = f" --program {program}" if program else ""
    command = f"telemaco survey count {asked.id} {tables} {whose}{of_program}"
    told = msg(
        "The roles are asked the same questions, so a table does not tell whose answers it holds. "
        "Export one table a role, and say whose it is when you count: {command}.",
        command=command,
    )
    click.echo(translator.text(told), err=True)


def _files(community: Community, asked: Asked) -> Mapping[str, bytes]:
    files, few = {}, community.settings.privacy.small_group
    for role in asked.roles:
        for language in community.settings.languages:
            name, say = f"{asked.id}.{role.value}.{language}", Catalog(language)
            files[f"{name}.md"] = as_markdown(asked, role, few, say).encode()
            files[f"{name}.csv"] = as_titles(asked.survey, role, say).encode()
    return files
