"""One line of a plan: timed steps, sets, a circuit, a call of a block, a ramp or a comment."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from hybrid_tui.domain.bounds import LONGEST_ROUND
from hybrid_tui.domain.flatten import weeks_written
from hybrid_tui.domain.notation.amounts import AMOUNT, read_duration, values_of
from hybrid_tui.domain.notation.brackets import SECONDS, RowReader
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.names import Names, resolve
from hybrid_tui.domain.notation.printing import print_line
from hybrid_tui.domain.notation.rules import RuleReader
from hybrid_tui.domain.notation.sets import SetReader, begins_sets
from hybrid_tui.domain.notation.source import (
    Parts,
    Source,
    Token,
    colon,
    cut,
    is_word,
    joined_name,
    read_line,
)
from hybrid_tui.domain.notation.steps import KEYWORDS, SURFACES
from hybrid_tui.domain.rule import Rule
from hybrid_tui.domain.workout import (
    BlockCall,
    Circuit,
    PlanLine,
    Ramp,
    Remark,
    Repeat,
    SetsLine,
    Step,
    StepKind,
    TimedLine,
)

_CIRCUIT = re.compile(r"(emom|amrap) +(\S+)$", re.IGNORECASE)
_LOOKS_LIKE_SETS = re.compile(rf"{AMOUNT}x[0-9\[m]")
_STEPS_AHEAD = re.compile(r"([0-9]+)x([0-9]+(?:s|sec|m|min|mtr|km|mi))$")
_STEP_WORDS = KEYWORDS - SURFACES
"""Words that no block is called by; «track» and «grass» may well be."""

_OWN_KINDS = {"warmup": "warm-up", "cooldown": "cool-down"}


class LineReader:
    """Reads one line, knowing the catalogue and whether it is being typed or tells what was done."""

    def __init__(
        self, source: Source, names: Names | None = None, *, typing: bool = False, logged: bool = False
    ) -> None:
        self.source = source
        self.names = names
        self.typing = typing
        self.logged = logged

    def read(self, parts: Parts) -> PlanLine:
        """Return what a line says that is cut into parts; raises NotationError."""
        if parts.start == parts.end:
            if parts.rule is None and parts.comment:
                return Remark(text=parts.comment)
            self.source.fail(
                "there is nothing here", parts.start, hint="back squat 3x5, or 8x(12s hill / 90s walk)"
            )
        said = self.source.text[parts.start : parts.end]
        if said.lower() == "ramp":
            self._no_rule(parts)
            return Ramp(comment=parts.comment)
        if said[0] == "&":
            start = parts.start + 1
            while start < parts.end and self.source.text[start] == " ":
                start += 1
            line = self.body(start, parts.end)
            if not isinstance(line, SetsLine):
                self.source.fail("& joins lines of sets", parts.start, hint="& push-up 3x8")
            line = replace(line, superset=True)
        else:
            line = self.body(parts.start, parts.end)
        if isinstance(line, BlockCall):
            self._no_rule(parts)
            return replace(line, comment=parts.comment)
        timed = not isinstance(line, SetsLine)
        self._same_weeks(line, parts.start)
        return replace(line, rule=self.rule(parts.rule, timed=timed), comment=parts.comment)

    def rule(self, span: tuple[int, int] | None, *, timed: bool) -> Rule | None:
        """Return the rule that stands at `span`, if any."""
        if span is None:
            return None
        return RuleReader(self.source, span, self.names, timed=timed, typing=self.typing).read()

    def _no_rule(self, parts: Parts) -> None:
        if parts.rule is not None:
            self.source.fail("no rule belongs to this line", parts.rule[0], hint="delete it")

    def _same_weeks(self, line: PlanLine, at: int) -> None:
        lengths = weeks_written(line)
        if len(lengths) > 1:
            said = " and ".join(str(each) for each in sorted(lengths))
            hint = "one value for every week of the programme"
            self.source.fail(f"the week lists have {said} values", at, hint=hint)

    def body(self, start: int, end: int) -> TimedLine | SetsLine | Circuit | BlockCall:
        """Read a line without rule and comment."""
        text = self.source.text
        place = colon(self.source, start, end)
        if place is not None:
            name = text[start:place].strip()
            if match := _CIRCUIT.fullmatch(name):
                return self._circuit(match, start, place, end)
            return self._named(name, start, place, end)
        words = self.source.tokens(start, end)
        if not words:
            self.source.fail("a line of sets is missing", end, hint="push-up 3x8")
        first = words[0]
        if not first.quoted and (first.text[0] in "0123456789~[(" or first.text == "open"):
            self._not_sets(words)
            return TimedLine(steps=self._steps(words, end))
        if not first.quoted and first.text in ("emom", "amrap"):
            self.source.fail(f"a colon ends {first.text} and its length", end, hint="emom 10m: push-up 5")
        return self.sets(words, end)

    def _not_sets(self, words: list[Token]) -> None:
        """Refuse a line that begins like sets, where a name should stand."""
        first, second = words[0], words[1] if len(words) > 1 else None
        if second is not None and second.text == "(":
            return
        if _LOOKS_LIKE_SETS.match(first.text):
            if measured := _STEPS_AHEAD.match(first.text):
                hint = f"write {measured[1]}x({measured[2]})"
                message = "steps that are repeated stand in brackets"
                self.source.fail(message, first.at, hint=hint, end=first.end)
            named = [token.raw for token in words[1:] if token.quoted or is_word(token.raw)]
            hint = "put the name first: back squat 3x5; quote it if it begins with a digit"
            if named:
                hint = f"put the name first: {' '.join(named)} {first.raw}"
            self.source.fail("a line of sets begins with a name", first.at, hint=hint, end=first.end)
        if second is not None and re.fullmatch(AMOUNT, first.text):
            hint = f"write {first.raw}s or {first.raw}m; a line of sets begins with its name"
            if second.text == "x":
                hint = f"no spaces: {first.raw}x(12s / 90s)"
            self.source.fail(f"{first.raw} has no unit", first.at, hint=hint, end=first.end)

    def _steps(self, words: list[Token], end: int) -> tuple[Step | Repeat, ...]:
        return RowReader(self.source, words, end, logged=self.logged).read()

    def _named(self, said: str, start: int, place: int, end: int) -> TimedLine | BlockCall:
        name = said[1:-1] if len(said) > 2 and said[0] == said[-1] == '"' else said
        if not name.strip():
            self.source.fail("a name stands before the colon", place, hint="hill sprint: 8x(12s / 90s)")
        if '"' in name:
            self.source.fail("quotes stand around the whole name", start + said.index('"'), hint='delete "')
        own = _OWN_KINDS.get(name.lower().replace(" ", "").replace("-", ""))
        words = self.source.tokens(place + 1, end)
        if not words:
            self.source.fail("the steps are missing", end, hint=f"{name}: 8x(12s / 90s)")
        for token, after in zip(words, [*words[1:], None], strict=True):
            if _LOOKS_LIKE_SETS.match(token.text) and (after is None or after.text != "("):
                hint = f"no colon before sets: {name} {token.raw}"
                self.source.fail("sets take no colon", place, hint=hint)
        if own and self._is_block(words):
            block = " ".join(token.text if token.quoted else token.raw for token in words)
            return BlockCall(kind=StepKind(own), block=block)
        if own:
            return TimedLine(name=own, steps=self._steps(words, end))
        steps = self._steps(words, end)
        name, exercise = resolve(self.source, " ".join(name.split()), start, self.names, typing=self.typing)
        return TimedLine(name=name, exercise=exercise, steps=steps)

    def _is_block(self, words: list[Token]) -> bool:
        return all(token.quoted or (is_word(token.raw) and token.text not in _STEP_WORDS) for token in words)

    def _circuit(self, match: re.Match[str], start: int, place: int, end: int) -> Circuit:
        at = start + match.start(2)
        token = Token(match[2].lower(), at, at + len(match[2]), match[2])
        seconds = read_duration(self.source, token)
        if seconds is None or not all(0 < each <= SECONDS for each in values_of(seconds)):
            self.source.fail(f"{token.raw} is no length for {match[1]}", at, hint="emom 10m:", end=token.end)
        return Circuit(kind=match[1].lower(), seconds=seconds, lines=self._round(place + 1, end))

    def _round(self, start: int, end: int) -> tuple[SetsLine | TimedLine, ...]:
        """Read what stands behind a circuit's colon: one line of its round, or several with `+` between them."""
        words = self.source.tokens(start, end)
        if not words:
            return ()
        try:
            return (self.round_line(self.body(words[0].at, end), words[0].at),)
        except NotationError as error:
            named = [pair for pair in pairwise(words) if _is_name(pair[1])]
            joined = [(sign.at, after.at) for sign, after in named if sign.raw == "+"]
            if not joined:
                if any(word.text[0] in "0123456789" for word, _ in named):
                    hint = "+ before another exercise: push-up 8 + squat 10"
                    raise self.source.error(
                        error.message, error.column - 1, hint=hint, end=error.end - 1
                    ) from error
                raise
        begins = (words[0].at, *(at for _, at in joined))
        stops = (*(at for at, _ in joined), end)
        return tuple(self.round_line(self.body(*span), span[0]) for span in zip(begins, stops, strict=True))

    def round_line(self, line: PlanLine, at: int) -> SetsLine | TimedLine:
        """Return a line of a circuit's round, refusing what cannot stand in one."""
        if isinstance(line, (SetsLine, TimedLine)) and not (isinstance(line, SetsLine) and line.superset):
            return line
        raise self.source.error("a round holds sets and timed steps only", at, hint="push-up 5")

    def sets(self, words: list[Token], end: int) -> SetsLine:
        """Read a line of sets: name first, the rest in any order."""
        count = 0
        while count < len(words) and not begins_sets(
            words[count], words[count + 1] if count + 1 < len(words) else None
        ):
            count += 1
        named, rest = words[:count], words[count:]
        if not named:
            hint = "back squat 3x5"
            self.source.fail("a line of sets begins with a name", words[0].at, hint=hint, end=words[0].end)
        said = joined_name(self.source, named)
        if not rest:
            hint = f"{said} 3x8, or {said}: 10m for time"
            self.source.fail("the sets are missing", end, hint=hint)
        found = SetReader(self.source, rest, end, name=said).read()
        name, exercise = resolve(self.source, said, named[0].at, self.names, typing=self.typing)
        if exercise is not None and self.names is not None and self.names.is_run(exercise):
            message, hint = "a run needs a colon after its name", f"{name}: 20m"
            self.source.fail(message, named[-1].at, hint=hint, end=named[-1].end)
        return SetsLine(name=name, exercise=exercise, groups=found.groups, side=found.side, rest=found.rest)


