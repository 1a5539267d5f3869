import pytest

from telemaco.findings import TelemacoError
from telemaco.records.base import SkillId
from telemaco.records.layout import SKILLS
from telemaco.usecases.skills import (
    Rewording,
    suggest_for,
    suggest_for_community,
    write_vocabulary,
)
from tests.fakes import FakeSources, FakeWriter

PERSON = "name: Ada\noffers: [{skill: Machine Learning}, {skill: law}]\nseeks: [{skill: open}]\n"


def test_words_without_a_community_become_a_new_file() -> None:
    found = suggest_for([("Law",)], None, 10)

    assert found.new_text == "- id: law\n  label: Law\n"


def test_people_s_words_that_are_no_ids_are_to_be_reworded() -> None:
    sources = FakeSources(
        {SKILLS: "- {id: law, label: Law}\n", "program/people/ada.yaml": PERSON, "program/x": "?"}
    )

    found = suggest_for_community(sources, 10)

    assert found.rewordings == (
        Rewording("program/people/ada.yaml", "Machine Learning", (SkillId("machine-learning"),)),
    )
    assert found.new_text.startswith("- {id: law, label: Law}\n- id: machine-learning\n")


def test_writing_twice_is_writing_once() -> None:
    writer = FakeWriter()
    words = [("Law", "Optics")]
    write_vocabulary(suggest_for(words, FakeSources({}), 10), writer)
    again = FakeWriter()

    write_vocabulary(suggest_for(words, FakeSources(writer.written), 10), again)

    assert set(writer.written) == {SKILLS}
    assert again.written == {}


def test_a_vocabulary_that_cannot_be_read_stops_the_run() -> None:
    sources = FakeSources({SKILLS: "- id: [\n"})

    with pytest.raises(TelemacoError):
        suggest_for([("Law",)], sources, 10)


def test_a_file_that_would_be_too_large_is_refused() -> None:
    many = [(f"Great skill with number {number}",) for number in range(2000)]
    writer = FakeWriter()

    with pytest.raises(TelemacoError):
        write_vocabulary(suggest_for(many, None, 3000), writer)

    assert writer.written == {}
