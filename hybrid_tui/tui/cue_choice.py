"""Which cues a person wants, as the settings have it; known before any screen is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hybrid_tui.tui.cues import CueChoice

KINDS = ("bell", "sound", "speech", "flash")
"""The four ways, each on or off; as settings `cue_bell`, `cue_sound`, …"""

QUIET: Mapping[str, object] = {f"cue_{kind}": False for kind in ("bell", "sound", "speech")}
"""Settings in which nothing is heard."""


def choice_of(settings: Mapping[str, object]) -> CueChoice:
    """The person's choice; what was never chosen stays as it ships."""
    command = settings.get("cue_command")
    choice = CueChoice(command=command if isinstance(command, str) else "")
    for kind in KINDS:
        if f"cue_{kind}" in settings:
            choice = turned(choice, kind, settings[f"cue_{kind}"] is True)
    return choice


def turned(choice: CueChoice, kind: str, on: bool) -> CueChoice:
    """The choice with one way on or off. Raises ValueError for a way there is not."""
    match kind:
        case "bell":
            return replace(choice, bell=on)
        case "sound":
            return replace(choice, sound=on)
        case "speech":
            return replace(choice, speech=on)
        case "flash":
            return replace(choice, flash=on)
    raise ValueError(f"no way of cueing is called {kind}")
