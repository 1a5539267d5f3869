"""The builder of the site: MkDocs with Material, run as a command of its own."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from telemaco.adapters.disk import write_whole
from telemaco.adapters.reasons import reason_of
from telemaco.findings import TelemacoError
from telemaco.messages import Message, msg

# Without "strict" a broken link is only mentioned; with "quiet" it would pass unseen.
_BUILD = (sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "mkdocs.yml")
_HTML = "html"
_DIGEST = "digest"
_DOCS = "docs/"


class MkDocsBuilder:
    """Keeps each language's files and site in a folder, and builds only what changed.

    The folder can be thrown away at any time. Its docs, templates and settings are an
    ordinary MkDocs project, which any other builder of such projects can read.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def begun(
        self, inputs: Mapping[str, Mapping[str, bytes]]
    ) -> Iterator[Callable[[], Mapping[str, Mapping[str, bytes]]]]:
        """The builders of the languages at work side by side; the answer waits for their sites.

        However the block is left, none of them goes on. Raises TelemacoError.
        """
        digests = {language: _digest(files) for language, files in inputs.items()}
        changed = [lang for lang in inputs if not self._is_current(lang, digests[lang])]
        with _told():
            for language in changed:
                (self._folder / language / _DIGEST).unlink(missing_ok=True)
                _lay_out(self._folder / language, inputs[language])
        with at_work(_BUILD, [self._folder / language for language in changed]) as running:
            yield lambda: self._built(inputs, digests, dict(zip(changed, running, strict=True)))

    def build(self, inputs: Mapping[str, Mapping[str, bytes]]) -> Mapping[str, Mapping[str, bytes]]:
        """The site of each language. Raises TelemacoError."""
        with self.begun(inputs) as wait:
            return wait()

    def _is_current(self, language: str, digest: str) -> bool:
        try:
            built = (self._folder / language / _DIGEST).read_text()
        except OSError:
            return False
        return built == digest and (self._folder / language / _HTML / "index.html").is_file()

    def _built(
        self,
        inputs: Mapping[str, Mapping[str, bytes]],
        digests: Mapping[str, str],
        running: Mapping[str, "subprocess.Popen[str]"],
    ) -> Mapping[str, Mapping[str, bytes]]:
        for language, run in running.items():
            output = run.communicate()[0]
            if run.returncode:
                raise TelemacoError(
                    _complaint(language, output, self._folder / language),
                    msg("Mend the hand-written pages in site/, or mkdocs.yml."),
                )
            with _told():
                write_whole(self._folder / language / _DIGEST, digests[language].encode())
        with _told():
            built = {lang: _files_of(self._folder / lang / _HTML) for lang in inputs}
        for language, files in inputs.items():
            _require_pages(language, files, built[language])
        return built


@contextmanager
def _told() -> Iterator[None]:
    """Raises TelemacoError where the disk refuses something."""
    try:
        yield
    except OSError as error:
        raise TelemacoError(
            msg(
                "{path} cannot be written: {reason}",
                path=str(error.filename),
                reason=reason_of(error),
            )
        ) from error


@contextmanager
def at_work(
    command: Sequence[str], folders: Iterable[Path]
) -> Iterator[Sequence["subprocess.Popen[str]"]]:
    """The command at work in each folder; however the block is left, none of them goes on."""
    running: list[subprocess.Popen[str]] = []
    try:
        running += (_start(command, folder) for folder in folders)
        yield running
    finally:
        for run in running:
            with run:
                run.kill()


def _require_pages(language: str, files: Mapping[str, bytes], built: Mapping[str, bytes]) -> None:
    """Raise TelemacoError unless every Markdown file became a page.

    A builder may end well all the same, with an empty site.
    """
    asked = {_page_of(path) for path in files if path.startswith(_DOCS) and path.endswith(".md")}
    missing = sorted(asked - built.keys())
    if missing:
        raise TelemacoError(
            msg(
                "the builder made {made} of {asked} pages in {language}; {page} is missing",
                made=len(asked) - len(missing),
                asked=len(asked),
                language=language,
                page=missing[0],
            ),
            msg("Look at the settings in mkdocs.yml that leave pages out, and at its plugins."),
        )


def _page_of(path: str) -> str:
    stem = path.removeprefix(_DOCS).removesuffix(".md")
    return f"{stem}.html" if stem.rpartition("/")[2] == "index" else f"{stem}/index.html"


_SAID = re.compile(r"^(?:WARNING|ERROR) +-? *(.+)$", re.MULTILINE)
_DEAD_LINK = re.compile(r"Doc file '([^']+)' contains a link '([^']+)'")


def _complaint(language: str, output: str, folder: Path) -> Message:
    """The first thing of which the builder complains, in one sentence."""
    said = _SAID.findall(output) or [output.strip().rpartition("\n")[2]]
    link = _DEAD_LINK.match(said[0])
    if link:
        return _dead_link(language, link[1], link[2], folder)
    return msg(
        "the site cannot be built in {language}: {reason}",
        language=language,
        reason=said[0].strip(),
    )


def _dead_link(language: str, page: str, target: str, folder: Path) -> Message:
    lines = (folder / "docs" / page).read_text().splitlines()
    line = next((number for number, text in enumerate(lines, 1) if target in text), 1)
    return msg(
        "site/{language}/{page}, line {line}, leads to {target}, which is not there",
        language=language,
        page=page,
        line=line,
        target=target,
    )


def _start(command: Sequence[str], folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603 (the builder, with arguments of our own)
        command,
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def _lay_out(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write what changed and remove what is no longer there, but for the builder's site."""
    for path in _paths(folder):
        if path.split("/")[0] not in {_HTML, _DIGEST} and path not in files:
            (folder / path).unlink()
    for path, content in files.items():
        target = folder / path
        if not target.is_file() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, content)


def _digest(files: Mapping[str, bytes]) -> str:
    """What goes into the builder, and the builder itself, as one word."""
    whole = sha256(f"{version('mkdocs')} {version('mkdocs-material')}".encode())
    for path in sorted(files):
        whole.update(f"\n{path} {len(files[path])}\n".encode() + files[path])
    return whole.hexdigest()


def _files_of(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in _paths(folder)}


def _paths(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
