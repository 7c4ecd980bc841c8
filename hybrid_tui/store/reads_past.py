"""The list of all sessions, asked once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hybrid_tui.domain.set_record import SessionKind, SessionStatus
from hybrid_tui.store.database import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """One session of the list, with all of its words that one may look for."""

    id: str
    day: date
    name: str
    kind: SessionKind
    status: SessionStatus
    minutes: float | None
    rpe: float | None
    note: str
    reason: str
    lines: str
    """The names of what was in it, warm-ups and cool-downs left out, in order."""
    notes: str
    """The notes of its lines and of single sets."""


def session_lines(
    store: Store, first: date = date.min, last: date = date.max, *, most: int = -1
) -> tuple[SessionLine, ...]:
    """The sessions of these days, the newest first, at most the newest `most`; -1 for all of them.

    Two queries, by the indexes on day and on a session's blocks; few sets have a note.
    """
    chosen = (first.isoformat(), last.isoformat(), most)
    noted = {
        row["session_id"]: str(row["notes"])
        for row in store.rows(
            """
            SELECT block.session_id, group_concat(set_done.note, ' ') AS notes
            FROM (SELECT id FROM session WHERE day BETWEEN ? AND ?
                ORDER BY day DESC, began_us DESC, id DESC LIMIT ?) AS chosen
            JOIN block ON block.session_id = chosen.id
            JOIN set_done ON set_done.block_id = block.id AND set_done.note <> ''
            GROUP BY block.session_id
            """,
            chosen,
        )
    }
    rows = store.rows(
        """
        SELECT id, day, name, kind, status, minutes, rpe, note, reason,
            coalesce((SELECT group_concat(name, ', ') FROM
                (SELECT block.name FROM block WHERE session_id = session.id AND part = 'work'
                 ORDER BY position)), '') AS lines,
            coalesce((SELECT group_concat(block.note, ' ') FROM block
                WHERE session_id = session.id AND block.note <> ''), '') AS notes
        FROM (SELECT * FROM session WHERE day BETWEEN ? AND ?
            ORDER BY day DESC, began_us DESC, id DESC LIMIT ?) AS session
        """,
        chosen,
    )
    return tuple(
        SessionLine(
            **{
                **dict(row),
                "notes": f"{row['notes']} {noted.get(row['id'], '')}".strip(),
                "day": date.fromisoformat(row["day"]),
                "kind": SessionKind(row["kind"]),
                "status": SessionStatus(row["status"]),
            }
        )
        for row in rows
    )


def session_count(store: Store) -> int:
    """How many sessions there are."""
    row = store.row("SELECT count(*) AS count FROM session")
    return int(row["count"]) if row else 0
