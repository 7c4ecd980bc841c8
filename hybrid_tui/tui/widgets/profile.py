"""The profile of a timeline: work stands high, recovery lies low, what is done is lit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from hybrid_tui.domain.workout import StepKind, TimedStep
from hybrid_tui.tui.glyphs import UNICODE, Glyphs
from hybrid_tui.tui.widgets.still import Still

_WORK_CELLS = 2
"""Cells a step of work has at least, where there is room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Where a step lies: the cells from `left` up to `right`, at least one."""

    left: int
    right: int


def layout(steps: Sequence[TimedStep], width: int) -> tuple[Stretch, ...]:
    """The cells of each step, in proportion to its length, the short ones widened so that they show.

    A length that nobody knows counts as the median of the known ones. With more steps than cells they share.
    """
    if not steps or width <= 0:
        return ()
    known = [step.seconds for step in steps if step.seconds]
    usual = median(known) if known else 60.0
    lengths = [step.seconds or usual for step in steps]
    least = [_WORK_CELLS if high(step) else 1 for step in steps]
    if sum(least) > width:
        least = [1] * len(steps)
    if sum(least) > width:
        least = [0] * len(steps)
    stretches, at = [], 0.0
    for step, cells in zip(steps, _shares(lengths, least, width), strict=True):
        left = min(width - 1, round(at))
        # equal steps of work look equal; recovery takes up the rounding
        right = left + max(1, round(cells)) if high(step) else max(left + 1, round(at + cells))
        at += cells
        stretches.append(Stretch(left=left, right=min(width, right)))
    return tuple(_parted(steps, stretches))


def _parted(steps: Sequence[TimedStep], stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """A cell of air between neighbours that stand equally high; without room for it they touch."""
    for (step, here), (after, there) in pairwise(zip(steps, stretches, strict=True)):
        alike = high(step) and eighths(step) == eighths(after)
        room = there.left - here.left > _WORK_CELLS
        yield Stretch(left=here.left, right=there.left - 1) if alike and room else here
    yield stretches[-1]


def _shares(lengths: Sequence[float], least: Sequence[int], width: int) -> list[float]:
    """Cells in proportion to the lengths, none below its least; together they are as wide as `width`."""
    narrow: set[int] = set()
    while True:
        spare = width - sum(least[n] for n in narrow)
        whole = sum(length for n, length in enumerate(lengths) if n not in narrow)
        more = {
            n for n, length in enumerate(lengths) if n not in narrow and spare * length < least[n] * whole
        }
        if not more:
            return [
                float(least[n]) if n in narrow else spare * length / whole for n, length in enumerate(lengths)
            ]
        narrow |= more


def high(step: TimedStep) -> bool:
    """Whether the step stands above the ground line."""
    return step.kind in (StepKind.WORK, StepKind.SET)


def eighths(step: TimedStep) -> int:
    """How high a step stands, in eighths of a row: by its effort, full where none is given."""
    if step.kind is StepKind.RECOVER:
        return 0
    if not high(step):
        return 2
    return 8 if step.rpe is None or step.rpe >= 7.5 else max(3, round(step.rpe))


class Profile(Still):
    """Two rows of steps, and a third with their numbers where the widget is high enough.

    Colours: `color` for what is done and in hand, `.profile--rest` for what is left, `.profile--label`.
    """

    DEFAULT_CSS = """
    Profile { height: 3; color: $text; }
    Profile > .profile--rest { color: $text-3; }
    Profile > .profile--label { color: $text-2; }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"profile--rest", "profile--label"}

    def __init__(self, *, glyphs: Glyphs = UNICODE, id: str | None = None) -> None:
        super().__init__(id=id)
        self.glyphs = glyphs
        self.steps: tuple[TimedStep, ...] = ()
        self.index = -1
        """The step in hand; -1 before the first, their number after the last."""
        self.fraction = 0.0
        self.done: frozenset[int] = frozenset()
        """The steps that were done as asked."""
        self.times: tuple[tuple[int, str], ...] = ()
        """How long those took that a key ended; it stands in the place of their number."""
        self._laid: tuple[int, tuple[TimedStep, ...], tuple[Stretch, ...]] | None = None
        self._edge = -1

    def show(
        self,
        steps: tuple[TimedStep, ...],
        *,
        index: int = -1,
        fraction: float = 0.0,
        done: frozenset[int] = frozenset(),
        times: tuple[tuple[int, str], ...] = (),
    ) -> None:
        """Draw these steps, with `index` in hand and `fraction` of it over, if anything of it is news."""
        same = (self.steps, self.index, self.done, self.times) == (steps, index, done, times)
        self.steps, self.index, self.fraction, self.done, self.times = steps, index, fraction, done, times
        if not same or self._edge < 0:
            self.refresh()
        elif (edge := self.edge()) != self._edge:
            left, right = sorted((edge, self._edge))
            self.refresh(Region(left, 0, right - left, 2))
            if self.size.height > 2 and not high(steps[index]):
                self.refresh(Region(0, 2, self.size.width, 1))

    def stretches(self) -> tuple[Stretch, ...]:
        """The cells of each step at the present width."""
        width = self.size.width
        if self._laid is None or self._laid[0] != width or self._laid[1] is not self.steps:
            self._laid = (width, self.steps, layout(self.steps, width))
        return self._laid[2]

    def edge(self) -> int:
        """The first cell that is not lit."""
        stretches = self.stretches()
        if self.index < 0 or not stretches:
            return 0
        if self.index >= len(stretches):
            return self.size.width
        here = stretches[self.index]
        if high(self.steps[self.index]) and here.right - here.left <= _WORK_CELLS:
            return here.right
        following = stretches[self.index + 1].left if self.index + 1 < len(stretches) else self.size.width
        cells = round((following - here.left) * self.fraction)
        return here.left + max(1, cells)

    def render_line(self, y: int) -> Strip:
        """Row 0: what stands high; row 1: the ground line; row 2: numbers."""
        width, style = self.size.width, self.rich_style
        self._edge = self.edge()
        if y > 2 or not self.steps:
            return Strip.blank(width, style)
        if y == 2:
            return self._labels(width, style)
        row = self._heights(width) if y == 0 else ("=" if self.glyphs.plain else "▀") * width
        rest = style + Style(color=self.get_component_rich_style("profile--rest").color)
        return Strip([Segment(row[: self._edge], style), Segment(row[self._edge :], rest)], width)

    def _heights(self, width: int) -> str:
        cells = [0] * width
        for step, stretch in zip(self.steps, self.stretches(), strict=True):
            for cell in range(stretch.left, stretch.right):
                cells[cell] = max(cells[cell], eighths(step))
        if self.glyphs.plain:
            return "".join("#" if cell >= 3 else " " for cell in cells)
        return "".join(self.glyphs.heights[cell] for cell in cells)

    def _labels(self, width: int, style: Style) -> Strip:
        """Numbers under the steps of work, `✓` where done, `now` under the step in hand; none overlaps."""
        quiet = style + Style(color=self.get_component_rich_style("profile--label").color)
        loud = style + Style(bold=True)
        placed: list[tuple[int, str, Style]] = []
        taken = [False] * (width + 1)
        for left, text, bold in self._wanted(width):
            room = range(max(0, left - 1), min(width, left + len(text) + 1))
            if left < 0 or left + len(text) > width or any(taken[cell] for cell in room):
                continue
            for cell in range(left, left + len(text)):
                taken[cell] = True
            placed.append((left, text, loud if bold else quiet))
        segments, at = [], 0
        for left, text, how in sorted(placed, key=lambda each: each[0]):
            segments += [Segment(" " * (left - at), style), Segment(text, how)]
            at = left + len(text)
        segments.append(Segment(" " * (width - at), style))
        return Strip(segments, width)

    def _wanted(self, width: int) -> list[tuple[int, str, bool]]:
        """Labels with their column, the most wanted first."""
        stretches = self.stretches()
        work = [n for n, step in enumerate(self.steps) if high(step)]
        times = dict(self.times)
        names = {
            n: times.get(n) or (f"{number} {self.glyphs.done}" if n in self.done else str(number))
            for number, n in enumerate(work, 1)
        }
        wanted: list[tuple[int, str, bool]] = []
        if 0 <= self.index < len(self.steps):
            here = stretches[self.index].left
            if high(self.steps[self.index]):
                text = f"{work.index(self.index) + 1} now"
            else:
                text, here = "now", self._beside(names, self.edge() - 4)
            wanted.append((min(max(0, here), width - len(text)), text, True))
        numbered = [(number, n) for number, n in enumerate(work, 1) if n != self.index]
        every = max(1, -(-len(work) * 5 // max(1, width)))
        for _, n in sorted(numbered, key=lambda pair: (pair[0] % every != 1 % every, pair[0])):
            text = names[n]
            wanted.append((min(stretches[n].left, width - len(text)), text, n + 1 == self.index))
        return wanted

    def _beside(self, names: dict[int, str], here: int) -> int:
        """Where `now` stands: beside the label of the work before it, where there is room until the next."""
        stretches = self.stretches()
        if (before := names.get(self.index - 1)) is None:
            return here
        free = stretches[self.index - 1].left + len(before) + 2
        after = stretches[self.index + 1].left if self.index + 1 < len(stretches) else self.size.width
        return max(here, free) if free + len("now") < after else here
