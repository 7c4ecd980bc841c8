"""Where the answers lead: the programme, why, and its first week. A panel where it is wide, else a few lines."""

from __future__ import annotations

from datetime import date

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from hybrid_tui.coach.starting import Lead
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.words import in_rows, margin, spread, words

_FOOT_LINES = 2
"""So many lines of reason leave the questions their room."""


class LeadWidget(Widget):
    """Draws a lead; nothing until there is one."""

    DEFAULT_CSS = """
    LeadWidget { height: auto; }
    """

    def __init__(self, glyphs: Glyphs, today: date, heading: str) -> None:
        super().__init__()
        self.glyphs = glyphs
        self.today = today
        self.heading = heading
        self.lead: Lead | None = None

    def show(self, lead: Lead) -> None:
        """Draw this lead, if it is news."""
        if lead != self.lead:
            self.lead = lead
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines at this width, as they are now."""
        return len(self.lines(width))

    def render(self) -> Content:
        """All lines for the width there is."""
        return Content("\n").join(self.lines(self.size.width))

    def lines(self, width: int) -> list[Content]:
        """What is drawn in this many cells."""
        raise NotImplementedError

    def _why(self, lead: Lead) -> str:
        said = lead.choice.why.partition(":")[2].strip()
        return said[:1].upper() + said[1:]

    def _when(self, lead: Lead) -> str:
        return "today" if lead.start == self.today else "tomorrow"


class LeadPanel(LeadWidget):
    """The side panel of a wide screen."""

    DEFAULT_CSS = """
    LeadPanel { width: 37; margin-left: 4; height: 1fr; }
    """

    def lines(self, width: int) -> list[Content]:
        """Name, reason, first week."""
        lead = self.lead
        if lead is None or width < 1:
            return []
        rows = [
            Content.styled(self.heading, "$text-3"),
            Content(),
            words(lead.title, "bold $text"),
            *in_rows(words(self._why(lead), "$text-2"), width),
        ]
        rows += [Content(), Content.styled(self.glyphs.rule * width, "$hair"), Content()]
        rows.append(
            spread(
                Content.styled("First week", "bold $text"),
                Content.styled(f"begins {self._when(lead)}", "$text-3"),
                width,
            )
        )
        rows.append(Content())
        for place, session in enumerate(lead.week):
            first = place == 0
            mark = Content.styled(f"{self.glyphs.now if first else ' '} ", "$accent")
            day = Content.styled(
                f"{session.day:%a} {session.day.day:>2}", "bold $text" if first else "$text-3"
            )
            title = words(session.title or "Session", "bold $text" if first else "$text-2")
            wrapped = in_rows(title, width - 10)
            rows.append(Content.assemble(mark, day, "  ", wrapped[0]))
            rows += [Content.assemble(" " * 10, more) for more in wrapped[1:]]
        return rows


class LeadFoot(LeadWidget):
    """The lines above the keys where there is no room for a panel."""

    DEFAULT_CSS = """
    LeadFoot { padding: 0; }
    """

    def lines(self, width: int) -> list[Content]:
        """A rule, the name with the first session, the reason."""
        lead = self.lead
        if lead is None or width < 1:
            return []
        edge = margin(width)
        room = width - 2 * edge
        first = lead.week[0].title if lead.week else ""
        name = Content.assemble((f"{self.glyphs.right} ", "$accent"), words(lead.title, "bold $text"))
        begins = words(f"{self._when(lead)}: {first}", "$text-2")
        why = in_rows(words(self._why(lead), "$text-2"), room)
        if len(why) > _FOOT_LINES:
            # The first sentence is the reason; the second, on doses, stands on Today again.
            why = in_rows(words(self._why(lead).partition(". ")[0].rstrip(".") + ".", "$text-2"), room)
        told = [spread(name, begins, room), *why]
        return [
            Content.styled(self.glyphs.rule * width, "$hair"),
            *(Content.assemble(" " * edge, line) for line in told),
        ]
