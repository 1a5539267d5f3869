import pytest

from telemaco.records.base import PairName, ProgramId
from telemaco.records.layout import PairId
from telemaco.render.pages.addresses import (
    code_of,
    pair_address,
    part_address,
    shell_of,
    to_root,
)
from tests.fakes import SETTINGS
from tests.render.pages.workshop import PUPIL, edition, without

PAIR_ID = PairId(ProgramId("bottega"), PairName("verrocchio-leonardo"))


def test_a_pair_that_is_published_whole_has_its_folder_as_address() -> None:
    assert pair_address(edition().community, PAIR_ID) == "pairs/bottega/verrocchio-leonardo/"


@pytest.mark.parametrize("published", ["seeks, pairs", "name, seeks"])
def test_an_address_names_nobody_who_does_not_publish_name_and_pairs(published: str) -> None:
    workshop = edition(without(PUPIL, "name, seeks, pairs", published)).community

    address = pair_address(workshop, PAIR_ID)

    assert "leonardo" not in address
    assert address == f"pairs/bottega/{code_of(workshop, PAIR_ID)}/"


def test_a_code_stays_the_same_and_can_clash_with_no_id() -> None:
    workshop = edition().community

    assert code_of(workshop, PAIR_ID) == code_of(workshop, PairId(*PAIR_ID))
    assert code_of(workshop, PAIR_ID).startswith("p_")


def test_a_code_cannot_be_computed_without_the_communitys_key() -> None:
    codes = {
        code_of(edition({"program/community.yaml": SETTINGS + privacy}).community, PAIR_ID)
        for privacy in (
            "",
            "privacy: {address_key: gold-leaf-and-size}",
            "privacy: {address_key: size-and-gold-leaf}",
        )
    }

    assert len(codes) == 3


def test_the_first_part_of_a_list_is_the_list() -> None:
    assert part_address("mentors/", 1) == "mentors/"
    assert part_address("mentors/", 2) == "mentors/page_2/"


@pytest.mark.parametrize(
    ("address", "shell"),
    [
        ("about/", "_shell_/"),
        ("people/leonardo/", "people/_shell_/"),
        ("pairs/bottega/", "pairs/_shell_/"),
        ("pairs/bottega/verrocchio-leonardo/", "pairs/_shell_/_shell_/"),
    ],
)
def test_there_is_a_shell_a_section_and_depth(address: str, shell: str) -> None:
    assert shell_of(address) == shell


def test_the_way_to_the_root_has_a_step_a_level() -> None:
    assert to_root("") == ""
    assert to_root("pairs/bottega/a/") == "../../../"
