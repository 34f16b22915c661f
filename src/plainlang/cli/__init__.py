"""The command line: the only place with exit statuses, colours and progress bars.

The commands are imported when they are called, so that ``plainlang --help`` is quick.
"""

from __future__ import annotations

import sys
from typing import Any

import click

from plainlang import __version__
from plainlang.cli.lazy import LazyGroup

#: Command name, module, and the line that ``--help`` shows (so that it imports none of them).
COMMANDS = {
    "build": ("plainlang.cli.build", "Make every edition of every document."),
    "normalize": ("plainlang.cli.normalize", "Show a source repaired and cleaned, and say why."),
    "score": ("plainlang.cli.score", "Say how easy documents are to read, and why."),
    "catalog": ("plainlang.cli.catalog", "Translate documents: update, check, review, exchange."),
    "glossary": ("plainlang.cli.glossary", "Keep the terms that explain hard words."),
    "doctor": ("plainlang.cli.doctor", "Say what is installed and what is missing."),
    "init": ("plainlang.cli.init", "Begin a new project that builds at once."),
}


@click.group(
    cls=LazyGroup,
    table=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 all good, 1 a check failed, 2 wrong use, 3 some sources failed, "
    "4 a program is missing, 130 interrupted.",
)
@click.version_option(__version__, prog_name="plainlang", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.pass_context
def plainlang(ctx: click.Context, debug: bool) -> None:
    """Turn patient information into editions that everyone can read."""
    ctx.obj = {"debug": debug}


def main(arguments: list[str] | None = None) -> Any:
    """Run the command line and end with the documented exit status."""
    from plainlang.exceptions import PlainlangError

    debug = "--debug" in (sys.argv[1:] if arguments is None else arguments)
    try:
        status = plainlang.main(args=arguments, prog_name="plainlang", standalone_mode=False)
        sys.exit(status if isinstance(status, int) else 0)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (KeyboardInterrupt, click.Abort):
        click.echo("\nInterrupted. What was finished is whole and stands.", err=True)
        sys.exit(130)
    except PlainlangError as error:
        if debug:
            raise
        click.echo(error.diagnostic.format(), err=True)
        sys.exit(error.exit_status)
    except BrokenPipeError:
        # The reader of our output went away (`plainlang … | head`).
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:  # a user gets a message, --debug the traceback
        if debug:
            raise
        click.echo(
            f"error[internal]: a defect in plainlang: {type(error).__name__}: {error}\n"
            "  Please report it. `plainlang --debug …` shows where it is.",
            err=True,
        )
        sys.exit(3)
