"""The keys of Today, and which of them make sense where the cursor stands."""

from __future__ import annotations

from collections.abc import Callable

from textual.binding import Binding

from hybrid_tui.domain.set_record import BlockStatus, SetRole
from hybrid_tui.domain.sheet import SheetBlock, SheetState, When
from hybrid_tui.domain.turns import pair
from hybrid_tui.tui.widgets.sheet_view import TITLE, Here, SheetView

KEYS: list[Binding] = [
    Binding("y", "take_offer", "lighter", tooltip="Take the lighter version for today", id="today.take"),
    Binding("p", "keep_plan", "keep plan", tooltip="Keep the plan as it is", id="today.keep"),
    Binding("space", "tick", "tick", tooltip="Done as shown; its rest begins", id="today.tick"),
    Binding("e", "edit", "edit", tooltip="Say in one line what was done", id="today.edit"),
    Binding(
        "enter", "open", "open", tooltip="Open the block, start its timer, begin a session", id="today.open"
    ),
    Binding("z", "app.skip_rest", "skip rest", tooltip="End the running rest now", id="rest.skip"),
    Binding("s", "swap", "swap", tooltip="Another exercise of the same pattern", id="today.swap"),
    Binding("x", "skip", "skip", tooltip="Leave the block out, with a reason", id="today.skip"),
    Binding("d", "less", "less", tooltip="Only the least of it today; it counts as kept", id="today.less"),
    Binding("f", "finish", "finish", tooltip="End the session and see what it came to", id="today.finish"),
    Binding(
        "g", "place", "place", tooltip="Train at the next place: its bar, plates, dumbbells", id="today.place"
    ),
    Binding("w", "ramp", "warm-up", tooltip="Put warm-up sets before the first", id="today.ramp"),
    Binding(
        "n",
        "note",
        "note",
        tooltip="A note on the set done, else the block; on the title the session",
        id="today.note",
    ),
    Binding(
        "b,ampersand",
        "join",
        "superset",
        tooltip="In turn with the lift below, for today; once more parts them",
        id="today.join",
    ),
    Binding("t", "training_max", "training max", tooltip="What percentages refer to", id="today.max"),
    Binding("a", "add_set", "add set", tooltip="One more set of this exercise", id="today.add_set"),
    Binding("A", "add_exercise", "add exercise", tooltip="One more exercise, in one line", id="today.add"),
    Binding("delete,backspace", "take_back", "untick", tooltip="Untick the set", id="today.untick"),
    Binding("o", "own", "own", tooltip="Own exercises, equipment, plates", id="today.own", show=False),
    Binding(
        "O", "left_open", "still open", tooltip="To the earlier day that was left open", id="today.open_day"
    ),
    Binding(".", "now", "today", tooltip="Back to today", id="step.now"),
    Binding(
        "[", "step(-1)", "earlier day", tooltip="See or fill in the day before", id="step.earlier", show=False
    ),
    Binding("]", "step(1)", "later day", tooltip="The day after", id="step.later", show=False),
    Binding("J", "shift(1)", "move down", tooltip="Do the block later", id="today.later", show=False),
    Binding("K", "shift(-1)", "move up", tooltip="Do the block earlier", id="today.earlier", show=False),
    Binding("down,j", "move(1)", "down", tooltip="One line down", id="today.down", show=False),
    Binding("up,k", "move(-1)", "up", tooltip="One line up", id="today.up", show=False),
    Binding(
        "right,l", "move_block(1)", "next block", tooltip="To the next block", id="today.right", show=False
    ),
    Binding(
        "left,h", "move_block(-1)", "block before", tooltip="To the block before", id="today.left", show=False
    ),
    Binding("home", "move(-999)", "top", tooltip="To the session's title", id="today.top", show=False),
    Binding("end", "move(999)", "end", tooltip="To the last line", id="today.end", show=False),
    Binding("pageup", "move(-8)", "far up", tooltip="Eight lines up", id="today.page_up", show=False),
    Binding("pagedown", "move(8)", "far down", tooltip="Eight lines down", id="today.page_down", show=False),
]
"""In order of importance."""

ACTIONS = frozenset(binding.action.partition("(")[0] for binding in KEYS) - {"app.skip_rest"}
"""What the screen itself does."""

_LIVE = (SheetState.PLANNED, SheetState.OPEN)
_LOOKING = frozenset({"move", "move_block", "step", "now"})
"""What a day ahead allows."""
_EMPTY = (SheetState.REST, SheetState.FREE)


def live(view: SheetView) -> bool:
    """Whether the session can still be done."""
    return view.sheet.state in _LIVE and view.sheet.when is not When.AHEAD


def works(view: SheetView, action: str, step: int = 0) -> bool:
    """Whether an action makes sense just here; true for actions that are not of the sheet."""
    if view.sheet.when is When.AHEAD and action not in _LOOKING:
        return False
    check = _CHECKS.get(action)
    if check is not None:
        return check(view)
    if action == "shift":
        return shifts(view, step)
    if action in ("move", "move_block"):
        return bool(view.sheet.blocks)
    return True


