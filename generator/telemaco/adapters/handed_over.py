"""A folder that a stranger may have filled: short plain files of known names, and nothing else."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from telemaco.adapters.reasons import reason_of
from telemaco.findings import TelemacoError
from telemaco.messages import msg


def handed_over(folder: Path, sizes: Mapping[str, int]) -> Mapping[str, bytes]:
    """Those of the files that there are; `sizes` gives the bytes each may have.

    Links are not followed. Raises TelemacoError.
    """
    found = {name: _read(folder / name, size) for name, size in sizes.items()}
    return {name: content for name, content in found.items() if content is not None}


def _read(path: Path, size: int) -> bytes | None:
    try:
        with open(path, "rb", opener=_opener) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise TelemacoError(msg("{path} is no file", path=str(path)))
            content = file.read(size + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise TelemacoError(
            msg("{path} cannot be read: {reason}", path=str(path), reason=reason_of(error))
        ) from error
    if len(content) > size:
        raise TelemacoError(
            msg("{path} has more than {size} bytes, and is not read", path=str(path), size=size)
        )
    return content


def _opener(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)
