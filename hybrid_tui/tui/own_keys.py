"""A person's own keys: which verbs have one, what a key is called, and which ones get in each other's way.

Verbs are known by the `id` of their binding. Answers inside dialogs keep their keys.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

from textual.binding import Binding
from textual.keys import _character_to_key

from hybrid_tui.domain.text import clean
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.keys import EVERYWHERE, key_name

SETTING = "keys"
"""The setting that holds them: key names by id."""
MOST_KEYS = 3
"""The most keys of one verb."""

_SCREENS = (
    ("Today", "today", "TodayScreen"),
    ("Timer", "timer", "TimerScreen"),
    ("Recovery", "recovery", "RecoveryScreen"),
    ("History", "history", "HistoryScreen"),
    ("History, month", "history_calendar", "MonthScreen"),
    ("History, year", "history_calendar", "YearScreen"),
    ("History, trends", "history_trends", "TrendsScreen"),
    ("History, bests", "history_bests", "BestsScreen"),
    ("History, sessions", "history_sessions", "SessionsScreen"),
    ("History, review", "history_review", "ReviewScreen"),
    ("Plan", "plan", "PlanScreen"),
)
_NAMED = frozenset(
    {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete", "backspace"}
    | {"tab", "enter", "space", "escape"}
)
_NAMED_F = frozenset(f"f{number}" for number in range(1, 13))
_SPOKEN = {"esc": "escape", "return": "enter", "page down": "pagedown", "page up": "pageup", ",": "comma"}
_SIGNS = frozenset(_character_to_key(sign) for sign in string.punctuation)
_KEPT = {"ctrl+c": "ctrl+c copies and interrupts in every terminal", "ctrl+i": "ctrl+i is tab to a terminal"}


class Room(NamedTuple):
    """Verbs that work at the same time."""

    name: str
    bindings: tuple[Binding, ...]


class Verb(NamedTuple):
    """Something that has a key."""

    id: str
    room: str
    """Where it works; a verb of several rooms is told once."""
    keys: tuple[str, ...]
    """Its usual keys, as Textual names them."""
    words: str
    """What it does."""


@lru_cache(maxsize=1)
def rooms() -> tuple[Room, ...]:
    """What works everywhere, then each screen. The screens are imported."""
    found = [Room("Everywhere", tuple(Binding.make_bindings(EVERYWHERE)))]
    for name, module, screen in _SCREENS:
        made = getattr(import_module(f"hybrid_tui.tui.screens.{module}"), screen)
        declared = [
            each
            for base in reversed(made.__mro__)
            if base.__module__.startswith("hybrid_tui")
            for each in Binding.make_bindings(base.__dict__.get("BINDINGS", ()))
        ]
        found.append(Room(name, tuple(declared)))
    return tuple(found)


@lru_cache(maxsize=1)
def verbs() -> dict[str, Verb]:
    """All verbs that can have another key, by id."""
    found: dict[str, Verb] = {}
    for room in rooms():
        for each in room.bindings:
            if not each.id or each.system:
                continue
            known = found.get(each.id)
            if known is None:
                words = each.tooltip or each.description
                found[each.id] = Verb(each.id, room.name, (each.key,), words)
            elif known.room == room.name and each.key not in known.keys:
                found[each.id] = known._replace(keys=(*known.keys, each.key))
    return found


def read_keys(text: str) -> str:
    """Typed keys (`g`, `ctrl+g`, `f5`, `?`, `g,f5`) as they are stored. Raises ValueError in a sentence."""
    said = [text.strip()] if text.strip() == "," else text.split(",")
    if len(said) > MOST_KEYS:
        raise ValueError(f"a verb has {MOST_KEYS} keys at most")
    return ",".join(_key(each) for each in said)


def _key(text: str) -> str:
    said = text.strip()
    if said in ("", "+"):
        if not text:
            raise ValueError("a key is missing; write g, G, ctrl+g, f5, space or ?")
        return "plus" if said else "space"
    *modifiers, last = said.split("+") if not said.endswith("++") else [*said[:-2].split("+"), "+"]
    modifiers = [each.strip().lower() for each in modifiers]
    last = _SPOKEN.get(last.strip().lower(), last.strip())
    if last.lower() in _NAMED | _NAMED_F or last in _SIGNS:
        last = last.lower()
    elif len(last) != 1 or not last.isprintable():
        raise ValueError(f"«{clean(text.strip(), limit=30)}» is no key; write g, G, ctrl+g, f5, space or ?")
    elif "shift" in modifiers and last.isalpha():
        modifiers.remove("shift")
        last = last.upper()
    elif modifiers and last.isalpha():
        last = last.lower()
    else:
        last = _character_to_key(last)
    if not set(modifiers) <= {"ctrl", "alt", "shift"}:
        raise ValueError(f"«{clean(text.strip(), limit=30)}» is no key; ctrl, alt and shift stand before a +")
    found = "+".join([*sorted(set(modifiers)), last])
    if found in _KEPT:
        raise ValueError(f"{_KEPT[found]}; choose another key")
    return found


def unknown(identifier: str) -> str:
    """Why an id is refused, the nearest ones named; empty for one that is known."""
    if identifier in verbs():
        return ""
    near = get_close_matches(identifier, verbs(), n=3, cutoff=0.4)
    hint = f"did you mean {' or '.join(near)}?" if near else "«hybrid keys» lists them"
    return f"«{clean(identifier, limit=40)}» is no verb with a key; {hint}"


def clash(own: Mapping[str, str], identifier: str, keys: str, glyphs: Glyphs) -> str:
    """Why these keys cannot be a verb's: who has one of them where it works too. Empty where nothing is in the way."""
    everywhere = rooms()[0]
    anywhere = any(each.id == identifier for each in everywhere.bindings)
    for room in rooms():
        mine = any(each.id == identifier for each in room.bindings)
        if not (mine or anywhere):
            continue
        beside = [(each, room.name) for each in room.bindings]
        beside += [] if anywhere else [(each, everywhere.name) for each in everywhere.bindings]
        for other, place in beside:
            taken = own.get(other.id or "", other.key).split(",")
            both = [key for key in keys.split(",") if key in taken]
            if other.id != identifier and both:
                named = f"«{other.description}» ({other.id}, {place})"
                return f"{key_name(both[0], glyphs)} is {named}; choose another key, or move that one"
    return ""


