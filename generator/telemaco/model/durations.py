"""How long something takes, in hours and minutes."""

from telemaco.messages import Message, msg


def duration(minutes: int) -> Message:
    """45 min, 2 h, 2 h 30 min."""
    hours, rest = divmod(minutes, 60)
    if not rest:
        return msg("{hours} h", hours=hours)
    if not hours:
        return msg("{minutes} min", minutes=rest)
    return msg("{hours} h {minutes} min", hours=hours, minutes=rest)
