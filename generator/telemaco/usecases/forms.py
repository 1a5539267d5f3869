"""The files of a community's issue forms: which are missing, out of date, or no longer needed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from telemaco.findings import TelemacoError
from telemaco.forms.catalogue import forms_of
from telemaco.messages import msg
from telemaco.model.community import Community
from telemaco.ports import Remover, Translator, Writer
from telemaco.records.base import ProgramId, SurveyId
from telemaco.records.layout import COMMUNITY, SKILLS, Kind, program_path, survey_path
from telemaco.render.issue_forms import config
from telemaco.render.issue_forms.form import as_yaml
from telemaco.render.issue_forms.places import CONFIG, form_path, is_ours

Translate = Callable[[str], Translator]
"""Gives the translator of a language."""


@dataclass(frozen=True, slots=True)
class FormsPlan:
    """What is to be written and removed, by path; `kept` are files in our way that are not ours."""

    written: Mapping[str, bytes]
    removed: tuple[str, ...]
    kept: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the files are as they should be."""
        return not self.written and not self.removed


def files_of_forms(community: Community, translate: Translate) -> Mapping[str, bytes]:
    """Every file by its path: the forms that are offered, in each language, and config.yml."""
    return dict(sorted(_files(community, translate)))


def plan_forms(
    community: Community, present: Mapping[str, bytes], translate: Translate
) -> FormsPlan:
    """What differs from the files that are `present` in the folder of the forms.

    Raises TelemacoError when a file that the forms are made from cannot be read.
    """
    _require_readable(community)
    wanted = files_of_forms(community, translate)
    foreign = {path for path, content in present.items() if not is_ours(content)}
    return FormsPlan(
        written={
            path: content
            for path, content in wanted.items()
            if path not in foreign and present.get(path) != content
        },
        removed=tuple(path for path in sorted(present) if path not in {*wanted, *foreign}),
        kept=tuple(path for path in wanted if path in foreign),
    )


def changes_forms(community: Community, before: Community, translate: Translate) -> bool:
    """Whether a change of the files, from `before` on, changes what a form shows."""
    return files_of_forms(community, translate) != files_of_forms(before, translate)


def carry_out(plan: FormsPlan, writer: Writer, remover: Remover) -> None:
    """Write what is to be written, then remove what is no longer needed."""
    for path, content in plan.written.items():
        writer.write(path, content)
    for path in plan.removed:
        remover.remove(path)


def _files(community: Community, translate: Translate) -> Iterator[tuple[str, bytes]]:
    languages = tuple(dict.fromkeys(community.settings.languages))
    for form in forms_of(community):
        if form.is_offered:
            for language in languages:
                text = as_yaml(form, translate(language))
                yield form_path(form.name, language, languages), text.encode()
    yield CONFIG, config.as_yaml(community, translate(languages[0])).encode()


def _require_readable(community: Community) -> None:
    """Raise TelemacoError unless everything was read that a form shows."""
    for kind in (Kind.COMMUNITY, Kind.SKILLS, Kind.PROGRAM, Kind.SURVEY):
        for names in sorted(community.unread.get(kind, ())):
            raise TelemacoError(
                msg("{path} cannot be read.", path=_path(kind, names)),
                msg("Run telemaco check to see what is wrong."),
            )


def _path(kind: Kind, names: tuple[str, ...]) -> str:
    """The file, or its folder where the whole of it was not read."""
    match kind, names:
        case Kind.PROGRAM, (name, *_):
            return program_path(ProgramId(name))
        case Kind.SURVEY, (name, *_):
            return survey_path(SurveyId(name))
        case Kind.SKILLS, _:
            return SKILLS
        case _:
            return COMMUNITY if kind is Kind.COMMUNITY else "program/"
