"""New bests, said once and quietly when the set that brought them is stored."""

from __future__ import annotations

from hybrid_tui.domain.record import BlockRecord
from hybrid_tui.domain.set_record import SetRecord, SetRole
from hybrid_tui.domain.sheet_blocks import shown_name
from hybrid_tui.domain.sheet_words import load_words
from hybrid_tui.domain.strength import one_rep_max
from hybrid_tui.store import reads_bests
from hybrid_tui.store.database import Store


def new_best(store: Store, block: BlockRecord, done: SetRecord) -> str:
    """`Bench press 62.5 kg × 6, e1RM 78 kg, was 76`, or empty. A first time is no best yet."""
    if block.exercise is None or done.role is SetRole.WARM_UP or done.reps is None or done.reps < 1:
        return ""
    old = reads_bests.best_sets(store, block.exercise, without=done.id)
    if old is None:
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
    return ""


def _most_reps(name: str, done: SetRecord, reps: int, old: reads_bests.BestSets) -> str:
    if (done.load or "bw") != "bw" and (done.load_kg or 0.0) != 0.0:
        return ""
    if old.reps_unloaded is None or reps <= old.reps_unloaded:
        return ""
    return f"{name} {reps} in a row, was {old.reps_unloaded}"
