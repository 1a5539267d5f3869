from telemaco.adapters.translations import Catalog
from telemaco.render.leaks import secrets_of
from telemaco.usecases.proof import Proof
from tests.render.pages.workshop import edition


def _problems(proof: Proof) -> list[str]:
    return [Catalog("en").text(problem) for problem in proof.problems()]


def _proof() -> Proof:
    return Proof(secrets_of(edition().community))


def test_a_whole_site_has_no_problems() -> None:
    proof = _proof()

    proof.add("index.html", '<a href="a/">a</a>')
    proof.add("a/index.html", '<img src="../i.png">')
    proof.add("i.png")

    assert _problems(proof) == []
    assert proof.pages == 2


def test_an_address_that_leads_nowhere_is_named_with_its_page() -> None:
    proof = _proof()

    proof.add("index.html", '<a href="b/">b</a>')

    assert _problems(proof) == ["index.html leads to b/index.html, which is not there"]


def test_hosts_that_are_asked_are_named_once_with_page_and_source() -> None:
    proof = _proof()
    page = '<img src="https://evil.example.org/a.png">'

    proof.add_written("a/index.html", page, lambda host: f"source of {host}")
    proof.add_written("b/index.html", page, lambda host: f"source of {host}")

    assert _problems(proof) == [
        (
            "a/index.html asks evil.example.org for something, which tells it who reads; take "
            "that out of source of evil.example.org, or put the file into site/assets/"
        )
    ]


def test_file_that_tells_is_named() -> None:
    proof = Proof(secrets_of(edition().community), lambda _secret: ["pairs/a/b/2027-02-03.md"])

    proof.add("index.html", "<p>Anchiano</p>")

    (problem,) = _problems(proof)
    assert "Take it out of pairs/a/b/2027-02-03.md; or ask the person" in problem


def test_what_should_not_be_shown_is_named_with_its_person() -> None:
    proof = _proof()

    proof.add("index.html", "<p>Anchiano</p>")

    (problem,) = _problems(proof)
    assert "index.html shows location of program/people/leonardo.yaml" in problem
    assert "Anchiano" not in problem


def test_page_that_is_asked_for_and_not_there_is_named_with_who_asks() -> None:
    proof = _proof()
    proof.add("people/ada/index.html")

    (problem,) = proof.missing([("people/ada/index.html", "a"), ("people/eve/index.html", "b")])

    assert problem.facts == {"page": "people/eve/index.html", "file": "b"}
