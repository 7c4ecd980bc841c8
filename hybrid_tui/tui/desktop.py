"""Says a word on the desktop while another window is in front: by the terminal where it can, else by notify-send."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from subprocess import DEVNULL, Popen, TimeoutExpired
from threading import Thread

from hybrid_tui.domain.text import clean
from hybrid_tui.tui.app import HybridApp

OSC_9 = frozenset({"iTerm.app", "WezTerm", "ghostty"})
"""Terminals, by TERM_PROGRAM, that take a notification as OSC 9."""

OSC_9_TERMS = ("xterm-kitty", "xterm-ghostty")
"""The same by TERM."""

OSC_777_TERMS = ("foot", "rxvt-unicode")
"""Terminals, by the beginning of TERM, that take it as OSC 777."""

TITLE = "hybrid"


def sequence(words: str, environment: Mapping[str, str]) -> str:
    """What the terminal is sent for a notification; empty where it would not understand."""
    if "TMUX" in environment or "STY" in environment:
        return ""  # a multiplexer swallows it
    text = clean(words, limit=200).replace(";", ",")
    term = environment.get("TERM", "")
    if environment.get("TERM_PROGRAM") in OSC_9 or term in OSC_9_TERMS:
        return f"\x1b]9;{text}\x1b\\"
    if term.startswith(OSC_777_TERMS):
        return f"\x1b]777;notify;{TITLE};{text}\x1b\\"
    return ""


def program(environment: Mapping[str, str]) -> str:
    """The program that notifies on this desktop; empty over ssh, and where there is none."""
    here = "DISPLAY" in environment or "WAYLAND_DISPLAY" in environment
    if not here or "SSH_CONNECTION" in environment:
        return ""
    from shutil import which  # late: looks through PATH

    return which("notify-send") or ""


def say(words: str, write: Callable[[str], None], environment: Mapping[str, str] = os.environ) -> None:
    """Notify; never waits, and what fails is not worth a word: the toast and the sound say the same."""
    if told := sequence(words, environment):
        write(told)
        return
    Thread(target=_run, args=(clean(words, limit=200), environment), name="desktop", daemon=True).start()


def elsewhere(app: HybridApp, seen_on: str) -> bool:
    """Whether another window, or another screen than that, is in front."""
    return not app.app_focus or app.current_mode != seen_on


def tell(app: HybridApp, words: str, *, seen_on: str) -> None:
    """Notify one who looks elsewhere than on the screen that says it anyway."""
    driver = app._driver
    if driver is not None and not app.is_headless and elsewhere(app, seen_on):
        say(words, driver.write)


def _run(text: str, environment: Mapping[str, str]) -> None:
    found = program(environment)
    if not found:
        return
    command = [found, "--app-name", TITLE, "--expire-time", "8000", "--", TITLE, text]
    try:
        Popen(command, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True).wait(10)
    except (OSError, TimeoutExpired):
        return