def _is_name(word: Token) -> bool:
    return word.quoted or (is_word(word.raw) and word.text != "max")


def parse_plan_line(text: str, *, names: Names | None = None, typing: bool = False) -> PlanLine:
    """Read one line of a plan; a circuit may bring the lines of its round, indented.

    With `names`, exercises and runs are looked up; while `typing`, whole-word beginnings of a name will do.
    Raises NotationError.
    """
    first, *more = text.rstrip("\n").split("\n")
    line = read_plan_line(first, names=names, typing=typing)
    if not more:
        return line
    if not isinstance(line, Circuit):
        read_line(text.split("\n")[0])
        raise read_line(first).error("one line is asked for and here are more", len(first))
    return with_round(line, list(enumerate(more, start=2)), names=names, typing=typing)


@lru_cache(maxsize=256)
def parse_kept_line(text: str) -> PlanLine:
    """Read a line that is kept with a session, of the plan or of the log: there a step may say how long and how far.

    What was read of a line is remembered: a sheet reads those of its session again at every set. Raises
    NotationError.
    """
    if "\n" in text:
        return parse_plan_line(text)
    source = read_line(text)
    return LineReader(source, logged=True).read(cut(source))


def read_plan_line(text: str, *, names: Names | None = None, typing: bool = False, line: int = 1) -> PlanLine:
    """Read exactly one line; an `emom` or `amrap` may still lack its round."""
    source = read_line(text, line)
    return LineReader(source, names, typing=typing).read(cut(source))


def with_round(
    circuit: Circuit, lines: list[tuple[int, str]], *, names: Names | None = None, typing: bool = False
) -> Circuit:
    """Return a circuit with the indented lines below it, each with its number in the file, as its round."""
    found = list(circuit.lines)
    room = LONGEST_ROUND - sum(len(print_line(each)) for each in found)
    for number, text in lines:
        source = read_line(text, number)
        room -= len(text)
        if room < 0:
            source.fail(f"a round has {LONGEST_ROUND} characters at most", 0, hint="make two circuits of it")
        parts = cut(source)
        if not text.startswith((" ", "\t")):
            source.fail(f"the round of {circuit.kind} is indented", 0, hint="two spaces before it")
        reader = LineReader(source, names, typing=typing)
        found.append(reader.round_line(reader.read(parts), parts.start))
    return replace(circuit, lines=tuple(found))
