"""New bests, said once and quietly when the set that brought them is stored."""

from __future__ import annotations

import json
from datetime import date
from typing import NamedTuple

from hybrid_tui.coach.library import Library
from hybrid_tui.domain.moment import Moment
from hybrid_tui.domain.pounds import amount_words, pounds, written_words
from hybrid_tui.domain.record import BlockRecord, IntervalRecord, SessionRecord
from hybrid_tui.domain.set_record import SetRecord, SetRole
from hybrid_tui.domain.sheet_blocks import shown_name
from hybrid_tui.domain.sheet_words import load_words
from hybrid_tui.domain.strength import set_estimate
from hybrid_tui.store import painted, reads_bests, reads_plan, reads_sessions, reads_sprints
from hybrid_tui.store.database import Store
from hybrid_tui.store.writer import Writer

NAME = "bests said"
REMEMBERED = 100
"""How many bests that were said are remembered."""


class NewBest(NamedTuple):
    """What a set brings: the words for it, and by which keys it is remembered that they were said."""

    words: str = ""
    keys: tuple[str, ...] = ()


class _Found(NamedTuple):
    """One best of a set."""

    kind: str
    """What it is a best of."""
    value: float
    words: str


def new_best(
    store: Store, block: BlockRecord, done: SetRecord, day: date, *, before: SetRecord | None = None
) -> NewBest:
    """`Bench press 62.5 kg × 6, e1RM 78 kg, was 76`, or nothing. A first time is no best yet.

    What was said on that day already is not said again: not when a set is taken back and ticked anew, not when it
    is corrected, not after a restart. `remember` notes it. `before` is the set as it stood, where it is corrected:
    what was a best then is none again with less.
    """
    if block.exercise is None or block.part != "work" or done.role is SetRole.WARM_UP or _reps(done) < 1:
        return NewBest()
    old = reads_bests.best_sets(
        store, block.exercise, without=done.id, block_id=block.id, load_kg=done.load_kg
    )
    # The sets of a first time are no bests of one another.
    if old is None or not old.elsewhere:
        return NewBest()
    lb = _in_pounds(store)
    found = _bests_of(block, done, old, lb=lb)
    if not found:
        return NewBest()
    stood = {each.kind: each.value for each in _bests_of(block, before, old, lb=lb)} if before else {}
    keys = {each: f"{day.isoformat()} {block.exercise} {each.kind} {each.value:.1f}" for each in found}
    known = _said(store)
    news = (each for each in found if keys[each] not in known and each.value > stood.get(each.kind, 0.0))
    return NewBest(next((each.words for each in news), ""), tuple(keys.values()))


def told_of(store: Store, library: Library, moment: Moment, session_id: str, *set_ids: str) -> str:
    """The latest new best among recorded sets, in words, else empty; it is remembered that they were said.

    Asked when the sets are on the screen: it looks at all that was ever done of the exercise, and nobody waits for
    that. Sets that are not there any more are passed over. Raises StoreError.
    """
    record = reads_sessions.session(store, session_id)
    if record is None:
        return ""
    rows = {done.id: (block, done) for block in record.blocks for done in block.sets}
    found = [new_best(store, *rows[each], record.day) for each in set_ids if each in rows]
    said = [best for best in found if best.words]
    if not said:
        return ""
    with store.write("say a best", undoable=False) as writer:
        remember(store, writer, *said)
    return said[-1].words


def remember(store: Store, writer: Writer, *said: NewBest) -> None:
    """Note what is said now, with the write that makes it true; an undo does not unsay it."""
    known = _said(store)
    fresh = dict.fromkeys(key for each in said for key in each.keys if key not in known)
    if fresh:
        kept = json.dumps([*known, *fresh][-REMEMBERED:])
        writer.keep("painted", {"id": NAME, "stamp": "", "value": kept})


def _said(store: Store) -> list[str]:
    kept = painted.kept(store, NAME, "")
    return [str(each) for each in json.loads(kept)] if kept else []


