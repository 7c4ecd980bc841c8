"""Lines of the log: what was done, and the facts of a day."""

from __future__ import annotations

import re
from dataclasses import replace

from hybrid_tui.domain.flatten import weeks_written
from hybrid_tui.domain.notation.amounts import (
    read_duration,
    read_load,
    values_of,
)
from hybrid_tui.domain.notation.log_entries import (
    LogEntry,
    LoggedMaximum,
    LoggedProtein,
    LoggedRest,
    LoggedSession,
    LoggedSets,
    LoggedSleep,
    LoggedSoreness,
    LoggedSteps,
    LoggedWeight,
)
from hybrid_tui.domain.notation.names import Names, resolve
from hybrid_tui.domain.notation.plan_line import LineReader
from hybrid_tui.domain.notation.rules import is_rule
from hybrid_tui.domain.notation.source import (
    Parts,
    Source,
    Token,
    cut,
    is_word,
    joined_name,
    read_line,
    semicolons,
)
from hybrid_tui.domain.workout import Hold, Repeat, SetsLine, Step, TimedLine

_GRAMS = re.compile(r"([0-9]{1,4}(?:[.,][0-9])?)g")
_VAGUE = re.compile(r"[0-9]-[0-9]|[0-9a-z]\+$|^max|%")
_RATING = re.compile(r"10(?:\.0)?|[0-9](?:\.[0-9]{1,2})?")


def parse_log(text: str, *, names: Names | None = None, typing: bool = False) -> tuple[LogEntry, ...]:
    """Read lines of the log, parted by semicolons or newlines; empty ones are left out.

    Raises NotationError for the first that cannot be read, and when there is nothing at all.
    """
    entries: list[LogEntry] = []
    lines = text.split("\n")
    for number, said in enumerate(lines, start=1):
        source = read_line(said.rstrip("\r"), number)
        for start, end in semicolons(source):
            piece = source.text[start:end]
            if not piece.strip() or piece.strip().startswith("//"):
                continue
            reader = _LogReader(source, _piece(source, start, end), names, typing=typing)
            entries.append(reader.read())
    if not entries:
        read_line(lines[0]).fail("there is nothing to log", 0, hint="back squat 5x5 80kg")
    return tuple(entries)


def _piece(source: Source, start: int, end: int) -> Parts:
    """Cut one piece of a line; spaces keep what stands around it out without moving the columns."""
    blank = " " * start
    alone = replace(source, original=blank + source.original[start:end], text=blank + source.text[start:end])
    parts = cut(alone, start)
    return replace(parts, source=source)


