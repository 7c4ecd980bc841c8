"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hybrid_tui.clock import DAY_START_HOUR, local_time, moment_of, training_day
from hybrid_tui.domain.moment import Moment


class FixedClock:
    """Wall and boot time that move only by `advance`, `set_wall` or `reboot`."""

    def __init__(self, now: datetime | None = None, *, zone: str = "UTC", boot_id: str = "boot-1") -> None:
        start = now or datetime(2026, 11, 25, 18, 0, tzinfo=UTC)
        self.wall_us = int(start.timestamp()) * 1_000_000 + start.microsecond
        self.since_boot_us = 1_000_000_000
        self.zone_name = zone
        self.boot_name = boot_id

    def advance(self, seconds: float) -> None:
        """Let both clocks run for that long."""
        self.wall_us += round(seconds * 1_000_000)
        self.since_boot_us += round(seconds * 1_000_000)

    def set_wall(self, now: datetime) -> None:
        """Set the wall clock; the boot clock takes no notice."""
        self.wall_us = int(now.timestamp()) * 1_000_000 + now.microsecond

    def reboot(self, boot_id: str = "boot-2") -> None:
        """Start the machine anew."""
        self.since_boot_us = 1_000_000
        self.boot_name = boot_id

    def now_us(self) -> int:
        return self.wall_us

    def boot_us(self) -> int:
        return self.since_boot_us

    def boot_id(self) -> str:
        return self.boot_name

    def zone(self) -> str:
        return self.zone_name

    def local(self, us: int, zone: str) -> datetime:
        return local_time(us, zone)

    def today(self, day_start_hour: int = DAY_START_HOUR) -> date:
        return training_day(self.wall_us, self.zone_name, day_start_hour)

    def moment(self, day_start_hour: int = DAY_START_HOUR) -> Moment:
        return moment_of(self, day_start_hour)
