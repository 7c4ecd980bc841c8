"""New bests, said once and quietly when the set that brought them is stored."""

from __future__ import annotations

from hybrid_tui.domain.record import BlockRecord, IntervalRecord
from hybrid_tui.domain.set_record import SetRecord, SetRole
from hybrid_tui.domain.sheet_blocks import shown_name
from hybrid_tui.domain.sheet_words import load_words
from hybrid_tui.domain.strength import one_rep_max
from hybrid_tui.store import reads_bests, reads_sprints
from hybrid_tui.store.database import Store


def new_best(store: Store, block: BlockRecord, done: SetRecord) -> str:
    """`Bench press 62.5 kg × 6, e1RM 78 kg, was 76`, or empty. A first time is no best yet."""
    if block.exercise is None or done.role is SetRole.WARM_UP or done.reps is None or done.reps < 1:
        return ""
    old = reads_bests.best_sets(
        store, block.exercise, without=done.id, block_id=block.id, load_kg=done.load_kg
    )
    # The sets of a first time are no bests of one another.
    if old is None or not old.elsewhere:
        return ""
    name = shown_name(block.name)
    reps = done.reps if done.right_reps is None else min(done.reps, done.right_reps)
    if done.load_kg is None or (done.load or "").startswith("bw"):
        return _most_reps(name, done, reps, old)
    load = f"{load_words(done.load)} × {reps}"
    if old.load_kg is not None and done.load_kg > old.load_kg:
        return f"{name} {load}, the heaviest yet, was {old.load_kg:g} kg"
    estimate = one_rep_max(done.load_kg, reps) if 1 <= reps <= 12 else None
    if estimate is not None and old.estimate_kg is not None and estimate.load > old.estimate_kg + 0.05:
        return f"{name} {load}, e1RM {estimate.load:.0f} kg, was {old.estimate_kg:.0f}"
    most = old.reps_at_load
    if most is not None and reps > most:
        return f"{name} {load}, the most at this weight, was {most}"
    return _most_moved(block, done, name, old.total_kg)


def _most_moved(block: BlockRecord, done: SetRecord, name: str, old: float | None) -> str:
    """The total of the block, said with the set that passes the old one."""
    if not old:
        return ""
    before = sum(_moved(each) for each in block.sets if each.id != done.id)
    after = before + _moved(done)
    return f"{name} {after:.0f} kg moved in all, was {old:.0f}" if before <= old < after else ""


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
