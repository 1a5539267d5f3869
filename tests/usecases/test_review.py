"""Pull requests are answered on a GitHub of our own, held to GitHub's official description."""

from dataclasses import replace

import pytest

from telemaco.adapters.translations import Catalog
from telemaco.findings import Severity, TelemacoError
from telemaco.ports.changes import FinishedRun
from telemaco.render.check_ins.places import Place
from telemaco.render.review import MARK
from telemaco.review.result import Result
from telemaco.review.told import Difference, Told
from telemaco.usecases.review import READY, Desk, Review, carry_out_review, plan_review
from tests.forge.scene import NAME, TOKEN, Proposed, Scene, propose, put_files
from tests.forge.state import Comment
from tests.review.atelier import FILES, atelier, person

OWN = "program/people/leonardo.yaml"
MENDED = person("Leonardo da Vinci", "Leonardo")
ERROR = Told(OWN, 3, Severity.ERROR, '"ofers" is not a key', "Did you mean offers?")
REMARK = replace(ERROR, severity=Severity.WARNING)
PAGES = Difference(("people/leonardo/index.html",), ())


@pytest.fixture
def github(scene: Scene) -> Scene:
    """With the files of the community, and a token that may do what the workflow asks for."""
    put_files(scene.home, FILES)
    scene.github.token(TOKEN, contents="read", pull_requests="write")
    return scene


class Answered:
    """A pull request, and the runs of its check."""

    def __init__(self, scene: Scene, proposed: Proposed) -> None:
        self.scene = scene
        self.source = proposed.source or NAME
        self.number, self.head = propose(scene.home, proposed)

    def plan(
        self,
        *told: Told,
        pages: Difference = PAGES,
        number: int | None = None,
        **facts: object,
    ) -> Review:
        result = Result(number or self.number, told, pages)
        is_green = not any(one.severity is Severity.ERROR for one in told)
        run = FinishedRun(self.head, self.source, is_green, "main", "https://example.org/run/1")
        run = replace(run, **facts)  # type: ignore[arg-type] # the caller names fields
        forge = self.scene.run()
        desk = Desk(forge.changes, forge.contents_reader, forge.reader, Place(NAME), Catalog("en"))
        return plan_review(result, run, atelier(), desk)

    def answer(self, *told: Told, **facts: object) -> Review:
        review = self.plan(*told, **facts)  # type: ignore[arg-type] # the caller names fields
        carry_out_review(review, self.scene.run().writer)
        return review

    @property
    def comments(self) -> list[str]:
        found = self.scene.home.comments.all()
        return [one.body for one in found if one.issue == self.number]

    @property
    def labels(self) -> tuple[str, ...]:
        issue = self.scene.home.issues.now(self.number)
        assert issue is not None
        return issue.labels


def own_change(scene: Scene, into: str = "main") -> Answered:
    return Answered(scene, Proposed("leonardo", {OWN: MENDED}, into=into))


def test_own_entry_that_is_right_is_ready(github: Scene) -> None:
    asked = own_change(github)

    review = asked.answer()

    assert asked.labels == (READY,)
    assert asked.comments == [review.body]
    assert "### All is right" in review.body
    assert "- people/leonardo/" in review.body
    assert "https://example.org/run/1#artifacts" in review.body
    assert "label *ready*" in review.body
    assert "@" not in review.body


def test_second_run_writes_nothing(github: Scene) -> None:
    asked = own_change(github)
    asked.answer()
    before = len(github.github.writes)

    review = asked.answer()

    assert not review.says_something_new
    assert len(github.github.writes) == before


def test_one_comment_is_edited_and_the_label_goes_and_comes(github: Scene) -> None:
    asked = own_change(github)

    asked.answer()
    asked.answer(ERROR)
    labels, (said,) = asked.labels, asked.comments
    asked.answer(REMARK)

    assert labels == ()
    assert "### 1 thing is to be mended first" in said
    assert f"{NAME}/blob/{asked.head}/{OWN}?plain=1#L3" in said
    assert "ready" not in said
    assert asked.labels == (READY,)
    assert "All is right, with 1 remark" in asked.comments[0]


@pytest.mark.parametrize(
    ("proposed", "is_asked"),
    [
        (Proposed("raphael", {OWN: MENDED}), True),
        (Proposed("raphael", {"program/people/raffaello.yaml": person("R", "raphael")}), True),
        (Proposed("leonardo", {OWN: MENDED, "README.md": "x"}), False),
        (Proposed("leonardo", {OWN: None, "program/people/leo.yaml": FILES[OWN]}), True),
        (Proposed("github-actions[bot]", {"program/people/new.yaml": "x"}, source=None), False),
    ],
    ids=["of another", "new", "more than it", "moved", "made from a form"],
)
def test_everything_else_is_for_a_coordinator(
    github: Scene, proposed: Proposed, *, is_asked: bool
) -> None:
    asked = Answered(github, proposed)

    review = asked.answer()

    assert asked.labels == ()
    assert "A coordinator looks at it" in review.body
    assert ("@cosimo @Isabella-E" in review.body) is is_asked