def _bests_of(block: BlockRecord, done: SetRecord, old: reads_bests.BestSets, *, lb: bool) -> list[_Found]:
    """All that the set is the best of, what is told first in front."""
    name, reps = shown_name(block.name), _reps(done)
    if done.load_kg is None or (done.load or "").startswith("bw"):
        words = _most_reps(name, done, reps, old)
        return [_Found("reps", reps, words)] if words else []
    load = f"{_load(done, lb)} × {reps}"
    found = []
    if old.load_kg is not None and done.load_kg > old.load_kg:
        words = f"{name} {load}, the heaviest yet, was {written_words(old.load_kg, lb=lb)}"
        found.append(_Found("heaviest", done.load_kg, words))
    estimate = _estimate(done)
    if old.estimate_kg is not None and estimate > old.estimate_kg + 0.05:
        words = f"{name} {load}, {_estimated(estimate, old.estimate_kg, lb)}"
        found.append(_Found("e1RM", estimate, words))
    most = old.reps_at_load
    if most is not None and reps > most:
        words = f"{name} {load}, the most at this weight, was {most}"
        found.append(_Found(f"at {done.load_kg:g}", reps, words))
    moved = _most_moved(block, done, old.total_kg)
    if moved and old.total_kg:
        # It is passed once, however much more follows.
        found.append(_Found("moved", old.total_kg, _moved_in_all(name, moved, old.total_kg, lb)))
    return found


def _most_moved(block: BlockRecord, done: SetRecord, old: float | None) -> float:
    """The total of the block, with the set that passes the old one; else 0."""
    if not old:
        return 0.0
    before = sum(_moved(each) for each in block.sets if each.id != done.id)
    after = before + _moved(done)
    return after if before <= old < after else 0.0


def _moved(done: SetRecord) -> float:
    """Kilograms times repetitions of a working set with a load of its own."""
    if done.role is SetRole.WARM_UP or (done.load or "bw").startswith("bw"):
        return 0.0
    return (done.load_kg or 0.0) * ((done.reps or 0) + (done.right_reps or 0))


def new_sprint_best(store: Store, rows: tuple[IntervalRecord, ...], block_id: str) -> str:
    """`40 m hill 7.4 s, was 7.7`, or empty: the quickest stretch of a run against all before it."""
    for row in sorted(rows, key=lambda each: each.seconds or 0.0):
        if row.kind != "work" or not row.done or row.ends not in ("key", "distance") or not row.seconds:
            continue
        old = reads_sprints.quickest(store, row.label, row.metres, row.place, without_block=block_id)
        if old is not None and row.seconds < old - 0.049:
            way = f"{row.metres:g} m" if row.metres is not None else shown_name(row.label)
            return " ".join(
                each for each in (way, row.place or "", f"{row.seconds:.1f} s, was {old:.1f}") if each
            )
    return ""


def _most_reps(name: str, done: SetRecord, reps: int, old: reads_bests.BestSets) -> str:
    if (done.load or "bw") != "bw" and (done.load_kg or 0.0) != 0.0:
        return ""
    if old.reps_unloaded is None or reps <= old.reps_unloaded:
        return ""
    return f"{name} {reps} in a row, was {old.reps_unloaded}"


def session_bests(store: Store, record: SessionRecord) -> tuple[str, ...]:
    """Every best that a session holds against all other sessions, each kind of an exercise once.

    The heaviest, the largest e1RM, the most at one weight, the most moved, the most in a row, the quickest.
    """
    lb = _in_pounds(store)
    lifted: dict[str, list[BlockRecord]] = {}
    said: list[str] = []
    for block in record.blocks:
        if block.exercise is not None and block.part == "work":
            lifted.setdefault(block.exercise, []).append(block)
        sprint = new_sprint_best(store, block.intervals, block.id) if block.intervals else ""
        said += [sprint] if sprint else []
    for exercise, blocks in lifted.items():
        said += _exercise_bests(store, record.id, exercise, blocks, lb=lb)
    return tuple(dict.fromkeys(said))


