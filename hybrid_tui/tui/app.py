"""The app as a table of contents: its places, its keys, its clock. What a screen shows is in `screens`."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any, ClassVar

from textual.app import SystemCommand
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.events import Event, Key, MouseDown, Paste
from textual.screen import Screen

from hybrid_tui.tui import glyphs, themes
from hybrid_tui.tui.actions import ShellActions
from hybrid_tui.tui.context import AppContext, RunningTimer
from hybrid_tui.tui.keys import EVERYWHERE
from hybrid_tui.tui.places import PLACES, Place
from hybrid_tui.tui.pulse import Pulse
from hybrid_tui.tui.rest import RestClock
from hybrid_tui.tui.signals import watch_signals
from hybrid_tui.tui.type_ahead import TypeAhead
from hybrid_tui.tui.widgets.header import Header, Readiness
from hybrid_tui.tui.widgets.keybar import KeyBar


def _key_commands() -> Any:
    from hybrid_tui.tui.commands import KeyCommands  # late: not needed for the first paint

    return KeyCommands


def _found_commands() -> Any:
    from hybrid_tui.tui.commands import FoundCommands  # late: not needed for the first paint

    return FoundCommands


class HybridApp(ShellActions):
    """The terminal app. It holds what all screens share and leads from one to the other."""

    TITLE = "hybrid"
    CSS_PATH = "shell.tcss"
    DEFAULT_MODE = PLACES[0].mode
    COMMANDS = ShellActions.COMMANDS | {_key_commands, _found_commands}
    BINDINGS: ClassVar[list[BindingType]] = [*EVERYWHERE]
    NOTIFICATION_TIMEOUT = 4

    def __init__(self, session: AppContext, places: Iterable[Place] = PLACES) -> None:
        super().__init__()
        self.session = session
        self.places = tuple(places)
        self.glyphs = glyphs.choose(session.settings.get("ascii"))
        self.set_class(self.glyphs.plain, "-ascii")
        self.pulse = Pulse(session.clock.boot_us)
        self.rest = RestClock(self.pulse, session.clock.boot_us)
        self.timer: RunningTimer | None = None
        self.readiness: Readiness | None = None
        self._type_ahead = TypeAhead(self)
        self._day = session.today()
        self._dress(themes.LIGHT if session.settings.get("theme") == "light" else themes.DARK)

    def _dress(self, theme: str) -> None:
        """Put the theme on before any style sheet is read: set later, all of them would be read twice."""
        for ours in themes.THEMES:
            self.register_theme(ours)
        self.set_reactive(HybridApp.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our variables, for a theme that is not ours."""
        return themes.VARIABLE_DEFAULTS

    def get_default_screen(self) -> Screen[Any]:
        """The screen the app opens on.

        Handed over here and not as a mode, because Textual mounts a mode's first screen inside a batch: it
        would be drawn, thrown away and drawn again a frame later. Its sheet is read along with the app's.
        """
        place = next(place for place in self.places if place.mode == self.DEFAULT_MODE)
        screen = place.make()
        for path in screen.css_path:
            self.stylesheet.read(path)
        return screen

    def on_mount(self) -> None:
        """Open the other places, watch the signals and the clock."""
        for place in self.places:
            self.add_mode(place.mode, place.make)
        watch_signals(self)
        asyncio.get_running_loop().set_exception_handler(self.on_loop_error)
        self.app_resume_signal.subscribe(self, lambda _: self._resumed())
        self.rest.on_change.append(self._rest_changed)
        if self.session.settings.get("keys"):
            self.call_after_refresh(self._take_own_keys)

    def _take_own_keys(self) -> None:
        """Put the person's own keys in the place of the usual ones; what cannot be is said once."""
        from hybrid_tui.tui import own_keys  # late: it knows all screens, and most people have none

        own, wrong = own_keys.sound(self.session.settings.get(own_keys.SETTING), self.glyphs)
        self.set_keymap(own_keys.keymap(own))
        if wrong:
            self.notify("\n".join(wrong), severity="warning", timeout=10)

    async def on_event(self, event: Event) -> None:
        """Typing waits its turn: see `type_ahead`."""
        if isinstance(event, MouseDown) and not event.is_forwarded and self._gone_there(event):
            return
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
        elif not self._type_ahead.keep(event):
            self._type_ahead.begin()
            await super().on_event(event)
            self._type_ahead.follow()

    def _gone_there(self, event: MouseDown) -> bool:
        """Whether the mouse is pressed on what is being taken away; Textual would end the app over it."""
        widget, _ = self.screen.get_widget_and_offset_at(event.x, event.y)
        return widget is not None and not isinstance(widget, Screen) and widget.parent is None

    @property
    def calm(self) -> bool:
        """Whether nobody typed for two seconds and neither timer nor rest runs."""
        return self._type_ahead.calm and not self.timer_runs() and self.rest.running is None

    def _resumed(self) -> None:
        """Back from the shell: the terminal has forgotten what it showed."""
        self.pulse.look()
        self.refresh(layout=True)

    def on_app_focus(self) -> None:
        """Back from elsewhere, perhaps after a night: look at the clock and the day."""
        self.pulse.look()
        self.look_at_day()
        self._tell_screen("refresh_head")

    def look_at_day(self) -> None:
        """When the training day has turned, everything that says «today» is read again."""
        day = self.session.today()
        if day != self._day:
            self._day = day
            self.facts_changed()

    def on_unmount(self) -> None:
        """Nothing is saved here: it is saved already."""
        self.pulse.stop()

    def show_readiness(self, readiness: Readiness | None) -> None:
        """Put the day's readiness into the header of every screen."""
        self.readiness = readiness
        self._tell_screen("refresh_head")

    def facts_changed(self) -> None:
        """Something was written: the screen in view reads again now, the others at their next visit."""
        for stack in self._screen_stacks.values():
            for screen in stack:
                if (mark_stale := getattr(screen, "mark_stale", None)) is not None:
                    mark_stale()
        self._tell_screen("refresh_head")
        self._tell_screen("read_if_stale")

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the palette offers besides keys."""
        other = "dark" if self.theme == themes.LIGHT else "light"
        yield SystemCommand(f"Theme: {other}", f"Draw on a {other} ground", self.toggle_theme)
        yield SystemCommand("Picture of this screen", "As SVG, into a file that you name", self.take_picture)

    def take_picture(self) -> None:
        """Draw what is in view once the palette has gone, then ask for the file."""
        self.call_after_refresh(self._take_picture)

    def _take_picture(self) -> None:
        from hybrid_tui.tui import picture  # late: seldom asked

        picture.take(self, f"hybrid-{self.current_mode}-{self.session.today()}")

    def toggle_theme(self) -> None:
        """Dark to light and back, kept for the next start where a way to keep it was handed in."""
        light = self.theme != themes.LIGHT
        self.theme = themes.LIGHT if light else themes.DARK
        if (save := self.session.verbs.save_setting) is not None:
            self.run_worker(save("theme", "light" if light else "dark"), group="settings")

    def open_timer(self, *, plan_key: str | None, session_id: str | None, block: int) -> None:
        """Stand on the Timer with a block of the session, ready to start."""
        from hybrid_tui.tui.timer_entrances import open_block  # late: not needed for the first paint

        self.run_worker(open_block(self, plan_key, session_id, block), group="timer")

    def timer_changed(self) -> None:
        """The interval timer began, moved or ended: the screen in view draws it."""
        self._tell_screen("show_timer")

    def on_header_chosen(self, event: Header.Chosen) -> None:
        """A tab was clicked."""
        self.action_visit(event.mode)

    async def on_key_bar_chosen(self, event: KeyBar.Chosen) -> None:
        """A key was clicked."""
        active = event.word.active
        await self.run_action(active.binding.action, active.node)

    def _tell_screen(self, method: str) -> None:
        """Call this method of the screen in view, if it is one of ours (a dialog is not)."""
        for screen in reversed(self.screen_stack):
            if (call := getattr(screen, method, None)) is not None:
                call()
                return

    def _rest_changed(self) -> None:
        self._tell_screen("show_rest")
        if self.timer is not None:
            self._tell_screen("show_timer")


def shell(node: DOMNode) -> HybridApp:
    """The app this screen or widget lives in."""
    app = node.app
    assert isinstance(app, HybridApp)
    return app
