"""The builder at work before the community has been read.

It is given the settings, the handbook and our own words, and nothing that is written of people: so
it need not wait for their files, and has a processor to itself while records are made of them.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from telemaco.findings import TelemacoError
from telemaco.loading.file import Entry
from telemaco.loading.load import read_source
from telemaco.ports import Obstacle, SiteBuilder, SiteSources, SourceFile, Translator
from telemaco.records.base import Language
from telemaco.records.community import Community as Settings
from telemaco.render.site_inputs import builder_inputs, with_handbook

Inputs = Mapping[str, Mapping[str, bytes]]
"""What the builder is given, or what it made, by language."""


def inputs_of(
    settings: Settings, written: Mapping[str, bytes], translators: Mapping[Language, Translator]
) -> dict[str, dict[str, bytes]]:
    """What the builder is given, by language; `written` are the hand-written files."""
    return {
        language: builder_inputs(
            settings,
            written,
            translator,
            [other for other in translators.values() if other is not translator],
        )
        for language, translator in translators.items()
    }


@contextmanager
def ahead(
    builder: SiteBuilder,
    sources: SiteSources,
    settings: SourceFile | Obstacle | None,
    translator: Callable[[str], Translator],
) -> Iterator[SiteBuilder]:
    """The builder, at work already if `settings`, the community's own file, can be read.

    Whatever is wrong is left for the build to find.
    """
    inputs = _inputs_now(sources, settings, translator)
    if inputs is None:
        yield builder
    else:
        with builder.begun(inputs) as wait:
            yield _Begun(builder, inputs, wait)


def _inputs_now(
    sources: SiteSources,
    source: SourceFile | Obstacle | None,
    translator: Callable[[str], Translator],
) -> Inputs | None:
    settings = _settings_in(source)
    if settings is None:
        return None
    translators = {language: translator(language) for language in settings.languages}
    with suppress(TelemacoError):
        written = with_handbook(sources.files(), settings.languages)
        return inputs_of(settings, written, translators)
    return None


def _settings_in(source: SourceFile | Obstacle | None) -> Settings | None:
    read = read_source(source) if isinstance(source, SourceFile) else None
    if isinstance(read, Obstacle | None) or not isinstance(read.outcome, Entry):
        return None
    record = read.outcome.record
    return record if isinstance(record, Settings) else None


@dataclass(frozen=True, slots=True)
class _Begun:
    """A builder that works on some inputs, and on others only when it is done with these."""

    builder: SiteBuilder
    inputs: Inputs
    wait: Callable[[], Inputs]

    @contextmanager
    def begun(self, inputs: Inputs) -> Iterator[Callable[[], Inputs]]:
        if inputs == self.inputs:
            yield self.wait
            return
        with suppress(TelemacoError):
            self.wait()
        with self.builder.begun(inputs) as wait:
            yield wait
