"""The timer's own sounds: a few sine tones, written as WAV files when first needed."""

from __future__ import annotations

import os
from math import pi, sin
from pathlib import Path

from hybrid_tui.domain.timer_cues import Sound

RATE = 22_050
"""Samples a second."""

_VERSION = 1  # in the file's name, so that new tones replace cached old ones
_FADE = 0.008  # seconds in and out of every tone: without it each begins with a click

Tone = tuple[float, float, float]
"""Frequency in hertz (0 is silence), seconds, loudness 0 to 1."""

TONES: dict[Sound, tuple[Tone, ...]] = {
    Sound.READY: ((440, 0.12, 0.6), (0, 0.06, 0), (440, 0.12, 0.6)),
    Sound.WORK: ((880, 0.12, 0.9), (1320, 0.45, 0.9)),
    Sound.RECOVER: ((660, 0.15, 0.7), (440, 0.40, 0.7)),
    Sound.HALFWAY: ((740, 0.10, 0.6), (0, 0.08, 0), (740, 0.10, 0.6)),
    Sound.LAST_SECONDS: ((590, 0.14, 0.8),),
    Sound.DONE: ((660, 0.15, 0.8), (880, 0.15, 0.8), (1100, 0.15, 0.8), (1320, 0.50, 0.8)),
    Sound.REST: ((520, 0.12, 0.8), (0, 0.05, 0), (780, 0.12, 0.8), (0, 0.05, 0), (520, 0.25, 0.8)),
}
"""Work rises, recovery falls, done climbs; the last seconds are one short tone, halfway two; a rest's
end goes up and back."""


def samples(tones: tuple[Tone, ...]) -> bytes:
    """Signed 16-bit mono samples of these tones, one after the other."""
    import array  # late: nobody hears anything before the first paint

    data = array.array("h")
    for frequency, seconds, loudness in tones:
        count = round(seconds * RATE)
        fade = _FADE * RATE
        for number in range(count):
            edge = min(1.0, number / fade, (count - number) / fade)
            data.append(round(32_000 * loudness * edge * sin(2 * pi * frequency * number / RATE)))
    return data.tobytes()


def sound_file(folder: Path, sound: Sound) -> Path:
    """The WAV file of a sound, written whole or not at all if it is not there yet. May raise OSError."""
    path = folder / f"{sound.value}-{_VERSION}.wav"
    if path.exists():
        return path
    import wave  # late: as above

    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_suffix(f".{os.getpid()}.part")
    with wave.open(str(fresh), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples(TONES[sound]))
    fresh.replace(path)
    return path
