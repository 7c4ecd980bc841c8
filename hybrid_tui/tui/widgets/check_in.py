"""The morning check: red flags first, then one digit an item. Under twenty seconds by number keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from hybrid_tui.coach.recovery_day import RecoveryDay
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.record import CheckIn
from hybrid_tui.tui.app import shell
from hybrid_tui.tui.keys import key_words
from hybrid_tui.tui.widgets.check_in_draft import SLEPT, Draft
from hybrid_tui.tui.widgets.check_in_lines import DialogLine, check_in_lines
from hybrid_tui.tui.widgets.dialog import Dialog
from hybrid_tui.tui.widgets.keybar import KeyBar
from hybrid_tui.tui.words import spread, words

_DIGITS = Binding.Group("answer")

_DIGIT_KEYS = [
    Binding(
        digit,
        f"sign('{digit}')",
        "answer",
        key_display="1-7",
        tooltip="Answer the marked row; among the red flags tick one, 0 for none",
        id=f"check.{digit}",
        group=_DIGITS,
    )
    for digit in "1234567890"
]


class CheckInBody(Static):
    """The lines of the dialog; says which key a click stands for."""

    def __init__(self, pressed: Callable[[int, str], None]) -> None:
        super().__init__()
        self._pressed = pressed
        self._lines: list[DialogLine] = []

    def show(self, lines: list[DialogLine]) -> None:
        """Draw these lines."""
        self._lines = lines
        self.update(Content("\n").join([each.line for each in lines]))

    def on_click(self, event: events.Click) -> None:
        """A click on a number is that number's key; elsewhere on a row it marks the row."""
        line = self._lines[event.y] if 0 <= event.y < len(self._lines) else None
        if line is None or line.place is None:
            return
        sign = next((sign for first, after, sign in line.signs if first <= event.x < after), "")
        self._pressed(line.place, sign)


