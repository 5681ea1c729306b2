"""The command line: arguments in, records and sentences out. Records go to stdout, all talk to stderr."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from dateline import __version__
from dateline.errors import DatelineError, UsageError
from dateline.records import Coding, Failure, Given

Command = Callable[..., Any]
ALL_CODED, SOME_FAILED, WRONG_USE, STOPPED = 0, 1, 2, 130


def main() -> None:
    """The entry point of `dateline`."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit status. What goes wrong is one line on stderr."""
    try:
        return int(cli.main(list(arguments), prog_name="dateline", standalone_mode=False) or ALL_CODED)
    except click.ClickException as error:
        _say(f"dateline: {error.format_message()} (way out: see dateline --help)")
        return WRONG_USE
    except DatelineError as error:
        _say(f"dateline: {error}")
        return WRONG_USE
    except (KeyboardInterrupt, click.Abort):
        _say("dateline: stopped")
        return STOPPED


def _published(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    from datetime import datetime

    if value is not None:
        try:
            datetime.fromisoformat(value)
        except ValueError:
            raise UsageError("--published", f"{value} is no date", "write it as 2025-06-16") from None
    return value


_GIVEN = (
    click.option(
        "--published", metavar="DATE", callback=_published,
        help="When it was published: 2025-06-16. Needed for “on Sunday” where the report has no date.",
    ),
    click.option("--publisher", metavar="NAME", help="Who published it."),
    click.option("--url", metavar="URL", help="Where it was published."),
    click.option("--title", metavar="TITLE", help="Its headline, where the text comes without one."),
)  # fmt: skip


_WEB = ("http://", "https://")


def given_options(command: Command) -> Command:
    """The options that say what a report does not say itself; the command gets them as one `given`."""

    @functools.wraps(command)
    def with_given(**options: Any) -> Any:
        own = {name: options.pop(name) for name in ("published", "publisher", "url", "title")}
        return command(given=Given(**own), **options)

    for option in reversed(_GIVEN):
        with_given = option(with_given)
    return with_given


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="dateline %(version)s")
def cli() -> None:
    """Reads news reports into records that can be checked: who said what, what happened, where, when, how many.
    Each record points at the exact characters it came from. Works offline.

    \b
    dateline read report.txt --published 2025-06-16    one report, shown to you
    dateline code reports/ --out codings.jsonl         many reports, one JSON line each

    Exit status: 0 all coded, 1 some reports failed, 2 wrong use.
    """


@cli.command()
@click.argument("source", metavar="FILE|-|URL")
@click.option("--json", "as_json", is_flag=True, help="The records as one JSON line instead.")
@given_options
def read(source: str, as_json: bool, given: Given) -> int:
    """Shows one report: the clean article with all that was found marked in it, then tables.

    FILE is text, a saved web page, or JSON Lines (then each of its reports is shown); - reads standard input. A URL is
    fetched, once, from public addresses only: the one time that Dateline goes to the network.

    \b
    dateline read report.txt --published 2025-06-16
    dateline read page.html --json | jq .events
    """
    from dateline.batch import Outcome, code_all, counted, told

    sources, given = _fetched(source, given) if source.startswith(_WEB) else (_sources((source,)), given)
    outcome = Outcome()
    for coded in counted(code_all(sources.reports(given)), outcome):
        if isinstance(coded, Failure):
            _say(f"dateline: {told(coded)}")
        elif as_json:
            _write(coded.line + b"\n")
        else:
            _show(coded.line)
    return outcome.status()


@cli.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option(
    "--to", "layout", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="The layout of the output."
)
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Where the codings go; stdout without it. A run that was stopped goes on where it stopped.",
)
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(1, 256),
    default=1,
    show_default=True,
    help="Worker processes. The output is the same whatever N.",
)
@given_options
def code(sources: tuple[str, ...], layout: str, out: Path | None, jobs: int, given: Given) -> int:
    """Codes many reports: one JSON coding a line, in the order of the reports.

    SOURCE is a file, a folder, a pattern in quotes, or - for standard input. What fails is told on stderr, and
    counted; the rest goes on.

    \b
    dateline code reports/ --out codings.jsonl --jobs 2
    dateline code "2025-*/**/*.html" | jq -c .statements
    """
    from dateline.batch import Outcome, code_into, told
    from dateline.show import progress

    found = _sources(sources)
    if found.left:
        _say(f"left aside: {found.left} files of other kinds in the folders")
    outcome = Outcome()
    try:
        with progress(found.count()) as advance:
            for result in code_into(found.reports(given), out or _write, jobs, outcome):
                advance(outcome.found)
                if isinstance(result, Failure):
                    _say(f"failed: {told(result)}")
    except KeyboardInterrupt:
        kept = f"; the codings are kept in {out}.part, and the same command goes on from there" if out else ""
        _say(f"stopped: {outcome.summary()}{kept}")
        return STOPPED
    _say(outcome.summary())
    return outcome.status()


@cli.command()
def schema() -> int:
    """Prints the JSON Schema of a coding, the line that `dateline code` writes.

    \b
    dateline schema > coding.schema.json
    """
    import msgspec

    _write(msgspec.json.format(msgspec.json.encode(msgspec.json.schema(Coding)), indent=2) + b"\n")
    return ALL_CODED


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON: one type a line.")
def types(as_json: bool) -> int:
    """Prints the codebook: every type of event with its PLOVER, CAMEO and ACLED code.

    \b
    dateline types
    dateline types --json | jq -r .id
    """
    import msgspec

    from dateline.codebook import load_codebook

    for entry in load_codebook().types:
        if as_json:
            _write(msgspec.json.encode(entry) + b"\n")
            continue
        plover = "/".join(filter(None, (entry.plover.event, entry.plover.mode))) if entry.plover else "-"
        acled = f"{entry.acled.type}: {entry.acled.sub_type}" if entry.acled else "-"
        codes = f"PLOVER {plover} · CAMEO {entry.cameo or '-'} · ACLED {acled}"
        _write(f"{entry.id}\n    {entry.gloss}\n    {codes}\n".encode())
    return ALL_CODED


def _fetched(url: str, given: Given) -> tuple[Any, Given]:
    """The page at `url` as the only source; its address stands in the record."""
    import msgspec

    from dateline.batch import find_sources
    from dateline.fetch import fetch

    page = fetch(url)
    return find_sources(("-",), page.content), msgspec.structs.replace(given, url=given.url or page.url)


def _sources(names: Sequence[str]) -> Any:
    from dateline.batch import find_sources

    for name in names:
        if name.startswith(_WEB):
            raise UsageError(
                name, "is on the web; many reports are read from files", "use `dateline read` for one page"
            )
    return find_sources(names, sys.stdin.buffer.read() if "-" in names else None)


def _show(line: bytes) -> None:
    import msgspec
    from rich.console import Console

    from dateline.show import show

    console = Console(highlight=False, markup=False, emoji=False)
    with console.capture() as page:
        show(msgspec.json.decode(line, type=Coding), console)
    for shown in page.get().splitlines():
        _write(shown.rstrip().encode(sys.stdout.encoding or "utf-8", "replace") + b"\n")


def _write(line: bytes) -> None:
    """Ends the program quietly when the reader of its output has gone, as `head` does."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ALL_CODED)


def _say(line: str) -> None:
    from dateline.show import visible

    click.echo(visible(line), err=True)
