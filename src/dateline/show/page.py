"""One coding on a terminal: head, article with marks, tables; or its plain form in a pipe."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dateline.records import Coding
from dateline.show.marks import STYLES, marked_paragraphs
from dateline.show.rows import Rows, tables
from dateline.show.visible import in_line

TABLE_WIDTH = 90
"""Columns from which on a table reads better than a list."""
_SHORT = 24
"""Columns of a cell that is not broken into lines in a table, as the longest names of types."""
_READING_WIDTH = 100
"""Longest line of the article: longer ones are hard to follow."""


def show(coding: Coding, console: Console) -> None:
    """Prints the coding. Nothing of the report reaches the terminal but as visible characters."""
    in_colour = console.color_system is not None and not console.no_color
    _show_head(coding, console)
    _show_article(coding, console, in_colour)
    for rows in tables(coding):
        _show_rows(rows, console)
    console.print(_footer(coding), style="dim")


def _show_head(coding: Coding, console: Console) -> None:
    article = coding.article
    title = article.title or coding.report.uri or "Report"
    console.print(Rule(Text(in_line(title), "bold", overflow="ellipsis"), align="left", style="dim"))
    for label, value in _facts(coding):
        line = Text(f"{label:<10} ", "dim")
        line.append(in_line(value))
        console.print(line)
    console.print()


def _facts(coding: Coding) -> list[tuple[str, str]]:
    article = coding.article
    dateline = article.dateline
    published = f"{article.published} ({article.published_from or 'given'})" if article.published else _NO_DATE
    found = [
        ("from", coding.report.uri or ""),
        ("publisher", article.publisher or ""),
        ("by", ", ".join(article.byline)),
        ("published", published.replace("_", " ")),
        ("dateline", ", ".join(filter(None, (dateline.place, dateline.agency))) if dateline else ""),
        ("language", article.language or ""),
        ("cleaned", _cleaned(len(article.edits))),
    ]
    return [(label, value) for label, value in found if value]


def _cleaned(edits: int) -> str:
    return f"{edits} change{'' if edits == 1 else 's'}, on record in article.edits" if edits else ""


_NO_DATE = "unknown, so that “Sunday” has no day (give --published DATE)"


def _show_article(coding: Coding, console: Console, in_colour: bool) -> None:
    width = min(console.width, _READING_WIDTH)
    for number, paragraph in enumerate(marked_paragraphs(coding, in_colour)):
        if number == 0 and coding.article.body:
            paragraph.stylize("bold")
        console.print(Padding(paragraph, (0, 0, 1, 0)), width=width)
    legend = Text("marked: ", "dim")
    for kind, style in STYLES.items():
        legend.append(f"{kind} ", style)
    legend.append("each with the number of its row below" if in_colour else "[words number of the row below]", "dim")
    console.print(legend)
    console.print()


def _show_rows(rows: Rows, console: Console) -> None:
    style = STYLES.get(rows.kind, "bold")
    console.print(Text(f"{rows.title} ({len(rows.cells)})", f"bold {style}"))
    filled = [n for n in range(len(rows.heads)) if any(cells[n] for cells in rows.cells)]
    if console.width >= TABLE_WIDTH:
        console.print(_table(rows, filled, style))
    else:
        _show_list(rows, filled, style, console)
    console.print()


def _table(rows: Rows, filled: list[int], style: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for n in filled:
        is_short = max(len(cells[n]) for cells in rows.cells) <= _SHORT
        table.add_column(rows.heads[n], style=style if n == 0 else "", no_wrap=is_short, overflow="fold")
    for cells in rows.cells:
        table.add_row(*(Text(in_line(cells[n])) for n in filled))
    return table


def _show_list(rows: Rows, filled: list[int], style: str, console: Console) -> None:
    wide = max((len(rows.heads[n]) for n in filled), default=0)
    for cells in rows.cells:
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(no_wrap=True, min_width=4, style=style)
        grid.add_column(no_wrap=True, min_width=wide, style="dim")
        grid.add_column(overflow="fold")
        shown = [n for n in filled if n and cells[n]]
        for row, n in enumerate(shown):
            grid.add_row(Text(in_line(cells[0]) if row == 0 else ""), Text(rows.heads[n]), Text(in_line(cells[n])))
        console.print(grid)


def _footer(coding: Coding) -> Text:
    counts = [
        (len(coding.statements), "statements"), (len(coding.events), "events"), (len(coding.places), "places"),
        (len(coding.times), "times"), (len(coding.numbers), "numbers"), (len(coding.entities), "actors"),
    ]  # fmt: skip
    found = ", ".join(f"{count} {name if count != 1 else name[:-1]}" for count, name in counts)
    return Text(f"{found}. All of it as JSON: --json")
