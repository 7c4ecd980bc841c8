"""An instant as a person lives it, handed in by whoever asked the clock."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Moment(NamedTuple):
    """One reading of the clocks."""

    at_us: int
    """UTC microseconds since the epoch."""
    boot_us: int
    """Microseconds of a clock that never steps and counts through suspend where the system has one."""
    boot_id: str
    """Tells whether two boot readings may be compared."""
    zone: str
    """IANA name of the local zone."""
    day: date
    """The local training day."""
    clockless: bool = False
    """Whether something is told of another day than this instant's: what is recorded then bears no time."""

    @property
    def stamp(self) -> int | None:
        """The instant as a record bears it; None where it is told afterwards."""
        return None if self.clockless else self.at_us