class _LogReader:
    """Reads one entry of the log."""

    def __init__(self, source: Source, parts: Parts, names: Names | None, *, typing: bool) -> None:
        self.source = source
        self.parts = parts
        self.names = names
        self.typing = typing
        self.comment = parts.comment

    def read(self) -> LogEntry:
        """Return the entry; raises NotationError."""
        parts = self.parts
        said = self.source.text[parts.start : parts.end]
        if is_rule(said):
            hint = "write it in Plan, after the line it belongs to"
            self.source.fail(f"the rule «{said}» belongs in a plan, not in the log", parts.start, hint=hint)
        words = parts.tokens()
        if len(words) == 1 and words[0].text == "rest":
            return LoggedRest(comment=self.comment)
        verb = "" if words[0].quoted else words[0].text
        readers = {
            "session": self._session,
            "slept": self._slept,
            "weight": self._weight,
            "protein": self._protein,
            "sore": self._sore,
            "tm": self._maximum,
        }
        if verb in readers:
            return readers[verb](words[0], words[1:])
        return self._done(words, verb)

    def _session(self, verb: Token, words: list[Token]) -> LogEntry:
        words, rpe = self._rpe(words)
        minutes = None
        if words:
            minutes = self._duration(words[0]) / 60
        self._nothing_after(words[1:])
        if minutes is None and rpe is None:
            self.source.fail("how long and how hard?", verb.at, hint="session 68m rpe 7", end=verb.end)
        return LoggedSession(minutes=minutes, rpe=rpe, comment=self.comment)

    def _duration(self, token: Token) -> float:
        seconds = read_duration(self.source, token)
        if not isinstance(seconds, (int, float)) or not 0 < seconds <= 24 * 3600:
            self.source.fail(f"{token.raw} is no duration", token.at, hint="68m or 7h30", end=token.end)
        return seconds

    def _slept(self, verb: Token, words: list[Token]) -> LogEntry:
        if not words:
            self.source.fail("slept how long?", verb.at, hint="slept 7h30", end=verb.end)
        self._nothing_after(words[1:])
        return LoggedSleep(seconds=self._duration(words[0]), comment=self.comment)

    def _weight(self, verb: Token, words: list[Token]) -> LogEntry:
        load = read_load(self.source, words[0]) if words else None
        if load is None or load.body or load.unit not in ("kg", "lb"):
            self.source.fail(
                "a weight needs a number and kg or lb", verb.at, hint="weight 74.2kg", end=verb.end
            )
        self._nothing_after(words[1:])
        value = values_of(load.value or 0)
        if len(value) != 1 or not value[0] > 0:
            self.source.fail("a weight is one number above nothing", words[0].at, end=words[0].end)
        return LoggedWeight(value=value[0], unit=load.unit, comment=self.comment)

    def _protein(self, verb: Token, words: list[Token]) -> LogEntry:
        match = _GRAMS.fullmatch(words[0].text) if words else None
        if match is None:
            self.source.fail("protein needs its grams", verb.at, hint="protein 30g lunch", end=verb.end)
        said = self.source.text[words[1].at : self.parts.end] if len(words) > 1 else ""
        return LoggedProtein(
            grams=float(match[1].replace(",", ".")), words=" ".join(said.split()), comment=self.comment
        )

    def _sore(self, verb: Token, words: list[Token]) -> LogEntry:
        named, value = words[:-1], words[-1] if words else verb
        for token in named:
            if not is_word(token.raw):
                self.source.fail(f"{token.raw} is no muscle", token.at, hint="sore quads 2", end=token.end)
        if not named or not re.fullmatch(r"10|[0-9]", value.text):
            hint = "sore quads 2, from 0 to 10"
            self.source.fail("sore needs a muscle and a number", verb.at, hint=hint, end=verb.end)
        muscle = " ".join(token.text for token in named)
        return LoggedSoreness(muscle=muscle, value=int(value.text), comment=self.comment)

    def _maximum(self, verb: Token, words: list[Token]) -> LogEntry:
        load = read_load(self.source, words[-1]) if len(words) > 1 else None
        if load is None or load.unit == "%" or load.value is None or not isinstance(load.value, (int, float)):
            hint = "tm back squat 140kg"
            self.source.fail("a training maximum needs a name and a load", verb.at, hint=hint, end=verb.end)
        said = joined_name(self.source, words[:-1])
        name, exercise = resolve(self.source, said, words[0].at, self.names, typing=self.typing)
        return LoggedMaximum(name=name, exercise=exercise, load=load, comment=self.comment)

    def _nothing_after(self, words: list[Token]) -> None:
        if words:
            hint = f"a note begins with //: // {words[0].raw}"
            self.source.fail(f"{words[0].raw} does not belong here", words[0].at, hint=hint, end=words[0].end)

    def _rpe(self, words: list[Token]) -> tuple[list[Token], float | None]:
        """Take `rpe 8` out of the words."""
        for place, token in enumerate(words):
            if token.text == "rpe" and not token.quoted:
                value = words[place + 1] if place + 1 < len(words) else None
                if value is None or not _RATING.fullmatch(value.text):
                    self.source.fail("rpe needs a number from 0 to 10", token.at, hint="rpe 8", end=token.end)
                return words[:place] + words[place + 2 :], float(value.text)
        return words, None

    def _times(self, words: list[Token]) -> tuple[list[Token], tuple[float, ...]]:
        """Take `in 7.9s 7.7s` out of the words."""
        for place, token in enumerate(words[:-1]):
            if token.text != "in" or read_duration(self.source, words[place + 1]) is None:
                continue
            times: list[float] = []
            end = place + 1
            while end < len(words) and (seconds := read_duration(self.source, words[end])) is not None:
                if not isinstance(seconds, (int, float)) or seconds <= 0:
                    self.source.fail(f"{words[end].raw} is no time", words[end].at, end=words[end].end)
                times.append(seconds)
                end += 1
            return words[:place] + words[end:], tuple(times)
        return words, ()

    def _done(self, words: list[Token], verb: str) -> LogEntry:
        """Read sets or steps that were done."""
        if verb in ("emom", "amrap"):
            hint = "push-up 5 5 5 5"
            self.source.fail("log what was done: sets or steps", words[0].at, hint=hint, end=words[0].end)
        left, rpe = self._rpe(words)
        left, times = self._times(left)
        end = self.parts.end
        blank = self.source.text
        for token in words:
            if token not in left:
                blank = blank[: token.at] + " " * (token.end - token.at) + blank[token.end :]
                end = min(end, token.at)
        while end > self.parts.start and blank[end - 1] == " ":
            end -= 1
        if left and left[-1].end > end:
            end = left[-1].end
        reader = LineReader(replace(self.source, text=blank), self.names, typing=self.typing, logged=True)
        line = reader.body(self.parts.start, end)
        if weeks_written(line):
            self.source.fail("a week list belongs in a plan", self.parts.start, hint="write the number done")
        if isinstance(line, TimedLine):
            self._one_time_each(line, times)
            return LoggedSteps(line=replace(line, comment=self.comment), rpe=rpe, times=times)
        if not isinstance(line, SetsLine):
            self.source.fail("log what was done: sets or steps", self.parts.start, hint="push-up 10 10 8")
        if rpe is not None or times:
            self.source.fail("sets take their effort with @", self.parts.start, hint="write @8")
        self._exact(line, words)
        return LoggedSets(line=replace(line, comment=self.comment))

    def _one_time_each(self, line: TimedLine, times: tuple[float, ...]) -> None:
        asked = _work_steps(line.steps)
        if times and len(times) != asked:
            hint = f"give {asked}, or change the count"
            message = f"{len(times)} times for {asked} repeat{'s' if asked != 1 else ''}"
            self.source.fail(message, self.source.text.index(" in ", self.parts.start) + 1, hint=hint)

    def _exact(self, line: SetsLine, words: list[Token]) -> None:
        vague = (token.at for token in words if not token.quoted and _VAGUE.search(token.text))
        at = next(vague, self.parts.start)
        for group in line.groups:
            if group.load is not None and group.load.unit == "%":
                self.source.fail("a percentage belongs in a plan", at, hint="write the load: 80kg")
            for hold in group.holds:
                self._one_number(hold, at)

    def _one_number(self, hold: Hold, at: int) -> None:
        if hold.low is None or hold.high is not None or hold.at_least:
            self.source.fail("a range, + or max belongs in a plan", at, hint="write the repetitions done")


def _work_steps(items: tuple[Step | Repeat, ...]) -> int:
    """Return how often the first step of the outermost brackets is run; a line without a bracket: once."""
    repeats = [each for each in items if isinstance(each, Repeat)]
    if not repeats:
        return 1
    total = 0
    for repeat in repeats:
        inner = [each for each in repeat.work if isinstance(each, Repeat)]
        total += int(values_of(repeat.count)[0]) * (_work_steps(tuple(inner)) if inner else 1)
    return total
