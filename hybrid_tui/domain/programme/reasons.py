"""Why a line asks what it asks, in words: what was done last time, what fell short, what is added."""

from __future__ import annotations

from hybrid_tui.domain.programme.outcome import Outcome, short_date
from hybrid_tui.domain.rule import RulePart


def done_words(last: Outcome) -> str:
    """`all 4 sets reached 8 on 12 Nov`."""
    day = short_date(last.day)
    if not last.values:
        return f"all was done on {day}"
    count = len(last.values)
    sets = "the set" if count == 1 else "both sets" if count == 2 else f"all {count} sets"
    return f"{sets} reached {last.goal:g} on {day}" if last.goal is not None else f"{sets} done on {day}"


def not_done_words(last: Outcome) -> str:
    """`2 sets below 8 on 12 Nov`: why nothing is added."""
    day = short_date(last.day)
    if last.short:
        return f"{'one set' if last.short == 1 else f'{last.short} sets'} short on {day}"
    if last.full:
        return f"all was done on {day}, but harder than asked"
    if last.goal is None or not last.values:
        return f"not all was done on {day}"
    below = sum(1 for value in last.values if value < last.goal)
    return f"{'one set' if below <= 1 else f'{below} sets'} below {last.goal:g} on {day}"


def missed_words(part: RulePart, last: Outcome) -> str:
    """`the bottom was missed twice running, last on 12 Nov`."""
    times = (
        "once" if part.times == 1 else "twice running" if part.times == 2 else f"{part.times} times running"
    )
    return f"the bottom was missed {times}, last on {short_date(last.day)}"


def amount_words(part: RulePart) -> str:
    """What a rule adds: `2 reps`, `5 min`, `2.5 kg`."""
    amount = part.amount or 0.0
    if part.unit == "s" and amount >= 60 and amount % 60 == 0:
        return f"{amount / 60:g} min"
    return f"{amount:g} {part.unit}" + ("s" if part.unit in ("rep", "set") and amount != 1 else "")
