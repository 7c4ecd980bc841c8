"""How keys are named, and the keys that work everywhere.

A verb is declared once, by its binding: `description` is its word in the key bar, `tooltip` its sentence in
the `?` panel and the palette, `id` its name in the person's keymap.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual.binding import ActiveBinding, Binding

from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.places import place_bindings

EVERYWHERE: list[Binding] = [
    *place_bindings(),
    Binding("z", "skip_rest", "skip rest", tooltip="End the running rest now", id="rest.skip"),
    Binding(
        "plus,equals_sign",
        "more_time",
        "longer",
        tooltip="15 s more rest, 10 s more where a timer runs",
        id="time.more",
        show=False,
    ),
    Binding(
        "minus",
        "less_time",
        "shorter",
        tooltip="15 s less rest, 10 s less where a timer runs",
        id="time.less",
        show=False,
    ),
    Binding("u", "undo", "undo", tooltip="Take the last change back", id="undo"),
    Binding("U", "redo", "redo", tooltip="Bring back what was undone", id="redo", show=False),
    Binding("colon", "log_line", "log", tooltip="Log something in one line", id="log"),
    Binding("question_mark", "keys", "keys", tooltip="All keys of this screen", id="keys"),
    Binding(
        "ctrl+p",
        "command_palette",
        "palette",
        tooltip="Every action, exercise, session and date, by typing",
        id="palette",
        show=False,
        priority=True,
    ),
    Binding("escape", "back", "back", tooltip="One step back", id="back", show=False),
    Binding("q", "leave", "leave", tooltip="Leave; everything is saved already", id="leave", show=False),
    Binding("ctrl+q", "leave", "leave", id="leave.ctrl", show=False, priority=True, system=True),
    Binding(
        "ctrl+z",
        "suspend_process",
        "suspend",
        tooltip="To the shell and back with fg",
        id="suspend",
        show=False,
        priority=True,
    ),
]
"""The app's own bindings."""


def find_binding(word: str, sentence: str) -> Binding:
    """`/`, for a screen that has a line or filter; the screen's `action_find` goes there."""
    return Binding("slash", "find", word, tooltip=sentence, id="find")


def step_bindings(unit: str) -> list[Binding]:
    """`[` `]` and `.`, for a screen that goes by days, weeks or months: `action_step(±1)`, `action_now`."""
    pair = Binding.Group(unit)
    return [
        Binding(
            "[", "step(-1)", f"earlier {unit}", tooltip=f"One {unit} earlier", group=pair, id="step.earlier"
        ),
        Binding("]", "step(1)", f"later {unit}", tooltip=f"One {unit} later", group=pair, id="step.later"),
        Binding("full_stop", "now", "today", tooltip="Back to today", id="step.now"),
    ]


_TEXTUALS_OWN = {"app.focus_next", "app.focus_previous", "screen.copy_text"}
"""Keys that every terminal program has; the lists leave them out."""

_NAMES = {
    "escape": "esc",
    "question_mark": "?",
    "colon": ":",
    "semicolon": ";",
    "slash": "/",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "full_stop": ".",
    "comma": ",",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "exclamation_mark": "!",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "delete": "del",
    "pagedown": "page down",
    "pageup": "page up",
}


def key_name(key: str, glyphs: Glyphs) -> str:
    """The key as a person reads it: `space`, `?`, `→`, `ctrl+p`."""
    *modifiers, last = key.split("+")
    arrows = {} if glyphs.plain else {"left": "←", "right": "→", "up": "↑", "down": "↓"}
    return "+".join([*modifiers, arrows.get(last) or _NAMES.get(last, last)])


class KeyWord(NamedTuple):
    """A verb as the key bar and the `?` panel show it."""

    keys: str
    """Its keys, by name."""
    word: str
    """One or two words."""
    sentence: str
    """The longer words."""
    active: ActiveBinding
    """The binding to run when it is clicked or chosen."""

    @property
    def cells(self) -> int:
        """Its width in the key bar."""
        return len(self.keys) + 1 + len(self.word)


def key_words(actives: Iterable[ActiveBinding], glyphs: Glyphs, *, hidden: bool = False) -> list[KeyWord]:
    """The verbs of these bindings in their order, the keys of one verb or one group together.

    A verb bound to several keys is shown with its first; the keys of a `Binding.Group` stand side by side,
    or as what the first of them gives as `key_display` («1-7»). With `hidden` all keys, also those the bar
    does not show.
    """
    found: dict[tuple[int, str], KeyWord] = {}
    for active in actives:
        binding = active.binding
        if (
            binding.system
            or binding.action in _TEXTUALS_OWN
            or not binding.description
            or not (binding.show or hidden)
            or not active.enabled
        ):
            continue
        group = binding.group
        about = (id(active.node), f"group {group.description}" if group else binding.action)
        name = binding.key_display or key_name(binding.key, glyphs)
        known = found.get(about)
        if known is None:
            found[about] = KeyWord(
                keys=name,
                word=group.description if group else binding.description,
                sentence=binding.tooltip or binding.description,
                active=active,
            )
        elif (group and binding.action != known.active.binding.action and not binding.key_display) or hidden:
            found[about] = known._replace(keys=f"{known.keys} {name}")
    return list(found.values())
