"""The one-line editor of a single set: `82.5x5@8`, `5`, `+2.5`, `+`, `bw+10kg`, `45s`, `l8 r7`, `w 40x5`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hybrid_tui.domain.bounds import HEAVIEST, LONGEST_S, MOST_ASSISTANCE, MOST_REPS
from hybrid_tui.domain.notation.amounts import (
    NUMBER,
    read_distance,
    read_duration,
    read_effort,
    read_load,
)
from hybrid_tui.domain.notation.set_spelling import EXAMPLES, hint_for, spelt
from hybrid_tui.domain.notation.source import Source, Token, cut, read_line
from hybrid_tui.domain.workout import Effort, Load

_ROLE = re.compile(r"([wdf])(?=[0-9+l@-]|bw|$)")
_NUMBER_COMMA = re.compile(r"([+-]?[0-9]{1,6}),([0-9]{1,3})(?![0-9,])")
_CHANGE = re.compile(rf"([+-])({NUMBER})(kg|lbs?)?")
_STEPS = re.compile(r"\+{1,9}|-{1,9}")
_LOADED = re.compile(rf"((?:bw)?(?:[+-]?{NUMBER})?(?:kg|lbs?)?)x([0-9]{{1,5}})")
_ON_BODY = re.compile(rf"bw([+-]{NUMBER})")
_SIDE = re.compile(r"([lr])([0-9]{1,5})")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetEntry:
    """What was typed about one set; whatever was not said is None and stays as it is."""

    role: str = ""
    """`w` warm-up, `d` drop, `f` failure, or empty."""
    load: Load | None = None
    """A unit that is empty means the unit of the line."""
    change: float | None = None
    """Added to the load there is; may be negative."""
    change_unit: str = ""
    """`kg`, `lb`, or empty for the unit of the line."""
    steps: int = 0
    """Loads further up (`+`, `++`) or down (`-`), as far apart as they are where one trains."""
    reps: int | None = None
    """The left side's where `right_reps` is given."""
    right_reps: int | None = None
    seconds: float | None = None
    distance: float | None = None
    """In `unit`."""
    unit: str = ""
    """`mtr`, `km` or `mi`."""
    effort: Effort | None = None


def parse_set_entry(text: str) -> SetEntry:
    """Read what was typed for one set. Raises NotationError."""
    source = read_line(text)
    parts = cut(source)
    if parts.rule is not None or parts.comment:
        source.fail("a set takes neither rule nor comment", parts.end)
    words = parts.tokens()
    if not words:
        source.fail("there is nothing here", 0, hint=EXAMPLES)
    return _EntryReader(source).read(spelt(words))


