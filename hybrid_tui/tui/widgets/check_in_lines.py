"""The check-in as lines of text for a width: the red flags, then one row an item."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from textual.content import Content

from hybrid_tui.coach.recovery_day import RecoveryDay
from hybrid_tui.domain.check_answers import SCALES
from hybrid_tui.domain.checklist import hours_words
from hybrid_tui.domain.recovery import Band, Readiness, pulse_rise
from hybrid_tui.domain.red_flags import FOOTER, RED_FLAGS
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.check_in_draft import LEGS, PULSE, ROWS, SLEPT, Draft, reach, sum_so_far
from hybrid_tui.tui.widgets.recovery_line import SpelledLine
from hybrid_tui.tui.widgets.sheet_columns import Line

NAME: Final = 2
"""Cell at which names begin, after the bar of the row one stands on."""

_SHORT: Final = {
    "heart": "Chest pain, fainting, numb, heart racing",
    "dizzy": "Dizzy, light-headed or confused",
    "calf": "A calf that hurts or swells at rest",
    "urine": "Dark urine, or weak and very sore",
    "fever": "Fever, or ill below the neck",
    "bone": "Pain for weeks, at night, or in a bone",
    "sharp": "Sharp, sudden or joint pain, or swelling",
    "cold": "Head cold without fever",
    "dull": "Dull pain up to 3 of 10 that fades",
}
"""Each flag in one line; the whole question stands below the list."""

_HEARD: Final = {
    SLEPT: "7:40, 7h40 or 740",
    PULSE: "beats a minute, at rest",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DialogLine:
    """One drawn line and what a pointer finds on it."""

    line: Content
    place: int | None = None
    """The flag or row it belongs to; None where it only speaks."""
    signs: tuple[tuple[int, int, str], ...] = ()
    """First cell, cell after the last, and the key that the number there stands for."""


def check_in_lines(
    draft: Draft, view: RecoveryDay, width: int, glyphs: Glyphs, *, airy: bool, said: str = ""
) -> list[DialogLine]:
    """All lines of the dialog; `said` is a word about a key that could not be taken."""
    pen = _Pen(draft, view, width, glyphs, airy=airy, said=said)
    return pen.flags() if draft.asking_flags else pen.answers()


def verdict_word(band: Band | None) -> str:
    """A band in the words of the header: `go`, `ease off`, `rest`; empty where nothing is known."""
    return band.told if band is not None else ""


class _Pen:
    """Draws one draft."""

    def __init__(
        self, draft: Draft, view: RecoveryDay, width: int, glyphs: Glyphs, *, airy: bool, said: str
    ) -> None:
        self.draft = draft
        self.view = view
        self.width = width
        self.glyphs = glyphs
        self.airy = airy
        self.said = said

    def flags(self) -> list[DialogLine]:
        """The question that comes first."""
        found = [self._speak("Any of these today?", "bold $text")]
        for place, flag in enumerate(RED_FLAGS):
            ticked = flag.id in self.draft.flags
            here = place == self.draft.at
            line = SpelledLine(self.width, self.glyphs)
            if here:
                line.put(self.glyphs.bar, "$accent", 0)
            mark = ("!", "bold $danger") if ticked else (self.glyphs.open, "$text-3")
            line.put(str(place + 1), "bold $text" if here else "$text-2", NAME)
            line.put(*mark, NAME + 2)
            line.put(_SHORT[flag.id], "bold $text" if here or ticked else "$text-2", NAME + 4)
            found.append(
                DialogLine(
                    line=line.content("$raised" if here else ""),
                    place=place,
                    signs=((NAME + 2, NAME + 3, " "),),
                )
            )
        found += self._gap()
        found += self._speak_long(RED_FLAGS[self.draft.at].question + "?", "$text-2")
        if self.draft.flag is not None:
            found += self._speak_long(f"! {self.draft.stop}", "$danger")
        if self.airy:
            found += [self._blank(), self._speak(FOOTER, "$text-3")]
        return found

    def answers(self) -> list[DialogLine]:
        """What the flags came to, the rows, and what they come to."""
        found = [*self._flags_answer(), self._rule(), self._ends()]
        found += [self._scale(row, range(1, 8)) for row in SCALES]
        found += [self._rule(), self._scale(LEGS, range(11)), self._text_row(SLEPT), self._text_row(PULSE)]
        found += [self._rule(), self._sum()]
        if self.said:
            found.append(self._speak(self.said, "$danger"))
        elif self.airy:
            found.append(self._speak(self._hint(), "$text-3"))
        return found

    def _hint(self) -> str:
        row = self.draft.row
        if row == LEGS:
            return "Legs: 0 fresh, 10 worst; + is 10"
        return f"{row.capitalize()}: {_HEARD[row]}" if row in _HEARD else "What is left out stays unknown"

    def _flags_answer(self) -> list[DialogLine]:
        if self.draft.flag is not None:
            return self._speak_long(f"! {self.draft.stop}", "$danger")
        if self.draft.check.flags is None:
            return [self._speak(f"{self.glyphs.dash} red flags not answered", "$text-2")]
        line = SpelledLine(self.width, self.glyphs)
        line.put(self.glyphs.done, "$text-2", 0)
        after = line.put("none", "$text", 2)
        asked = "fever · chest pain · faint or dizzy · sharp pain"
        if len(asked) > self.width - after - 3:
            asked = "fever · chest pain · dizzy · sharp pain"
        line.put(asked, "$text-3", after + 3)
        return [DialogLine(line=line.content())]

    def _first(self) -> int:
        return 14 if self.width >= 56 else 11

    def _ends(self) -> DialogLine:
        line = SpelledLine(self.width, self.glyphs)
        step = self._step(7)
        line.put("very good", "$text-3", self._first())
        end = self._first() + 6 * step + 1
        line.put_right("very poor", "$text-3", min(self.width, end + 4))
        return DialogLine(line=line.content())

    def _step(self, count: int) -> int:
        return min(7, (self.width - self._first() - 2) // (count - 1))

    def _scale(self, row: str, numbers: range) -> DialogLine:
        line, here = self._row(row)
        chosen = getattr(self.draft.check, row)
        step, signs = self._step(len(numbers)), []
        for number in numbers:
            at = self._first() + step * (number - numbers.start)
            text = str(number)
            if number == chosen:
                line.put(f"[{text}]", "bold $text", at - 1)
            else:
                line.put(text, "$text-2" if here else "$text-3", at)
            signs.append((at - 1, at + len(text) + 1, "+" if number == 10 else text))
        return DialogLine(
            line=line.content("$raised" if here else ""), place=ROWS.index(row), signs=tuple(signs)
        )

    def _row(self, row: str) -> tuple[Line, bool]:
        here = row == self.draft.row
        line = SpelledLine(self.width, self.glyphs)
        if here:
            line.put(self.glyphs.bar, "$accent", 0)
        line.put(row.capitalize(), "bold $text" if here else "$text-2", NAME, self._first() - 1)
        return line, here

    def _text_row(self, row: str) -> DialogLine:
        line, here = self._row(row)
        known = self._known(row)
        shown = f"{self.draft.typed or ''}_" if here and self.draft.typed is not None else known
        end = self._first() + 8
        line.put_right(shown or self.glyphs.dash, "bold $text" if here else "$text", end, self._first())
        line.put(self._about(row), "$text-3", end + 2)
        return DialogLine(line=line.content("$raised" if here else ""), place=ROWS.index(row))

    def _known(self, row: str) -> str:
        check = self.draft.check
        if row == SLEPT:
            return "" if check.slept_minutes is None else hours_words(check.slept_minutes)
        return "" if check.resting_hr is None else str(check.resting_hr)

    def _about(self, row: str) -> str:
        check = self.draft.check
        if not self._known(row):
            return _HEARD[row] if row == self.draft.row else "leave empty if not known"
        if row == SLEPT:
            logged = self.view.check.slept_minutes == check.slept_minutes
            return f"of {hours_words(self.view.sleep_target_minutes)}" + (" · from the log" if logged else "")
        rise = pulse_rise(check, self.view.checks)
        if rise is None:
            return "too few mornings to compare"
        return f"{rise:+.0f} on your 14 days" if round(rise) else "as in your last 14 days"

    def _sum(self) -> DialogLine:
        line = SpelledLine(self.width, self.glyphs)
        line.put(sum_so_far(self.draft.check), "$text-2", 0)
        flag = self.draft.flag
        if flag is not None and flag.stops:
            line.put_right(f"{self.glyphs.rest} rest, whatever the score", "bold $text", self.width)
            return DialogLine(line=line.content())
        low, high = reach(self.draft.check, self.view.checks)
        whole = all(getattr(self.draft.check, row) is not None for row in SCALES)
        text = self._verdict(high) if whole else f"{low.score} to {high.score}"
        at = line.put_right(text, "bold $text", self.width)
        line.put_right("readiness", "$text-2", at - 1)
        return DialogLine(line=line.content())

    def _verdict(self, ready: Readiness) -> str:
        word = verdict_word(ready.band)
        return f"{ready.score} {self.glyphs.verdict(word)} {word}"

    def _speak(self, text: str, style: str) -> DialogLine:
        line = SpelledLine(self.width, self.glyphs)
        line.put(text, style, 0)
        return DialogLine(line=line.content())

    def _speak_long(self, text: str, style: str) -> list[DialogLine]:
        return [self._speak(part, style) for part in wrap(text, max(self.width, 10))]

    def _rule(self) -> DialogLine:
        return self._speak(self.glyphs.rule * self.width, "$hair")

    def _blank(self) -> DialogLine:
        return self._speak("", "")

    def _gap(self) -> list[DialogLine]:
        return [self._blank()] if self.airy else []
