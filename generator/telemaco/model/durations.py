"""How long something takes, in hours and minutes; and many minutes as hours."""

from telemaco.messages import Message, msg


def duration(minutes: int) -> Message:
    """45 min, 2 h, 2 h 30 min."""
    hours, rest = divmod(minutes, 60)
    if not rest:
        return msg("{hours} h", hours=hours)
    if not hours:
        return msg("{minutes} min", minutes=rest)
    return msg("{hours} h {minutes} min", hours=hours, minutes=rest)


def in_hours(minutes: int) -> float:
    """Minutes as hours, to the nearest tenth; three minutes are a tenth, as a half goes up."""
    return (minutes + _HALF_A_TENTH) // _A_TENTH / 10


_A_TENTH = 6
_HALF_A_TENTH = 3
