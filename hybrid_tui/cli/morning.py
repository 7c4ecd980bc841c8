"""`checkin` asks the morning's questions line by line; `recovery` shows the day they make."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

import click

from hybrid_tui.cli.calls import Call, call_of, with_db
from hybrid_tui.cli.days import day_of
from hybrid_tui.cli.errors import BadInput, give, say, visible
from hybrid_tui.domain.check_answers import PULSES, read_flags, read_pulse, read_slept, read_within
from hybrid_tui.domain.record import CheckIn
from hybrid_tui.domain.red_flags import RED_FLAGS, said
from hybrid_tui.store.database import Store

Value = TypeVar("Value")

UNKNOWN = "-"
"""Typed where an answer that was given before is to be unknown again."""


@click.command()
@click.option("--on", metavar="DATE", help="Another morning: 2026-11-20, yesterday, a weekday.")
@with_db
@click.pass_context
def checkin(context: click.Context, on: str | None) -> None:
    """Ask the morning check, one line a question, red flags first.

    Enter leaves an answer as it stands: unknown, or as it was given before; - makes it unknown again. The
    answers may come from a pipe, one a line. Nothing is stored before the last one.
    """
    from hybrid_tui.coach import recovering  # late: help and completion do without it

    call = call_of(context)
    today = call.clock.today()
    if on is not None:
        _not_ahead(day_of(on, today), today)
    before = CheckIn(day=today)
    if call.path.exists():
        with call.reading() as store:
            day = _day(call, on)
            before = _before(store, day)
    questions = _Questions(check=before, typed=sys.stdin)
    check, weight = questions.ask(lb=call.settings.get("units") == "lb")
    if check == before and not weight:
        say("Nothing was answered, so nothing is stored.")
        return
    with call.writing() as store:
        day = _day(call, on)
        recovering.save_checkin(store, call.moment(), day, check, weight)
        found = recovering.day(store, call.library, call.moment(), day)
    from hybrid_tui.cli.recovery_show import verdict_lines  # late: only an answer shows one

    give("\n".join(visible(line) for line in verdict_lines(found)))


@click.command()
@click.option("--on", metavar="DATE", help="Another day: 2026-11-20, yesterday, a weekday.")
@click.option("--json", "as_json", is_flag=True, help="As JSON; what is not known is null.")
@with_db
@click.pass_context
def recovery(context: click.Context, on: str | None, as_json: bool) -> None:
    """Show a day's readiness and what it was made of, its list, protein, soreness and the week."""
    from hybrid_tui.cli.reading import give_json, is_utf8  # late: help and completion do without these
    from hybrid_tui.cli.recovery_json import day_json
    from hybrid_tui.cli.recovery_show import day_text
    from hybrid_tui.coach import recovering

    call = call_of(context)
    if on is not None:
        day_of(on, call.clock.today())
    with call.reading() as store:
        found = recovering.day(store, call.library, call.moment(), _day(call, on))
    if as_json:
        give_json(day_json(found))
    else:
        give(day_text(found, ascii=not is_utf8()))


def _day(call: Call, on: str | None) -> date:
    today = call.moment().day
    return today if on is None else _not_ahead(day_of(on, today), today)


def _not_ahead(day: date, today: date) -> date:
    if day > today:
        raise BadInput("--on: that morning is still to come")
    return day


def _before(store: Store, day: date) -> CheckIn:
    from hybrid_tui.store import reads_days  # late: help and completion do without it

    return reads_days.checkin(store, day) or CheckIn(day=day)


