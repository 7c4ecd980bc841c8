"""The short words of a session sheet: what a set asks, what was done, each as it stands in its column.

The first paint goes through here, so it is kept apart from the notation and its printer.
"""

from __future__ import annotations

import re

from rich.cells import cell_len, set_cell_size

from hybrid_tui.domain.set_record import SetRecord, SetRole
from hybrid_tui.domain.sheet import SheetBlock, SheetSet, Target
from hybrid_tui.domain.text import clean
from hybrid_tui.tui.glyphs import UNICODE, Glyphs

_SPELLED = ("done", "open", "now", "later", "up", "down", "right", "left", "times", "dash", "more", "rule")
_RESERVE = re.compile(r"(\d+(?:\.\d+)?)\s*rir", re.IGNORECASE)
_LOAD = re.compile(r"(bw)?([+-]?\d+(?:\.\d+)?)?(kg|lb)?")
_PLAIN = {ord("−"): "-", ord("’"): "'", ord("⇄"): "~"}
_NUMERIC = frozenset("0123456789.,:×+-–")


def spell(text: str, glyphs: Glyphs) -> str:
    """The text as it may be drawn: cleaned, on one line, its signs those of the set in use."""
    shown = clean(text)
    if glyphs.plain:
        shown = shown.translate({ord(getattr(UNICODE, name)): getattr(glyphs, name) for name in _SPELLED})
        shown = shown.translate(_PLAIN)
    return shown


def cut(text: str, cells: int, more: str = "…") -> str:
    """The text in at most that many cells. What does not fit goes with a sign, a number always as a whole."""
    if cells <= 0:
        return ""
    if cell_len(text) <= cells:
        return text
    kept = set_cell_size(text, max(cells - 1, 0)).rstrip()
    rest = text[len(kept) :]
    if kept and rest and kept[-1] in _NUMERIC and rest[0] in _NUMERIC:
        kept = kept.rstrip("".join(_NUMERIC))
    return kept.rstrip() + more


def spaced(load: str) -> str:
    """`62.5kg` as `62.5 kg`, `bw+10kg` as `bw +10 kg`."""
    return re.sub(r"(?<=\d)(?=(?:kg|lb)\b)|(?<=bw)(?=[+-])", " ", load)


def plates(block: SheetBlock) -> str:
    """`20 + 1.25 a side`; what is no list of plates stays as it is."""
    each_side, comma, rest = block.per_side.partition(",")
    return f"{each_side} a side{comma}{rest}" if each_side[:1].isdigit() else block.per_side


def effort_text(effort: str | None) -> str:
    """`2rir` as `2 RIR`, `8` as `@8`, anything else as it stands."""
    if not effort:
        return ""
    if reserve := _RESERVE.fullmatch(effort):
        return f"{reserve[1]} RIR"
    return f"@{effort}" if effort[0].isdigit() else effort


def effort_and_side(block: SheetBlock) -> tuple[str, ...]:
    """What stands beside the sets, the most telling first: `2 RIR a side`, `a side`, `2 RIR`."""
    if not block.side:
        return (block.effort_text,)
    return (f"{block.effort_text} a side".strip(), "a side", block.effort_text)


def done_effort(done: SetRecord, target: Target) -> str:
    """The effort of a set that was done, on the scale it was asked on."""
    if done.rpe is None:
        return ""
    if target.effort and _RESERVE.fullmatch(target.effort):
        return f"{10 - done.rpe:g} RIR"
    return f"@{done.rpe:g}"


def asked_amount(target: Target) -> str:
    """What a waiting set asks: `6`, `6-8`, `5+`, `max`, `45 s`, `20-40 s`, `400 m`."""
    if target.to_limit:
        return "max"
    if target.at_least and target.low is not None:
        return f"{target.low}+"
    if target.shown is not None:
        return str(target.shown)
    low = target.metres if target.seconds is None else target.seconds
    if low is not None:
        top = f"-{target.top:g}" if target.top is not None and target.top != low else ""
        return f"{low:g}{top} {'m' if target.seconds is None else 's'}"
    if target.low is None:
        return ""
    return str(target.low) if target.high in (None, target.low) else f"{target.low}-{target.high}"


