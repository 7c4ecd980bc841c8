"""Lines of sets: `back squat 4x6-8 80kg @2rir rest 3m`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hybrid_tui.domain.bounds import LONGEST_REST_S, MOST_SETS
from hybrid_tui.domain.notation.amounts import (
    AMOUNT,
    NUMBER,
    as_amount,
    load_text,
    read_amount,
    read_duration,
    read_effort,
    read_load,
    values_of,
)
from hybrid_tui.domain.notation.holds import SIDES, read_hold, refuse_set
from hybrid_tui.domain.notation.source import Source, Token, is_word, joined_sets
from hybrid_tui.domain.workout import Effort, Hold, Load, Number, SetGroup

_SETS = re.compile(rf"({AMOUNT})x(.+)")
_GLUED_SIDE = re.compile(r"(.+)/(side|leg|arm)")
_BEGINS = re.compile(r"[0-9\[@~-]|bw(?:$|[+-])|max(?:$|[,@+])")
_COMMA_EFFORT = re.compile(r"@([0-9]),([05])$")
_SEVERAL_LOADS = re.compile(rf"({NUMBER}(?:,{NUMBER})+)(kg|lbs?|%)")


def begins_sets(token: Token, after: Token | None) -> bool:
    """Whether the name ends before this word."""
    if token.quoted:
        return False
    text, next_text = token.text, after.text if after else ""
    if text == "rest":
        return next_text[:1].isdigit() or next_text[:1] == "["
    if text in ("a", "/side", "/leg", "/arm"):
        return text != "a" or next_text in SIDES
    return bool(_BEGINS.match(text)) or text == "+"


@dataclass(slots=True, kw_only=True)
class _Draft:
    """What has been read of one group so far."""

    sets: Number | None = None
    holds: list[Hold] = field(default_factory=list)
    commas: bool = False
    load: Load | None = None
    effort: Effort | None = None
    at: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets:
    """All that follows the name on a line of sets."""

    groups: tuple[SetGroup, ...]
    side: bool
    rest: Number | None


class SetReader:
    """Reads what follows the name on a line of sets."""

    def __init__(self, source: Source, words: list[Token], end: int, *, name: str = "") -> None:
        self.source = source
        self.words = joined_sets(words)
        self.end = end
        self.name = name
        self.next = 0
        self.side = False
        self.rest: Number | None = None

    def read(self) -> Sets:
        """Return groups, side and rest; raises NotationError."""
        groups = [self._group()]
        load = groups[0].load
        if load is not None and load.unit == "%" and min(values_of(load.value or 0)) < 0:
            hint = "75% is of the training maximum"
            at = next(each.at for each in self.words if each.text[0] == "-")
            self.source.fail("the first group has nothing above it", at, hint=hint)
        while self.next < len(self.words):
            self.next += 1
            groups.append(self._group())
        if sum(max(values_of(each.sets or len(each.holds))) for each in groups) > MOST_SETS:
            self.source.fail(f"a line has {MOST_SETS} sets at most", self.words[0].at, hint="part it in two")
        return Sets(groups=tuple(groups), side=self.side, rest=self.rest)

    def _peek(self) -> Token | None:
        return self.words[self.next] if self.next < len(self.words) else None

    def _group(self) -> SetGroup:
        first = self._peek()
        draft = _Draft(at=first.at if first else self.end)
        while (token := self._peek()) is not None and token.text != "+":
            self.next += 1
            self._word(draft, token)
        if not draft.holds:
            self._missing(draft)
        return SetGroup(holds=tuple(draft.holds), sets=draft.sets, load=draft.load, effort=draft.effort)

    def _missing(self, draft: _Draft) -> None:
        """Raise that a group has no sets, or what took its place."""
        for before, sign, after in zip(self.words, self.words[1:], self.words[2:], strict=False):
            if before.text == "bw" and sign.text in ("+", "-") and after.at >= draft.at:
                hint = f"no spaces: bw{sign.text}{after.raw}"
                self.source.fail("a load has no spaces inside", sign.at, hint=hint)
        message = "the sets are missing" if self.name else "a line of sets begins with a name"
        self.source.fail(message, draft.at, hint="such as 3x8, or 5 5 4")

    def _word(self, draft: _Draft, token: Token) -> None:
        text = token.text
        if token.quoted:
            self.source.fail("the name stands first", token.at, end=token.end)
        if text[0] == "@":
            self._effort(draft, token)
        elif text == "rest":
            self._rest(token)
        elif text == "a" or text[0] == "/":
            self._sides(token)
        elif text == "bw" or load_text(self.source, token)[-2:] in ("kg", "lb", "bs") or text[-1] == "%":
            self._load(draft, token)
        elif text.startswith("bw"):
            number = text.lstrip("bw+-") or "10"
            hint = f"write bw+{number}kg, no spaces"
            self.source.fail(f"a unit is missing in {token.raw}", token.at, hint=hint, end=token.end)
        else:
            self._holds(draft, token)

    def _effort(self, draft: _Draft, token: Token) -> None:
        if draft.effort is not None:
            hint = "5@8 is one set's effort, @8 is every set's"
            self.source.fail("sets have one effort", token.at, hint=hint, end=token.end)
        draft.effort = read_effort(self.source, token)

    def _rest(self, token: Token) -> None:
        after = self._peek()
        seconds = read_duration(self.source, after) if after else None
        if seconds is None or self.rest is not None or min(values_of(seconds)) < 0:
            message = "rest stands once" if self.rest is not None else "rest needs a duration"
            hint = "rest 2m30"
            if seconds is None and after is not None and after.text.isdigit():
                hint = f"rest {after.text}s or rest {after.text}m"
            self.source.fail(message, token.at, hint=hint, end=token.end)
        if max(values_of(seconds)) > LONGEST_REST_S:
            self.source.fail("a rest lasts 1 hour at most", token.at, hint="rest 2m30", end=token.end)
        self.next += 1
        self.rest = seconds

    def _sides(self, token: Token) -> None:
        after = self._peek()
        if token.text[1:] in SIDES:
            self.side = True
        elif token.text == "a" and after is not None and after.text in SIDES:
            self.next += 1
            self.side = True
        else:
            self.source.fail(f"{token.raw} is not understood here", token.at, hint="a side", end=token.end)

    def _load(self, draft: _Draft, token: Token) -> None:
        if match := _SEVERAL_LOADS.fullmatch(load_text(self.source, token)):
            loads = [f"5 {each}{match[2]}" for each in match[1].split(",")]
            hint = f"join groups with +: {' + '.join(loads)}"
            self.source.fail("one group of sets has one load", token.at, hint=hint, end=token.end)
        load = read_load(self.source, token)
        if load is None:
            if "x" in token.text or "," in token.text:
                hint = "put the load apart: 5x5 80kg"
            else:
                hint = "write 82.5kg, 180lb, bw+10kg or 75%"
            self.source.fail(f"{token.raw} is no load", token.at, hint=hint, end=token.end)
        if draft.load is not None:
            hint = "join groups with +: 5 80kg + 3 85kg"
            self.source.fail("one group of sets has one load", token.at, hint=hint, end=token.end)
        draft.load = load

    def _holds(self, draft: _Draft, token: Token) -> None:
        text = token.text
        cut = 0
        if match := _GLUED_SIDE.fullmatch(text):
            self.side, text = True, match[1]
            cut = len(token.text) - len(text)
        sets = None
        if (match := _SETS.fullmatch(text)) and not text.startswith("max"):
            sets, text = read_amount(match[1]), match[2]
            if any(each != int(each) or each < 1 for each in values_of(sets)):
                self.source.fail(f"sets are whole numbers from 1 to {MOST_SETS}", token.at, end=token.end)
        start = token.end - cut - len(text) if sets is not None else token.at
        pieces = re.split(r",(?![^\[]*\])", text)
        if sets is not None and (match := _COMMA_EFFORT.search(text)):
            hint = f"write @{match[1]}.{match[2]}"
            self.source.fail("a comma parts sets", start + match.start(), hint=hint, end=token.end)
        if draft.holds and is_word(token.raw) and not text.startswith("max"):
            refuse_set(self.source, token, text)
        if draft.holds:
            self._second(draft, token, sets is not None, len(pieces) > 1)
        if sets is not None and len(pieces) > 1:
            self.source.fail("either 3x5 or 5,5,5", token.at, hint="list every set: 5,5,3", end=token.end)
        draft.sets = sets
        draft.commas = len(pieces) > 1
        for piece in pieces:
            draft.holds.append(read_hold(self.source, token, piece, start))
            start += len(piece) + 1

    def _second(self, draft: _Draft, token: Token, counted: bool, commas: bool) -> None:
        """Refuse a second run of sets in one group, saying what it may have been meant for."""
        first = next(each for each in self.words if each.at >= draft.at)
        if commas or draft.commas:
            self.source.fail("commas or spaces, not both", token.at, hint="write 5,5,3", end=token.end)
        if counted and draft.sets is None and as_amount(first.text) is not None and self.name:
            hint = f'if {first.raw} belongs to the name, quote it: "{self.name} {first.raw}" {token.raw}'
            self.source.fail(
                f"{first.raw} stands alone before {token.raw}", first.at, hint=hint, end=first.end
            )
        if draft.sets is not None or counted:
            if as_amount(token.text) is not None:
                hint = f"a load needs a unit, {token.text}kg"
                self.source.fail(f"{token.raw} has no unit", token.at, hint=hint, end=token.end)
            hint = "join groups with +: 1x5 + 2x5 -10%"
            self.source.fail(f"{token.raw} stands alone after the sets", token.at, hint=hint, end=token.end)
