"""The only module that asks what time it is. Everyone else is handed an instant, a zone or a day."""

from __future__ import annotations

import os
import re
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hybrid_tui.domain.moment import Moment

DAY_START_HOUR = 4
"""Local hour at which a training day begins when the user has not chosen another."""

_ZONE_IN_PATH = re.compile(r"zoneinfo[^/]*/(?:posix/|right/)?(.+)$")
_FIXED_OFFSET = r"[A-Za-z]{3,}([+-]?)(\d{1,2})"


class Clock(Protocol):
    """What the program asks of a clock; tests hand in one that stands still."""

    def now_us(self) -> int:
        """UTC microseconds since the epoch. May jump when the wall clock is set."""
        ...

    def boot_us(self) -> int:
        """Microseconds that only ever grow and count through suspend where the system can."""
        ...

    def boot_id(self) -> str:
        """Names the run of the machine in which `boot_us` is comparable; empty where unknown."""
        ...

    def zone(self) -> str:
        """The IANA name of the local time zone at this moment."""
        ...

    def local(self, us: int, zone: str) -> datetime:
        """The instant `us` as local time in `zone`."""
        ...

    def today(self, day_start_hour: int = DAY_START_HOUR) -> date:
        """The training day it is now, here."""
        ...

    def moment(self, day_start_hour: int = DAY_START_HOUR) -> Moment:
        """All of these at once."""
        ...


class SystemClock:
    """The machine's own clock. Nothing is remembered: a traveller's running app follows the zone."""

    def now_us(self) -> int:
        """UTC microseconds since the epoch."""
        return time.time_ns() // 1000

    def boot_us(self) -> int:
        """Microseconds since the machine started, suspended time included where the system counts it."""
        return _boot_ns() // 1000

    def boot_id(self) -> str:
        """The kernel's id of this boot on Linux, else empty."""
        try:
            return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        except (OSError, UnicodeDecodeError):
            return ""

    def zone(self) -> str:
        """The zone that `TZ` names, else the system's, else UTC."""
        return local_zone(os.environ.get("TZ"), Path("/etc/localtime"), Path("/etc/timezone"))

    def local(self, us: int, zone: str) -> datetime:
        """The instant `us` as local time in `zone`; UTC when the zone is not known here."""
        return local_time(us, zone)

    def today(self, day_start_hour: int = DAY_START_HOUR) -> date:
        """The training day it is now, here."""
        return training_day(self.now_us(), self.zone(), day_start_hour)

    def moment(self, day_start_hour: int = DAY_START_HOUR) -> Moment:
        """All of these at once."""
        return moment_of(self, day_start_hour)


def moment_of(clock: Clock, day_start_hour: int = DAY_START_HOUR) -> Moment:
    """One reading of all that a clock tells."""
    at_us, zone = clock.now_us(), clock.zone()
    return Moment(
        at_us=at_us,
        boot_us=clock.boot_us(),
        boot_id=clock.boot_id(),
        zone=zone,
        day=training_day(at_us, zone, day_start_hour),
    )


def local_time(us: int, zone: str) -> datetime:
    """The instant `us` (UTC microseconds) in `zone`; UTC when the zone is not known here."""
    instant = datetime.fromtimestamp(us // 1_000_000, UTC) + timedelta(microseconds=us % 1_000_000)
    return instant.astimezone(ZoneInfo(zone if _known(zone) else "UTC"))


def training_day(us: int, zone: str, day_start_hour: int = DAY_START_HOUR) -> date:
    """The training day of an instant: what is done at one in the morning belongs to the day before.

    Wall time decides, so a night in which the clocks change has no gap and no second day.
    """
    local = local_time(us, zone)
    return local.date() - timedelta(days=1) if local.hour < day_start_hour else local.date()


def local_zone(tz: str | None, localtime: Path, timezone: Path) -> str:
    """The zone that `tz` (the environment), the `localtime` link or the `timezone` file give; else UTC."""
    if tz is not None:
        named = _zone_of_variable(tz)
        if named is not None:
            return named
    linked = _ZONE_IN_PATH.search(os.path.realpath(localtime))
    if linked and _known(linked[1]):
        return linked[1]
    try:
        written = timezone.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return "UTC"
    return written if _known(written) else "UTC"


def _zone_of_variable(tz: str) -> str | None:
    """`TZ` as an IANA name, or None when only the C library could make sense of it."""
    name = tz.removeprefix(":")
    if not name:
        return "UTC"
    in_path = _ZONE_IN_PATH.search(name)
    if in_path:
        name = in_path[1]
    if _known(name):
        return name
    # The POSIX form `CET-1` counts west of Greenwich as positive, and so do the Etc zones.
    fixed = re.fullmatch(_FIXED_OFFSET, name)
    if fixed:
        etc = f"Etc/GMT{fixed[1] or '+'}{int(fixed[2])}"
        return etc if _known(etc) else None
    return None


def _known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return bool(name)


def _boot_ns() -> int:
    # Linux stops CLOCK_MONOTONIC in suspend. On macOS it is the raw clock call that goes on, not
    # `time.monotonic`, which reads mach_absolute_time.
    if sys.platform == "linux":
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    return time.monotonic_ns()
