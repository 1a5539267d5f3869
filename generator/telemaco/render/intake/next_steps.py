"""What happens next with a form, and who has to do something, in sentences."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from telemaco.intake.branch import branch_of
from telemaco.intake.letters import Matter
from telemaco.intake.sayings import asked, having_said, waiting_for
from telemaco.intake.values import Standing, Verb
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.records.base import PersonId
from telemaco.render.check_ins.people import mentions, name_of, named
from telemaco.render.check_ins.safe import Safe
from telemaco.render.intake.people import contact, coordinators, has_account


def next_steps(matter: Matter, community: Community, pulls: str | None) -> Iterator[Message]:
    """Paragraphs for whoever filled in the form, and for those whom it concerns.

    `pulls` is the address of the branch's pull requests, if anybody knows it. Only people who
    have to do something are mentioned.
    """
    match matter.standing:
        case Standing.UNCLEAR:
            yield from _unclear(matter, community)
        case Standing.BLOCKED:
            yield from _blocked(matter, community)
        case Standing.OBJECTED:
            yield from _objected(matter, community)
        case Standing.WAITING:
            yield from _waiting(matter, community)
        case Standing.READY:
            yield from _ready(matter, community, pulls)
        case Standing.NOTED:
            people = coordinators(community, matter.scene.reading.submission)
            yield msg("{people} This is for you.", people=people)
        case Standing.NOTHING:
            yield msg("The files say all of this already, so there is nothing to change.")
            yield msg("Is something missing? Edit the form. If not, close this issue.")
        case _:
            assert_never(matter.standing)
    if matter.is_changed:
        yield _changed(matter)


def _unclear(matter: Matter, community: Community) -> Iterator[Message]:
    yield msg(
        "Edit the form above: click on the three dots at its upper right corner, then on Edit. "
        "When you save it, it is looked at again, and this comment changes."
    )
    submission = matter.scene.reading.submission
    if any(problem.for_coordinators for problem in submission.problems):
        yield msg(
            "{people} Where it says above that a coordinator has to do something, that is for you.",
            people=coordinators(community, submission),
        )
    yield from _meanwhile(matter)


def _blocked(matter: Matter, community: Community) -> Iterator[Message]:
    yield msg(
        "{people} This is for you. Once it is mended in the files, the form is looked at again "
        "by itself, and this comment changes.",
        people=coordinators(community, matter.scene.reading.submission),
    )
    yield from _meanwhile(matter)


def _meanwhile(matter: Matter) -> Iterator[Message]:
    pull = matter.scene.pull
    if pull is not None and pull.state == "open":
        yield msg("Until then the pull request stays as it was.")


def _objected(matter: Matter, community: Community) -> Iterator[Message]:
    scene = matter.scene
    objecting = having_said(scene.reading.submission, scene.memory, Verb.OBJECT)
    yield msg(
        "Not everybody agrees: {names}. Nothing is taken in until that is settled.",
        names=named(community, objecting),
    )
    yield msg(
        "{people} Talk to them, in private if they like. Who has objected can take it back with "
        "the comment `/confirm`.",
        people=coordinators(community, scene.reading.submission),
    )


def _waiting(matter: Matter, community: Community) -> Iterator[Message]:
    scene = matter.scene
    missing = waiting_for(scene.reading.submission, scene.memory)
    reachable = tuple(person for person in missing if has_account(community, person))
    if reachable:
        yield msg(
            "{people} This concerns you. Do you agree? Answer with the comment `/confirm`. If "
            "not, answer with `/object`; you need not say why.",
            people=Safe(mentions(community, reachable)),
        )
    yield from _unreachable(community, missing)
    yield from _agreed(matter, community)
    yield msg("It is taken in when everybody has agreed, and a coordinator has looked at it.")


def _unreachable(community: Community, missing: Sequence[PersonId]) -> Iterator[Message]:
    for person in missing:
        if not has_account(community, person):
            yield msg(
                "{name} cannot be asked here: their entry has no account. A coordinator asks them.",
                name=name_of(community, person),
            )


def _agreed(matter: Matter, community: Community) -> Iterator[Message]:
    scene = matter.scene
    agreeing = having_said(scene.reading.submission, scene.memory, Verb.CONFIRM)
    if agreeing:
        yield msg("Has agreed: {names}.", names=named(community, agreeing))


def _ready(matter: Matter, community: Community, pulls: str | None) -> Iterator[Message]:
    scene = matter.scene
    if scene.pull is not None and scene.pull.state == "closed":
        yield msg("A coordinator closed the pull request without taking it in.")
        yield msg("Ask here why, or write to {contact}.", contact=contact(community))
        return
    if pulls is None:
        yield msg("It is in a pull request now. A coordinator looks at it and takes it in.")
    else:
        yield msg(
            "It is in [a pull request]({address}) now. A coordinator looks at it and takes it in.",
            address=Safe(pulls),
        )
    yield msg("You need not do anything. When it is done, this issue closes by itself.")
    yield from _agreed(matter, community)
    yield from _told(matter, community)


def _told(matter: Matter, community: Community) -> Iterator[Message]:
    """Those whom it concerns, if they have not said anything yet."""
    scene = matter.scene
    submission = scene.reading.submission
    may_object = asked(submission)
    others = [one for one in submission.tell if one not in (*may_object, submission.author)]
    if mentions(community, others):
        yield msg(
            "{people} This concerns you. You need not do anything.",
            people=Safe(mentions(community, others)),
        )
    people = mentions(community, [one for one in may_object if one not in scene.memory.said])
    if people:
        yield msg(
            "{people} This concerns you. You need not do anything. If something of it is not "
            "right, answer with the comment `/object`, and why if you like.",
            people=Safe(people),
        )


def _changed(matter: Matter) -> Message:
    return msg(
        "Somebody changed the branch {branch} by hand. It is left as it is; a coordinator "
        "compares it with what was understood here.",
        branch=Safe(f"`{branch_of(matter.scene.issue.number)}`"),
    )
