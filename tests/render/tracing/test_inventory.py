from telemaco.ports import NO_STAMP, Stamp
from telemaco.render.tracing.inventory import Inventory

ONE = (1, 2, 3, 4)
LEFT = Inventory(
    ["/", "a/", "a/b/", "c/"],
    [["x"], ["y"], ["z"], []],
    [*ONE, *ONE, *ONE, *ONE, *ONE, *NO_STAMP, *ONE],
)


def test_all_files_are_told_by_their_paths() -> None:
    assert [*LEFT.paths] == ["x", "a/y", "a/b/z"]


def test_the_stamp_of_a_folder_holds_where_all_in_it_are_known() -> None:
    assert LEFT.known() == dict.fromkeys(("x", "a/y", "c/"), Stamp._make(ONE))


def test_a_folder_whose_own_stamp_is_not_known_makes_those_above_doubtful() -> None:
    left = Inventory(["/", "a/"], [[], ["x"]], [*ONE, *NO_STAMP, *ONE])

    assert {*left.known()} == {"a/x"}


def test_an_empty_inventory_has_nothing() -> None:
    assert not [*Inventory().paths]
    assert not Inventory().known()