def sound(stored: object, glyphs: Glyphs) -> tuple[dict[str, str], tuple[str, ...]]:
    """Of what is stored the keys that can be used, and in a sentence each why the others cannot."""
    good: dict[str, str] = {}
    wrong: list[str] = []
    if not isinstance(stored, Mapping):
        return good, ("The stored keys cannot be read; the usual ones work.",)
    for identifier, said in stored.items():
        name = str(identifier)
        try:
            keys = read_keys(str(said))
            reason = unknown(name) or clash(good, name, keys, glyphs)
        except ValueError as error:
            keys, reason = "", str(error)
        if reason:
            wrong.append(f"{clean(name, limit=40)} keeps its usual key: {reason}.")
        else:
            good[name] = keys
    return good, tuple(wrong)


def keymap(own: Mapping[str, str]) -> dict[str, str]:
    """The keys as Textual takes them.

    Textual drops all bindings of a key when one of them gets another; those that shared it are named too.
    """
    found = dict(own)
    for room in rooms():
        freed = {each.key for each in room.bindings if each.id in own}
        for other in _sharing(room.bindings, freed):
            if other.id and other.id not in own:
                found[other.id] = ",".join(verbs()[other.id].keys) if other.id in verbs() else other.key
    return found


def _sharing(bindings: Iterable[Binding], keys: set[str]) -> list[Binding]:
    return [each for each in bindings if each.key in keys]
