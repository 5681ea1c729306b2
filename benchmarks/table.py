"""`python -m benchmarks.table FILE [FILE2]`: the figures of `benchmarks.quality --json` as tables in the manual.

Writes them between the markers of docs/measures.md. A second file holds the figures of another part of the
gold (held out), which then stand in a column beside those of the first.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

import msgspec

from benchmarks.quality import Row, printed
from benchmarks.speed import Speed, lines

PAGE = Path("docs") / "measures.md"
FIGURES = ("<!-- figures: begin -->", "<!-- figures: end -->")
SPEED = ("<!-- speed: begin -->", "<!-- speed: end -->")

Key = tuple[str, str, str]


def main(arguments: Sequence[str] | None = None) -> int:
    """Rewrites the tables; 2 when the page has no markers."""
    parser = ArgumentParser(prog="python -m benchmarks.table", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--speed", type=Path, metavar="FILE", help="figures of benchmarks.speed --json")
    parser.add_argument("--page", type=Path, default=PAGE)
    options = parser.parse_args(arguments)
    parts = [msgspec.json.decode(file.read_bytes(), type=list[Row]) for file in options.files]
    page = options.page.read_text(encoding="utf-8")
    if not all(marker in page for marker in (*FIGURES, *SPEED)):
        print(f"{options.page}: lacks one of {' '.join((*FIGURES, *SPEED))}", file=sys.stderr)
        return 2
    page = with_text(page, tables(parts), FIGURES)
    if options.speed:
        speed = msgspec.json.decode(options.speed.read_bytes(), type=Speed)
        page = with_text(page, "\n".join(["```", *lines(speed), "```", ""]), SPEED)
    options.page.write_text(page, encoding="utf-8")
    return 0


def with_text(page: str, text: str, markers: tuple[str, str]) -> str:
    """The page with `text` between the two markers."""
    begin, end = markers
    before, _, rest = page.partition(begin)
    return f"{before}{begin}\n{text}{end}{rest.partition(end)[2]}"


def tables(parts: Sequence[Sequence[Row]]) -> str:
    """One table an area; a column for each part."""
    rows: dict[Key, Row] = {}
    for part in parts:
        for row in part:
            rows.setdefault((row.area, row.set, row.measure), row)
    values = [{(row.area, row.set, row.measure): row.value for row in part} for part in parts]
    text = ""
    for area in dict.fromkeys(area for area, *_ in rows):
        written = [_line(row, values) for key, row in rows.items() if key[0] == area]
        text += f"\n### {area}\n\n" + "\n".join([_head(len(parts)), *written]) + "\n"
    return text + "\n"


def _head(parts: int) -> str:
    names = ["Dateline"] if parts == 1 else ["development", "held out"][:parts]
    return f"| set | measure | {' | '.join(names)} | others | where |\n| --- | --- |{' ---: |' * parts} --- | --- |"


def _line(row: Row, values: Sequence[dict[Key, float]]) -> str:
    key = (row.area, row.set, row.measure)
    ours = [f"**{printed(row.measure, part[key])}**" if key in part else "" for part in values]
    others = "; ".join(f"{peer.name} {printed(row.measure, peer.value)}" for peer in row.peers)
    source = row.peers[0].source if row.peers else ""
    return f"| {row.set} | `{row.measure}` | {' | '.join(ours)} | {others} | {source} |"


if __name__ == "__main__":
    sys.exit(main())
