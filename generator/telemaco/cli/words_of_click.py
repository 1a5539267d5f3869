"""The words of the library of the command line, in the reader's language.

Click asks gettext of the standard library for each of its sentences. So it is told where our
catalogs are, and they have the sentences that somebody can come across. One that a later version
words differently is English until it is added here.
"""

import gettext
from importlib.resources import files

from telemaco.messages import msg, msg_n

_DOMAIN = "telemaco"


def translate_click() -> None:
    """Let click speak the language of the environment, for the rest of the process."""
    gettext.bindtextdomain(_DOMAIN, str(files("telemaco") / "locale"))
    gettext.textdomain(_DOMAIN)


SENTENCES = (
    msg("Usage:"),
    msg("[OPTIONS]"),
    msg("COMMAND [ARGS]..."),
    msg("TEXT"),
    msg("PATH"),
    msg("FILENAME"),
    msg("DIRECTORY"),
    msg("INTEGER"),
    msg("INTEGER RANGE"),
    msg("DAY"),
    msg("TIME"),
    msg("NUMBER"),
    msg("PROGRAM [OPTIONS] | --verify RECEIPT | VERB ..."),
    msg("Options"),
    msg("Commands"),
    msg("Show this message and exit."),
    msg("Show the version and exit."),
    msg("default: {default}"),
    msg("Error: {message}"),
    msg("Try '{command} {option}' for help."),
    msg("No such option {name!r}."),
    msg_n("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 0),
    msg("Missing command."),
    msg("Missing argument"),
    msg("Missing option"),
    msg("Invalid value: {message}"),
    msg("Invalid value for {param_hint}: {message}"),
    msg_n("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 0),
    msg("{value!r} is not a valid {number_type}."),
    msg("integer"),
    msg("integer range"),
    msg("{value} is not in the range {range}."),
    msg("Option {name!r} does not take a value."),
    msg_n(
        "Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 0
    ),
    msg_n("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 0),
)
"""Of click 8.4 and newer."""
