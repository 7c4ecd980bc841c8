"""A day of recovery for the shell, as plain text. What is not known says so, it is never zero."""

from __future__ import annotations

from hybrid_tui.coach.recovery_day import RecoveryDay
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.check_answers import SCALES
from hybrid_tui.domain.checklist import hours_words
from hybrid_tui.domain.meals import spread_words
from hybrid_tui.domain.nutrition import half_up
from hybrid_tui.domain.plates import KG_PER_LB
from hybrid_tui.domain.red_flags import FOOTER
from hybrid_tui.domain.text import clean
from hybrid_tui.domain.weight_trend import against_goal
from hybrid_tui.formats.week_text import ASCII

_WIDE = 28


def verdict_lines(view: RecoveryDay) -> list[str]:
    """Readiness with its sum and what took most of it; a red flag's line before it."""
    morning = view.morning
    lines = [f"! {morning.stop}"] if morning.stop else []
    if not view.checked:
        return [*lines, "Readiness: not checked in. The plan stands as it is; «hybrid checkin» asks."]
    if morning.readiness is None:
        missing = [name for name in SCALES if getattr(view.check, name) is None]
        return [*lines, f"Readiness: no score without {', '.join(missing)}"]
    lines.append(
        f"Readiness {morning.score}: {morning.verdict.told if morning.verdict is not None else morning.band}"
    )
    lines.append(f"  {morning.readiness.sum_words}")
    took = [f"{each.item} {each.answer} took {each.points:.0f}" for each in morning.readiness.taken]
    return [*lines, f"  {', '.join(took)}"] if took else lines


def day_text(view: RecoveryDay, *, ascii: bool = False) -> str:
    """The day in short lines."""
    check = view.check
    lines = [f"{day_words(view.day)} {view.day.year}", "", *verdict_lines(view)]
    facts = [
        f"legs {check.legs}/10" if check.legs is not None else "",
        f"slept {hours_words(check.slept_minutes)}" if check.slept_minutes is not None else "",
        f"pulse {check.resting_hr}" if check.resting_hr is not None else "",
    ]
    if any(facts):
        lines.append(f"  {' · '.join(fact for fact in facts if fact)}")
    lines += ["", f"List   {view.done} of {len(view.items)}"]
    for item in view.items:
        sign = "✓" if item.done else "□" if item.done is False or item.by_hand else "–"
        lines.append(f"  {sign} {item.title.partition(': protein')[0]:<{_WIDE}}  {item.value}".rstrip())
    lines += ["", f"Protein   {_protein(view)}"]
    if view.mean_protein is not None and view.mean_target is not None:
        lines.append(f"          week {half_up(view.mean_protein)} of {half_up(view.mean_target)} g a day")
    if spread := spread_words(view.foods, view.protein):
        lines.append(f"          {spread}")
    if view.short_sleep:
        lines.append(f"Sleep     {view.short_sleep}")
    sore = [f"{name} {value}" for name, value in view.sore.items()]
    lines.append(f"Sore      {', '.join(sore) if sore else 'not said'}")
    lines += _past_lines(view)
    if view.deload:
        lines.append(f"Deload    {view.deload}")
    lines += ["", f"{'Tomorrow' if view.is_today else 'Day after'}  {view.tomorrow}", "", FOOTER]
    text = "\n".join(clean(line) for line in lines)
    return text.translate(ASCII) if ascii else text


def _past_lines(view: RecoveryDay) -> list[str]:
    past = view.past
    if past is None:
        return []
    lines = []
    trend = past.trend
    if trend is not None:
        per, unit = (KG_PER_LB, "lb") if view.lb else (1.0, "kg")
        rate = "" if trend.kg_a_week is None else f", {trend.kg_a_week / per:+.1f} {unit} a week"
        told = against_goal(trend, view.goal) if view.excluded is None else ""
        lines.append(f"Weight    trend {trend.kg / per:.1f} {unit}{rate}{f': {told}' if told else ''}")
    if past.consistency.shown:
        lines.append(f"12 weeks  {past.consistency.sentence}")
    if past.compared is not None:
        lines.append(f"So far    {past.compared.words}")
    return lines


def _protein(view: RecoveryDay) -> str:
    eaten = "nothing logged" if view.eaten is None else f"{half_up(view.eaten)} g"
    why = view.protein.sentence
    if view.lb and view.kg is not None:
        why = why.replace(f"{round(view.kg, 1):g} kg", f"{round(view.kg / KG_PER_LB, 1):g} lb")
        if per_kg := view.protein.per_kg:
            why = why.replace(f"{per_kg:.1f} g/kg", f"{per_kg * KG_PER_LB:.2f} g/lb")
    if view.protein.grams is None:
        return f"{eaten}; {why}"
    return f"{eaten.removesuffix(' g')} of {view.protein.grams} g   {why}"