class _EntryReader:
    """Collects what the words of one set say."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.role = ""
        self.load: Load | None = None
        self.change: tuple[float, str] | None = None
        self.steps = 0
        self.reps: dict[str, int] = {}
        self.seconds: float | None = None
        self.distance: tuple[float, str] | None = None
        self.effort: Effort | None = None

    def read(self, words: list[Token]) -> SetEntry:
        """Return the set; raises NotationError."""
        first = words[0]
        if match := _ROLE.match(first.text):
            self.role = match[1]
            rest = first._replace(text=first.text[1:], at=first.at + 1, raw=first.raw[1:])
            words = [rest, *words[1:]] if rest.text else words[1:]
        for token in words:
            self._word(token)
        left = self.reps.get("l", self.reps.get(""))
        if ("r" in self.reps and left is None) or ("l" in self.reps and "r" not in self.reps):
            self.source.fail("both sides, or none", first.at, hint="l8 r7")
        return SetEntry(
            role=self.role,
            load=self.load,
            change=self.change[0] if self.change else None,
            change_unit=self.change[1] if self.change else "",
            steps=self.steps,
            reps=left,
            right_reps=self.reps.get("r"),
            seconds=self.seconds,
            distance=self.distance[0] if self.distance else None,
            unit=self.distance[1] if self.distance else "",
            effort=self.effort,
        )

    def _word(self, token: Token) -> None:
        said, sign, effort = token.text.partition("@")
        said = _NUMBER_COMMA.sub(r"\1.\2", said)
        if token.quoted:
            self.source.fail("a set takes no name", token.at, end=token.end)
        if sign:
            if self.effort is not None:
                self.source.fail("a set has one effort", token.at, end=token.end)
            self.effort = read_effort(self.source, token, f"@{effort}", token.at + token.raw.index("@"))
            if self.effort.pace is not None:
                self.source.fail("a set has no pace", token.at, hint="@8 or @2rir", end=token.end)
        if not said:
            return
        if match := _LOADED.fullmatch(said):
            if change := _CHANGE.fullmatch(match[1]):
                self._change(token, change)
            elif match[1]:
                self._set_load(token, match[1])
            self._set_reps(token, "", int(match[2]))
        elif match := _SIDE.fullmatch(said):
            self._set_reps(token, match[1], int(match[2]))
        elif re.fullmatch(r"[0-9]{1,5}", said):
            self._set_reps(token, "", int(said))
        elif _STEPS.fullmatch(said):
            if self.steps or self.change is not None or self.load is not None:
                self._twice(token, "load")
            self.steps = len(said) if said[0] == "+" else -len(said)
        elif match := _CHANGE.fullmatch(said):
            self._change(token, match)
        elif said.startswith("bw") or said[-2:] in ("kg", "lb", "bs"):
            self._set_load(token, said)
        else:
            self._length(token, said)

    def _length(self, token: Token, said: str) -> None:
        seconds = read_duration(self.source, token, said)
        distance = read_distance(self.source, token, said) if seconds is None else None
        if isinstance(seconds, (int, float)) and seconds > 0:
            if self.seconds is not None:
                self._twice(token, "time")
            if seconds > LONGEST_S:
                self.source.fail("a set lasts 24 hours at most", token.at, end=token.end)
            self.seconds = seconds
        elif distance is not None:
            if self.distance is not None:
                self._twice(token, "distance")
            self.distance = distance
        else:
            message = f"{token.raw} is not understood here"
            self.source.fail(message, token.at, hint=hint_for(said), end=token.end)

    def _change(self, token: Token, match: re.Match[str]) -> None:
        if self.steps or self.change is not None or self.load is not None:
            self._twice(token, "load")
        value = float(match[2])
        self.change = (-value if match[1] == "-" else value, "lb" if match[3] == "lbs" else match[3] or "")

    def _twice(self, token: Token, what: str) -> None:
        self.source.fail(f"a set has one {what}", token.at, end=token.end)

    def _set_load(self, token: Token, said: str) -> None:
        if self.load is not None or self.change is not None or self.steps:
            self._twice(token, "load")
        if match := re.fullmatch(NUMBER, said) or _ON_BODY.fullmatch(said):  # in the unit of the line
            body = match.re is _ON_BODY
            value = float(match[1] if body else said)
            if not -MOST_ASSISTANCE <= value <= HEAVIEST:
                self.source.fail(f"a load is at most {HEAVIEST}", token.at, end=token.end)
            self.load = Load(value=value, body=body)
            return
        load = read_load(self.source, token._replace(text=said)) if said else None
        if load is None:
            found = hint_for(said)
            hint = found if found != EXAMPLES else "82.5x5, 82.5kg or bw+10kg"
            raise self.source.error(f"{token.raw} is no load", token.at, hint=hint, end=token.end)
        self.load = load

    def _set_reps(self, token: Token, side: str, reps: int) -> None:
        if side in self.reps or (self.reps and (not side or "" in self.reps)):
            self._twice(token, "number of repetitions")
        if reps > MOST_REPS:
            self.source.fail(f"a set has {MOST_REPS} repetitions at most", token.at, end=token.end)
        self.reps[side] = reps