def word(view: SheetView, action: str) -> str | None:
    """Another word for an action just here."""
    block = view.block
    if action == "finish" and view.sheet.state is SheetState.DONE:
        return "open again"
    if action == "tick" and block is not None and not block.sets:
        return "done"
    if action == "take_offer" and view.sheet.offer is not None and view.sheet.offer.move_to:
        return "exchange"
    if action == "skip" and block is not None and left_out(block):
        return "ask again"
    if action == "join" and (two := _pair(view)) is not None and two[1].superset:
        return "part"
    if action == "take_back" and view.row is not None and view.row.done is None:
        return "remove set"
    if action != "open":
        return None
    if begins(view):
        return "new session" if view.sheet.state is SheetState.DONE else "begin"
    if block is not None and starts_timer(view):
        return "start"
    return "close" if block is not None and view.row is None and view.opened == block.position else None


def begins(view: SheetView) -> bool:
    """Whether `enter` begins another session: on a day that asks for none, or on a finished one's title."""
    return view.sheet.state in _EMPTY or (view.sheet.state is SheetState.DONE and view.block is None)


def starts_timer(view: SheetView) -> bool:
    """Whether `enter` opens the timer with the block under the cursor."""
    block = view.block
    now = view.sheet.when is When.NOW
    return now and live(view) and block is not None and block.timed and not block.finished


def shifts(view: SheetView, step: int) -> bool:
    """Whether the block under the cursor can be done that much earlier or later."""
    order = [each.position for each in view.sheet.blocks]
    return live(view) and view.here.block in order and 0 <= order.index(view.here.block) + step < len(order)


def left_out(block: SheetBlock) -> bool:
    """Whether the block was skipped with a reason, whole or in part."""
    return block.status is BlockStatus.SKIPPED or (block.status is BlockStatus.PARTIAL and bool(block.excuse))


def _tick(view: SheetView) -> bool:
    block = view.block
    if not live(view) or block is None or block.finished:
        return False
    return not block.sets or (view.target is not None and view.target.done is None)


def _edit(view: SheetView) -> bool:
    block = view.block
    if block is None or view.target is None or block.status is BlockStatus.SKIPPED:
        return False
    return live(view) or view.row is not None


def _open(view: SheetView) -> bool:
    block = view.block
    if begins(view) or starts_timer(view):
        return True
    if block is None or not block.sets:
        return False
    if view.row is not None:
        return _edit(view)
    return view.opened == block.position or block not in view._replace(opened=None).open_group


def _lift(view: SheetView) -> SheetBlock | None:
    """The lift under the cursor, if sets can be asked of it."""
    block = view.block
    if block is None or not live(view) or block.timed or block.status is BlockStatus.SKIPPED:
        return None
    return block


def _loaded(view: SheetView) -> bool:
    """Whether the lift under the cursor has a load of its own."""
    block = view.block
    rows = () if block is None else block.sets
    return any(row.target.load is None or row.target.load[:1].isdigit() for row in rows)


def _ramp(view: SheetView) -> bool:
    block = _lift(view)
    row = None if block is None or block.finished else block.next_set
    if block is None or row is None or not (row.target.load or "")[:1].isdigit():
        return False
    return all(each.target.role is not SetRole.WARM_UP and each.done is None for each in block.sets)


def _take_back(view: SheetView) -> bool:
    row = view.row
    return row is not None and (row.done is not None or live(view))


def _swap(view: SheetView) -> bool:
    block = view.block
    return _lift(view) is not None and block is not None and not block.finished and block.exercise is not None


def _skip(view: SheetView) -> bool:
    block = view.block
    return live(view) and block is not None and (not block.finished or left_out(block))


def _note(view: SheetView) -> bool:
    return view.sheet.state not in _EMPTY and (view.block is not None or bool(view.sheet.blocks))


def _finish(view: SheetView) -> bool:
    return view.sheet.session_id is not None and view.sheet.state in (SheetState.OPEN, SheetState.DONE)


def _pair(view: SheetView) -> tuple[SheetBlock, SheetBlock] | None:
    """The two lifts that the superset key joins or parts."""
    found = pair(view.sheet.blocks, view.here.block) if live(view) else None
    return found if found is not None and not all(each.finished for each in found) else None


def _less(view: SheetView) -> bool:
    sheet = view.sheet
    open_work = any(each.part == "work" and not each.finished for each in sheet.blocks)
    return live(view) and open_work and not sheet.minimum


_CHECKS: dict[str, Callable[[SheetView], bool]] = {
    "take_offer": lambda view: view.offers,
    "keep_plan": lambda view: view.offers,
    "tick": _tick,
    "edit": _edit,
    "open": _open,
    "swap": _swap,
    "skip": _skip,
    "finish": _finish,
    "less": _less,
    "join": lambda view: _pair(view) is not None,
    "ramp": _ramp,
    "note": _note,
    "add_set": lambda view: _lift(view) is not None,
    "add_exercise": live,
    "take_back": _take_back,
    "now": lambda view: view.sheet.when is not When.NOW,
    "left_open": lambda view: view.sheet.left_day not in (None, view.sheet.day),
    "training_max": lambda view: _lift(view) is not None and view.here.row == TITLE and _loaded(view),
}


def followed(view: SheetView, block: SheetBlock) -> SheetView:
    """The cursor on that block wherever it stands now, by its id or else by its words."""
    for each in view.sheet.blocks:
        same = (
            each.id == block.id
            if block.id is not None
            else (each.name, each.line) == (block.name, block.line)
        )
        if same:
            opened = each.position if view.opened is not None else None
            return view._replace(here=Here(block=each.position, row=view.here.row), opened=opened).standing()
    return view.standing()