@pytest.mark.parametrize(
    "changed",
    [
        person("Leonardo", "raphael"),
        person("Leonardo", "Leonardo").replace(
            "enrolments: []",
            "enrolments: [{program: atelier, role: mentee, status: accepted}]",
        ),
        "no: [yaml",
    ],
    ids=["another account", "accepted by themselves", "not readable"],
)
def test_what_a_coordinator_decides_is_not_ready(github: Scene, changed: str) -> None:
    asked = Answered(github, Proposed("leonardo", {OWN: changed}))

    review = asked.answer()

    assert asked.labels == ()
    assert "@cosimo @Isabella-E: it changes what you decide" in review.body


def test_own_entry_may_be_removed_and_notes_written(github: Scene) -> None:
    note = "pairs/atelier/verrocchio-leonardo/2027-02-03.md"
    asked = Answered(github, Proposed("leonardo", {OWN: None, note: "x"}))

    asked.answer()

    assert asked.labels == (READY,)


def test_change_into_another_branch_is_never_ready(github: Scene) -> None:
    github.home.objects.create_ref(
        "refs/heads/old", github.home.objects.ref("refs/heads/main") or ""
    )
    asked = own_change(github, into="old")

    asked.answer()

    assert asked.labels == ()


def test_run_that_failed_is_never_ready_whatever_its_result_says(github: Scene) -> None:
    asked = own_change(github)

    review = asked.answer(succeeded=False)

    assert asked.labels == ()
    assert "The files are right, but the check did not end well" in review.body
    assert "https://example.org/run/1" in review.body


def test_result_with_an_error_is_never_ready_whatever_its_run_says(github: Scene) -> None:
    asked = own_change(github)

    asked.answer(ERROR, succeeded=True)

    assert asked.labels == ()


@pytest.mark.parametrize(
    "forged",
    [{"number": 999}, {"head": "0" * 40}, {"source": "raphael/workshop"}],
    ids=["no such", "another commit", "another fork"],
)
def test_result_for_another_pull_request_is_refused(
    github: Scene, forged: dict[str, object]
) -> None:
    asked = own_change(github)

    with pytest.raises(TelemacoError, match="for another commit") as refusal:
        asked.answer(**forged)

    assert "Nothing was written" in str(refusal.value.hint)
    assert github.github.writes == []


def test_result_with_the_number_of_another_is_refused(github: Scene) -> None:
    victim = own_change(github)
    attacker = Answered(github, Proposed("raphael", {"README.md": "x"}, "raphael/workshop"))

    with pytest.raises(TelemacoError, match="for another commit"):
        attacker.answer(number=victim.number)

    assert github.github.writes == []


def test_closed_pull_request_is_left_alone(github: Scene) -> None:
    asked = own_change(github)
    issue = github.home.issues.now(asked.number)
    assert issue is not None
    github.home.change(issue, state="closed", closed=github.hands.now())

    with pytest.raises(TelemacoError, match="it is closed"):
        asked.answer()


def test_marker_of_a_stranger_is_not_taken_for_ours(github: Scene) -> None:
    asked = own_change(github)
    now = github.hands.now()
    stranger = Comment(77, asked.number, "raphael", f"All is right\n{MARK}", now, now)
    github.home.comments.put(77, now, stranger)

    review = asked.answer()

    assert len(asked.comments) == 2
    assert asked.comments[1] == review.body


HOSTILE = (
    "@everyone <img src=x onerror=alert(1)> [x](https://evil.example) #1 \n\n"
    "<!-- telemaco:review:1 -->\n- [x] done"
)


def test_what_a_stranger_hands_over_mentions_nobody_and_opens_nothing(github: Scene) -> None:
    asked = own_change(github)
    told = Told(f"program/{HOSTILE}\ud800", 1, Severity.ERROR, HOSTILE, HOSTILE)

    review = asked.answer(told, pages=Difference((HOSTILE,), (HOSTILE,)), succeeded=True)

    body = review.body.replace(f"{MARK}\n", "", 1) if review.body.endswith(f"{MARK}\n") else ""
    assert body
    for word in ("@everyone", "<img", "](https://evil", "<!--", " #1", "\n- [x]"):
        assert word not in body, word


def test_huge_result_still_fits(github: Scene) -> None:
    asked = own_change(github)
    told = [Told(f"program/{n}", 1, Severity.ERROR, "*" * 5000, "_" * 5000) for n in range(500)]
    pages = Difference(tuple(f"{n}/" + "x" * 5000 for n in range(500)), ())

    review = asked.answer(*told, pages=pages)

    assert len(review.body) < 65_536
    assert "more are not shown here" in review.body
    assert "- 460 more" in review.body
