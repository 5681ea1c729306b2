"""The Python API: a `Coder` loads its models once and codes reports."""

from __future__ import annotations

from dateline.gazetteer import Gazetteer
from dateline.grammar import Parser
from dateline.intake import from_html, from_text
from dateline.pipeline import code_report
from dateline.records import Coding, Given, Report


class Coder:
    """Codes reports. Loading takes about a second; each process makes its own."""

    def __init__(self) -> None:
        self._parser = Parser()
        self._gazetteer = Gazetteer.load()

    def code(self, *, text: str | None = None, html: str | None = None, given: Given = Given()) -> Coding:
        """The coding of one report, from its `text` or its `html`."""
        report = from_html(html, given) if html is not None else from_text(text or "", given)
        return self.code_report(report)

    def code_report(self, report: Report) -> Coding:
        """The coding of a report that intake has read."""
        return code_report(report, self._parser, self._gazetteer)
