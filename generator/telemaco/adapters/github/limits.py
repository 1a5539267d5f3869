"""How long GitHub wants us to wait before we ask again."""

from datetime import UTC, datetime, timedelta

from telemaco.adapters.github.transport import Answer

PATIENCE = timedelta(minutes=1)
"""The longest wait that we take upon us; beyond it the next run takes over."""

_SLOW_DOWN = ("secondary rate limit", "abuse detection")
_FORBIDDEN = 403
_TOO_MANY = 429


def wanted_wait(answer: Answer, now: datetime) -> timedelta | None:
    """The wait that GitHub asks for; None when the answer is not about a limit.

    What meets a limit was not carried out. The order of what is looked at is that of GitHub's
    documentation: retry-after, then the reset of the limit, else a minute.
    """
    if answer.status not in {_FORBIDDEN, _TOO_MANY}:
        return None
    after = answer.headers.get("retry-after", "")
    if after.isdecimal():
        return timedelta(seconds=int(after))
    if answer.headers.get("x-ratelimit-remaining") == "0":
        reset = answer.headers.get("x-ratelimit-reset", "")
        left = datetime.fromtimestamp(int(reset), UTC) - now if reset.isdecimal() else PATIENCE
        return max(left, timedelta(0))
    if answer.status == _TOO_MANY or any(word in answer.said for word in _SLOW_DOWN):
        return PATIENCE
    return None
