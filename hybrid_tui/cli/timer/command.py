"""The command `timer`: on the whole screen, in a few lines of the shell, or as one line a cue."""

from __future__ import annotations

import click

from hybrid_tui.cli.calls import call_of, with_db


@click.command()
@click.argument("line", nargs=-1)
@click.option("--inline", is_flag=True, help="A few lines in the shell instead of the whole screen.")
@click.option("--plain", is_flag=True, help="One line a cue, for pipes and screen readers.")
@click.option("--quiet", is_flag=True, help="No sound, no speech, no bell.")
@with_db
@click.pass_context
def timer(context: click.Context, line: tuple[str, ...], inline: bool, plain: bool, quiet: bool) -> None:
    """Open the timer on a line, such as "8x(12s hill / 90s walk)".

    \b
    hybrid timer "8x(12s @9 hill 8% / ~2m walk back)"
    hybrid timer "4x(4m @8 / 3m jog)" --inline
    hybrid timer "25m easy run" --plain --quiet | tee run.txt

    With --inline and --plain ctrl+c ends it and keeps what was done; without a line they take up a run that
    was left open. With --plain keys are typed as lines: enter ends an open step, p pauses, s skips, b goes
    back, + and - are ten seconds, f ends. Where nothing can be typed an open step ends when it has taken as
    long as asked.
    """
    if inline and plain:
        raise click.UsageError("Choose --inline or --plain, not both.")
    if not line and not (inline or plain):
        raise click.UsageError('Write a line, such as "8x(12s hill / 90s walk)".')
    from hybrid_tui.domain.notation.timed import parse_timed  # late: help and completion do without it

    text = " ".join(line)
    if text:
        parse_timed(text)
    call = call_of(context)
    if inline or plain:
        from hybrid_tui.cli.timer.launch import run_in_shell  # late: help and completion do without it

        context.exit(run_in_shell(call, text, inline=inline, quiet=quiet))
    from hybrid_tui.cli.door import open_app  # late: it reads the file that the app opens on

    context.exit(open_app(call.db, timer=text, quiet=True) if quiet else open_app(call.db, timer=text))
