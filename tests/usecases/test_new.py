from datetime import date

from telemaco.adapters.builtin import skeleton
from telemaco.adapters.translations import Catalog
from telemaco.ports import SourceFile
from telemaco.usecases.check import check
from telemaco.usecases.new import Beginning, new_community, write_all
from tests.fakes import FakeSources, FakeWriter

BEGINNING = Beginning('The "Workshop": tomorrow', "workshop@example.org", date(2027, 2, 1))
ENGLISH = Catalog("en")
ITALIAN = Catalog("it")


def _by_path(files: tuple[SourceFile, ...]) -> dict[str, str]:
    return {file.path: file.content.decode() for file in files}


def test_new_community_has_nothing_wrong_in_it() -> None:
    files = _by_path(new_community(skeleton(), BEGINNING, [ENGLISH, ITALIAN]))

    records = {p: text for p, text in files.items() if p.startswith(("program/", "pairs/"))}
    checked = check(FakeSources(records))

    assert checked.findings == ()
    assert checked.community.settings.name == 'The "Workshop": tomorrow'
    assert checked.community.settings.languages == ("en", "it")
    assert list(checked.community.programs) == ["first"]
    assert list(checked.community.people) == ["coordinator"]


def test_no_place_of_the_skeleton_is_left_open() -> None:
    files = _by_path(new_community(skeleton(), BEGINNING, [ENGLISH]))

    assert [path for path, text in files.items() if "@name" in text or "@tag@" in text] == []
    assert files["README.md"].startswith('# The "Workshop": tomorrow\n')


def test_community_without_a_name_gets_one_in_each_language() -> None:
    nameless = Beginning(None, "workshop@example.org", date(2027, 2, 1))

    files = _by_path(new_community(skeleton(), nameless, [ENGLISH, ITALIAN]))

    assert 'name: {en: "Our mentoring community", it: "' in files["program/community.yaml"]
    assert files["README.md"].startswith("# Our mentoring community\n")


def test_pages_of_other_languages_are_left_out() -> None:
    files = _by_path(new_community(skeleton(), BEGINNING, [ITALIAN]))

    assert "site/it/handbook/index.md" in files
    assert not [path for path in files if path.startswith("site/en/")]


def test_program_begins_a_month_after_today() -> None:
    files = _by_path(new_community(skeleton(), BEGINNING, [ENGLISH]))

    assert "start: 2027-03-03\n" in files["program/programs/first.yaml"]


def test_write_all_writes_every_file() -> None:
    files = new_community(skeleton(), BEGINNING, [ENGLISH])
    writer = FakeWriter()

    write_all(files, writer)

    assert writer.written == {file.path: file.content for file in files}
