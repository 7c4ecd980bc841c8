"""The food menu: own foods by letter, grams by digits, and what the day's log holds already."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from textwrap import wrap
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from hybrid_tui.coach.recovery_amounts import read_grams
from hybrid_tui.coach.recovery_day import RecoveryDay
from hybrid_tui.domain.meals import spread_words
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.nutrition import half_up
from hybrid_tui.tui.app import shell
from hybrid_tui.tui.widgets.dialog import Dialog
from hybrid_tui.tui.widgets.recovery_line import SpelledLine
from hybrid_tui.tui.words import words

_LONGEST = 6
_TYPED = Binding.Group("grams")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoodAnswer:
    """What was chosen: exactly one of these."""

    grams: float | None = None
    """Protein to log."""
    words: str = ""
    """What it was."""
    remove: str = ""
    """Id of an entry of the day to take out."""
    forget: str = ""
    """Letter of an own food to forget."""
    new: bool = False
    """A food of one's own is to be added."""


class FoodDialog(Dialog[FoodAnswer]):
    """Asks what was eaten, by a letter or by digits and `enter`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                digit,
                f"sign('{digit}')",
                "grams",
                key_display="0-9",
                tooltip="Grams of protein; one digit alone is tens: 3 is 30 g",
                id=f"food.{digit}",
                group=_TYPED,
            )
            for digit in "2341567890"
        ),
        Binding(
            "enter",
            "eat",
            "log",
            tooltip="Log the grams that stand there; on an own food that",
            id="food.eat",
        ),
        Binding("full_stop,comma", "sign('.')", "point", tooltip="Half grams", id="food.point", show=False),
        Binding("down", "move(1)", "down", tooltip="Next line", id="food.down", show=False),
        Binding("up", "move(-1)", "up", tooltip="Line before", id="food.up", show=False),
        Binding("plus", "new", "own food", tooltip="Keep a food of your own behind a letter", id="food.new"),
        Binding("backspace", "rub", "rub out", tooltip="The last digit", id="food.rub", show=False),
        Binding("delete", "remove", "remove", tooltip="Take the marked line away", id="food.remove"),
    ]

    def __init__(self, view: RecoveryDay, when: Callable[[int], str]) -> None:
        super().__init__(
            "Protein" if view.is_today else f"Protein, {view.day:%a} {view.day.day} {view.day:%b}"
        )
        self.view = view
        self.typed = ""
        self.at: int | None = None
        """The marked line: own foods first, then the day's entries; None before one is marked."""
        self._when = when
        self._said = ""

    def content(self) -> Iterable[Widget]:
        """The lines, drawn as one."""
        yield Static(classes="food")

    def on_mount(self) -> None:
        """Draw what is known."""
        super().on_mount()
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the room there is."""
        super().on_resize(event)
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be a line to remove."""
        return self.at is not None if action == "remove" else True

    def on_key(self, event: events.Key) -> None:
        """An own food's letter logs it at once."""
        food = next((food for food in self.view.own_foods if food.letter == event.character), None)
        if food is not None and not self.typed:
            event.stop()
            event.prevent_default()
            self.dismiss(FoodAnswer(grams=food.grams, words=food.name))

    def action_sign(self, sign: str) -> None:
        """One more sign of the grams."""
        self.typed, self.at, self._said = (self.typed + sign)[:_LONGEST], None, ""
        self._show()

    def action_rub(self) -> None:
        """The last sign goes."""
        self.typed, self._said = self.typed[:-1], ""
        self._show()

    def action_move(self, steps: int) -> None:
        """Mark another line."""
        lines = len(self.view.own_foods) + len(self.view.foods)
        if lines:
            start = self.at if self.at is not None else -1 if steps > 0 else lines
            self.at = max(0, min(start + steps, lines - 1))
            self._show()
            self.query_one(".body").scroll_to(y=max(0, self.at - 2), animate=False)

    def action_eat(self) -> None:
        """Log what stands there."""
        own = self.view.own_foods
        if self.at is not None and self.at < len(own):
            self.dismiss(FoodAnswer(grams=own[self.at].grams, words=own[self.at].name))
            return
        try:
            self.dismiss(FoodAnswer(grams=read_grams(self.typed)))
        except NotationError as error:
            self._said = error.words() if self.typed else "type grams first, or take a letter"
            self._show()

    def action_new(self) -> None:
        """A food of one's own."""
        self.dismiss(FoodAnswer(new=True))

    def action_remove(self) -> None:
        """The marked own food is forgotten, the marked entry taken out of the log."""
        own = self.view.own_foods
        if self.at is None:
            return
        if self.at < len(own):
            self.dismiss(FoodAnswer(forget=own[self.at].letter))
        else:
            self.dismiss(FoodAnswer(remove=self.view.foods[self.at - len(own)].id))

    def _show(self) -> None:
        size = self.app.size
        small = size.width < 60 or size.height < 22
        width = min(66, size.width) - (2 if small else 6)
        self.query_one(".food", Static).update(Content("\n").join(self._lines(width)))
        self.refresh_bindings()

    def _lines(self, width: int) -> list[Content]:
        glyphs, view = shell(self).glyphs, self.view
        line = SpelledLine(width, glyphs)
        after = line.put(f"{self.typed}_" if self.typed else "_", "bold $text", 0)
        line.put(self._preview(), "$danger" if self._said else "$text-3", after + 2)
        lines = [line.content()]
        if view.own_foods:
            lines.append(Content())
        for place, food in enumerate(view.own_foods):
            lines.append(self._row(width, place, food.letter, food.name, f"{food.grams:g} g"))
        if view.foods:
            total = SpelledLine(width, glyphs)
            total.put("Eaten" if not view.is_today else "Eaten today", "$text-3", 0)
            total.put_right(f"{half_up(view.eaten or 0)} g", "$text", width)
            lines += [Content(), total.content()]
        for place, eaten in enumerate(view.foods, start=len(view.own_foods)):
            hour = self._when(eaten.at_us) if eaten.at_us is not None else ""
            lines.append(self._row(width, place, "", eaten.words or "protein", f"{eaten.grams:g} g", hour))
        if spread := spread_words(view.foods, view.protein):
            lines.append(Content())
            lines += [words(part, "$text-3") for part in wrap(spread, max(width, 10))]
        return lines

    def _preview(self) -> str:
        if self._said:
            return self._said
        if not self.typed:
            return "2, 3, 4, enter: 20, 30, 40 g; or grams"
        try:
            return f"{read_grams(self.typed):g} g of protein"
        except NotationError as error:
            return error.hint

    def _row(self, width: int, place: int, key: str, name: str, grams: str, told: str = "") -> Content:
        glyphs = shell(self).glyphs
        line = SpelledLine(width, glyphs)
        here = place == self.at
        if here:
            line.put(glyphs.bar, "$accent", 0)
        line.put(key, "bold $text", 2)
        at = line.put_right(grams, "$text", width)
        if told:
            line.put_right(told, "$text-3", width - 8)
        line.put(name, "bold $text" if here else "$text-2", 5, at - 1)
        return line.content("$raised" if here else "")
