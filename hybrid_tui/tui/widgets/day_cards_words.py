"""What stands below the cards of a recovery day: what comes next, and what the screen is not."""

from __future__ import annotations

from textwrap import wrap

from hybrid_tui.domain.red_flags import FOOTER
from hybrid_tui.tui.widgets.day_cards import CardRow, Pen


def words_card(pen: Pen, *, balanced: bool = True) -> list[CardRow]:
    """What tomorrow asks, after what a `balanced` plate holds."""
    view = pen.view
    after = "Tomorrow" if view.is_today else "Day after"
    tomorrow = view.tomorrow
    if not balanced and len(wrap(tomorrow, max(pen.width - 11, 10))) > 2:
        # On a short screen what it is goes before what it wants.
        tomorrow = tomorrow.partition(": ")[0]
    told = [(after, tomorrow)]
    if balanced:
        told.insert(0, ("Balanced", "protein, carbohydrate, healthy fat on each plate"))
    rows: list[CardRow] = []
    for label, words in told:
        for number, part in enumerate(wrap(words, max(pen.width - 11, 10))):
            line = pen.line()
            line.put(label if number == 0 else "", "$text-2", 0)
            line.put(part, "$text-3", 11)
            rows.append(CardRow(line=line.content()))
    return rows


def foot(pen: Pen) -> list[CardRow]:
    """What this screen is, and what it is not."""
    return pen.wrapped(FOOTER, "$text-3")
