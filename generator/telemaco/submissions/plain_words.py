"""What a finding says to somebody who filled in a form: no file, no key, no code.

By the code: sentences that take the facts of the finding, each with what to do. The first one
counts whose facts are all there.
"""

from collections.abc import Mapping

from telemaco.forms.body import NEEDED
from telemaco.messages import Message, msg, msg_n

Said = tuple[Message, Message]
"""What is wrong, which follows the label of a field, and what to do."""

_DELETE = msg(
    "Edit the form above and delete it. Earlier versions of the form can still be read: to have "
    "them deleted, too, ask a coordinator."
)
_RETYPE = msg("Delete it: type the words around it again.")
_CHOOSE_AGAIN = msg("The list has changed since. Open the form again and choose from it.")
_ASK = msg("Ask a coordinator.")
_DAY = msg("Write year, month and day: 2027-02-03.")
_RIGHT_DAY = msg("Correct the day if it is a slip. If it is right, ask a coordinator.")
NO_DAY: Said = (msg("{value} is not a day in the form year-month-day"), _DAY)
_NEEDED: Said = (NEEDED, msg("Fill it in."))
OF_TEXTS: Mapping[str, tuple[Said, ...]] = {
    "mail-address": (
        (msg("this looks like an e-mail address, which everybody could read here"), _DELETE),
    ),
    "phone-number": (
        (msg("this looks like a phone number, which everybody could read here"), _DELETE),
    ),
    "secret": (
        (
            msg("this looks like a password or a key, which everybody can read here"),
            msg("Change it at once where it is used. Then edit the form above and delete it."),
        ),
    ),
    "control-character": (
        (msg("there is an invisible character (U+{number}) that {harm}"), _RETYPE),
    ),
    "not-utf8": ((msg("there is a character that cannot be kept in a file"), _RETYPE),),
    "too-long": (
        (
            msg_n(
                "this has more than {count} character", "this has more than {count} characters", 0
            ),
            msg("Shorten it."),
        ),
    ),
    "file-too-large": (
        (
            msg("all answers together have {size} bytes; {most} fit into a file"),
            msg("Shorten the longest one, or put it elsewhere and write its address."),
        ),
    ),
    "bad-address": (
        (
            msg("{value} is not an address"),
            msg("Write a whole address that begins with https://."),
        ),
    ),
    "bad-github-login": ((msg("the name of your account, {value}, cannot be kept here"), _ASK),),
    "note-text-in-public": (
        (
            msg("everybody could read these words, which are for its members alone"),
            msg("Leave them out, and keep them between you."),
        ),
    ),
    "named-in-note": (
        (
            msg(
                'the site would show these words, and they name "{words}", who wants no name there'
            ),
            msg("Write another word for them."),
        ),
    ),
    "published-without-name": (
        (
            msg("your name is not among what the site may show, so it shows nothing of you"),
            msg("Tick your name, too, if you want to be found."),
        ),
    ),
    "answer-in-public": (
        (
            msg("answers to surveys are not kept where everybody can read them"),
            msg("Give your answer to a coordinator."),
        ),
    ),
    "empty-value": (_NEEDED,),
    "missing-key": (_NEEDED,),
}

OF_NUMBERS_AND_DAYS: Mapping[str, tuple[Said, ...]] = {
    "not-a-number": (
        (msg("{value} is not a whole number"), msg("Write digits only, for example 3.")),
    ),
    "out-of-range": (
        (
            msg("{value} is not from {least} to {most}"),
            msg("Write a whole number from {least} to {most}."),
        ),
        (msg("{value} is less than {least}"), msg("Write {least} or more.")),
    ),
    "bad-date": (
        (msg("the year of {value} is not from {first} to {last}"), _DAY),
        NO_DAY,
    ),
    "bad-date-in-name": ((msg("{day} is not a day of the years {first} to {last}"), _DAY),),
    "before-session": (
        (
            msg("{day} is before the day of the session, {session}"),
            msg("Correct one of the two days."),
        ),
    ),
    "outside-pair": (
        (msg("on {day} nothing had begun yet; the first day is {start}"), _RIGHT_DAY),
        (msg("on {day} it was over; its last day was {end}"), _RIGHT_DAY),
        (msg("the first day of the pair, {day}, is after its sessions"), _RIGHT_DAY),
    ),
    "outside-program": (
        (msg("on {day} the program has not begun; its first day is {first}"), _RIGHT_DAY),
        (msg("on {day} the program is over; its last day is {last}"), _RIGHT_DAY),
        (msg("the first day of the program, {day}, is after that of its pairs"), _RIGHT_DAY),
    ),
    "pair-outlives-program": (
        (
            msg("on {day} the program is over; its last day is {last}"),
            msg("Correct the day if it is a slip. A pair may go on if it wants to."),
        ),
    ),
    "dates-out-of-order": (
        (msg("the days {other} and {day} are in the wrong order"), msg("Correct one of the two.")),
    ),
    "after-today": (
        (
            msg("{day} is still to come; it is {today} at the latest"),
            msg("Write the day it happened."),
        ),
    ),
    "held-in-future": (
        (
            msg("{day} is still to come; it is {today} at the latest"),
            msg("Write down a session once it has taken place."),
        ),
    ),
}

