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

PAGE = Path("docs") / "measures.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"

Key = tuple[str, str, str]


def main(arguments: Sequence[str] | None = None) -> int:
    """Rewrites the tables; 2 when the page has no markers."""
    parser = ArgumentParser(prog="python -m benchmarks.table", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--page", type=Path, default=PAGE)
    options = parser.parse_args(arguments)
    parts = [msgspec.json.decode(file.read_bytes(), type=list[Row]) for file in options.files]
    page = options.page.read_text(encoding="utf-8")
    if BEGIN not in page or END not in page:
        print(f"{options.page}: has no {BEGIN} … {END}", file=sys.stderr)
        return 2
    options.page.write_text(with_tables(page, tables(parts)), encoding="utf-8")
    return 0


def with_tables(page: str, text: str) -> str:
    """The page with `text` between its markers."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n{text}{END}{rest.partition(END)[2]}"


def tables(parts: Sequence[Sequence[Row]]) -> str:
    """One table an area; a column for each part."""
    rows: dict[Key, Row] = {}
    for part in parts:
        for row in part:
            rows.setdefault((row.area, row.set, row.measure), row)
    values = [{(row.area, row.set, row.measure): row.value for row in part} for part in parts]
    text = ""
    for area in dict.fromkeys(area for area, *_ in rows):
        lines = [_line(row, values) for key, row in rows.items() if key[0] == area]
        text += f"\n### {area}\n\n" + "\n".join([_head(len(parts)), *lines]) + "\n"
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
