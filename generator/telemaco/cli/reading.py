"""Reads the community of a folder, with a sign of life where there are many files."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

from telemaco.adapters.disk import DiskSources
from telemaco.cli.options import judged_by
from telemaco.loading.load import load
from telemaco.messages import Message, msg
from telemaco.ports import Translator
from telemaco.records.layout import COMMUNITY
from telemaco.render.waiting import waiting
from telemaco.usecases.check import Checked, check


def read(root: Path, translator: Translator, today: date | None = None) -> Checked:
    """Everything in the folder, checked, by `judged_by` of the day that is looked at.

    Raises TelemacoError when there is no community.
    """
    with sign(msg("Reading the files ..."), translator):
        sources = DiskSources(root)
        settings = sources.source(COMMUNITY)
        return check(sources, judged_by(today, load([settings] if settings else []).community))


def sign(
    text: Message, translator: Translator, total: int | None = None
) -> AbstractContextManager[Callable[[], None]]:
    """What shows a text on stderr while a block takes long; see `render.waiting`."""
    return waiting(translator.text(text), sys.stderr, total)
