from __future__ import annotations

import os
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hybrid_tui.clock import SystemClock, local_time, local_zone, training_day
from tests.fixed_clock import FixedClock


def _us(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp() * 1_000_000)


def test_the_system_clock_says_now() -> None:
    before = time.time_ns() // 1000
    assert before <= SystemClock().now_us() <= time.time_ns() // 1000


def test_the_boot_clock_only_grows() -> None:
    clock = SystemClock()
    readings = [clock.boot_us() for _ in range(100)]
    assert readings == sorted(readings)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count suspended time otherwise")
def test_the_boot_clock_is_the_one_that_counts_suspended_time(monkeypatch: pytest.MonkeyPatch) -> None:
    clocks = {time.CLOCK_BOOTTIME: 7_000_000_000}
    monkeypatch.setattr(time, "clock_gettime_ns", clocks.__getitem__)
    assert SystemClock().boot_us() == 7_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="the file is Linux's")
def test_the_boot_has_an_id_that_stays() -> None:
    assert SystemClock().boot_id() == SystemClock().boot_id() != ""


def test_now_here_agrees_with_itself() -> None:
    clock = SystemClock()
    local = clock.local(clock.now_us(), clock.zone())
    assert abs(local.timestamp() - time.time()) < 5
    assert clock.today(0) == local.date()


@pytest.mark.parametrize(
    ("tz", "zone"),
    [
        ("Europe/Paris", "Europe/Paris"),
        (":Europe/Paris", "Europe/Paris"),
        ("/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"),
        ("", "UTC"),
        ("UTC", "UTC"),
        ("UTC0", "Etc/GMT+0"),
        ("CET-1", "Etc/GMT-1"),
        ("PST8", "Etc/GMT+8"),
        # What only the C library understands leaves the system's zone.
        ("CET-1CEST,M3.5.0,M10.5.0/3", "Asia/Kathmandu"),
        ("../../etc/passwd", "Asia/Kathmandu"),
        ("Nowhere/At_All", "Asia/Kathmandu"),
    ],
)
def test_the_zone_follows_the_environment(tmp_path: Path, tz: str, zone: str) -> None:
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Asia/Kathmandu")
    assert local_zone(tz, link, tmp_path / "timezone") == zone


@pytest.mark.parametrize(
    ("target", "zone"),
    [
        ("/usr/share/zoneinfo/Europe/Paris", "Europe/Paris"),
        ("/usr/share/zoneinfo/posix/Europe/Paris", "Europe/Paris"),
        ("/var/db/timezone/zoneinfo/America/Argentina/Salta", "America/Argentina/Salta"),
        ("/usr/share/zoneinfo.default/Asia/Tokyo", "Asia/Tokyo"),
        ("/somewhere/else", "UTC"),
    ],
)
def test_the_zone_follows_the_systems_link(tmp_path: Path, target: str, zone: str) -> None:
    link = tmp_path / "localtime"
    link.symlink_to(target)
    assert local_zone(None, link, tmp_path / "timezone") == zone


@pytest.mark.parametrize(("text", "zone"), [("Europe/Paris\n", "Europe/Paris"), ("nonsense", "UTC")])
def test_the_zone_may_be_written_in_a_file(tmp_path: Path, text: str, zone: str) -> None:
    (tmp_path / "timezone").write_text(text)
    assert local_zone(None, tmp_path / "localtime", tmp_path / "timezone") == zone


def test_a_traveller_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SystemClock()
    monkeypatch.setitem(os.environ, "TZ", "Europe/Paris")
    assert clock.zone() == "Europe/Paris"
    monkeypatch.setitem(os.environ, "TZ", "Asia/Tokyo")
    assert clock.zone() == "Asia/Tokyo"


@pytest.mark.parametrize(
    ("instant", "zone", "start", "day"),
    [
        ("2026-11-25T18:00+00:00", "UTC", 4, date(2026, 11, 25)),
        ("2026-11-26T01:00+00:00", "UTC", 4, date(2026, 11, 25)),
        ("2026-11-26T03:59:59+00:00", "UTC", 4, date(2026, 11, 25)),
        ("2026-11-26T04:00+00:00", "UTC", 4, date(2026, 11, 26)),
        ("2026-11-26T01:00+00:00", "UTC", 0, date(2026, 11, 26)),
        # The night in which the clocks go forward, and the one in which they go back.
        ("2026-03-29T02:30+02:00", "Europe/Paris", 4, date(2026, 3, 28)),
        ("2026-03-29T04:00+02:00", "Europe/Paris", 4, date(2026, 3, 29)),
        ("2026-10-25T02:30+02:00", "Europe/Paris", 4, date(2026, 10, 24)),
        ("2026-10-25T02:30+01:00", "Europe/Paris", 4, date(2026, 10, 24)),
        ("2026-10-25T04:00+01:00", "Europe/Paris", 4, date(2026, 10, 25)),
        # Apia has no 30 December 2011; its Saturday night session belongs to the day that was lived before.
        ("2011-12-30T09:30+00:00", "Pacific/Apia", 4, date(2011, 12, 29)),
        ("2011-12-30T15:00+00:00", "Pacific/Apia", 4, date(2011, 12, 31)),
        ("2024-02-29T23:00+00:00", "UTC", 4, date(2024, 2, 29)),
        ("2027-01-01T02:00+00:00", "UTC", 4, date(2026, 12, 31)),
        ("2026-04-05T02:15+10:30", "Australia/Lord_Howe", 4, date(2026, 4, 4)),
    ],
)
def test_the_training_day(instant: str, zone: str, start: int, day: date) -> None:
    assert training_day(_us(instant), zone, start) == day


def test_local_time_keeps_every_microsecond() -> None:
    us = _us("2026-11-25T18:00:00+00:00") + 123_457
    local = local_time(us, "Europe/Paris")
    assert (local.hour, local.microsecond) == (19, 123_457)
    assert local.astimezone(UTC).hour == 18


@pytest.mark.parametrize("zone", ["", "Nowhere/At_All", "../x", "/etc/passwd"])
def test_an_unknown_zone_is_shown_as_utc(zone: str) -> None:
    assert local_time(0, zone) == datetime(1970, 1, 1, tzinfo=UTC)


def test_the_fixed_clock_stands_still_until_moved() -> None:
    clock = FixedClock(zone="Europe/Paris")
    before = (clock.now_us(), clock.boot_us())
    assert (clock.now_us(), clock.boot_us()) == before
    clock.advance(1.5)
    assert (clock.now_us() - before[0], clock.boot_us() - before[1]) == (1_500_000, 1_500_000)
    clock.set_wall(datetime(2030, 1, 1, tzinfo=UTC))
    assert clock.boot_us() - before[1] == 1_500_000
    assert clock.today() == date(2029, 12, 31)
