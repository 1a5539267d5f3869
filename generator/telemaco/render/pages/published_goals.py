"""Which goals of a pair a page may show."""

from collections.abc import Iterator, Mapping

from telemaco.model.community import Community
from telemaco.records.base import LocalText, PersonId
from telemaco.records.pair import Goal, Pair
from telemaco.render.leak_words import WORD
from telemaco.render.pages.published import allows, publishes, tells_its_story


def shows_goal(community: Community, pair: Pair, goal: Goal) -> bool:
    """Whether the pair tells its story, and the goal is nobody's who keeps their goals.

    A pair begins with the goals that its members wrote of themselves. Whoever publishes their
    pairs later, and not their goals, keeps these: those that say what stands among their goals,
    and those that say from whom they were copied. What the pair wrote itself is shown with it.
    """
    return tells_its_story(community, pair) and not is_kept(community, pair, goal)


def is_kept(community: Community, pair: Pair, goal: Goal) -> bool:
    """Whether it is one of a member's own goals, which they do not publish."""
    owner = goal.owner
    if goal.copied_from and not publishes(community, goal.copied_from, "goals"):
        return True
    said = {*_in_all_languages(goal.statement)}
    members = {member.person for member in pair.members} | ({owner} if owner else set())
    return any(not said.isdisjoint(_kept_by(community, one)) for one in members)


def _kept_by(community: Community, person_id: PersonId) -> Iterator[str]:
    person = community.people.get(person_id)
    if person and not allows(person, "goals"):
        for goal in person.goals:
            yield from _in_all_languages(goal.statement)


def _in_all_languages(text: LocalText) -> Iterator[str]:
    """The texts as words in small letters, so that a comma or a space makes no other goal."""
    for one in text.values() if isinstance(text, Mapping) else (text,):
        yield " ".join(WORD.findall(one.casefold()))
