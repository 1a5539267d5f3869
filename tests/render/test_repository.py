from telemaco.render.repository import Repository

HERE = Repository("acme/workshop", "https://git.example", "trunk")


def test_files_are_edited_and_folders_looked_at_on_the_branch() -> None:
    assert HERE.edit("a/b.yaml") == "https://git.example/acme/workshop/edit/trunk/a/b.yaml"
    assert HERE.folder("a") == "https://git.example/acme/workshop/tree/trunk/a"


def test_path_of_a_stranger_leads_nowhere_else() -> None:
    assert HERE.line("abc", "a b?#.yaml", 3) == (
        "https://git.example/acme/workshop/blob/abc/a%20b%3F%23.yaml?plain=1#L3"
    )
