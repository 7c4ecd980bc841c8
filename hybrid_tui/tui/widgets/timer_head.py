"""The Timer's lines above and below the digits: the word, what is asked, what comes next, done and left."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.letters import letters
from hybrid_tui.tui.widgets.still import Still
from hybrid_tui.tui.widgets.timer_view import Runs, TimerView
from hybrid_tui.tui.words import words


class TimerHead(Still):
    """The word, which repeat of how many, and what is asked; in block letters where there is room."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self.glyphs = glyphs
        self._shown: tuple[object, ...] = ()
        self._view: TimerView | None = None

    def show(self, view: TimerView) -> None:
        """Draw this view's words, if they are news."""
        news = (view.phase, view.word, view.details, view.count, view.rounds, view.mark)
        self._view = view
        if news != self._shown:
            self._shown = news
            self.refresh()

    def render(self) -> Content:
        """Three rows of letters, or one plain line."""
        view = self._view
        if view is None:
            return Content()
        if self.size.height >= 3 and not self.glyphs.plain:
            tall = self._tall(view)
            if tall is not None:
                return tall
        return Content("\n" * ((self.size.height - 1) // 2)) + self._plain(view)

    def _tall(self, view: TimerView) -> Content | None:
        width, quiet = self.size.width, f"$phase-{view.phase}-text-2"
        left = letters(view.word)
        tally = f"{view.count[0]}/{view.count[1]}" if view.count else str(view.rounds or "")
        right = letters(tally) if tally else ("", "", "")
        if left is None or right is None or len(left[0]) + len(right[0]) + 2 > width:
            return None
        room = width - len(left[0]) - len(right[0]) - 5
        detail = self._detail(view, room)
        middle = ["", "", f"   {detail}" if detail else ""]
        lines = []
        for row in range(3):
            gap = width - len(left[row]) - len(right[row]) - len(middle[row])
            lines.append(Content.assemble(left[row], words(middle[row], quiet), " " * gap, right[row]))
        return Content("\n").join(lines)

    def _plain(self, view: TimerView) -> Content:
        width, quiet = self.size.width, f"$phase-{view.phase}-text-2"
        parts = [words(view.word.upper(), "bold")]
        if view.count:
            parts.append(words(f"   {view.count[0]} of {view.count[1]}", quiet))
        elif view.rounds:
            said = f"{view.rounds} round{'s' if view.rounds > 1 else ''}"
            parts.append(words(f"   {said}", quiet))
        left = Content.assemble(*parts)
        if left.cell_length > width:  # a long label: its end goes, with the sign that says so
            room = max(1, width - (left.cell_length - parts[0].cell_length) - 1)
            left = Content.assemble(words(view.word.upper()[:room] + self.glyphs.more, "bold"), *parts[1:])
        detail = words(self._detail(view, width - left.cell_length - 2), quiet)
        return Content.assemble(left, " " * (width - left.cell_length - detail.cell_length), detail)

    def _detail(self, view: TimerView, room: int) -> str:
        """As many details as fit, the mark before them; `about 2:00` shrinks to `~2:00` before it goes."""
        mark = f"{view.mark} " if view.mark else ""
        details = [each for each in view.details if each]
        while details:
            said = mark + f" {self.glyphs.later} ".join(details)
            if len(said) <= room:
                return said
            if len(details) == 1:
                short = said.replace("about ", self.glyphs.about)
                return short if len(short) <= room else ""
            details.pop()
        return mark.strip() if len(mark) <= room else ""


class TimerFacts(Horizontal, Still):
    """What comes next on the left, done and left on the right; only the side that changed is painted."""

    DEFAULT_CSS = """
    TimerFacts { height: 1; }
    TimerFacts > #lead { width: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._view: TimerView | None = None

    def compose(self) -> ComposeResult:
        """The two sides."""
        yield TimerLine(id="lead")
        yield TimerLine(id="tail")

    def show(self, view: TimerView) -> None:
        """Draw what of this view fits."""
        self._view = view
        self._share()

    def on_resize(self) -> None:
        """Share the new room."""
        self._share()

    def _share(self) -> None:
        """The longest of both sides that fit together; what comes next is cut last."""
        view, width = self._view, self.size.width
        if view is None or not width:
            return
        leads, tails = view.leads or ((),), (*view.tails, ())
        places = [(one, other) for one in range(len(leads)) for other in range(len(tails))]
        places.sort(key=lambda place: (sum(place), place[0]))
        fitting = (
            (leads[one], tails[other])
            for one, other in places
            if length(leads[one]) + length(tails[other]) + 2 <= width
        )
        lead, tail = next(fitting, ((), tails[-1]))
        sides = self.query_children(TimerLine)
        sides[0].show(lead, view.phase)
        sides[1].show(tail, view.phase)
        if sides[1].styles.width is None or sides[1].styles.width.value != length(tail):
            sides[1].styles.width = length(tail)


class TimerLine(Still):
    """Plain and bold pieces in a row."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._shown: tuple[Runs, str] = ((), "")

    def show(self, form: Runs, phase: str) -> None:
        """Draw this, if it is news."""
        if (form, phase) != self._shown:
            self._shown = (form, phase)
            self.refresh()

    def render(self) -> Content:
        """The line."""
        form, phase = self._shown
        loud, quiet = f"bold $phase-{phase}-text", f"$phase-{phase}-text-2"
        return Content.assemble(*(words(text, loud if bold else quiet) for text, bold in form))


class TimerNotice(Still):
    """The line above the profile: the mark over the step that was chosen, or what is to be known now."""

    DEFAULT_CSS = "TimerNotice { height: 1; }"

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self.glyphs = glyphs
        self._shown: tuple[str, str, int | None] = ("", "", None)

    def show(self, view: TimerView, column: int | None) -> None:
        """Draw the mark at that column, else the notice, if they are news."""
        news = (view.phase, view.notice, column)
        if news != self._shown:
            self._shown = news
            self.refresh()

    def render(self) -> Content:
        """The line."""
        phase, notice, column = self._shown
        style = f"bold $phase-{phase}-text" if phase else ""
        if column is not None:
            return Content.assemble(" " * min(column, max(0, self.size.width - 1)), (self.glyphs.down, style))
        return words(notice, style)


def length(form: Runs) -> int:
    """Cells of a form."""
    return sum(len(text) for text, _ in form)
