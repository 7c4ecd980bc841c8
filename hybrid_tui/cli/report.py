"""`report`: some time of training as one page that stands for itself."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

import click

from hybrid_tui.cli.calls import call_of, with_db
from hybrid_tui.cli.days import day_of
from hybrid_tui.cli.errors import say


@click.command(short_help="Write a page with charts for a browser or a printer.")
@click.option("--from", "begin", metavar="DATE", help="The first day; without it twelve weeks back.")
@click.option("--to", "end", metavar="DATE", help="The last day; without it today.")
@click.option(
    "-o",
    "--output",
    metavar="FILE.html",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The page; only you can read it.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@with_db
@click.pass_context
def report(context: click.Context, begin: str | None, end: str | None, output: Path, force: bool) -> None:
    """Write the training of some time as a single page: figures, charts, weeks, bests, sessions.

    It needs no network and refers to nothing outside of itself.
    """
    from hybrid_tui.coach.report import report as asked  # late: help and completion do without these
    from hybrid_tui.coach.report import usual_span
    from hybrid_tui.formats.report_html import as_html

    if output.exists() and not force:
        raise click.UsageError(f"{output} is there already. --force writes over it.")
    if not output.absolute().parent.is_dir():
        raise click.UsageError(f"There is no folder {output.parent} to write into.")
    call = call_of(context)
    training = call.path.resolve()
    if output.resolve() in [
        training.with_name(f"{training.name}{more}") for more in ("", ".lock", "-journal")
    ]:
        raise click.UsageError(f"{output} is the training file, or belongs to it. Choose another name.")
    with call.reading() as store:
        moment = call.moment()
        first, last = usual_span(moment)
        last = last if end is None else day_of(end, moment.day, "--to")
        first = min(first, last) if begin is None else day_of(begin, moment.day, "--from")
        if first > last:
            raise click.UsageError("--from is after --to.")
        page = as_html(asked(store, call.library, moment, first, last))
    put_file(output, page, over=force)
    say(f"{output} is written.")


def put_file(path: Path, text: str, *, over: bool) -> None:
    """Write a file that only its owner reads, whole or not at all. Raises UsageError where it is there already."""
    number, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # made with mode 0600
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if over:
            os.replace(name, path)
        else:
            # Unlike a rename, a link never takes the place of a file that has come meanwhile.
            os.link(name, path)
    except FileExistsError as error:
        raise click.UsageError(f"{path} is there already. --force writes over it.") from error
    except OSError as error:
        raise click.ClickException(
            f"{path} could not be written ({error.strerror}); what stood there is as it was."
        ) from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
