"""The cards beside the day's list: the last seven days, protein, where it is sore."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len

from hybrid_tui.coach.recovery_day import MUSCLE_GROUPS, PastDay
from hybrid_tui.domain.calendar import day_name
from hybrid_tui.domain.checklist import hours_words
from hybrid_tui.domain.meals import spread_words
from hybrid_tui.domain.nutrition import half_up
from hybrid_tui.tui.widgets.day_cards import CardRow, Pen
from hybrid_tui.tui.widgets.day_cards_past import weight_words
from hybrid_tui.tui.widgets.sheet_columns import Line

_LABEL: Final = 10
_SLEEP_LOW, _SLEEP_HIGH = 240.0, 540.0
"""Minutes at the foot and at the head of a sleep column."""


def week_card(pen: Pen) -> list[CardRow]:
    """Sleep, protein and readiness of seven days as columns, with their means."""
    view = pen.view
    week = view.week
    rows = [pen.head("Last 7 days", "mean"), *pen.gap(), _day_letters(pen, week)]
    most = max([each.protein or 0 for each in week] + [each.target or 0 for each in week] + [1])
    sleep = [_share(each.slept_minutes, _SLEEP_LOW, _SLEEP_HIGH) for each in week]
    protein = [_share(each.protein, 0, most) for each in week]
    ready = [_share(each.score, 0, 100) for each in week]
    slept, eaten, score = view.mean_sleep, view.mean_protein, view.mean_score
    rows += _columns(pen, "sleep", sleep, "" if slept is None else hours_words(slept), "")
    # Only a week that is short says so; it takes the blank line's place.
    rows += pen.wrapped(view.short_sleep, "$text-3") or pen.gap()
    rows += _columns(
        pen, "protein", protein, "" if eaten is None else str(half_up(eaten)), "" if eaten is None else "g"
    )
    rows += pen.gap()
    rows += _columns(pen, "ready", ready, "" if score is None else str(half_up(score)), "")
    return rows


def _share(value: float | None, low: float, high: float) -> float | None:
    return None if value is None else max(0.06, min(1.0, (value - low) / (high - low)))


def _wide(pen: Pen) -> int:
    """Cells a column takes with the one after it."""
    return 4 if pen.width >= 44 else 2


def _day_letters(pen: Pen, week: Sequence[PastDay]) -> CardRow:
    line = pen.line()
    for number, each in enumerate(week):
        last = number == len(week) - 1
        at = _LABEL + number * _wide(pen) + (1 if _wide(pen) == 4 else 0)
        line.put(day_name(each.day)[0], "bold $accent" if last else "$text-3", at)
    return CardRow(line=line.content())


def _columns(pen: Pen, label: str, shares: Sequence[float | None], mean: str, unit: str) -> list[CardRow]:
    """Columns of one measure: two rows high where there is air, else one; its words on the lower row."""
    high = 2 if pen.airy and not pen.glyphs.plain else 1
    step = _wide(pen)
    found: list[CardRow] = []
    for row in range(high - 1, -1, -1):
        line = pen.line()
        for number, share in enumerate(shares):
            last = number == len(shares) - 1
            at = _LABEL + number * step
            if share is None:
                line.put(pen.glyphs.later if row == 0 else "", "$text-3", at + (1 if step == 4 else 0))
                continue
            # A full cell would run into the row above.
            eighths = max(1, min(round(share * 8 * high), 8 * high - (high == 1)))
            sign = pen.glyphs.heights[max(0, min(8, eighths - 8 * row))]
            if sign != " ":
                line.put(sign * max(1, step - 1), "$accent" if last else "$text-3", at)
        if row == 0:
            line.put(label, "$text-2", 0)
            line.put(unit, "$text-3", pen.width - 1)
            line.put_right(mean or pen.glyphs.dash, "$text", pen.width - 2)
        found.append(CardRow(line=line.content()))
    return found


def protein_card(pen: Pen) -> list[CardRow]:
    """What was eaten against what the day asks, and why it asks that."""
    view, target = pen.view, pen.view.protein
    rows = [pen.head("Protein", _product(pen)), *pen.gap()]
    eaten = half_up(view.eaten or 0)
    if target.grams is None:
        rows.append(pen.text(f"{eaten} g" if view.foods else "nothing logged", "$text"))
        if view.asks_exclusion:
            line = pen.line()
            line.put("p", "bold $accent", 0)
            line.put("one question before a target", "$text-2", 2)
            return [*rows, CardRow(line=line.content()), *_trend(pen)]
        if not view.asks_weight:
            return [*rows, *pen.wrapped(target.sentence, "$text-3"), *_trend(pen)]
        line = pen.line()
        line.put("w", "bold $accent", 0)
        line.put("your weight sets the target", "$text-2", 2)
        return [*rows, CardRow(line=line.content())]
    rows += [_eaten(pen, eaten, target.grams), _bar(pen, eaten / target.grams)]
    rows.append(pen.text(_why(pen), "$text-3"))
    if pen.airy:
        rows += pen.wrapped(spread_words(view.foods, target), "$text-3")
    return [*rows, *_trend(pen)]


def _trend(pen: Pen) -> list[CardRow]:
    """The weight's trend where there is room; else it stands below the day."""
    return pen.wrapped(weight_words(pen), "$text-3") if pen.airy else []