class CheckInDialog(Dialog[CheckIn]):
    """Asks the day's questions. Gives back the answers; None where it was closed, then `draft` has them."""

    DEFAULT_CSS = """
    CheckInDialog .body { scrollbar-size: 0 0; }
    CheckInDialog.-small .title { margin-bottom: 0; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *_DIGIT_KEYS,
        Binding("enter", "go", "save", tooltip="Save; after the red flags go on", id="check.go"),
        Binding("n", "none", "none", tooltip="None of the red flags", id="check.none"),
        Binding("space", "tick", "tick", tooltip="Tick the marked flag", id="check.tick", show=False),
        Binding(
            "tab,down,j",
            "move(1)",
            "next",
            tooltip="Next row; what is left out stays unknown",
            id="check.next",
        ),
        Binding("shift+tab,up,k", "move(-1)", "up", tooltip="Row before", id="check.up", show=False),
        Binding("left", "nudge(-1)", "less", tooltip="One lower", id="check.less", show=False),
        Binding("right", "nudge(1)", "more", tooltip="One higher", id="check.more", show=False),
        Binding("plus,t,equals_sign", "sign('+')", "is 10", tooltip="Legs at 10", id="check.ten"),
        Binding(
            "colon", "sign(':')", "hours", tooltip="Between hours and minutes", id="check.colon", show=False
        ),
        Binding("h", "sign('h')", "hours", tooltip="Between hours and minutes", id="check.h", show=False),
        Binding("backspace", "rub", "back", tooltip="One step back", id="check.back"),
        Binding(
            "delete,x", "clear", "unknown", tooltip="Take the row's answer away", id="check.clear", show=False
        ),
    ]

    def __init__(self, view: RecoveryDay, draft: Draft | None = None) -> None:
        super().__init__("Check-in")
        self.view = view
        self.draft = draft or Draft(check=view.check)
        self._said = ""

    def content(self) -> Iterable[Widget]:
        """The lines, drawn as one."""
        yield CheckInBody(self._press)

    def on_mount(self) -> None:
        """Draw what is known."""
        super().on_mount()
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the room there is."""
        super().on_resize(event)
        if self.has_class("-small"):
            # Title and keys are all that stands around the lines.
            self.query_one(".body").styles.max_height = max(event.size.height - 2, 3)
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what the marked row takes."""
        if action in ("none", "tick"):
            return self.draft.asking_flags
        if action == "sign" and parameters and parameters[0] in (":", "h"):
            return self.draft.row == SLEPT
        if action == "sign" and parameters == ("+",):
            return self.draft.row == "legs"
        return True

    def action_sign(self, sign: str) -> None:
        """A digit or sign: a flag, an answer, or a part of a number."""
        if not self.draft.asking_flags:
            self._take(self.draft.answered(sign))
        elif sign == "0":
            self.action_none()
        elif sign.isdigit():
            self._take(self.draft.toggled(int(sign) - 1))

    def action_none(self) -> None:
        """None of the flags: on to the rows."""
        self._take(self.draft.flags_answered(none=True))

    def action_tick(self) -> None:
        """Tick the marked flag."""
        self._take(self.draft.toggled(self.draft.at))

    def action_move(self, steps: int) -> None:
        """Another row; one whose text makes no sense is not left."""
        if self.draft.wrong:
            self._say(self.draft.wrong)
        else:
            self._take(self.draft.moved(steps))

    def action_nudge(self, steps: int) -> None:
        """One lower or higher."""
        self._take(self.draft.nudged(steps))

    def action_rub(self) -> None:
        """One step back."""
        self._take(self.draft.rubbed())

    def action_clear(self) -> None:
        """Unknown again."""
        self._take(self.draft.cleared())

    def action_go(self) -> None:
        """After the flags the rows; after the rows the answers are given back."""
        if self.draft.asking_flags:
            self._take(self.draft.flags_answered())
        elif self.draft.wrong:
            self._say(self.draft.wrong)
        else:
            self.dismiss(self.draft.check)

    def _press(self, place: int, sign: str) -> None:
        if self.draft.wrong:
            self._say(self.draft.wrong)
            return
        self.draft = replace(self.draft, at=place, typed=None)
        if sign == " ":
            self.action_tick()
        elif sign:
            self.action_sign(sign)
        else:
            self._take(self.draft)

    def _take(self, draft: Draft) -> None:
        self.draft, self._said = draft, ""
        self._show()
        self.refresh_bindings()

    def _say(self, text: str) -> None:
        self._said = text
        self._show()

    def _show(self) -> None:
        size = self.app.size
        small = size.width < 60 or size.height < 22
        width = min(66, size.width) - (2 if small else 6)
        glyphs = shell(self).glyphs
        lines = check_in_lines(
            self.draft, self.view, width, glyphs, airy=size.height >= 24 and not small, said=self._said
        )
        self.query_one(CheckInBody).show(lines)
        title = spread(words(self.heading), words(day_words(self.view.day), "not bold $text-2"), width)
        self.query_one(".title", Static).update(title)

    def _show_keys(self, _: object = None) -> None:
        """The digits mean a flag on the first page and an answer on the second."""
        flags = self.draft.asking_flags
        shown = key_words(self.active_bindings.values(), shell(self).glyphs)
        renamed = []
        for word in shown:
            action = word.active.binding.action
            if flags and action.startswith("sign"):
                word = word._replace(keys="1-9", word="tick")
            elif flags and action == "none":
                word = word._replace(keys="0 n")
            elif flags and action == "go":
                word = word._replace(word="next" if self.draft.flags else "none")
            elif action.startswith("sign('1") and self.draft.row in ("legs", "slept", "pulse"):
                word = word._replace(keys="0-9")
            elif flags and action == "rub":
                continue
            renamed.append(word)
        order = {"close": 2, "move(1)": 1}  # the way out stands last, Textual's own `tab` not first
        renamed.sort(key=lambda word: order.get(word.active.binding.action, 0))
        self.query_one(KeyBar).show(renamed)
