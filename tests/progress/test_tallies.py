from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from telemaco.progress.tallies import counted, large_groups, renewed, waiting
from telemaco.records.base import ItemId
from telemaco.records.program import Role
from telemaco.records.survey import Answer, Results, Survey

SURVEY = Survey.model_validate(
    {
        "title": "T",
        "roles": ["mentor", "mentee"],
        "readers": ["coordinator"],
        "items": [
            {"id": "good", "kind": "scale", "text": "Good?", "scale": ["no", "so", "yes"]},
            {
                "id": "why",
                "kind": "multi",
                "text": "Why?",
                "scale": ["a", "b"],
                "roles": ["mentee"],
            },
            {"id": "words", "kind": "text", "text": "Words?"},
        ],
    }
)
SMALL = 3
GOOD, WHY, WORDS = ItemId("good"), ItemId("why"), ItemId("words")


def answer(week: int = 1, role: str = "mentee", share: str = "aggregate", **said: object) -> Answer:
    return Answer.model_validate(
        {
            "survey": "t",
            "program": "p",
            "role": role,
            "week": f"2027-W{week:02}",
            "answers": said,
            "share": share,
        }
    )


def counts_of(results: Results, item: ItemId = GOOD) -> dict[Role, tuple[int, ...]]:
    return {group.role: group.items[item].counts for group in results.groups if item in group.items}


def test_answers_are_counted_by_role() -> None:
    answers = [answer(good=str(place % 3 + 1)) for place in range(4)]
    answers += [answer(role="mentor", good="3") for _ in range(3)]

    assert counts_of(counted(SURVEY, answers, SMALL)) == {
        Role.MENTOR: (0, 0, 3),
        Role.MENTEE: (2, 1, 1),
    }


def test_group_that_is_too_small_is_left_out() -> None:
    answers = [*(answer(good="1") for _ in range(3)), *(answer(role="mentor", good="1"),) * 2]

    assert list(counts_of(counted(SURVEY, answers, SMALL))) == [Role.MENTEE]


def test_question_that_too_few_answered_is_left_out() -> None:
    answers = [answer(good="1", why=["1", "2"]), answer(good="2", why=["1"]), answer(good="1")]

    (group,) = counted(SURVEY, answers, SMALL).groups

    assert group.answers == 3
    assert list(group.items) == [GOOD]


def test_several_answers_of_one_person_count_once_each() -> None:
    answers = [answer(why=["1", "2"]), answer(why=["2", "2"]), answer(why="1")]

    (group,) = counted(SURVEY, answers, SMALL).groups

    assert group.items[WHY].answers == 3
    assert group.items[WHY].counts == (2, 2)


def test_what_is_no_answer_to_the_question_is_not_counted() -> None:
    answers = [answer(good="9"), *(answer(good="1") for _ in range(3))]

    (group,) = counted(SURVEY, answers, SMALL).groups

    assert group.items[GOOD].answers == 3


def test_what_only_the_pair_reads_is_not_counted() -> None:
    alone = SURVEY.items[0].model_copy(update={"readers": ("pair",)})
    survey = SURVEY.model_copy(update={"items": (alone, *SURVEY.items[1:])})
    answers = [answer(good="3", why=["1"]) for _ in range(3)]

    found = counted(survey, answers, SMALL)

    assert counts_of(found) == {}
    assert counts_of(found, WHY) == {Role.MENTEE: (3, 0)}
    assert not waiting(survey, answers, found)


def test_week_counts_once_enough_are_new() -> None:
    answers = [*(answer(1, good="1") for _ in range(4)), answer(2, good="3"), answer(3, good="3")]

    assert counts_of(counted(SURVEY, answers, SMALL)) == {Role.MENTEE: (4, 0, 0)}
    assert counts_of(counted(SURVEY, [*answers, answer(4, good="2")], SMALL)) == {
        Role.MENTEE: (4, 1, 2)
    }


def test_only_words_that_may_be_quoted_are_kept() -> None:
    answers = [
        answer(words="Zeal.", share="quote"),
        answer(words="Air.", share="quote"),
        answer(words="My name is Ada."),
    ]

    (group,) = counted(SURVEY, answers, SMALL).groups

    assert group.quotes == {WORDS: ("Air.", "Zeal.")}


