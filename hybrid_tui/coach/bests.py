"""New bests, said once and quietly when the set that brought them is stored."""

from __future__ import annotations

from hybrid_tui.domain.record import BlockRecord, IntervalRecord, SessionRecord
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


def session_bests(store: Store, record: SessionRecord) -> tuple[str, ...]:
    """Every best that a session holds against all other sessions, each kind of an exercise once.

    The heaviest, the largest e1RM, the most at one weight, the most moved, the most in a row, the quickest.
    """
    lifted: dict[str, list[BlockRecord]] = {}
    said: list[str] = []
    for block in record.blocks:
        if block.exercise is not None:
            lifted.setdefault(block.exercise, []).append(block)
        sprint = new_sprint_best(store, block.intervals, block.id) if block.intervals else ""
        said += [sprint] if sprint else []
    for exercise, blocks in lifted.items():
        said += _exercise_bests(store, record.id, exercise, blocks)
    return tuple(dict.fromkeys(said))


def _exercise_bests(store: Store, session_id: str, exercise: str, blocks: list[BlockRecord]) -> list[str]:
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
        found += _heaviest_and_estimate(name, loaded, old)
        found += _most_at_a_weight(store, session_id, exercise, name, loaded)
        moved = sum(_moved(each) for each in loaded)
        if old.total_kg and moved > old.total_kg:
            found.append(f"{name} {moved:.0f} kg moved in all, was {old.total_kg:.0f}")
    return [each for each in found if each]


def _heaviest_and_estimate(name: str, loaded: list[SetRecord], old: reads_bests.BestSets) -> list[str]:
    found = []
    top = max(loaded, key=lambda each: (each.load_kg or 0.0, _reps(each)))
    if old.load_kg is not None and (top.load_kg or 0.0) > old.load_kg:
        load = f"{load_words(top.load)} × {_reps(top)}"
        found.append(f"{name} {load}, the heaviest yet, was {old.load_kg:g} kg")
    told = [each for each in loaded if _reps(each) <= 12]
    best = max(told, key=_estimate, default=None)
    if best is not None and old.estimate_kg is not None and _estimate(best) > old.estimate_kg + 0.05:
        load = f"{load_words(best.load)} × {_reps(best)}"
        found.append(f"{name} {load}, e1RM {_estimate(best):.0f} kg, was {old.estimate_kg:.0f}")
    return found


def _most_at_a_weight(
    store: Store, session_id: str, exercise: str, name: str, loaded: list[SetRecord]
) -> list[str]:
    """The best of one weight that was passed; the heaviest of them, where several were."""
    for load_kg in sorted({each.load_kg for each in loaded if each.load_kg is not None}, reverse=True):
        top = max((each for each in loaded if each.load_kg == load_kg), key=_reps)
        old = reads_bests.best_sets(store, exercise, session_id=session_id, load_kg=load_kg)
        most = old.reps_at_load if old is not None else None
        if most is not None and _reps(top) > most:
            return [f"{name} {load_words(top.load)} × {_reps(top)}, the most at this weight, was {most}"]
    return []


def _reps(done: SetRecord) -> int:
    """Repetitions in a row; of one-sided work those of the weaker side."""
    reps = done.reps or 0
    return reps if done.right_reps is None else min(reps, done.right_reps)


def _estimate(done: SetRecord) -> float:
    estimate = one_rep_max(done.load_kg or 0.0, _reps(done))
    return 0.0 if estimate is None else estimate.load
