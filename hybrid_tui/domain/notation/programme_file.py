"""A whole programme file. All that is wrong with it is said at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hybrid_tui.domain.bounds import LONGEST_NAME, MOST_LINES, MOST_STEPS
from hybrid_tui.domain.notation.errors import NotationError, ProgrammeErrors
from hybrid_tui.domain.notation.headings import read_header, read_heading
from hybrid_tui.domain.notation.names import Names
from hybrid_tui.domain.notation.section import Lines, Section
from hybrid_tui.domain.notation.source import Source, cut, read_line
from hybrid_tui.domain.written_programme import Block, Day, Programme

FILE_LIMIT = 1 << 20
"""The largest file, in bytes (1 MB)."""
SUGGESTIONS = 50
"""So many unknown names are answered with the nearest three; more in one file are another trouble."""


class _KnownNames:
    """A catalogue that remembers what was asked, so that a long file stays quick."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.found: dict[str, str | None] = {}
        self.suggested = 0

    def find(self, name: str) -> str | None:
        if name not in self.found:
            self.found[name] = self.names.find(name)
        return self.found[name]

    def prefix(self, text: str) -> tuple[str, ...]:
        return self.names.prefix(text)

    def nearest(self, name: str) -> tuple[str, str, str]:
        self.suggested += 1
        return self.names.nearest(name) if self.suggested <= SUGGESTIONS else ("…", "…", "…")

    def title(self, id: str) -> str:
        return self.names.title(id)

    def is_run(self, id: str) -> bool:
        return self.names.is_run(id)


class _FileReader:
    """Reads a file line by line and collects what is wrong."""

    def __init__(self, names: Names | None) -> None:
        self.reader = Lines(_KnownNames(names) if names is not None else None)
        self.errors: list[NotationError] = []
        self.fields: dict[str, Any] = {}
        self.title = ""
        self.remarks: list[str] = []
        self.section: Section | None = None
        self.days: list[Day] = []
        self.blocks: dict[str, Block] = {}
        self.closed: list[Section] = []
        """What was read below each heading."""
        self.taken: set[tuple[object, ...]] = set()
        self.mixed = False
        """Named days stand beside numbered ones."""

    def read(self, text: str) -> Programme:
        """Return the programme; raises ProgrammeErrors."""
        lines = text.removeprefix("\ufeff").split("\n")
        last = read_line("", len(lines))
        for number, said in enumerate(lines, start=1):
            if not said.strip(" \t\r"):
                continue
            try:
                source = read_line(said.rstrip("\r"), number)
                self._line(source)
            except NotationError as error:
                # Without its traceback, which would keep the reader's frames alive for every mistake.
                self.errors.append(error.with_traceback(None))
        self._close()
        self._check_calls()
        self._check_amounts()
        if not self.title:
            self.errors.append(
                read_line("", 1).error("a programme begins with its title", 0, hint="# Winter Legs")
            )
        if not self.days and not self.errors:
            self.errors.append(last.error("a programme has at least one day", 0, hint="## mon  Lower body"))
        if self.errors:
            self.errors.sort(key=lambda error: (error.line, error.column))
            raise ProgrammeErrors(tuple(self.errors))
        return Programme(
            title=self.title,
            days=tuple(self.days),
            blocks=tuple(self.blocks.values()),
            remarks=tuple(self.remarks),
            **self.fields,
        )

    def _line(self, source: Source) -> None:
        text = source.text
        if text.startswith("##"):
            self._close()
            self.section = Section(source, self.reader, weeks=self.weeks, errors=self.errors)
            self.section.head = self._heading(source)
        elif text.startswith("#"):
            title = " ".join(source.original[1:].split())
            if self.title or self.section is not None:
                source.fail("a programme has one title", 0, hint="days and blocks begin with ##")
            if not title:
                source.fail("the title is missing", len(text), hint="# Winter Legs")
            if len(title) > LONGEST_NAME:
                source.fail(f"a title has {LONGEST_NAME} characters at most", LONGEST_NAME, end=len(text))
            self.title = title
        elif self.section is None:
            self._header(source)
        else:
            self.section.add(source)

    def _header(self, source: Source) -> None:
        if source.text.lstrip().startswith("//"):
            if remark := cut(source).comment:
                self.remarks.append(remark)
            return
        found = read_header(source)
        for key, value in found.items():
            if key == "races":
                self.fields[key] = (*self.fields.get(key, ()), *value)
            elif key in self.fields:
                source.fail(f"{key} stands twice", 0, end=len(source.text))
            else:
                self.fields[key] = value

    @property
    def weeks(self) -> int:
        """Weeks of a round, as far as the headers have said."""
        return int(self.fields.get("weeks", 1))

    def _heading(self, source: Source) -> Day | str:
        head = read_heading(source, self.weeks)
        if isinstance(head, str):
            if head in self.blocks:
                source.fail(f"the block {head} stands twice", 0, end=len(source.text))
            self.blocks[head] = Block(name=head, lines=())
            return head
        key = (head.week, head.variant, head.weekday, head.number, head.slot)
        if key in self.taken:
            source.fail("this day stands twice", 0, hint="am and pm make two sessions", end=len(source.text))
        self.taken.add(key)
        mixed = any((each.number is None) != (head.number is None) for each in self.days)
        if mixed and not self.mixed:
            self.mixed = True  # said once
            hint = "mon to sun, or day 1, day 2 …"
            source.fail("days are named or numbered, not both", 0, hint=hint, end=len(source.text))
        return head

    def _close(self) -> None:
        section, self.section = self.section, None
        if section is None:
            return
        section.close()
        self.closed.append(section)
        if isinstance(section.head, str):
            self.blocks[section.head] = Block(name=section.head, lines=tuple(section.lines))
        elif section.head is not None:
            rests = section.rest is not None
            self.days.append(replace(section.head, lines=tuple(section.lines), rest=rests))

    def _check_calls(self) -> None:
        known = ", ".join(self.blocks) or "none yet"
        for section in self.closed:
            for source, call in section.calls:
                at = source.text.index(":") + 1
                if isinstance(section.head, str):
                    message, hint = "a block calls no other block", "write its lines"
                    self.errors.append(source.error(message, at, hint=hint))
                elif call.block.lower() not in self.blocks:
                    hint = f"blocks here: {known}; a step needs a length, 5m {call.block}"
                    self.errors.append(source.error(f"there is no block {call.block}", at, hint=hint))

    def _check_amounts(self) -> None:
        """Refuse a day that its blocks make too long; one that is so by itself was refused already."""
        blocks = {each.head: each for each in self.closed if isinstance(each.head, str)}
        for section in self.closed:
            lines, steps = section.with_blocks(blocks)
            if section.calls and len(section.lines) <= MOST_LINES < lines:
                message = f"a day has {MOST_LINES} lines at most, those of its blocks counted"
                self.errors.append(section.calls[-1][0].error(message, 0, hint="part it in two, am and pm"))
            elif section.calls and section.steps <= MOST_STEPS < steps:
                message = f"a day has {MOST_STEPS} timed steps at most, those of its blocks counted"
                self.errors.append(section.calls[-1][0].error(message, 0, hint="fewer repeats"))


def parse_programme(text: str, *, names: Names | None = None) -> Programme:
    """Read a programme file. Raises ProgrammeErrors with everything that is wrong, in the order of lines."""
    if len(text) > FILE_LIMIT or len(text.encode("utf-8", "surrogatepass")) > FILE_LIMIT:
        error = NotationError("the file is larger than 1 MB", column=1, hint="split it")
        raise ProgrammeErrors((error,))
    return _FileReader(names).read(text)
