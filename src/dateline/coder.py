"""The Python API: a `Coder` loads its models once and codes reports."""

from __future__ import annotations

from dateline.errors import UsageError
from dateline.gazetteer import Gazetteer
from dateline.grammar import Parser
from dateline.intake import from_html, from_text
from dateline.pipeline import code_report
from dateline.records import Coding, Given, Report


class Coder:
    """Codes reports, one at a time. Each process makes its own; a `Coder` holds no state between reports."""

    def __init__(self) -> None:
        self._parser = Parser()
        self._gazetteer = Gazetteer.load()

    def code(self, *, text: str | None = None, html: str | None = None, **given: str) -> Coding:
        """The coding of one report, from its `text` or its `html`.

        `given` is what the report itself lacks, by the field names of `records.Given`: `id`, `title`,
        `published` (ISO 8601), `url`, `publisher`, `language`. A title given with a text becomes its
        first paragraph. Raises UsageError when not exactly one of `text` and `html` is there.
        """
        if (text is None) == (html is None):
            raise UsageError("Coder.code", "wants either text or html", "give exactly one of the two")
        came_with = Given(**given)  # type: ignore[arg-type]
        report = from_text(text, came_with) if text is not None else from_html(html or "", came_with)
        return self.code_report(report)

    def code_report(self, report: Report) -> Coding:
        """The coding of a report that intake has read."""
        return code_report(report, self._parser, self._gazetteer)