@dataclass(kw_only=True)
class _Questions:
    """The questions in their order; each answer is taken, left or asked for again."""

    check: CheckIn
    typed: Any
    """Standard input, or what stands for it."""

    def ask(self, *, lb: bool) -> tuple[CheckIn, str]:
        """The answers, and a body weight as typed; empty where none was. Raises BadInput in a pipe."""
        from hybrid_tui.coach.recovery_amounts import read_weight  # late: only an asked question reads

        say(
            "Does any of these hold? Numbers of those that do, 0 for none, enter if you would rather not say."
        )
        for number, each in enumerate(RED_FLAGS, start=1):
            say(f"  {number}  {each.question}")
        flags = self._one("Red flags", self._flag_words(), "numbers 1 to 9, or 0", _flags, self.check.flags)
        self.check = replace(self.check, flags=flags)
        if stop := said(flags or ()):
            say(f"! {stop}")
        scale, legs = range(1, 8), range(11)
        for name, ends in (
            ("sleep", "1 very good, 7 very poor"),
            ("fatigue", "1 fresh, 7 worn out"),
            ("stress", "1 calm, 7 very high"),
            ("soreness", "1 none, 7 very sore"),
        ):
            self._number(
                name, f"{name.capitalize()}, {ends}", lambda text: read_within(text, scale), "1 to 7"
            )
        self._number(
            "legs", "Leg soreness, 0 none, 10 worst", lambda text: read_within(text, legs), "0 to 10"
        )
        self._number("slept_minutes", "Hours slept, as 7h40", read_slept, "hours and minutes: 7h40, 7:40")
        pulses = f"{PULSES.start} to {PULSES.stop - 1}"
        self._number("resting_hr", "Resting pulse", read_pulse, f"beats a minute, {pulses}")
        sore = self._one("Sore muscles, as quads 3, calves 2", "", "muscle and 0 to 10", _sore, None)
        self.check = replace(self.check, sore={**self.check.sore, **(sore or {})})
        weight = self._one(
            f"Body weight, as {'163.5lb' if lb else '74.2kg'}",
            "",
            "a weight",
            lambda text: text if read_weight(text, lb=lb) else None,
            None,
        )
        return self.check, weight or ""

    def _flag_words(self) -> str:
        flags = self.check.flags
        numbers = [str(n) for n, flag in enumerate(RED_FLAGS, start=1) if flag.id in (flags or ())]
        return "" if flags is None else " ".join(numbers) or "0"

    def _number(self, name: str, prompt: str, read: Callable[[str], int | None], hint: str) -> None:
        known = getattr(self.check, name)
        shown = "" if known is None else str(known)
        if name == "slept_minutes" and known is not None:
            shown = f"{known // 60}:{known % 60:02d}"
        found: dict[str, Any] = {name: self._one(prompt, shown, hint, read, known)}
        self.check = replace(self.check, **found)

    def _one(
        self, prompt: str, shown: str, hint: str, read: Callable[[str], Value | None], known: Value | None
    ) -> Value | None:
        """One answer; `known` where only enter was pressed, or nothing follows any more."""
        from hybrid_tui.domain.notation.errors import NotationError  # late: only a weight raises it

        while True:
            click.echo(f"{prompt}{f' [{shown}]' if shown else ''}: ", nl=False, err=True)
            line = self.typed.readline(200)
            if not self.typed.isatty():
                click.echo(err=True)
            text = visible(line).strip()
            if not text:
                return known
            if text == UNKNOWN:
                return None
            try:
                found = read(text)
            except NotationError as error:
                found, hint = None, error.hint or hint
            if found is not None:
                return found
            wrong = f"«{text[:40]}» is no answer: {hint}"
            if not self.typed.isatty():
                raise BadInput(f"{prompt.partition(',')[0]}: {wrong}")
            say(f"{wrong}; enter leaves it open")


def _flags(text: str) -> tuple[str, ...] | None:
    places = read_flags(text, len(RED_FLAGS))
    return None if places is None else tuple(RED_FLAGS[place].id for place in places)


def _sore(text: str) -> dict[str, int] | None:
    """`quads 3, calves 2` by muscle group; None where it is no such list."""
    from hybrid_tui.coach.recovery_day import MUSCLE_GROUPS  # late: only an answer asks

    found: dict[str, int] = {}
    for part in text.casefold().replace(";", ",").split(","):
        name, _, number = part.strip().rpartition(" ")
        value = read_within(number, range(11))
        if name.strip() not in MUSCLE_GROUPS or value is None:
            return None
        found[name.strip()] = value
    return found
