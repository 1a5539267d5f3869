"""The plan to forget a person, and what Git keeps of them, in words."""

from collections.abc import Iterator, Sequence
from shlex import join

from telemaco.messages import Message, msg, msg_n
from telemaco.model.forgetting import Forgetting
from telemaco.model.retention import Due
from telemaco.ports import Translator
from telemaco.records.layout import person_path
from telemaco.render.repository import Repository

_LENGTH = 100
"""Letters of a line that are shown."""


def plan_lines(plan: Forgetting, translator: Translator) -> Iterator[str]:
    """What changes, file by file, and what somebody has to decide."""
    say = translator.text
    for old, new in plan.moves.items():
        yield say(msg("move {old} to {new}", old=old, new=new))
    for path in plan.removes:
        if path.rpartition("/")[0] not in plan.moves:
            yield say(msg("remove {path}", path=path))
    for path in plan.writes:
        if path.rpartition("/")[0] not in plan.moves.values():
            yield say(msg("write {path}", path=path))
    if plan.mentions:
        yield ""
        yield say(
            msg_n(
                "{count} line may still say who it was. Nobody changes it but you:",
                "{count} lines may still say who it was. Nobody changes them but you:",
                len(plan.mentions),
            )
        )
        yield from (f"  {one.path}:{one.line}: {_cut(one.text)}" for one in plan.mentions)
    if plan.own_words:
        yield ""
        yield say(
            msg_n(
                "{count} place may have words of their own (of a note: where its text begins). "
                "Nobody changes it but you:",
                "{count} places may have words of their own (of a note: where its text begins). "
                "Nobody changes them but you:",
                len(plan.own_words),
            )
        )
        yield from (f"  {one.path}:{one.line}: {_cut(one.text)}" for one in plan.own_words)
    if plan.sealed:
        yield ""
        yield say(msg("Sealed notes, which only those can open who hold the key:"))
        yield from (f"  {path}" for path in plan.sealed)


def git_keeps(
    plan: Forgetting, repository: Repository | None, translator: Translator
) -> Iterator[str]:
    """What the files do not hold any more and Git does, and how it is taken out of it."""
    say = translator.text
    yield say(msg("What Git keeps, until somebody with the rights to it does this:"))
    address = f"{repository.home}.git" if repository else "URL"
    steps: Sequence[tuple[Message, Sequence[str]]] = (
        (
            msg("Commit and merge the change above. Then take a copy of the whole history:"),
            (join(("git", "clone", "--mirror", address, "purge.git")), "cd purge.git"),
        ),
        (
            msg(
                "Take the old file, the old names and the old folders out of every commit, with "
                "git-filter-repo (https://github.com/newren/git-filter-repo):"
            ),
            tuple(_filters(plan)),
        ),
        (msg("Put it in the place of the old history:"), (f"git push --force --mirror {address}",)),
    )
    for number, (what, commands) in enumerate(steps, 1):
        yield f"{number}. {say(what)}"
        yield from (f"   {command}" for command in commands)
    for number, what in enumerate(_BY_HAND, len(steps) + 1):
        yield f"{number}. {say(what)}"


def due_lines(
    due: Sequence[Due], months: int | None, root: str, translator: Translator
) -> Iterator[str]:
    """Whose time is over, each with the command for it; `root` is the community's folder."""
    say = translator.text
    if months is None:
        yield say(
            msg("privacy.retention_months is not set in program/community.yaml: nobody is due.")
        )
        return
    if not due:
        yield say(
            msg_n(
                "Nobody took part last more than {count} month ago.",
                "Nobody took part last more than {count} months ago.",
                months,
            )
        )
        return
    for one in due:
        yield say(msg("{person} took part until {day}:", person=one.person, day=one.last))
        place = () if root == "." else ("--root", root)
        yield f"  {join(('telemaco', 'forget', one.person, *place))}"


_BY_HAND = (
    msg(
        "On the forge, delete the issues that they opened and those that name them: an issue that "
        "is edited keeps its old text. So do comments and descriptions of pull requests."
    ),
    msg(
        "Ask the support of the forge to collect what pull requests and caches still hold. Commits "
        "can be reached by their number until then."
    ),
    msg("Ask the owners of forks to do the same, and everybody who works on it to clone it anew."),
    msg("Build the site again, and look for the name in the handbook and in what you wrote there."),
    msg(
        "What a form service, a mail program, a search engine or a copy of somebody holds, nobody "
        "can take back from here."
    ),
)


def _filters(plan: Forgetting) -> Iterator[str]:
    alias = plan.alias or "somebody"
    yield join(
        ("git", "filter-repo", "--force", "--invert-paths", "--path", person_path(plan.person))
    )
    for position, word in enumerate(plan.words):
        redirect = ">>" if position else ">"
        yield f"{join(('echo', f'literal:{word}==>{alias}'))} {redirect} ../names.txt"
    renames = [f"{old}/:{new}/" for old, new in plan.moves.items()]
    options = [part for rename in renames for part in ("--path-rename", rename)]
    names = ("--replace-text", "../names.txt", "--replace-message", "../names.txt")
    yield join(("git", "filter-repo", "--force", *names, *options))


def _cut(text: str) -> str:
    return text if len(text) <= _LENGTH else f"{text[: _LENGTH - 3]}..."
