"""The parts that `bench.check` compares: `python -m bench.check_parts PART FOLDER`.

Prints the CPU seconds of the part alone, without start-up and imports.
"""

import gc
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml
from yaml._yaml import CParser

from telemaco.adapters.disk import DiskSources
from telemaco.loading.front_matter import Parts, split
from telemaco.loading.text import decode
from telemaco.ports import SourceFile
from telemaco.records.layout import Kind, address_of
from telemaco.records.parsing import MODELS
from telemaco.usecases.check import check
from telemaco.yamltext.reading import read


def floor(folder: Path) -> None:
    """Read every file and let libyaml go through it, without making an object of Python."""
    for text in _texts(folder):
        parser = CParser(text)
        parser.raw_parse()
        parser.dispose()


def strict(folder: Path) -> None:
    """Read every file and parse it as Telemaco does."""
    gc.disable()
    for text in _texts(folder):
        read(text)


def safe(folder: Path) -> None:
    """Read every file and parse it with PyYAML's quick loader, as a short script would."""
    for _, text in _plain_texts(folder):
        yaml.load(text, Loader=yaml.CSafeLoader)


def whole(folder: Path) -> None:
    """The whole check: reading, parsing, records, rules, places."""
    checked = check(DiskSources(folder))
    if checked.findings:
        raise SystemExit(f"the made-up community is not clean: {checked.findings[:3]}")


def plain(folder: Path) -> None:
    """What a short script would do: read_text, CSafeLoader, pydantic; no rule."""
    records = []
    for kind, text in _plain_texts(folder):
        value = yaml.load(text, Loader=yaml.CSafeLoader)
        records.append(MODELS[kind].model_validate(value))


def _plain_texts(folder: Path) -> Iterator[tuple[Kind, str]]:
    for path in sorted(folder.rglob("*.*")):
        address = address_of(path.relative_to(folder).as_posix())
        if address is not None:
            text = path.read_text(encoding="utf-8")
            yield address.kind, text.split("---\n")[1] if path.suffix == ".md" else text


def _texts(folder: Path) -> Iterator[str]:
    for source in DiskSources(folder).files():
        if isinstance(source, SourceFile):
            text = decode(source.path, source.content)
            if isinstance(text, str):
                parts = split(source.path, text) if source.path.endswith(".md") else None
                yield parts.header if isinstance(parts, Parts) else text


PARTS: dict[str, Callable[[Path], None]] = {
    part.__name__: part for part in (floor, strict, safe, whole, plain)
}


if __name__ == "__main__":
    _started = time.process_time()
    PARTS[sys.argv[1]](Path(sys.argv[2]))
    print(time.process_time() - _started)
