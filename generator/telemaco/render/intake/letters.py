"""What the intake says, in GitHub's Markdown: the comment, the pull request, the commit."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from telemaco.intake.branch import branch_of
from telemaco.intake.letters import Matter, Written
from telemaco.intake.sayings import having_said, waiting_for
from telemaco.intake.values import Standing, Verb
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.ports import Translator
from telemaco.records.base import Language
from telemaco.render.check_ins.people import is_private, named
from telemaco.render.check_ins.places import Place
from telemaco.render.check_ins.safe import Safe, safe_title
from telemaco.render.check_ins.voice import Voice, voice_of
from telemaco.render.intake.next_steps import next_steps
from telemaco.render.intake.people import contact
from telemaco.render.intake.tables import problem_list, understood_table

_OPENINGS = {
    Standing.UNCLEAR: msg("Thank you. Something is missing or unclear, so it has to wait."),
    Standing.BLOCKED: msg(
        "Thank you. A coordinator has to mend something first, so it has to wait."
    ),
    Standing.OBJECTED: msg("Thank you. This is what was understood."),
    Standing.WAITING: msg("Thank you. This is what was understood."),
    Standing.READY: msg("Thank you. This is what was understood."),
    Standing.NOTED: msg("Thank you. This is what was understood."),
    Standing.NOTHING: msg("Thank you. This is what was understood."),
}
_WARNINGS = {
    Standing.UNCLEAR: msg(
        "Do not merge this yet: something in the form is missing, unclear, or no longer right."
    ),
    Standing.BLOCKED: msg("Do not merge this yet: a coordinator has to mend something first."),
    Standing.OBJECTED: msg("Do not merge this yet: somebody whom it concerns does not agree."),
    Standing.WAITING: msg("Do not merge this yet: somebody whom it concerns has yet to agree."),
    Standing.NOTED: msg("Do not merge this: the form no longer asks for what is in this branch."),
    Standing.NOTHING: msg("Do not merge this: the files say already what the form asks for."),
}


class GithubIntakeLetters:
    """Implements Letters. `place` is where the repository is, None when nobody knows."""

    def __init__(
        self, community: Community, place: Place | None, translate: Callable[[str], Translator]
    ) -> None:
        self._community = community
        self._place = place
        self._translate = translate

    def answer(self, matter: Matter) -> str:
        """Our comment, in the language of the form."""
        voice = self._voice(matter.scene.reading.language)
        return "\n\n".join(self._answer(matter, voice))

    def pull_request(self, matter: Matter) -> Written:
        """The pull request, in the community's first language."""
        voice = self._voice(self._community.settings.languages[0])
        title = safe_title(voice.plainly(matter.scene.reading.submission.title))
        return Written(title, "\n\n".join(self._pull(matter, voice)))

    def commit(self, matter: Matter) -> str:
        """What the commit says: nothing that is not in its files."""
        voice = self._voice(self._community.settings.languages[0])
        form = matter.scene.reading.form.title
        number = matter.scene.issue.number
        return voice.plainly(msg("{form}: issue {number}", form=form, number=f"#{number}"))

    def _voice(self, language: Language) -> Voice:
        return voice_of(self._translate(language), self._community.settings.languages)

    def _answer(self, matter: Matter, voice: Voice) -> Iterator[str]:
        submission = matter.scene.reading.submission
        yield voice.say(_OPENINGS[matter.standing])
        yield from _block(problem_list(submission.problems, voice))
        yield from _block(understood_table(submission.understood, voice))
        if not submission.problems:
            yield from _block(problem_list(submission.advice, voice))
        yield f"**{voice.say(_NEXT)}**"
        yield from _block(f"- {voice.say(task)}" for task in submission.to_do)
        pulls = self._pulls(matter)
        yield from map(voice.say, next_steps(matter, self._community, pulls))
        yield f"<sub>{voice.say(self._footer(matter))}</sub>"

    def _pull(self, matter: Matter, voice: Voice) -> Iterator[str]:
        scene, submission = matter.scene, matter.scene.reading.submission
        yield f"Closes #{scene.issue.number}"
        if matter.standing in _WARNINGS:
            yield f"**{voice.say(_WARNINGS[matter.standing])}**"
        yield from _block(understood_table(submission.understood, voice))
        yield from _block(problem_list(submission.advice, voice))
        yield from _block(f"- [ ] {voice.say(task)}" for task in submission.to_do)
        yield from map(voice.say, self._who(matter))
        note = msg(
            "Made from the form in issue {number}. When the form is edited, this branch follows, "
            "unless somebody else has changed it.",
            number=Safe(f"#{scene.issue.number}"),
        )
        yield f"<sub>{voice.say(note)}</sub>"

    def _who(self, matter: Matter) -> Iterator[Message]:
        """Who has agreed, and who has not."""
        submission, memory = matter.scene.reading.submission, matter.scene.memory
        for sentence, people in (
            (_AGREED, having_said(submission, memory, Verb.CONFIRM)),
            (_MISSING, waiting_for(submission, memory)),
            (_OBJECTED, having_said(submission, memory, Verb.OBJECT)),
        ):
            if people:
                yield replace(sentence, facts={"names": named(self._community, people)})

    def _pulls(self, matter: Matter) -> str | None:
        branch = branch_of(matter.scene.issue.number)
        return self._place.pull_requests(branch) if self._place else None

    def _footer(self, matter: Matter) -> Message:
        title = matter.scene.reading.form.title
        address = contact(self._community)
        if is_private(self._community):
            return msg(
                "Answers the form {form}. Edit the form, and this comment changes. For what "
                "nobody else should read, write to {contact}.",
                form=title,
                contact=address,
            )
        return msg(
            "Answers the form {form}. Edit the form, and this comment changes. This page is "
            "public; for what nobody else should read, write to {contact}.",
            form=title,
            contact=address,
        )


_NEXT = msg("What happens next")
_AGREED = msg("Agreed: {names}.")
_MISSING = msg("Not agreed yet: {names}.")
_OBJECTED = msg("Objected: {names}.")
_MOST = 15_000
"""Characters of one table or list: GitHub takes 65,536 for a whole comment."""


def _block(lines: Iterator[str]) -> Iterator[str]:
    """The lines as one paragraph, list or table, if there are any; of very long ones the first."""
    found: list[str] = []
    left = _MOST
    for line in lines:
        left -= len(line) + 1
        if left < 0:
            break
        found.append(line)
    if found:
        yield "\n".join(found)
    if left < 0:
        yield "\N{HORIZONTAL ELLIPSIS}"
