from datetime import date

from telemaco.adapters.translations import Catalog
from telemaco.model.forgetting import Forgetting, Mention
from telemaco.model.retention import Due
from telemaco.records.base import PersonId
from telemaco.render.forgetting import due_lines, git_keeps, plan_lines
from telemaco.render.repository import Repository

ENGLISH = Catalog("en")
LEONARDO = PersonId("leonardo")
OWN, FORMER = "program/people/leonardo.yaml", "program/people/former-1a.yaml"
OLD, NEW = "pairs/atelier/verrocchio-leonardo", "pairs/atelier/pair-1a"
PLAN = Forgetting(
    LEONARDO,
    PersonId("former-1a"),
    {FORMER: b"", f"{NEW}/pair.yaml": b""},
    (OWN, f"{OLD}/pair.yaml"),
    {OLD: NEW},
    (Mention(f"{NEW}/2027-01-05.md", 7, "Leonardo " + "drew " * 30),),
    (Mention(f"{NEW}/pair.yaml", 4, "statement: Draw"),),
    (f"{NEW}/2027-01-19.md.age",),
    ("Leonardo da Vinci", "leonardo"),
)
GONE = Forgetting(LEONARDO, None, {}, (OWN,), {}, (), (), (), ("Leonardo",))


THEIR_WORDS = (
    "1 place may have words of their own (of a note: where its text begins). "
    "Nobody changes it but you:"
)


def test_plan_names_folders_files_lines_and_sealed_notes() -> None:
    assert list(plan_lines(PLAN, ENGLISH)) == [
        f"move {OLD} to {NEW}",
        f"remove {OWN}",
        f"write {FORMER}",
        "",
        "1 line may still say who it was. Nobody changes it but you:",
        f"  {NEW}/2027-01-05.md:7: {('Leonardo ' + 'drew ' * 30)[:97]}...",
        "",
        THEIR_WORDS,
        f"  {NEW}/pair.yaml:4: statement: Draw",
        "",
        "Sealed notes, which only those can open who hold the key:",
        f"  {NEW}/2027-01-19.md.age",
    ]
    assert list(plan_lines(GONE, ENGLISH)) == [f"remove {OWN}"]


def test_steps_to_purge_have_the_names_filled_in() -> None:
    lines = list(git_keeps(PLAN, Repository("a/b"), ENGLISH))

    assert "   git clone --mirror https://github.com/a/b.git purge.git" in lines
    assert f"   git filter-repo --force --invert-paths --path {OWN}" in lines
    assert "   echo 'literal:Leonardo da Vinci==>former-1a' > ../names.txt" in lines
    assert "   echo 'literal:leonardo==>former-1a' >> ../names.txt" in lines
    assert (
        "   git filter-repo --force --replace-text ../names.txt --replace-message ../names.txt "
        f"--path-rename {OLD}/:{NEW}/"
    ) in lines
    assert "   git push --force --mirror https://github.com/a/b.git" in lines


def test_where_the_repository_is_not_known_its_address_is_left_open() -> None:
    lines = list(git_keeps(GONE, None, ENGLISH))

    assert "   git clone --mirror URL purge.git" in lines
    assert "   echo 'literal:Leonardo==>somebody' > ../names.txt" in lines


def test_each_who_is_due_has_a_command() -> None:
    due = (Due(LEONARDO, date(2027, 1, 31)),)

    assert list(due_lines(due, 12, "my folder", ENGLISH)) == [
        "leonardo took part until 31 January 2027:",
        "  telemaco forget leonardo --root 'my folder'",
    ]
    assert list(due_lines((), 1, ".", ENGLISH)) == ["Nobody took part last more than 1 month ago."]
    assert "is not set" in next(due_lines((), None, ".", ENGLISH))
