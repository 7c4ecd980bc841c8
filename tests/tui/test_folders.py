"""What the program writes beside the training file, and where."""

from pathlib import Path

import pytest

from hybrid_tui.domain.timer_cues import Cue, Sound
from hybrid_tui.tui.cue_choice import choice_of
from hybrid_tui.tui.cues import CuePlayer
from hybrid_tui.tui.failure import write_log
from hybrid_tui.tui.folders import sounds_folder, state_folder


def test_one_variable_moves_the_log_and_the_sounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HYBRID_STATE", str(tmp_path / "here"))
    log = write_log(ValueError("wrong"), 1)
    assert log is not None
    assert log.parent == state_folder() == tmp_path / "here"

    player = CuePlayer(
        folder=sounds_folder(),
        bell=lambda: None,
        trouble=lambda _: None,
        choice=choice_of({}),
        players=[["true"]],
    )
    player.play(Cue(sound=Sound.WORK, words="go", due=0))
    player.close()
    assert [each.parent for each in (tmp_path / "here").rglob("work-*.wav")] == [sounds_folder()]


def test_without_it_both_stand_in_the_platforms_own_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HYBRID_STATE", raising=False)
    assert state_folder().name == "hybrid_tui"
    assert "hybrid_tui" in sounds_folder().parts