OF_CHOICES: Mapping[str, tuple[Said, ...]] = {
    "not-allowed": ((msg("{value} is not one of the options"), msg("Choose one of them.")),),
    "too-many": (
        (
            msg_n("more than {count} is chosen", "more than {count} are chosen", 0),
            msg("Choose those that matter most."),
        ),
    ),
    "too-few": (
        (
            msg_n("it takes {count} at least", "it takes {count} at least", 0),
            msg("Add what is missing."),
        ),
    ),
    "repeated-name": ((msg('"{name}" is there twice'), msg("Write it once.")),),
    "unknown-skill": ((msg('there is no skill "{name}"'), _CHOOSE_AGAIN),),
    "unknown-program": ((msg('there is no program "{name}"'), _CHOOSE_AGAIN),),
    "unknown-agenda": ((msg('there is no guide "{name}"'), _CHOOSE_AGAIN),),
    "unknown-goal": ((msg('there is no goal "{name}"'), _CHOOSE_AGAIN),),
    "unknown-survey": ((msg('there is no survey "{name}"'), _CHOOSE_AGAIN),),
    "unknown-item": ((msg('the survey has no question "{name}"'), _CHOOSE_AGAIN),),
    "role-not-asked": ((msg("this survey does not ask your role"), _CHOOSE_AGAIN),),
    "answer-missing": ((msg("the question needs an answer"), msg("Add what is missing.")),),
    "unfitting-answer": ((msg('"{said}" is not one of the answers'), _CHOOSE_AGAIN),),
    "unknown-language": ((msg('there is no language "{code}"'), _CHOOSE_AGAIN),),
    "unknown-time-zone": (
        (
            msg('there is no time zone "{name}"'),
            msg("Write the continent and the city whose clock it is, in English: Europe/Rome."),
        ),
    ),
    "unknown-person": (
        (
            msg('there is nobody called "{name}"'),
            msg("Write the name as it stands in the list of the site."),
        ),
    ),
    "names-itself": ((msg("this is yourself"), msg("Name somebody else, or leave it empty.")),),
    "not-a-member": ((msg("{name} does not belong to it"), msg("Choose somebody who does.")),),
}

OF_PLACES: Mapping[str, tuple[Said, ...]] = {
    "not-enrolled": (
        (
            msg("{name} does not take part in {program} in this role"),
            msg("They can join it by a form. Then send this one again."),
        ),
    ),
    "not-accepted": (
        (
            msg("{name} has not been accepted in {program}, or has left it"),
            msg("Ask a coordinator. Once they are accepted, send the form again."),
        ),
    ),
    "mentor-over-capacity": (
        (
            msg("{name} has no room left in {program}: {room} at most"),
            msg("Ask them whether they take one more, or look for somebody else."),
        ),
    ),
    "program-full": ((msg("the program has no room for another pair: {room} at most"), _ASK),),
    "program-not-running": ((msg("the program is not running"), _ASK),),
    "role-not-in-program": (
        (msg("nobody takes part in {program} in this role"), msg("Choose another program.")),
    ),
    "repeated-enrolment": (
        (
            msg("you take part in {program} in this role already"),
            msg("To change your entry, use the form Change my entry."),
        ),
    ),
    "wrong-roles": ((msg("in this program it takes {shape}"), msg("Choose the people again.")),),
    "group-too-large": (
        (
            msg("{count} would be in the group; it takes {most} at most"),
            msg("Choose fewer people."),
        ),
    ),
    "group-too-small": (
        (msg("{count} are in the group; it wants {least} at least"), msg("Ask somebody to join.")),
    ),
    "repeated-member": ((msg("{name} is there twice"), msg("Name everybody once.")),),
    "mentee-in-two-pairs": (
        (
            msg("{name} has a mentor in this program already"),
            msg("End one of the two pairs, if it is not meant to be so."),
        ),
    ),
    "no-shared-language": (
        (
            msg("the entries of these people name no language in which all of them can work"),
            msg("If there is one, change your entries."),
        ),
    ),
    # Nobody is to learn from a form who does not want to meet whom.
    "excluded-together": ((msg("this pair cannot be made with a form"), _ASK),),
    "held-by-nobody": (
        (
            msg("it took place, and nobody was there"),
            msg("Say that it was missed, or correct who was there."),
        ),
    ),
    "session-incomplete": (
        (
            msg("it does not say how long the session took, or who was there"),
            msg("Add what you know."),
        ),
    ),
    "confirmation-missing": ((msg("{name} has not said yes yet"), msg("Ask them.")),),
}

SENTENCES: Mapping[str, tuple[Said, ...]] = {
    **OF_TEXTS,
    **OF_NUMBERS_AND_DAYS,
    **OF_CHOICES,
    **OF_PLACES,
}
"""Every finding that an answer can bring about."""

SPEAKS_OF: Mapping[str, str] = {"session-incomplete": "minutes", "held-by-nobody": "present"}
"""The field that a finding speaks of, by its code, where that is not the one it is found at."""

OTHERWISE: Said = (
    msg("this does not go with what the community's files say"),
    msg("A coordinator has to look at it. You need not do anything."),
)
"""For every other error: the files were wrong before, or it is our fault."""
