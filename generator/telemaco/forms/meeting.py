"""The form for a session note: the answer to a check-in."""

from collections.abc import Iterator

from telemaco.forms.members import pair_field, pair_help, people_field
from telemaco.forms.notices import agreement, is_private, notices
from telemaco.forms.values import Area, Choice, Field, Form, Line, Option
from telemaco.messages import Message, msg
from telemaco.model.community import Community
from telemaco.model.guides import guide_names

NOTE = "session-note"


def session_note(community: Community) -> Form:
    """The form by which people say that they met; it asks for words only where all may read them.

    Links fill in `pair`, `date`, `minutes` and `agenda`: these are fields to write into, because
    GitHub fills no list in.
    """
    return Form(
        NOTE,
        msg("Write down a session"),
        msg("You met, or you could not. It takes a minute."),
        NOTE,
        (
            *notices(community, _becomes(community)),
            pair_field(
                community,
                msg("Your pair, group or circle"),
                pair_help(),
                msg("Pair that met"),
            ),
            Line(
                "date",
                msg("Day of the session"),
                msg("Year, month, day."),
                "2027-02-03",
                is_required=True,
            ),
            *_session(community),
            *(_words() if takes_words(community) else ()),
            Line("next", msg("Day of the next session"), msg("If you know it."), "2027-02-17"),
            agreement(msg("I know that others can read this issue.")),
        ),
    )


def takes_words(community: Community) -> bool:
    """Whether what people talked about may be written down where the issue can be read."""
    return is_private(community) or community.settings.privacy.note_visibility == "public"


def _becomes(community: Community) -> Message:
    if takes_words(community):
        return msg(
            "What you fill in becomes a note in this repository. What you write under What you "
            "want to keep can be read wherever this issue can be read."
        )
    return msg(
        "What you fill in becomes a note in this repository. The site says that you met and for "
        "how long; what you talked about stays between you, so do not write it here."
    )


def _session(community: Community) -> Iterator[Field]:
    yield Choice(
        "status",
        msg("If you did not meet: what became of it?"),
        (
            Option("rescheduled", msg("we meet on another day")),
            Option("cancelled", msg("we called it off")),
            Option("missed", msg("it did not take place")),
        ),
        msg("If you met, leave this as it is."),
    )
    yield Line("minutes", msg("Minutes"), msg("How long you met."), "60")
    yield Choice(
        "mode",
        msg("How did you meet?"),
        (
            Option("online", msg("online")),
            Option("in-person", msg("in the same place")),
            Option("written", msg("in writing")),
        ),
    )
    yield people_field(
        community,
        "present",
        msg("Who was there?"),
        msg("Leave it empty if everybody was. Otherwise one a line."),
    )
    yield Choice(
        "agenda",
        msg("Guide you used"),
        tuple(Option(agenda, agenda) for agenda in guide_names(community.agendas)),
        msg("The name of its file, if you used one."),
        is_written=True,
        example="first-meeting",
    )


def _words() -> Iterator[Field]:
    yield Area("notes", msg("What you want to keep"), msg("As much or as little as you like."))
    yield Area("actions", msg("What is to be done until next time"), msg("One thing a line."))
