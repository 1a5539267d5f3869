import pytest

from telemaco.adapters.translations import Catalog
from telemaco.loading.load import load
from tests.fakes import COSIMO, SETTINGS, FakeSources

PAIR = (
    "status: active\nstart: 2027-01-11\n"
    "members: [{person: cosimo, role: mentor}, {person: ada, role: mentee}]\n"
)
NOTE = "---\nstatus: held\n---\nWe spoke of bronze.\n"
ONE = "It looks like a session note. Move it into the folder of its pair: {}."
SOME = "It looks like a session note. Move it into the folder of its pair, one of these: {}."
SPRING = "pairs/spring-2027/ada-mary/, pairs/spring-2027/cosimo-leonardo/"
SOMEWHERE = (
    "It looks like a session note. Move it into the folder of its pair: "
    "pairs/, then the program, then the pair."
)
ELSEWHERE = "Delete it, or move it out of program/ and pairs/."


def _hint(path: str, content: str, pairs: int = 2) -> str:
    names = ["ada-mary", "cosimo-leonardo", "c", "d", "e", "f"][:pairs]
    files = {
        "program/community.yaml": SETTINGS,
        "program/people/cosimo.yaml": COSIMO,
        "program/programs/spring-2027.yaml": "title: Spring\n",
        **{f"pairs/spring-2027/{name}/pair.yaml": PAIR for name in names},
        path: content,
    }
    found = [one for one in load(FakeSources(files).files()).findings if one.location.path == path]
    assert found[0].code == "unexpected-file"
    assert found[0].hint
    return Catalog("en").text(found[0].hint)


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("pairs/spring-2027/2027-02-05.md", SOME.format(SPRING)),
        ("pairs/spring-2027/2027-2-5.txt", SOME.format(SPRING)),
        ("pairs/spring-2027/2027-02-05.md.age", SOME.format(SPRING)),
        ("pairs/spring_2027/2027-02-05.md", SOME.format(SPRING)),
        ("pairs/sprnig-2027/2027-02-05.md", SOME.format(SPRING)),
        ("pairs/spring-2027/ada-mary/old/2027-02-05.md", ONE.format("pairs/spring-2027/ada-mary/")),
        ("pairs/2027-02-05.md", SOMEWHERE),
        ("pairs/winter/2027-02-05.md", SOMEWHERE),
        ("program/2027-02-05.md", SOMEWHERE),
    ],
)
def test_note_by_its_name_is_to_be_moved_into_the_folder_of_its_pair(path: str, hint: str) -> None:
    found = _hint(path, "We spoke of bronze.\n")

    assert found == hint


@pytest.mark.parametrize(
    ("name", "content", "hint"),
    [
        ("first.md", NOTE, SOME.format(SPRING)),
        ("first.md", f"\ufeff---\r\nminutes: 60\r\n{NOTE[4:]}", SOME.format(SPRING)),
        ("first.md", "We spoke of bronze.\n", ELSEWHERE),
        ("first.png", NOTE, ELSEWHERE),
    ],
)
def test_note_by_its_text_is_told_from_another_file(name: str, content: str, hint: str) -> None:
    found = _hint(f"pairs/spring-2027/{name}", content)

    assert found == hint


@pytest.mark.parametrize("pairs", [0, 6])
def test_only_few_pairs_are_named(pairs: int) -> None:
    found = _hint("pairs/spring-2027/2027-02-05.md", NOTE, pairs)

    assert found == (
        "It looks like a session note. Move it into the folder of its pair, in pairs/spring-2027/."
    )