def test_words_that_two_people_wrote_alike_are_kept_once() -> None:
    said = ("Air.", "air", "Zeal.", "AIR.", "Zeal.")
    answers = [answer(words=one, share="quote") for one in said]

    (group,) = counted(SURVEY, answers, SMALL).groups

    assert group.quotes == {WORDS: ("AIR.", "Zeal.")}


def test_counts_are_replaced_when_enough_are_new() -> None:
    before = counted(SURVEY, [answer(good="1")] * 3, SMALL)

    assert renewed(before, counted(SURVEY, [answer(good="2")] * 5, SMALL), SMALL) == before
    after = counted(
        SURVEY, [*[answer(good="2")] * 6, *[answer(role="mentor", good="1")] * 3], SMALL
    )
    assert renewed(before, after, SMALL) == after
    assert renewed(after, Results(groups=()), SMALL) == after


def test_question_is_replaced_when_enough_answers_to_it_are_new() -> None:
    before = counted(SURVEY, [answer(good="1", why="1")] * 3, SMALL)
    answers = [*[answer(good="1", why="2")] * 4, *[answer(good="3")] * 2]

    (group,) = renewed(before, counted(SURVEY, answers, SMALL), SMALL).groups

    assert group.items[GOOD].counts == (4, 0, 2)
    assert group.items[WHY].counts == (3, 0)


def test_groups_that_became_too_small_are_dropped() -> None:
    results = counted(SURVEY, [*[answer(good="1", why="1")] * 3, answer(good="2")], SMALL)

    assert counts_of(large_groups(results, 4), WHY) == {}
    assert counts_of(large_groups(results, 4), GOOD) == {Role.MENTEE: (3, 1, 0)}
    assert large_groups(results, 5).groups == ()


PEOPLE = st.lists(
    st.builds(
        answer,
        week=st.integers(1, 6),
        role=st.sampled_from(["mentor", "mentee"]),
        good=st.sampled_from(["1", "2", "3"]),
        why=st.sampled_from([[], ["1"], ["1", "2"]]),
    ),
    max_size=25,
)


def steps(published: Sequence[Results]) -> list[int]:
    """How many people stand behind whatever can be had by taking earlier counts from later."""
    found = []
    for role in Role:
        for item in (GOOD, WHY):
            sizes = [0]
            for results in published:
                known = [group for group in results.groups if group.role is role]
                sizes.append(
                    known[0].items[item].answers if known and item in known[0].items else 0
                )
            found += [
                later - earlier
                for place, earlier in enumerate(sizes)
                for later in sizes[place + 1 :]
            ]
    return found


@given(PEOPLE, st.integers(2, 6))
def test_nothing_small_is_left_when_one_week_is_taken_from_another(
    people: list[Answer], small: int
) -> None:
    published = [
        counted(SURVEY, [one for one in people if one.week <= f"2027-W{week:02}"], small)
        for week in range(7)
    ]

    assert all(step == 0 or step >= small for step in steps(published))
    assert all(
        set(before.items) <= set(after.items)
        for earlier, later in pairwise(published)
        for before in earlier.groups
        for after in later.groups
        if before.role is after.role
    )


@given(st.lists(PEOPLE, min_size=1, max_size=4), st.integers(2, 6))
def test_nothing_small_is_left_when_one_import_is_taken_from_another(
    tables: list[list[Answer]], small: int
) -> None:
    published = [Results(groups=())]
    everybody: list[Answer] = []
    for people in tables:
        everybody += [one.model_copy(update={"week": "2027-W01"}) for one in people]
        published.append(renewed(published[-1], counted(SURVEY, everybody, small), small))

    assert all(step == 0 or step >= small for step in steps(published))


@given(PEOPLE, st.integers(2, 6))
def test_groups_that_are_shown_have_nobody_in_common(people: list[Answer], small: int) -> None:
    results = counted(SURVEY, people, small)

    assert len({group.role for group in results.groups}) == len(results.groups)
    for group in results.groups:
        assert small <= group.answers <= sum(one.role is group.role for one in people)
        assert all(small <= item.answers <= len(people) for item in group.items.values())
