"""One timed step: `12s @8 hill 6-10% vest 5kg stride`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hybrid_tui.domain.bounds import LONGEST_NAME
from hybrid_tui.domain.flatten import METRES
from hybrid_tui.domain.notation.amounts import (
    AMOUNT,
    NUMBER,
    as_amount,
    decimal_point,
    read_amount,
    read_distance,
    read_duration,
    read_effort,
    read_load,
    values_of,
)
from hybrid_tui.domain.notation.source import Source, Token, is_word
from hybrid_tui.domain.workout import Effort, Ending, Gear, Measure, Number, Place, Step

MAX_SECONDS = 180
"""The longest step at `@max`, in seconds."""

PLACES = frozenset({"hill", "flat", "stairs", "trail", "treadmill"})
SURFACES = frozenset({"grass", "track", "road", "gravel", "sand", "turf"})
GEAR = frozenset({"vest", "band", "sled"})
UP_AND_DOWN = frozenset({"climb", "descent"})
KEYWORDS = PLACES | SURFACES | GEAR | UP_AND_DOWN | {"open", "until"}
"""Words that are never part of a label."""

_GRADE = re.compile(rf"({AMOUNT})(?:-({NUMBER}))?%")
FALL_OFF = re.compile(rf"-({NUMBER})%")
"""`-8%` after `until`."""
_GLUED = re.compile(r"[^+/]*[0-9a-z%\])][+/][0-9a-z\[(~].*")


@dataclass(slots=True, kw_only=True)
class _Draft:
    """What has been read of one step so far."""

    durations: list[tuple[Token, Number]] = field(default_factory=list)
    distances: list[tuple[Token, tuple[float, str]]] = field(default_factory=list)
    key: Token | None = None
    expected: Number | None = None
    effort: Effort | None = None
    where: str = ""
    surface: str = ""
    grade: Number | None = None
    top: float | None = None
    heights: dict[str, float] = field(default_factory=dict)
    gear: list[Gear] = field(default_factory=list)
    label: list[str] = field(default_factory=list)

    def place(self) -> Place | None:
        """Return where the step is run, if anything says so."""
        if not (self.where or self.surface or self.heights) and self.grade is None:
            return None
        return Place(
            where=self.where,
            surface=self.surface,
            grade=self.grade,
            grade_top=self.top,
            climb=self.heights.get("climb"),
            descent=self.heights.get("descent"),
        )


class StepReader:
    """Reads the words of one step, in any order."""

    def __init__(self, source: Source, words: list[Token], end: int, *, logged: bool = False) -> None:
        self.source = source
        self.words = words
        self.end = end
        """Where something that is missing would stand."""
        self.logged = logged
        """In the log a step may say both how long and how far."""
        self.next = 0

    def read(self) -> Step:
        """Return the step; raises NotationError."""
        draft = _Draft()
        while (token := self._peek()) is not None:
            self.next += 1
            self._word(draft, token)
        at = self.words[0].at if self.words else self.end
        step = Step(
            measure=self._measure(draft, at),
            effort=draft.effort,
            place=draft.place(),
            gear=tuple(draft.gear),
            label=" ".join(draft.label),
        )
        if draft.effort is not None and draft.effort.word == "max":
            seconds = step.measure.seconds
            if seconds is not None and max(values_of(seconds)) > MAX_SECONDS:
                hint = "@hard, or make it shorter"
                self.source.fail("a step at @max lasts 3 minutes at most", at, hint=hint)
        return step

    def _peek(self) -> Token | None:
        return self.words[self.next] if self.next < len(self.words) else None

    def _word(self, draft: _Draft, token: Token) -> None:
        text = token.text
        if token.quoted:
            self.source.fail("quotes are for names", token.at, hint="a label is plain words", end=token.end)
        if text[0] == "@":
            if draft.effort is not None:
                self.source.fail("a step has one effort", token.at, hint="put / or + between", end=token.end)
            draft.effort = read_effort(self.source, token)
        elif text in PLACES:
            if draft.where:
                self.source.fail(f"{draft.where} or {text}, not both", token.at, end=token.end)
            draft.where = text
        elif text in SURFACES:
            if draft.surface:
                self.source.fail(f"{draft.surface} or {text}, not both", token.at, end=token.end)
            draft.surface = text
        elif text in GEAR:
            self._gear(draft, token)
        elif text in UP_AND_DOWN:
            self._height(draft, token)
        elif text[-1] == "%":
            self._grade(draft, token)
        elif text == "open" or text[0] == "~":
            self._key(draft, token)
        elif not self._length(draft, token):
            self._label(draft, token)

    def _gear(self, draft: _Draft, token: Token) -> None:
        if any(each.kind == token.text for each in draft.gear):
            self.source.fail(f"{token.text} stands twice in one step", token.at, end=token.end)
        after = self._peek()
        load = read_load(self.source, after) if after and after.text[-2:] in ("kg", "lb", "bs") else None
        if load is not None and (load.body or not load.unit):
            load = None
        if load is not None:
            self.next += 1
        draft.gear.append(Gear(kind=token.text, load=load))

    def _height(self, draft: _Draft, token: Token) -> None:
        after = self._peek()
        distance = read_distance(self.source, after) if after else None
        if distance is None:
            self.source.fail(
                f"{token.text} needs its metres", token.at, hint=f"{token.text} 120mtr", end=token.end
            )
        if token.text in draft.heights:
            self.source.fail(f"{token.text} stands twice in one step", token.at, end=token.end)
        self.next += 1
        draft.heights[token.text] = round(distance[0] * METRES[distance[1]], 3)

    def _grade(self, draft: _Draft, token: Token) -> None:
        match = _GRADE.fullmatch(token.text)
        if match is None:
            hint = (
                "until stands after the closing bracket" if FALL_OFF.fullmatch(token.text) else "hill 6-10%"
            )
            self.source.fail(f"{token.raw} is no grade", token.at, hint=hint, end=token.end)
        if draft.grade is not None:
            self.source.fail("a step has one grade", token.at, hint="put / or + between", end=token.end)
        draft.grade = read_amount(match[1])
        draft.top = float(match[2]) if match[2] else None
        highest = max(values_of(draft.grade))
        if highest > 100 or (draft.top is not None and not highest < draft.top <= 100):
            self.source.fail(f"{token.raw} is no grade", token.at, hint="hill 6-10%", end=token.end)

    def _key(self, draft: _Draft, token: Token) -> None:
        if token.text == "open":
            if draft.key is not None and draft.key.text == "open":
                self.source.fail("open stands twice in one step", token.at, end=token.end)
            draft.key = draft.key or token
            return
        seconds = read_duration(self.source, token, decimal_point(token.text[1:]) or "?")
        if seconds is None or draft.expected is not None:
            self.source.fail(
                f"{token.raw} is not understood", token.at, hint="~90s: about 90 seconds", end=token.end
            )
        draft.key = draft.key or token
        draft.expected = seconds

    def _length(self, draft: _Draft, token: Token) -> bool:
        text = decimal_point(token.text)
        seconds = read_duration(self.source, token, text)
        distance = read_distance(self.source, token, text) if seconds is None else None
        if seconds is not None:
            draft.durations.append((token, seconds))
        elif distance is not None:
            draft.distances.append((token, distance))
        else:
            return False
        self._no_thousands(token)
        if len(draft.durations) > 1 or len(draft.distances) > 1:
            kind = "durations" if seconds is not None else "distances"
            self.source.fail(f"two {kind} in one step", token.at, hint="put / or + between", end=token.end)
        return True

    def _no_thousands(self, token: Token) -> None:
        """Refuse `1,500mtr`: with three digits behind it, a comma may part thousands as well."""
        if match := re.fullmatch(r"([0-9]+),([0-9]{3})([a-z]+)", token.text):
            whole, part, unit = match.groups()
            less = f"{float(f'{whole}.{part}'):g}{unit}"
            hint = f"write {less} or {whole}{part}{unit}"
            self.source.fail(f"{token.raw} can be read in two ways", token.at, hint=hint, end=token.end)

    def _label(self, draft: _Draft, token: Token) -> None:
        text = token.text
        if text == "until":
            hint = "write it after the closing bracket"
            self.source.fail("until belongs to a bracket", token.at, hint=hint, end=token.end)
        if is_word(token.raw):
            draft.label.append(token.raw)
            if len(" ".join(draft.label)) > LONGEST_NAME:
                at = self.source.text.index(draft.label[0], self.words[0].at)
                self.source.fail(f"a label has {LONGEST_NAME} characters at most", at, end=token.end)
            return
        message, hint, at = f"{token.raw} is not understood here", "", token.at
        if as_amount(text) is not None:
            message, hint = f"{token.raw} has no unit", f"write {text}s, {text}m or {text}mtr"
        elif re.match(rf"{AMOUNT}x{AMOUNT}", text):
            message, hint = f"{token.raw} is sets, not time", "no colon before sets: back squat 3x5"
        elif text == "(":
            message, hint = "a bracket needs a count before it", "8x(12s / 90s), steps joined with +"
        elif _GLUED.fullmatch(text):
            sign = re.search(r"[+/]", text)
            at = token.at + (sign.start() if sign else 0)
            message, hint = f"{token.raw} is written too tightly", "put spaces around + and /"
        elif "*" in text:
            message, hint = "* is not used", "write x"
        elif text[-2:] in ("kg", "lb"):
            message, hint = f"{token.raw} is a load", "on a run: vest 8kg"
        self.source.fail(message, at, hint=hint, end=token.end)

    def _measure(self, draft: _Draft, at: int) -> Measure:
        seconds = draft.durations[0][1] if draft.durations else None
        distance, unit = draft.distances[0][1] if draft.distances else (None, "")
        for value in (*values_of(seconds or 1), *values_of(draft.expected or 1)):
            if value <= 0:
                self.source.fail("a step lasts longer than nothing", at)
        if seconds == 0 or draft.expected == 0:
            self.source.fail("a step lasts longer than nothing", at)
        if seconds is not None and draft.key is not None:
            hint = "write 90s, or ~90s"
            self.source.fail("a step ends by time or by a key, not both", draft.key.at, hint=hint)
        if seconds is not None and distance is not None and not self.logged:
            second = max(draft.durations[0][0], draft.distances[0][0], key=lambda token: token.at)
            hint = "put + between, or ~ before the time"
            self.source.fail("two lengths in one step", second.at, hint=hint, end=second.end)
        if seconds is not None:
            return Measure(ending=Ending.TIME, seconds=seconds, distance=distance, unit=unit)
        if distance is not None:
            if draft.key is not None and draft.key.text == "open":
                hint = "write 400mtr, or open"
                self.source.fail("a step ends by distance or by a key, not both", draft.key.at, hint=hint)
            return Measure(ending=Ending.DISTANCE, seconds=draft.expected, distance=distance, unit=unit)
        if draft.key is None:
            self.source.fail("a step needs a length", at, hint="12s, 400mtr, ~90s or open")
        return Measure(ending=Ending.KEY, seconds=draft.expected)
