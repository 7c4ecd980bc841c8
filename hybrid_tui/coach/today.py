"""The one question of the first screen. What was worked out is kept until something is written.

Working a sheet out reads the programme's text, the catalogue and the log; a kept one is read back as it was. The
stamp it is kept under holds the day, the program's version and the newest operation of the journal, so it can
never be older than what is stored.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.set_record import BlockStatus, SessionKind, SessionStatus, SetRecord, SetRole
from hybrid_tui.domain.sheet import Offer, Sheet, SheetBlock, SheetSet, SheetState, Target, When
from hybrid_tui.store import painted
from hybrid_tui.store.database import Store

NAME = "today"


def sheet(store: Store, library: Any, moment: Moment, *, keeps: bool = True) -> Sheet:
    """What Today shows at `moment`; `library` is a Library, or becomes one when asked. Raises StoreError.

    Without `keeps` it is left to `keep` to note it for the next start, once it is on the screen.
    """
    stamp = painted.stamp(store, moment.day)
    kept = painted.kept(store, NAME, stamp)
    if kept is not None:
        try:
            return _from_json(json.loads(kept))
        except (KeyError, TypeError, ValueError):
            pass  # kept by a program whose sheets had another shape: it is worked out anew
    from hybrid_tui.coach.sheets import work_out  # late: it reads the plan, the catalogue and the log

    found = work_out(store, library, moment)
    if keeps:
        keep(store, library, moment, found, stamp)
    return found


def fresh(store: Store, library: Any, moment: Moment) -> tuple[Sheet, str]:
    """The sheet, and the stamp to keep it under after it is shown. Raises StoreError."""
    with store.snapshot():
        return sheet(store, library, moment, keeps=False), painted.stamp(store, moment.day)


def keep(store: Store, library: Any, moment: Moment, found: Sheet, stamp: str) -> None:
    """Note a sheet for the next start, if nothing was written since it was worked out. Raises StoreError."""
    if not store.read_only and stamp == painted.stamp(store, moment.day):
        painted.keep(store, NAME, stamp, json.dumps(_to_json(found), ensure_ascii=False))


def _to_json(found: Sheet) -> dict[str, Any]:
    return {
        **found._asdict(),
        "day": found.day.isoformat(),
        "next_day": found.next_day.isoformat() if found.next_day else None,
        "left_day": found.left_day.isoformat() if found.left_day else None,
        "offer": found.offer and found.offer._asdict(),
        "blocks": [
            {**block._asdict(), "sets": [_set_to_json(row) for row in block.sets]} for block in found.blocks
        ],
    }


def _set_to_json(row: SheetSet) -> dict[str, Any]:
    return {**row._asdict(), "target": row.target._asdict(), "done": row.done and asdict(row.done)}


def _from_json(values: dict[str, Any]) -> Sheet:
    next_day, left_day, offer = values["next_day"], values["left_day"], values["offer"]
    return Sheet(
        **{
            **values,
            "day": date.fromisoformat(values["day"]),
            "next_day": date.fromisoformat(next_day) if next_day else None,
            "left_day": date.fromisoformat(left_day) if left_day else None,
            "state": SheetState(values["state"]),
            "when": When(values["when"]),
            "kind": SessionKind(values["kind"]),
            "status": SessionStatus(values["status"]),
            "blocks": tuple(_block(block) for block in values["blocks"]),
            "advice": tuple(values["advice"]),
            "offer": Offer(**{**offer, "lines": tuple(offer["lines"])}) if offer else None,
        }
    )


def _block(values: dict[str, Any]) -> SheetBlock:
    return SheetBlock(
        **{
            **values,
            "status": BlockStatus(values["status"]),
            "sets": tuple(_set(row) for row in values["sets"]),
        }
    )


def _set(values: dict[str, Any]) -> SheetSet:
    done = values["done"]
    return SheetSet(
        position=values["position"],
        number=values["number"],
        target=Target(**{**values["target"], "role": SetRole(values["target"]["role"])}),
        done=SetRecord(**{**done, "role": SetRole(done["role"])}) if done else None,
    )
