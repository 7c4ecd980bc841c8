"""What frames the blocks of a sheet: title, offer, column heads, and words where nothing is asked."""

from __future__ import annotations

import re
from datetime import date
from textwrap import wrap

from hybrid_tui.domain.sheet import Offer, Sheet, SheetState, When
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.sheet_columns import MARK, Columns, Line
from hybrid_tui.tui.widgets.sheet_sets import Row
from hybrid_tui.tui.widgets.sheet_text import spell
from hybrid_tui.tui.widgets.sheet_view import Here, SheetView

_OFFERS = {
    "reduce": "A lighter session is offered",
    "swap": "An easier session is offered",
    "rest": "A day of rest is offered",
}


class HeadBuilder:
    """Draws what frames the blocks of one view in given columns."""

    def __init__(self, view: SheetView, columns: Columns, glyphs: Glyphs) -> None:
        self.view = view
        self.sheet: Sheet = view.sheet
        self.columns = columns
        self.glyphs = glyphs

    def head(self, *, airy: bool) -> list[Row]:
        """Title, session note, offer, column heads and rule."""
        two_lines = airy and not self.columns.narrow
        rows = [self._title(two_lines=two_lines)]
        if two_lines and (where := self._where(long=True)):
            rows.append(self._words(where, "$text-3", 0))
        if self.sheet.left_day is not None:
            rows.append(self._left(self.sheet.left_day))
        if self.sheet.note:
            rows.append(self._words(self.sheet.note, "$text-3", 0))
        if self.view.offers and self.sheet.offer is not None:
            rows += self._offer(self.sheet.offer, airy=airy)
        if airy:
            rows.append(self._blank())
        if not self.sheet.blocks:
            return rows
        if not self.columns.narrow:
            rows.append(self._column_heads())
        return [*rows, self._rule()]

    def foot(self, *, airy: bool) -> list[Row]:
        """One quiet line below the blocks, if there is something to say."""
        best = self.view.best or self.sheet.new_best
        line = Line(self.columns.width, self.glyphs.more)
        more: list[Row] = []
        if self.view.waiting:
            line.put("Waiting for the file; nothing is lost.", "$text-2", MARK)
        elif best:
            said = re.sub(r"(?i)^new best:?\s*", "", spell(best, self.glyphs))
            after = line.put("New best", "bold $accent", MARK)
            start = max(after + 2, self.columns.sets)
            start = start if start + len(said) <= self.columns.width else after + 2
            first, *others = wrap(said, max(self.columns.width - start, 20)) or [""]
            line.put(first, "$text", start)
            more = [self._words(each, "$text", start) for each in others]
        elif self.view.hint:
            line.put(spell(self.view.hint, self.glyphs), "$text-2", MARK)
        elif self.sheet.state is SheetState.OPEN and self.sheet.blocks and self.view.up is None:
            after = line.put("f", "bold $accent", MARK)
            line.put("finishes the session: nothing is left to do", "$text-2", after + 1)
        else:
            return []
        row = Row(line=line.content())
        return [*([self._blank(), self._rule(), self._blank()] if airy else []), row, *more]

    def words(self) -> list[Row]:
        """What to do on a day, or in a session, that asks for nothing."""
        rows = [
            self._words(each if number == 0 else f"  {each}", "$text-2", MARK - 2)
            for advice in self.sheet.advice
            for number, each in enumerate(
                wrap(f"{self.glyphs.later} {spell(advice, self.glyphs)}", max(self.columns.width - MARK, 20))
            )
        ]
        if self.sheet.blocks:
            return [self._blank(), *rows] if rows else []
        keys = self._ways_on()
        return [*rows, *([self._blank()] if rows else []), *keys]

    def _ways_on(self) -> list[Row]:
        """The keys that lead on from an empty day, each with its word."""
        state, sheet = self.sheet.state, self.sheet
        if sheet.when is When.AHEAD:
            return [self._key(".", "goes back to today")]
        if sheet.when is When.PAST and not sheet.blocks and state in (SheetState.REST, SheetState.FREE):
            back = self._key(".", "goes back to today")
            return [self._key("enter", "tells of a free session on that day"), back]
        if state in (SheetState.OPEN, SheetState.PLANNED):
            return [
                self._key("A", "adds an exercise"),
                self._key(":", "logs a line, such as back squat 5x5 80kg"),
            ]
        ways = []
        if sheet.next_title:
            day = sheet.next_day
            when = f", {day:%a} {day.day} {day:%b}" if day is not None else ""
            ways.append(self._words(f"Next: {sheet.next_title}{when}", "$text", MARK - 2))
        elif state is SheetState.FREE and not sheet.programme:
            ways.append(self._words("Choose a programme on 5 Plan.", "$text", MARK - 2))
        begins = "does that now, or a free session" if sheet.next_title else "begins a free session"
        if sheet.easy_instead:
            begins = "an easy run, a free session, or that one after all"
        return [*ways, self._key("enter", begins), self._key(":", "logs a line, such as easy run: 40m")]

    def _left(self, day: date) -> Row:
        """What was left open on an earlier day: the session in hand, or one that was told afterwards."""
        from hybrid_tui.domain.calendar import day_words  # late: seldom left open

        own = day == self.sheet.day
        does = (
            "closes it as it stands; then today's comes" if own else f"goes to {day_words(day)}, still open"
        )
        line = Line(self.columns.width, self.glyphs.more)
        line.put(does, "$text-2", line.put("f" if own else "O", "bold $accent", 0) + 1)
        return Row(line=line.content())

    def _title(self, *, two_lines: bool) -> Row:
        chosen = self.view.here == Here() and bool(self.sheet.blocks)
        line = Line(self.columns.width, self.glyphs.more)
        at = 0
        if chosen:
            at = line.put(self.glyphs.now, "$accent", 0) + 1
        right = self._where() if self.columns.narrow else self._amount()
        name = spell(self.sheet.title, self.glyphs)
        if self.sheet.when is not When.NOW or self.sheet.left_day == self.sheet.day:
            from hybrid_tui.domain.calendar import day_words  # late: only another day than today needs it

            at = line.put(day_words(self.sheet.day), "bold $accent", at) + 2
        if right and at + len(name) + 2 + len(right) <= self.columns.width:
            line.put_right(right, "$text-3" if self.columns.narrow else "$text-2", self.columns.width)
        after = line.put(name, "bold $text", at)
        if not two_lines and not self.columns.narrow:
            line.put(self._where(), "$text-3", after + 3)
        return Row(line=line.content("$raised" if chosen else ""), here=Here() if self.sheet.blocks else None)

    def _where(self, *, long: bool = False) -> str:
        """Week and day, as much as fits the head there is; the `long` form has the programme before them."""
        apart = f" {self.glyphs.later} "
        place = spell(self.sheet.place, self.glyphs)
        if self.sheet.minimum and self.sheet.state is SheetState.OPEN:
            place = f"{place}{apart}less" if place else "less"
        if long:
            return apart.join(each for each in (spell(self.sheet.programme, self.glyphs), place) if each)
        if self.columns.narrow:
            place = re.sub(r" of \d+", "", place)
        return place.replace(apart, ", ")

    def _amount(self) -> str:
        sheet, about = self.sheet, self.glyphs.about
        if sheet.state is SheetState.DONE:
            effort = "" if sheet.rpe is None else f"   RPE {sheet.rpe:g}"
            return f"{sheet.status.value}{effort}"
        parts = []
        if sheet.minutes:
            parts.append(f"about {sheet.minutes:.0f} min")
        if sheet.load:
            parts.append(f"load {about}{sheet.load:.0f}")
        return "   ".join(parts)

    def _offer(self, offer: Offer, *, airy: bool) -> list[Row]:
        room = self.columns.width - MARK
        said = [_OFFERS.get(offer.band, _OFFERS["reduce"]), *wrap(spell(offer.why, self.glyphs), room)]
        rows = [self._blank()] if airy else []
        rows += [
            self._words(words, "bold $text" if number == 0 else "$text-2", MARK, "$surface")
            for number, words in enumerate(said)
        ]
        if offer.move_to:
            said_to = f"The whole session can go to {offer.move_to}; else of it today:"
            rows += [self._words(words, "$text-2", MARK, "$surface") for words in wrap(said_to, room)]
        rows += [self._words(words, "$text", MARK, "$surface") for words in offer.lines]
        line = Line(self.columns.width, self.glyphs.more)
        line.put(self.glyphs.bar, "$accent", 0)
        at = MARK
        takes = "shows the week" if offer.move_to else "takes it"
        for key, does in (("y", takes), ("p", "keeps the plan"), ("esc", "hides this")):
            at = line.put(does, "$text-2", line.put(key, "bold $accent", at) + 1) + 3
        return [*rows, Row(line=line.content("$surface"))]

    def _column_heads(self) -> Row:
        line = Line(self.columns.width)
        line.put("sets", "$text-3", self.columns.sets)
        line.put("effort", "$text-3", self.columns.effort)
        line.put_right("load", "$text-3", self.columns.load)
        line.put_right("change", "$text-3", self.columns.change)
        line.put("last time", "$text-3", self.columns.last)
        return Row(line=line.content())

    def _key(self, key: str, does: str) -> Row:
        line = Line(self.columns.width, self.glyphs.more)
        line.put(does, "$text-2", max(line.put(key, "bold $accent", MARK - 2), MARK + 3) + 2)
        return Row(line=line.content())

    def _words(self, words: str, style: str, start: int, ground: str = "") -> Row:
        line = Line(self.columns.width, self.glyphs.more)
        if ground:
            line.put(self.glyphs.bar, "$accent", 0)
        line.put(spell(words, self.glyphs), style, start)
        return Row(line=line.content(ground))

    def _rule(self) -> Row:
        line = Line(self.columns.width)
        line.put(self.glyphs.rule * self.columns.width, "$hair", 0)
        return Row(line=line.content())

    def _blank(self) -> Row:
        return Row(line=Line(self.columns.width).content())
