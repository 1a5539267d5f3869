"""Why the system refused something, in the reader's language where the reason is a common one."""

import errno

from telemaco.messages import Message, msg

_REASONS = {
    errno.ENOENT: msg("it is not there"),
    errno.EACCES: msg("you have no permission for it"),
    errno.EPERM: msg("you have no permission for it"),
    errno.ENOTDIR: msg("a part of its path is no folder"),
    errno.EISDIR: msg("it is a folder"),
    errno.ENOSPC: msg("the disk is full"),
    errno.EROFS: msg("the disk can only be read"),
    errno.EADDRINUSE: msg("the port is taken"),
}


def reason_of(error: OSError) -> Message | str:
    """The reason; in the system's own words where it is a rare one."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))
