"""The Timer: what can be run; and while something runs, nothing but that, on the whole screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.widget import Widget

from hybrid_tui.domain.notation.printing import reads_on_one_line
from hybrid_tui.domain.timer_run import FactKind, position
from hybrid_tui.tui.actions import TIMER_STEP_S
from hybrid_tui.tui.keys import key_words
from hybrid_tui.tui.screens.timer_choosing import RUN
from hybrid_tui.tui.screens.timer_ends import EndingScreen
from hybrid_tui.tui.screens.timer_keys import KEYS, UNLOCKED, WORKS, Standing, enter_first, standing, word
from hybrid_tui.tui.screens.timer_picture import view_of
from hybrid_tui.tui.widgets.header import Header
from hybrid_tui.tui.widgets.keybar import KeyBar
from hybrid_tui.tui.widgets.line_input import LineInput
from hybrid_tui.tui.widgets.preset_list import PresetList, PresetPreview
from hybrid_tui.tui.widgets.still import Still
from hybrid_tui.tui.widgets.timer_face import TimerFace
from hybrid_tui.tui.widgets.timer_view import PHASES, TimerView

BLINK_S = 0.12
"""Seconds that the screen is lighter at a cue."""

_LABELS_FROM = 70
"""Columns from which the profile has its numbers."""


class TimerScreen(EndingScreen, Still):
    """The chooser, or the running timer in its phase's colour."""

    PLACE = "timer"
    CSS_PATH = "timer.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]

    def __init__(self) -> None:
        super().__init__()
        self.chosen: int | None = None
        """The step that `g` would jump to."""
        self._keys: tuple[object, ...] = ()

    @property
    def locked(self) -> bool:
        """Whether only `space`, `enter` and `L` answer; the app asks this for its own keys."""
        return self.timer.locked

    def content(self) -> Iterable[Widget]:
        """The list with its preview, and the face of what runs."""
        yield PresetList(self.glyphs)
        yield PresetPreview(self.glyphs)
        yield TimerFace(self.glyphs)

    def on_mount(self) -> None:
        """Blink with the cues."""
        self.timer.sound.flash = self._blink
        self.show_timer()

    def on_unmount(self) -> None:
        """Give the terminal its title back."""
        self.timer.title.restore()
        self.timer.sound.flash = None

    def on_resize(self, event: events.Resize) -> None:
        """Numbers under the profile where there is room."""
        self.set_class(event.size.width >= _LABELS_FROM, "-labels")
        self.call_after_refresh(self.show_timer)

    def on_screen_suspend(self) -> None:
        """What has ended was seen."""
        self.chosen = None
        if self.timer.ended is not None:
            self.timer.clear()

    def show_rest(self) -> None:
        """The rest as on every screen; below the running timer the keys have no hairline either way."""
        super().show_rest()
        if self.has_class("-face"):
            self.query_one(KeyBar).set_bare(True)

    def show_timer(self) -> None:
        """Draw the timer as it stands now; called whenever its shown second changes."""
        here = standing(self.timer)
        view = view_of(self.timer, here, self.glyphs, chosen=self.chosen)
        if here not in (Standing.READY, Standing.RUNNING, Standing.PAUSED):
            self.chosen = None
        self._dress(view)
        if view is not None:
            self.query_one(TimerFace).show(view)
        keys = (here, enter_first(self.timer), self.chosen is None, self.locked, self.timer.sound.on)
        if keys != self._keys:
            self._keys = keys
            self.refresh_bindings()

    def _dress(self, view: TimerView | None) -> None:
        """The whole screen in the phase's colour, without tabs."""
        phase = None if view is None else view.phase
        if self.has_class("-face") == (view is not None) and (phase is None or self.has_class(f"-{phase}")):
            return
        shapes = {f"-{each}": each == phase for each in PHASES}
        self.update_classes({"-face": view is not None, **shapes}, animate=False)
        self.query_one(Header).display = view is None
        keys = self.query_one(KeyBar)
        self.show_rest()
        keys.key_style = "bold $text" if phase is None else f"bold $phase-{phase}-text"
        keys.refresh()

    def _blink(self) -> None:
        face = self.query_one(TimerFace)
        face.add_class("-blink")
        self.set_timer(BLINK_S, lambda: face.remove_class("-blink"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what makes sense as it stands; none of it while a line is open."""
        if action not in WORKS:
            return super().check_action(action, parameters)
        if self.has_line or (self.locked and action not in UNLOCKED):
            return False
        here = standing(self.timer)
        if here not in WORKS[action]:
            return False
        if action == "jump":
            return self.chosen is not None
        if here is Standing.CHOOSE and action in ("act", "edit", "forget", "rename", "choose"):
            chosen = self.query_one(PresetList).chosen
            own = action not in ("forget", "rename") or (chosen is not None and chosen.own_id is not None)
            return chosen is not None and own and (action != "edit" or reads_on_one_line(chosen.text))
        return True

    def key_word(self, action: str) -> str | None:
        """Another word for an action as the timer stands."""
        if action == "submit" and any(line.prompt == RUN for line in self.query(LineInput)):
            return RUN
        return word(self.timer, action)

    def _show_keys(self, _: object = None) -> None:
        """The key that counts most stands first; jumping before all while a step is chosen."""
        shown = [
            each._replace(word=self.key_word(each.active.binding.action) or each.word)
            for each in key_words(self.active_bindings.values(), self.glyphs)
        ]
        first = ["act"] if enter_first(self.timer) else []
        if self.chosen is not None:
            first.insert(0, "jump")
        if standing(self.timer) is Standing.HELD:
            first.append("from_now")
        if standing(self.timer) is Standing.LOADED:
            shown = [each for each in shown if each.active.binding.action != "act"]
        names = [each.active.binding.action for each in shown]
        order = [*(names.index(name) for name in first if name in names)]
        order += [place for place in range(len(shown)) if place not in order]
        for bar in self.query_children(KeyBar):
            bar.show([shown[place] for place in order])

    def step_back(self) -> bool:
        """Close the line, stay with the step in hand, take a line off that was not begun."""
        if super().step_back():
            return True
        if self.chosen is not None:
            self.chosen = None
            self.show_timer()
            return True
        if standing(self.timer) is Standing.LOADED:
            self.timer.clear()
            return True
        return False

    def action_pause(self) -> None:
        """Start, pause, go on."""
        if standing(self.timer) is Standing.LOADED:
            self.begin()
        else:
            self.timer.toggle()

    def action_skip(self) -> None:
        """On to the next step."""
        self.timer.do(FactKind.SKIPPED)

    def action_step_again(self) -> None:
        """Back to the beginning of the step, or to the one before."""
        self.timer.do(FactKind.WENT_BACK)

    def action_nudge(self, sign: int) -> None:
        """Lengthen or shorten the step in hand."""
        self.timer.nudge(sign * TIMER_STEP_S)

    def action_act(self) -> None:
        """What `enter` means as it stands."""
        match standing(self.timer):
            case Standing.CHOOSE:
                self.run_chosen()
            case Standing.LOADED:
                self.begin()
            case Standing.RUNNING:
                self.timer.do(FactKind.LAPPED)
            case Standing.HELD:
                self.timer.resume(from_now=False)
            case Standing.UNSAVED:
                self.timer.record()
            case Standing.DONE:
                self.timer.clear()
                self.shell.action_visit(self.shell.places[0].mode)
            case _:
                return

    def action_from_now(self) -> None:
        """Go on as if nobody had been away."""
        self.timer.resume(from_now=True)

    def action_choose(self, steps: int) -> None:
        """The cursor in the list, or the step to jump to."""
        loaded = self.timer.loaded
        if loaded is None:
            self.query_one(PresetList).move(steps)
            self.preview()
            self.refresh_bindings()
            return
        here = position(loaded.state, self.timer.now()).index if self.chosen is None else self.chosen
        self.chosen = min(max(here + steps, 0), len(loaded.timeline.steps) - 1)
        self.show_timer()

    def action_jump(self) -> None:
        """On with the chosen step."""
        if self.chosen is not None:
            step, self.chosen = self.chosen, None
            self.timer.do(FactKind.JUMPED, value=step)

    def action_lock(self) -> None:
        """Let only `space`, `enter` and `L` answer, or all again."""
        self.timer.locked = not self.timer.locked
        self.chosen = None
        self.show_timer()
