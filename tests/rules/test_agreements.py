import pytest

from telemaco.rules.agreements import versions
from tests.fakes import community

TEXT = "---\ntitle: Ours\nversion: v2\n---\n- We meet.\n"
ENGLISH, ITALIAN = (f"program/agendas/agreement.{code}.md" for code in ("en", "it"))


@pytest.mark.parametrize("italian", [TEXT.replace("v2", "v1"), TEXT.replace("version: v2\n", "")])
def test_texts_of_another_version_are_told(italian: str) -> None:
    found = versions(community({ENGLISH: TEXT, ITALIAN: italian}))

    assert [(one.code, one.location.path) for one in found] == [
        ("agreement-versions-differ", ITALIAN)
    ]


@pytest.mark.parametrize("files", [{}, {ENGLISH: TEXT}, {ENGLISH: TEXT, ITALIAN: TEXT}])
def test_texts_of_one_version_are_fine(files: dict[str, str]) -> None:
    assert not list(versions(community(files)))
