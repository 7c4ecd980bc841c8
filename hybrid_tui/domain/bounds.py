"""How much is taken at most, whether it is typed, planned or worked out: beyond it somebody mistyped.

The training file takes at least as much, so that whatever can be read can also be kept.
"""

from __future__ import annotations

from typing import Final

HEAVIEST: Final = 2000
"""The heaviest load, in its own unit, and"""
MOST_ASSISTANCE: Final = 1000
"""… the most that is taken off the body's own weight."""

FARTHEST_M: Final = 1_000_000.0
"""The farthest that is gone in one go, metres, and"""
LONGEST_S: Final = 86_400.0
"""… the longest that is held or run, seconds."""
LONGEST_REST_S: Final = 3600.0
"""The longest rest between two sets, seconds."""

MOST_LOAD: Final = 100_000.0
"""The most planned load of a session, AU."""

MOST_REPS: Final = 10_000
"""The most repetitions in a set, and"""
MOST_SETS: Final = 100
"""… the most sets in a line."""

MOST_LINES: Final = 100
"""The most lines of a day, and"""
MOST_STEPS: Final = 5000
"""… the most timed steps in them."""

LONGEST_NAME: Final = 100
"""The longest title, name or label, in characters, and"""
LONGEST_ROUND: Final = 2000
"""… the longest round of a circuit, all its lines together."""