def _exercise_bests(
    store: Store, session_id: str, exercise: str, blocks: list[BlockRecord], *, lb: bool
) -> list[str]:
    done = [
        each
        for block in blocks
        for each in block.sets
        if each.role is not SetRole.WARM_UP and _reps(each) >= 1
    ]
    old = reads_bests.best_sets(store, exercise, session_id=session_id) if done else None
    if old is None:
        return []
    name = shown_name(blocks[0].name)
    own = [each for each in done if each.load_kg is None or (each.load or "").startswith("bw")]
    loaded = [each for each in done if each not in own]
    found = [_most_reps(name, max(own, key=_reps), max(map(_reps, own)), old)] if own else []
    if loaded:
        found += _heaviest_and_estimate(name, loaded, old, lb=lb)
        found += _most_at_a_weight(store, session_id, exercise, name, loaded, lb=lb)
        moved = sum(_moved(each) for each in loaded)
        if old.total_kg and moved > old.total_kg:
            found.append(_moved_in_all(name, moved, old.total_kg, lb))
    return [each for each in found if each]


def _heaviest_and_estimate(
    name: str, loaded: list[SetRecord], old: reads_bests.BestSets, *, lb: bool
) -> list[str]:
    found = []
    top = max(loaded, key=lambda each: (each.load_kg or 0.0, _reps(each)))
    if old.load_kg is not None and (top.load_kg or 0.0) > old.load_kg:
        load = f"{_load(top, lb)} × {_reps(top)}"
        found.append(f"{name} {load}, the heaviest yet, was {written_words(old.load_kg, lb=lb)}")
    best = max(loaded, key=_estimate)
    if old.estimate_kg is not None and _estimate(best) > old.estimate_kg + 0.05:
        load = f"{_load(best, lb)} × {_reps(best)}"
        found.append(f"{name} {load}, {_estimated(_estimate(best), old.estimate_kg, lb)}")
    return found


def _most_at_a_weight(
    store: Store, session_id: str, exercise: str, name: str, loaded: list[SetRecord], *, lb: bool
) -> list[str]:
    """The best of one weight that was passed; the heaviest of them, where several were."""
    for load_kg in sorted({each.load_kg for each in loaded if each.load_kg is not None}, reverse=True):
        top = max((each for each in loaded if each.load_kg == load_kg), key=_reps)
        old = reads_bests.best_sets(store, exercise, session_id=session_id, load_kg=load_kg)
        most = old.reps_at_load if old is not None else None
        if most is not None and _reps(top) > most:
            return [f"{name} {_load(top, lb)} × {_reps(top)}, the most at this weight, was {most}"]
    return []


def _reps(done: SetRecord) -> int:
    """Repetitions in a row; of one-sided work those of the weaker side."""
    reps = done.reps or 0
    return reps if done.right_reps is None else min(reps, done.right_reps)


def _estimate(done: SetRecord) -> float:
    """Kilograms; 0 where the set says nothing of the maximum."""
    estimate = set_estimate(done.load_kg or 0.0, _reps(done), done.rpe)
    return 0.0 if estimate is None else estimate.load


def _in_pounds(store: Store) -> bool:
    return reads_plan.settings(store).get("units") == "lb"


def _load(done: SetRecord, lb: bool) -> str:
    """The load as it was written, beside it in the person's unit, so that it can be held against the old."""
    written, amount = load_words(done.load), amount_words(done.load_kg or 0.0, lb=lb)
    if not written or written.endswith("lb" if lb else "kg"):
        return written or amount
    return f"{written} ({amount})"


def _estimated(new: float, old: float, lb: bool) -> str:
    """`e1RM 78 kg, was 76`; with a decimal where whole numbers would not show the difference."""
    if lb:
        new, old = pounds(new), pounds(old)
    digits = 0 if f"{new:.0f}" != f"{old:.0f}" else 1
    return f"e1RM {new:.{digits}f} {'lb' if lb else 'kg'}, was {old:.{digits}f}"


def _moved_in_all(name: str, new: float, old: float, lb: bool) -> str:
    if lb:
        new, old = pounds(new), pounds(old)
    return f"{name} {new:.0f} {'lb' if lb else 'kg'} moved in all, was {old:.0f}"
