from __future__ import annotations

import wave
from itertools import groupby
from pathlib import Path

import pytest

from hybrid_tui.domain.timer_cues import Cue, Sound
from hybrid_tui.tui.cues import CueChoice, CuePlayer
from hybrid_tui.tui.tones import TONES, samples, sound_file

WORK = Cue(sound=Sound.WORK, words="hill sprint, 4 of 8", due=0)


def script(folder: Path, name: str, body: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


class Desk:
    """A player whose programs are scripts that note what they were given."""

    def __init__(
        self, folder: Path, choice: CueChoice | None = None, *, player: str = "", speaker: str = ""
    ) -> None:
        self.folder = folder
        self.rung: list[None] = []
        self.troubles: list[str] = []
        self.notes = folder / "notes"
        note = f'echo "$@" >> {self.notes}'
        self.player = CuePlayer(
            folder=folder / "sounds",
            bell=lambda: self.rung.append(None),
            trouble=self.troubles.append,
            choice=choice,
            players=[[str(script(folder, "play", player or note))]],
            speakers=[[str(script(folder, "speak", speaker or note)), "--"]],
        )

    def heard(self) -> list[str]:
        self.player.close(10)
        return self.notes.read_text().splitlines() if self.notes.exists() else []


def test_bell_sound_and_speech_say_the_same(tmp_path: Path) -> None:
    desk = Desk(tmp_path, CueChoice(speech=True))
    desk.player.play(WORK)
    assert sorted(desk.heard()) == ["-- hill sprint, 4 of 8", str(tmp_path / "sounds" / "work-1.wav")]
    assert len(desk.rung) == 1
    assert desk.troubles == []


@pytest.mark.parametrize(
    ("choice", "rung", "heard"),
    [
        (CueChoice(bell=False, sound=False), 0, 0),
        (CueChoice(bell=True, sound=False), 1, 0),
        (CueChoice(bell=False, sound=True), 0, 1),
        (CueChoice(bell=False, sound=False, speech=True), 0, 1),
    ],
)
def test_each_can_be_switched_off(tmp_path: Path, choice: CueChoice, rung: int, heard: int) -> None:
    desk = Desk(tmp_path, choice)
    desk.player.play(WORK)
    assert (len(desk.heard()), len(desk.rung)) == (heard, rung)


def test_a_failing_player_is_told_once(tmp_path: Path) -> None:
    desk = Desk(tmp_path, player="exit 3")
    desk.player.play(WORK)
    desk.player.close(10)
    desk.player.play(WORK)
    desk.player.close(10)
    assert desk.troubles == [f"no sound: {tmp_path / 'play'} failed"]


def test_absent_programs_are_told_once_each_and_the_bell_still_rings(tmp_path: Path) -> None:
    troubles: list[str] = []
    rung: list[None] = []
    player = CuePlayer(
        folder=tmp_path,
        bell=lambda: rung.append(None),
        trouble=troubles.append,
        choice=CueChoice(speech=True),
        players=[["no-such-player"]],
        speakers=[["no-such-speaker"]],
    )
    for _ in range(3):
        player.play(WORK)
    player.close(10)
    assert troubles == [
        "no sound: no program plays sounds here",
        "no speech: no program speaks here; espeak-ng would",
    ]
    assert len(rung) == 3


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "sounds").write_text("in the way")
    desk = Desk(tmp_path)
    desk.player.play(WORK)
    assert desk.heard() == []
    assert len(desk.troubles) == 1


def test_a_command_of_ones_own_comes_first(tmp_path: Path) -> None:
    own = script(tmp_path, "mine", f'echo "mine $@" >> {tmp_path / "notes"}')
    desk = Desk(tmp_path, CueChoice(command=f"'{own}' --at {{file}} loud"))
    desk.player.play(WORK)
    assert desk.heard() == [f"mine --at {tmp_path / 'sounds' / 'work-1.wav'} loud"]


def test_every_sound_is_written_once_and_differs(tmp_path: Path) -> None:
    paths = [sound_file(tmp_path, sound) for sound in Sound]
    assert len({path.read_bytes() for path in paths}) == len(Sound)
    with wave.open(str(paths[0])) as read:
        assert (read.getnchannels(), read.getsampwidth(), read.getframerate()) == (1, 2, 22_050)
    before = paths[0].stat().st_mtime_ns
    assert sound_file(tmp_path, Sound.READY).stat().st_mtime_ns == before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in paths)


def test_a_burst_sounds_only_its_newest(tmp_path: Path) -> None:
    desk = Desk(
        tmp_path, CueChoice(sound=False, speech=True), speaker=f'sleep 0.2; echo "$@" >> {tmp_path}/notes'
    )
    for count in range(30):
        desk.player.play(Cue(sound=Sound.LAST_SECONDS, words=str(count), due=0))
    assert desk.heard()[-1] == "-- 29"
    assert len(desk.heard()) < 30


def test_tones_begin_and_end_silent() -> None:
    for tones in TONES.values():
        data = samples(tones)
        assert data[:2] == b"\0\0"
        assert any(key for key, _ in groupby(data))
