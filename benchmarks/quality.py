"""`python -m benchmarks.quality AREA… --gold DIR [--json FILE]`: Dateline on gold data, beside its peers.

AREA is one of cleaning statements events places dates numbers incidents cases, or all. DIR holds a folder
for each area (file names are free); `cases` may lie beside it. Nothing is fitted on DIR.
"""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from benchmarks.coding import Bench
from benchmarks.gold import AREAS, GoldError, find_sets, left_alone
from benchmarks.peers import Peer, peers_of
from benchmarks.scoring import COUNTS, Figure, score_set


class Row(msgspec.Struct, frozen=True):
    """One figure as `--json` writes it: a fraction of 1, or a count."""

    area: str
    set: str
    measure: str
    value: float
    peers: tuple[Peer, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark; 2 when DIR or one of its files cannot be read."""
    options = _options(arguments)
    if not options.gold.is_dir():
        print(f"{options.gold}: no such folder", file=sys.stderr)
        return 2
    start = time.monotonic()
    bench = Bench(limit=options.limit)
    try:
        figures = run(bench, options.gold, _areas(options.areas), options.sets)
    except GoldError as error:
        print(error, file=sys.stderr)
        return 2
    show(figures)
    for failure in bench.failures:
        print(f"failed: {failure}", file=sys.stderr)
    print(f"{len(bench.failures)} reports failed; {time.monotonic() - start:.0f} s", file=sys.stderr)
    if options.json is not None:
        options.json.write_bytes(msgspec.json.format(msgspec.json.encode(rows_of(figures)), indent=1) + b"\n")
    return 0


def _options(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("areas", nargs="+", choices=(*AREAS, "all"), metavar="AREA")
    parser.add_argument("--gold", type=Path, required=True, metavar="DIR")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N texts of each set: a quick look")
    parser.add_argument("--set", dest="sets", action="append", metavar="NAME", help="only this set (may be repeated)")
    return parser.parse_args(arguments)


def _areas(named: Sequence[str]) -> tuple[str, ...]:
    return AREAS if "all" in named else tuple(dict.fromkeys(named))


def run(bench: Bench, root: Path, areas: Iterable[str], sets: Sequence[str] | None = None) -> list[Figure]:
    """The figures of the areas, set by set. What is not there, not built or not known gives one line on stderr."""
    strange = left_alone(root)
    if strange:
        print(f"left alone in {root}: {', '.join(strange)}", file=sys.stderr)
    figures: list[Figure] = []
    for area in areas:
        found = [gold for gold in find_sets(root, area) if sets is None or gold.name in sets]
        if not found:
            print(f"{area}: no set there", file=sys.stderr)
        for gold in found:
            scored = score_set(bench, gold)
            if not scored:
                print(f"{area} {gold.name}: not built yet, no figure", file=sys.stderr)
            figures += scored
    return figures


def rows_of(figures: Iterable[Figure]) -> list[Row]:
    """The figures with those of the peers."""
    return [
        Row(one.area, one.set, one.measure, one.value, peers_of(one.area, one.set, one.measure)) for one in figures
    ]


def show(figures: Sequence[Figure]) -> None:
    """Prints one table on stdout."""
    table = Table(title="Dateline and its peers", title_justify="left")
    for column in ("area", "set", "measure"):
        table.add_column(column, no_wrap=True)
    table.add_column("Dateline", justify="right", no_wrap=True)
    for column in ("note", "peers", "source"):
        table.add_column(column, overflow="fold")
    for one in figures:
        peers = peers_of(one.area, one.set, one.measure)
        named = "; ".join(f"{peer.name} {printed(one.measure, peer.value)}" for peer in peers)
        source = peers[0].source if peers else ""
        table.add_row(one.area, one.set, one.measure, printed(one.measure, one.value), one.note, named, source)
    Console(width=None if sys.stdout.isatty() else 200).print(table)


def printed(measure: str, value: float) -> str:
    """A count as a whole number, a fraction with three places."""
    return f"{value:.0f}" if measure in COUNTS else f"{value:.3f}"


if __name__ == "__main__":
    sys.exit(main())
