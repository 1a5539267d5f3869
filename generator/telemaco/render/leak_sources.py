"""The file to mend when a page tells what somebody does not publish."""

from collections.abc import Iterator

from telemaco.model.community import Community
from telemaco.records.layout import COMMUNITY, note_path, pair_path, person_path, program_path
from telemaco.render.leaks import Secret, strings_in


def files_that_tell(community: Community, secret: Secret) -> Iterator[str]:
    """The files of which the site shows texts, and in which the secret stands."""
    for path, text in _public_texts(community):
        if path != secret.path and secret.stands_in(text):
            yield path


def _public_texts(community: Community) -> Iterator[tuple[str, str]]:
    for pair_id, pair in community.pairs.items():
        for session in community.sessions_of(pair_id):
            if community.visibility_of(session) == "public":
                yield note_path(pair_id, session.id), session.body
        yield pair_path(pair_id), "\n".join(strings_in(pair.model_dump()))
    for person_id, person in community.people.items():
        yield person_path(person_id), "\n".join(strings_in(person.model_dump()))
    for program_id, program in community.programs.items():
        yield program_path(program_id), "\n".join(strings_in(program.model_dump()))
    yield COMMUNITY, "\n".join(strings_in(community.settings.model_dump()))
