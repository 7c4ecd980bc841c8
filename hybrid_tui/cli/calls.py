"""What every command is given: the file it works on, the clock, and the way to open both."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import click

from hybrid_tui.cli.errors import BadInput, say
from hybrid_tui.cli.training_file import database_path
from hybrid_tui.clock import DAY_START_HOUR, Clock
from hybrid_tui.coach.library import Library
from hybrid_tui.domain.moment import Moment
from hybrid_tui.store import reads_plan
from hybrid_tui.store.database import PATIENCE_S, Store, open_memory, open_store
from hybrid_tui.store.errors import MissingFile, StoreError

LARGEST = 1_000_000
"""The most bytes that a file or standard input may hold."""

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(kw_only=True)
class Call:
    """One run of the program from the shell."""

    clock: Clock
    db: str | None = None
    """The file as `--db` names it; None for the usual one."""
    settings: dict[str, object] = field(default_factory=dict)
    """The person's settings, once a file is open."""

    @cached_property
    def library(self) -> Library:
        """Exercises, programmes and timers that ship with the program."""
        return Library()

    @property
    def path(self) -> Path:
        """The training file."""
        return database_path(self.db)

    @property
    def day_start_hour(self) -> int:
        """The local hour at which the person's training days begin."""
        hour = self.settings.get("day_start_hour")
        return hour if isinstance(hour, int) else DAY_START_HOUR

    def moment(self) -> Moment:
        """Now, with the training day as the person's settings have it."""
        return self.clock.moment(self.day_start_hour)

    def take_own(self, *, patience: float = PATIENCE_S) -> None:
        """Let the library know the person's own exercises before a line is read; the file is only looked at.

        One that is missing, or cannot be read for `patience` seconds, is passed over in silence.
        """
        try:
            store = open_store(self.path, clock=self.clock, create=False, read_only=True, patience=patience)
            try:
                self.library.use_own(reads_plan.own_exercises(store))
            finally:
                store.close()
        except (StoreError, OSError):
            return

    @contextmanager
    def writing(self, *, create: bool = True) -> Iterator[Store]:
        """The training file, made where there is none and `create` allows it. Raises StoreError."""
        with self._known(open_store(self.path, clock=self.clock, create=create)) as store:
            yield store

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """The training file; where there is none an empty log, and no file is made. Raises StoreError."""
        try:
            store = open_store(self.path, clock=self.clock, create=False)
        except MissingFile:
            say(f"There is no training file at {self.path} yet, so nothing is logged.")
            store = open_memory(clock=self.clock)
        with self._known(store):
            yield store

    @contextmanager
    def _known(self, store: Store) -> Iterator[Store]:
        """The store with the person's settings and own exercises taken in; closed at the end."""
        try:
            self.settings = reads_plan.settings(store)
            self.library.use_own(reads_plan.own_exercises(store))
            yield store
        finally:
            store.close()


def call_of(context: click.Context) -> Call:
    """The call that a command belongs to."""
    found = context.find_root().obj
    assert isinstance(found, Call)
    return found


def _named(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is None:
        return
    if not value.strip():
        raise BadInput("--db names no file; leave it out for the usual one")
    call_of(context).db = value


def with_db(command: Command) -> Command:
    """Let a command take `--db`, which may stand before or after its name."""
    return click.option(
        "--db",
        metavar="FILE",
        callback=_named,
        expose_value=False,
        is_eager=True,
        help="The training file; HYBRID_DB says it too.",
    )(command)


def given_text(words: tuple[str, ...]) -> str:
    """The words as typed, else what standard input holds, for `-` and in a pipe. Raises BadInput."""
    if words and words != ("-",):
        return " ".join(words)
    if not words and sys.stdin.isatty():
        raise click.UsageError("Write a line, or - for standard input.")
    return decoded(sys.stdin.buffer.read(LARGEST + 1), "standard input")


def decoded(content: bytes, what: str) -> str:
    """The content as text. Raises BadInput where it is too long or no UTF-8."""
    if len(content) > LARGEST:
        raise BadInput(f"{what} is longer than 1 MB, which is the most that is read")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{what} is not UTF-8 text: byte {error.start + 1} cannot be read") from error