def done_amount(done: SetRecord) -> str:
    """What was done: `6`, `8/7` a side, `45 s`, `400 m 92 s`."""
    if done.reps is not None:
        return f"{done.reps}/{done.right_reps}" if _unlike(done) else str(done.reps)
    way = "" if done.metres is None else f"{done.metres:g} m"
    time = "" if done.seconds is None else f"{done.seconds:g} s"
    return f"{way} {time}".strip() or "done"


def _unlike(done: SetRecord) -> bool:
    """Whether one side did other repetitions than the other."""
    return done.right_reps is not None and done.right_reps != done.reps


def done_in_short(block: SheetBlock) -> str:
    """What each working set of a lift held: `5 5 4`, `8/7 8`, `45 40 s`; empty where none was done."""
    held = [done_amount(each) for each in _worked(block)]
    unit = next((each[-2:] for each in held if each.endswith((" s", " m"))), "")
    if unit and all(each.endswith(unit) and each.count(" ") == 1 for each in held):
        return f"{' '.join(each.removesuffix(unit) for each in held)}{unit}"
    return (", " if any(" " in each for each in held) else " ").join(held)


def done_loads(block: SheetBlock) -> str:
    """The load of those sets: `82.5 kg`, `60-80 kg`, `bw to +10 kg`; empty where none was moved."""
    loads = list(dict.fromkeys(each.load for each in _worked(block) if each.load))
    if len(loads) < 2:
        return spaced("".join(loads))
    known = [found.groups("") for each in loads if (found := _LOAD.fullmatch(each))]
    bodies, units = {body for body, _, _ in known}, {unit for _, _, unit in known if unit}
    if len(known) < len(loads) or len(bodies) > 1 or len(units) > 1:
        return f"{spaced(loads[0])} …"
    unit = "".join(units)
    low, *_, high = sorted(float(number or 0) for _, number, _ in known)
    if bodies == {""}:
        return f"{low:g}-{high:g} {unit}"
    return f"{f'bw {low:+g}' if low else 'bw'} to {f'{high:+g} {unit}' if high else 'bw'}"


def _worked(block: SheetBlock) -> list[SetRecord]:
    """The working sets that were done."""
    done = [row.done for row in block.sets if row.done is not None]
    return [each for each in done if each.role is not SetRole.WARM_UP]


def amount(row: SheetSet) -> str:
    """What was done, of two unlike sides `l8 r7`; else what is asked."""
    done = row.done
    if done is None:
        return asked_amount(row.target)
    return f"l{done.reps} r{done.right_reps}" if _unlike(done) else done_amount(done)


def load(row: SheetSet) -> str:
    """The load that was used, else the one that is asked; empty where it is not known yet."""
    written = row.done.load if row.done is not None else row.target.load
    return f"{'~' if row.done is None and row.target.guess else ''}{spaced(written or '')}"


def number(row: SheetSet) -> str:
    """`1`, or `w1` for a warm-up."""
    return f"w{row.number}" if row.target.role is SetRole.WARM_UP else str(row.number)


def set_words(block: SheetBlock, row: SheetSet) -> str:
    """`set 1 of 4`, `warm-up 2 of 3`."""
    word = "warm-up" if row.target.role is SetRole.WARM_UP else "set"
    alike = [each for each in block.sets if (each.target.role is SetRole.WARM_UP) == (word == "warm-up")]
    return f"{word} {row.number} of {len(alike)}"


def amount_and_load(row: SheetSet, glyphs: Glyphs) -> str:
    """`8 × bw`; only what is known of the two."""
    return f" {glyphs.times} ".join(part for part in (amount(row), load(row)) if part)


def entry_text(row: SheetSet) -> str:
    """What the set's line opens with: what was done, else last time's repetitions where only a person can say."""
    done = row.done
    if done is None:
        known = row.target.asks and row.target.shown is not None and row.target.load is not None
        return str(row.target.shown) if known else ""
    if done.reps is None:
        way = "" if done.metres is None else f"{done.metres:g}mtr"
        time = "" if done.seconds is None else f"{done.seconds:g}s"
        return f"{way} {time}".strip()
    effort = "" if done.rpe is None else f"@{done.rpe:g}"
    if done.right_reps is not None:
        return f"l{done.reps} r{done.right_reps}"
    return f"{done.load}x{done.reps}{effort}" if done.load else f"{done.reps}{effort}"
