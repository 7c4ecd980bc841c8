"""The command line: its commands, and how each way of going wrong is told."""

from __future__ import annotations

import io
import sys

import click

from hybrid_tui import __version__
from hybrid_tui.cli import (
    demo,
    doctor,
    explaining,
    keys,
    morning,
    planning,
    reading,
    records,
    report,
    writing,
)
from hybrid_tui.cli.calls import Call, call_of, with_db
from hybrid_tui.cli.errors import BAD_INPUT, FAILURE, say, told, visible
from hybrid_tui.cli.timer.command import timer
from hybrid_tui.clock import Clock, SystemClock
from hybrid_tui.coach.library import MissingData
from hybrid_tui.domain.notation.errors import NotationError, ProgrammeErrors
from hybrid_tui.store.errors import RefusedRow, StoreError

INTERRUPTED = 130
"""Exit status after ctrl+c, as the shell counts it."""

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

EPILOG = """
Exit status: 0 done, 1 the file or the machine stood in the way, 2 what was typed cannot be read.

\b
Completion of commands and exercise names:
  bash   eval "$(_HYBRID_COMPLETE=bash_source hybrid)"     in ~/.bashrc
  zsh    eval "$(_HYBRID_COMPLETE=zsh_source hybrid)"      in ~/.zshrc
  fish   _HYBRID_COMPLETE=fish_source hybrid | source      in ~/.config/fish/config.fish
"""


@click.group(invoke_without_command=True, context_settings=SETTINGS, epilog=EPILOG)
@click.version_option(__version__, message="hybrid %(version)s")
@click.option("--demo", "made_up", is_flag=True, help="Open a made-up year in a file that is thrown away.")
@with_db
@click.pass_context
def hybrid(context: click.Context, made_up: bool) -> None:
    """A training companion for people who run and lift. Without a command it opens the app."""
    if made_up:
        if context.invoked_subcommand is not None:
            raise click.UsageError("--demo opens the app; it takes no command.")
        context.exit(demo.open_demo(context))
    if context.invoked_subcommand is None:
        from hybrid_tui.cli.door import open_app  # late: only this opens the app

        context.exit(open_app(call_of(context).db))


for command in (
    writing.log,
    reading.today,
    reading.week,
    records.month,
    records.bests,
    records.trend,
    report.report,
    morning.checkin,
    morning.recovery,
    explaining.explain,
    planning.plan,
    timer,
    writing.undo,
    writing.redo,
    reading.where,
    keys.keys,
    doctor.doctor,
    demo.demo,
):
    hybrid.add_command(command)


def run(arguments: list[str], *, clock: Clock | None = None) -> int:
    """Run one command and give its exit status. What goes wrong is told in words on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        status = hybrid.main(
            arguments,
            prog_name="hybrid",
            complete_var="_HYBRID_COMPLETE",
            standalone_mode=False,
            obj=Call(clock=clock or SystemClock()),
        )
    except NotationError as error:
        click.echo(told(error, many=error.line > 1), err=True)
        return BAD_INPUT
    except ProgrammeErrors as found:
        click.echo("\n".join(told(each, many=True) for each in found.errors), err=True)
        return BAD_INPUT
    except click.UsageError as error:
        return _usage(error)
    except click.ClickException as error:
        say(error.format_message())
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    except RefusedRow as error:
        say(str(error))
        return BAD_INPUT
    except (StoreError, MissingData) as error:
        say(str(error))
        return FAILURE
    except OSError as error:
        named = f"{visible(str(error.filename))}: " if error.filename is not None else ""
        say(f"{named}{error.strerror or error}.")
        return FAILURE
    return status if isinstance(status, int) else 0


def _usage(error: click.UsageError) -> int:
    say(error.format_message())
    if error.ctx is not None:
        say(error.ctx.get_usage())
    say(f"«{error.ctx.command_path if error.ctx is not None else 'hybrid'} -h» tells more.")
    return BAD_INPUT
