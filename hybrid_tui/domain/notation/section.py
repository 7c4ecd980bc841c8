"""The lines below one heading of a programme: a day's or a block's, with what is wrong with them together."""

from __future__ import annotations

from collections.abc import Mapping

from hybrid_tui.domain.bounds import MOST_LINES, MOST_STEPS
from hybrid_tui.domain.flatten import weeks_written
from hybrid_tui.domain.notation.brackets import most_steps
from hybrid_tui.domain.notation.errors import NotationError
from hybrid_tui.domain.notation.headings import is_header
from hybrid_tui.domain.notation.mending import Quiet, with_mend
from hybrid_tui.domain.notation.names import Names
from hybrid_tui.domain.notation.plan_line import LineReader, with_round
from hybrid_tui.domain.notation.source import Parts, Source, cut, read_line
from hybrid_tui.domain.workout import BlockCall, Circuit, PlanLine, Ramp, Remark, SetsLine, TimedLine
from hybrid_tui.domain.written_programme import Day

MENDS = 20
"""So many wrong lines of a file are answered with the line that may have been meant."""


class Lines:
    """Reads the lines of one file; the first mistakes are answered with the line that may have been meant."""

    def __init__(self, names: Names | None) -> None:
        self.names = names
        self._mends = 0

    def read(self, source: Source, parts: Parts) -> PlanLine:
        """Read one line. Raises NotationError."""
        try:
            return LineReader(source, self.names).read(parts)
        except NotationError as error:
            self._mends += 1
            if self._mends > MENDS:
                raise
            quiet = Quiet(self.names) if self.names is not None else None

            def read(text: str) -> None:
                tried = read_line(text)
                LineReader(tried, quiet).read(cut(tried))

            raise with_mend(error, source.original.strip(), read) from None


class Section:
    """A day or a block that is being read."""

    def __init__(self, source: Source, reader: Lines, *, weeks: int, errors: list[NotationError]) -> None:
        """`source` is the heading, `weeks` the length of a round; what is wrong goes to `errors`."""
        self.source = source
        self.head: Day | str | None = None
        """None when the heading itself was wrong; its lines are read for their mistakes only."""
        self.lines: list[PlanLine] = []
        self.steps = 0
        """The timed steps of its lines, each in the week that has the most of them."""
        self.calls: list[tuple[Source, BlockCall]] = []
        """The lines of blocks that are called here."""
        self.rest: Source | None = None
        self._reader = reader
        self._weeks = weeks
        self._errors = errors
        self._circuit: Source | None = None
        """The circuit whose round may go on."""

    def add(self, source: Source) -> None:
        """Read one line. Raises NotationError."""
        parts = cut(source)
        said = source.text[parts.start : parts.end]
        if is_header(said):
            message = f"{said.split(maxsplit=1)[0].rstrip(':')} is a header"
            source.fail(message, parts.start, hint="headers stand above the first day", end=parts.end)
        indented = source.text[:1] == " "
        if indented and said[:1] != "&" and said:
            self._round(source)
            return
        self._end_circuit()
        if said.lower() == "rest":
            if isinstance(self.head, str):
                source.fail("a block does not rest", parts.start, end=parts.end)
            self.rest = self.rest or source
            if parts.comment:
                self.lines.append(Remark(text=parts.comment))
            return
        if parts.start == parts.end and parts.rule is None and not parts.comment:
            return
        line = self._reader.read(source, parts)
        self._check_weeks(source, line, parts.start)
        if isinstance(line, SetsLine) and line.superset:
            above = next((each for each in reversed(self.lines) if not isinstance(each, Remark)), None)
            if not isinstance(above, SetsLine):
                source.fail("& has no line of sets above it", parts.start, hint="delete &")
        self.lines.append(line)
        self._not_too_much(source, line)
        if isinstance(line, BlockCall):
            self.calls.append((source, line))
        if isinstance(line, Circuit):
            self._circuit = source

    def close(self) -> None:
        """The next heading or the end of the file has come: tell what is missing or too much."""
        self._end_circuit()
        if self.head is None:
            return
        trained = [each for each in self.lines if not isinstance(each, Remark)]
        if self.rest is not None and trained:
            self._errors.append(self.rest.error("a day rests or trains, not both", 0, hint="delete rest"))
        told = any(each.line > self.source.line for each in self._errors[-1:])
        if self.rest is None and not trained and not told:
            self._errors.append(
                self.source.error("nothing stands below this heading", 0, hint="write rest for a rest day")
            )
        kinds = [type(each) for each in trained]
        if Ramp in kinds and SetsLine not in kinds[kinds.index(Ramp) :] and not isinstance(self.head, str):
            hint = "write the lift below it: back squat 3x5"
            self._errors.append(self.source.error("no lift follows the ramp of this day", 0, hint=hint))

    def with_blocks(self, blocks: Mapping[str, Section]) -> tuple[int, int]:
        """Lines and timed steps, those of the blocks that it calls counted."""
        called = [blocks[call.block.lower()] for _, call in self.calls if call.block.lower() in blocks]
        lines = len(self.lines) + sum(len(each.lines) for each in called)
        return lines, self.steps + sum(each.steps for each in called)

    def _not_too_much(self, source: Source, line: PlanLine) -> None:
        """Refuse, once, what no session holds and no screen could show in time."""
        if len(self.lines) == MOST_LINES + 1:
            source.fail(f"a day has {MOST_LINES} lines at most", 0, hint="part it in two, am and pm")
        before = self.steps
        self.steps += most_steps(line.steps) if isinstance(line, TimedLine) else 0
        if before <= MOST_STEPS < self.steps:
            source.fail(f"a day has {MOST_STEPS} timed steps at most", 0, hint="fewer repeats")

    def _round(self, source: Source) -> None:
        circuit = self.lines[-1] if self.lines else None
        if self._circuit is None or not isinstance(circuit, Circuit):
            hint = "delete the spaces; & makes a superset"
            source.fail("an indented line belongs below emom or amrap", 0, hint=hint)
        grown = with_round(circuit, [(source.line, source.original)], names=self._reader.names)
        self._check_weeks(source, grown.lines[-1], 0)
        self.lines[-1] = grown

    def _end_circuit(self) -> None:
        source, self._circuit = self._circuit, None
        circuit = self.lines[-1] if self.lines else None
        if source is not None and isinstance(circuit, Circuit) and not circuit.lines:
            hint = "indent them by two spaces"
            error = source.error("the lines of the round are missing", len(source.text), hint=hint)
            if not any(each.line == source.line + 1 for each in self._errors[-1:]):
                self._errors.append(error)

    def _check_weeks(self, source: Source, line: PlanLine, at: int) -> None:
        for length in weeks_written(line) - {self._weeks}:
            hint = f"write {self._weeks} values, or weeks: {length} above"
            message = f"a week list has {length} values, the programme {self._weeks}"
            raise source.error(message, source.text.index("[", at), hint=hint)
