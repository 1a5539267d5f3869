"""What the intake says: whole, in both languages, and safe whatever strangers wrote."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemaco.adapters.translations import Catalog
from telemaco.intake.letters import Matter
from telemaco.intake.plan import standing_of
from telemaco.intake.values import Memory, Saying, Scene, Verb
from telemaco.loading.load import load
from telemaco.messages import msg
from telemaco.ports.contents import Commit, PullRequest
from telemaco.ports.forge import ForgeIssue
from telemaco.records.base import PersonId
from telemaco.render.check_ins.places import Place
from telemaco.render.intake.letters import GithubIntakeLetters
from tests.fakes import SETTINGS, FakeSources
from tests.forge.scene import NAME, START
from tests.intake.stage import DAY, JOIN, files, reading
from tests.submissions.payloads import PAYLOADS

LIMIT = 65_536
"""Characters that GitHub takes for a comment."""

COMMIT = Commit("c" * 40, "t" * 40, (), "By hand")
OPEN = PullRequest(9, "", "", "open", is_merged=False, is_ours=True)


def matter(facts: dict[str, Any], *pulls: PullRequest, **said: Verb) -> Matter:
    issue = ForgeIssue(7, "", "", (), (), "open", None, START, START, None, "ada", is_ours=False)
    found = reading(facts)
    sayings = {PersonId(person): Saying(verb, START) for person, verb in said.items()}
    memory = Memory(found.form.name, found.language, "", DAY, "o", "agreed", START, sayings)
    scene = Scene(issue, found, "main", COMMIT, None, pulls, None, memory)
    return Matter(scene, standing_of(scene), is_changed=False)


def letters(settings: str = SETTINGS) -> GithubIntakeLetters:
    sources = {**files(), "program/community.yaml": settings}
    return GithubIntakeLetters(load(FakeSources(sources).files()).community, Place(NAME), Catalog)


def answer(facts: dict[str, Any], *pulls: PullRequest, **said: Verb) -> str:
    return letters().answer(matter(facts, *pulls, **said))


def test_answer_to_a_form_that_is_right() -> None:
    found = answer({**JOIN, "advice": ["nobody sees your name"]})

    assert found == (
        "Thank you. This is what was understood.\n\n"
        "| Field | What was understood |\n| --- | --- |\n| Name | Ada |\n\n"
        "- Nobody sees your name.\n\n"
        "**What happens next**\n\n"
        "It is in [a pull request](https://github.com/atelier/workshop/pulls"
        "?q=is%3Apr%20head%3Atelemaco/intake-7) now. A coordinator looks at it and takes it in.\n\n"
        "You need not do anything. When it is done, this issue closes by itself.\n\n"
        "<sub>Answers the form Join as a mentee. Edit the form, and this comment changes. This "
        "page is public; for what nobody else should read, write to workshop@example.org.</sub>"
    )


def test_answer_to_a_form_that_is_unclear_in_italian() -> None:
    problem = {"field": "Fuso orario", "says": "manca", "allowed": ["Europe/Rome", "UTC"]}

    found = answer({"language": "it", "problems": [problem], "said": {"Nome": ["Ada"]}}, OPEN)

    assert found.startswith(
        "Grazie. Qualcosa manca o non è chiaro, quindi per ora resta in attesa.\n\n"
        "- **Fuso orario**: manca. Valori ammessi: Europe/Rome, UTC.\n\n"
        "| Campo | Che cosa si è capito |\n| --- | --- |\n| Nome | Ada |\n\n"
        "**Che cosa succede adesso**\n\n"
    )
    assert "Fino ad allora la pull request resta com'era." in found


def test_hint_says_what_to_do() -> None:
    facts = reading({"problems": [{"says": "it is too long?"}]})
    [problem] = facts.submission.problems
    told = replace(problem, hint=msg("Make it shorter."))
    asked = matter({"problems": [{"says": "x"}]})
    submission = replace(asked.scene.reading.submission, problems=(told,))
    scene = replace(asked.scene, reading=replace(asked.scene.reading, submission=submission))

    assert "- It is too long? Make it shorter.\n" in letters().answer(replace(asked, scene=scene))


def test_of_many_values_the_first_are_shown() -> None:
    allowed = [f"zone-{number}" for number in range(30)]

    found = answer({"problems": [{"says": "none", "allowed": allowed}]})

    assert "zone-19 and 10 more." in found
    assert "zone-20" not in found


STUCK = {"says": "your account is named twice", "theirs": True}


def test_what_only_a_coordinator_can_mend_is_theirs() -> None:
    found = answer({"problems": [STUCK]}, OPEN)

    assert found.startswith(
        "Thank you. A coordinator has to mend something first, so it has to wait.\n\n"
        "- Your account is named twice.\n\n"
        "**What happens next**\n\n"
        "@cosimo-m This is for you. Once it is mended in the files, the form is looked at again by "
        "itself, and this comment changes.\n\n"
        "Until then the pull request stays as it was.\n\n"
    )


def test_what_the_author_can_mend_besides_is_theirs() -> None:
    found = answer({"problems": [STUCK, {"field": "Name", "says": "it is needed"}]})

    assert "Edit the form above" in found
    assert "@cosimo-m Where it says above that a coordinator" in found


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"to_do": ["Answer."]}, {}),
        ({"problems": [STUCK]}, {}),
        ({**JOIN, "confirm": ["leonardo"]}, {"leonardo": Verb.OBJECT}),
    ],
    ids=["question", "stuck", "objection"],
)
def test_coordinators_of_the_program_are_called(
    facts: dict[str, Any], said: dict[str, Verb]
) -> None:
    found = answer({**facts, "coordinators": ["verrocchio"]}, **said)

    assert "@Verrocchio " in found
    assert "@cosimo-m" not in found


def test_coordinators_of_a_program_without_accounts_leave_it_to_the_others() -> None:
    found = answer({"to_do": ["Answer."], "coordinators": ["botticelli"]})

    assert "@cosimo-m This is for you." in found


def test_who_is_only_told_is_not_asked_to_object() -> None:
    found = answer({**JOIN, "author": "ada", "tell": ["cosimo", "ada"], "may_object": []})

    assert "@cosimo-m This concerns you. You need not do anything.\n" in found
    assert "/object" not in found


def test_of_many_problems_the_first_are_told() -> None:
    found = answer({"problems": [{"says": f"wrong-{number}"} for number in range(42)]})

    assert "Wrong-39.\n- 2 more things.\n" in found


def test_pull_request_says_who_agreed_and_who_did_not() -> None:
    facts = {
        **JOIN,
        "author": "ada",
        "confirm": ["verrocchio", "leonardo"],
        "tell": ["cosimo"],
        "to_do": ["Ask Leonardo."],
    }

    found = letters().pull_request(matter(facts, OPEN, verrocchio=Verb.CONFIRM, cosimo=Verb.OBJECT))

    assert found.title == "ada joins"
    assert found.body.startswith("Closes #7\n\n**Do not merge this yet: somebody whom it concerns")
    for line in (
        "- [ ] Ask Leonardo.",
        "Agreed: Verrocchio.",
        "Not agreed yet: Leonardo.",
        "Objected: Cosimo.",
    ):
        assert line in found.body.splitlines()


def test_private_community_is_not_called_public() -> None:
    private = f"{SETTINGS}privacy: {{repository: private}}\n"

    found = letters(private).answer(matter(JOIN))

    assert "public" not in found


def test_contact_that_is_no_address_is_made_safe() -> None:
    other = SETTINGS.replace("workshop@example.org", "'the <b>desk</b> @cosimo'")

    found = letters(other).answer(matter(JOIN))

    assert "&lt;b&gt;desk" in found
    assert "@cosimo" not in found


def test_commit_says_nothing_of_what_somebody_wrote() -> None:
    assert letters().commit(matter({**JOIN, "title": "@all"})) == "Join as a mentee: issue #7"


TEXTS = st.one_of(
    st.text(max_size=400),
    st.sampled_from(
        [
            "@everyone",
            "#1 GH-1 a/b#2",
            "<!-- telemaco:intake:1 -->",
            "| x |\n| --- |",
            "[x](javascript:alert(1))",
            "![](https://example.org/pixel)",
            "```\n### Consent\n```",
            "${{ secrets.GITHUB_TOKEN }} $(id) `id`",
            "::error::x",
            "Closes #9",
            "\u202etxt",
            "<" * 5000,
            *PAYLOADS,
        ]
    ),
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_payload_stays_text(payload: str) -> None:
    _assert_calm({"said": {payload: [payload]}, "problems": [{"says": payload, "field": payload}]})


@given(st.dictionaries(TEXTS, st.lists(TEXTS, max_size=5), max_size=60), st.lists(TEXTS))
def test_whatever_strangers_write_stays_text(
    said: dict[str, list[str]], problems: list[str]
) -> None:
    _assert_calm({"said": said, "problems": [{"says": one, "field": one} for one in problems]})


def _assert_calm(facts: dict[str, Any]) -> None:
    """Nobody is mentioned, nothing is linked, opened or referred to."""
    for body in (answer({**JOIN, **facts}), letters().pull_request(matter(facts)).body):
        calm = body.replace("workshop@example.org", "")
        assert "@" not in calm.replace("@\N{ZERO WIDTH SPACE}", "")
        assert calm.replace("#\N{ZERO WIDTH SPACE}", "").count("#") <= 2
        assert "<" not in calm.replace("<sub>", "").replace("</sub>", "")
        assert not re.search(r"(?<!\\)\]\(", calm.replace("[a pull request](", ""))
        assert len(body) < LIMIT - 5000


@pytest.mark.parametrize("count", [1, 500])
def test_answer_is_never_too_long(count: int) -> None:
    text = "&" * 10_000
    facts = {
        "said": {f"{text}{number}": [text] * 20 for number in range(count)},
        "problems": [{"says": text, "field": text, "allowed": [text] * 50}] * count,
        "advice": [text] * count,
        "to_do": [text] * count,
    }

    assert len(answer(facts)) < LIMIT - 5000
    assert len(letters().pull_request(matter(facts)).body) < LIMIT