def _product(pen: Pen) -> str:
    """What the target is made of, both in the person's unit of weight, so that it can be worked out."""
    kg, target = pen.view.kg, pen.view.protein
    if kg is None:
        return ""
    from hybrid_tui.coach.recovery_amounts import LB_KG  # late: only where a weight is shown

    weight = f"{round(kg / LB_KG, 1):g} lb" if pen.view.lb else f"{round(kg, 1):g} kg"
    if target.grams is None or not target.per_kg:
        return weight
    each = f"{target.per_kg * LB_KG:.2f} g/lb" if pen.view.lb else f"{target.per_kg:.1f} g/kg"
    return f"{each} {pen.glyphs.times} {weight}"


def _eaten(pen: Pen, eaten: int, target: int) -> CardRow:
    line = pen.line()
    known = str(eaten) if pen.view.foods else pen.glyphs.dash
    after = line.put(known, "bold $text", 0)
    line.put(f" of {target} g", "$text-2", after)
    left = target - eaten
    if left <= 0:
        line.put_right(f"{pen.glyphs.done} reached", "$text", pen.width)
    else:
        at = line.put_right(" to go", "$text-2", pen.width)
        line.put_right(f"{left} g", "bold $text", at)
    return CardRow(line=line.content())


def _bar(pen: Pen, share: float) -> CardRow:
    lit = round(min(1.0, max(0.0, share)) * pen.width)
    line = pen.line()
    line.put(pen.glyphs.heavy * lit, "$accent", 0)
    line.put((pen.glyphs.rule if pen.glyphs.plain else pen.glyphs.heavy) * (pen.width - lit), "$unlit", lit)
    return CardRow(line=line.content())


def _why(pen: Pen) -> str:
    """The day's kind, and how the week stands."""
    view = pen.view
    kind = view.protein.sentence.split(" · ")[0]
    if view.mean_protein is None or view.mean_target is None:
        return kind
    week = f"week {half_up(view.mean_protein)} of {half_up(view.mean_target)} g a day"
    text = f"{kind} · {week}"
    return text if cell_len(text) <= pen.width else week


def sore_card(pen: Pen) -> list[CardRow]:
    """Soreness by muscle group, and legs and pulse from the check-in."""
    rows = [pen.head("Sore today" if pen.view.is_today else "Sore", "0 none, 10 worst"), *pen.gap()]
    names = list(MUSCLE_GROUPS)
    for left, right in zip(names[::2], names[1::2], strict=True):
        line = pen.line()
        for name, place in ((left, 0), (right, 1)):
            _pair(pen, line, place, name, pen.view.sore.get(name))
        rows.append(CardRow(line=line.content()))
    check = pen.view.check
    line = pen.line()
    _pair(pen, line, 0, "legs", check.legs)
    _pair(pen, line, 1, "pulse", check.resting_hr, _rise(pen))
    return [*rows, *pen.gap(), CardRow(line=line.content())]


def _rise(pen: Pen) -> str:
    rise = pen.view.pulse_rise
    return f" ({rise:+.0f})" if rise is not None and round(rise) else ""


def _pair(pen: Pen, line: Line, place: int, name: str, value: int | None, after: str = "") -> None:
    """A name and its number in the left or right half; what is not known is a dash."""
    gap = 4 if pen.width >= 44 else 3
    half = (pen.width - gap) // 2
    start, end = (0, half) if place == 0 else (pen.width - half, pen.width)
    shown = str(value) if value is not None else pen.glyphs.dash
    told = value is not None and (value > 0 or name in ("legs", "pulse"))
    if after and value is not None and len(name) + len(shown) + len(after) + 1 <= half:
        end = line.put_right(after, "$text-3", end)
    line.put_right(shown, "bold $text" if told else "$text-3", end)
    line.put(name, "$text-2" if told else "$text-3", start, end - len(shown) - 1)
