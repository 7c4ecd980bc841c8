"""What a person answered to an offer, kept so that it is not asked again and can be looked back on."""

from __future__ import annotations

from hybrid_tui.domain.moment import Moment
from hybrid_tui.store import writes
from hybrid_tui.store.rows import Decision
from hybrid_tui.store.writer import Writer


def keep(writer: Writer, moment: Moment, *, kind: str, offered: str, taken: str) -> None:
    """Keep the answer of this moment's day, in the transaction in hand."""
    writes.save(
        writer,
        Decision(
            id=writer.new_id(), day=moment.day, kind=kind, offered=offered, taken=taken, at_us=moment.at_us
        ),
    )
