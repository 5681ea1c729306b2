"""The Python API: a `Coder` loads its models once and codes reports."""

from __future__ import annotations

from functools import cache

import msgspec

from dateline.errors import DatelineError, StageError, UsageError
from dateline.gazetteer import Gazetteer
from dateline.grammar import Parser
from dateline.intake import from_html, from_text
from dateline.pipeline import code_report
from dateline.records import Coding, Failure, Given, Provenance, Report


@cache
def _engines() -> tuple[Parser, Gazetteer]:
    """The parser and the gazetteer of this process: loaded once, whatever the number of coders."""
    return Parser(), Gazetteer.load()


class Coder:
    """Codes reports, one at a time, and keeps nothing between them.

    Coders of one process share their models. A coder can be sent to another process, which then loads its own.
    """

    def __init__(self) -> None:
        self._parser, self._gazetteer = _engines()

    def __reduce__(self) -> tuple[type[Coder], tuple[()]]:
        return Coder, ()

    def code(self, *, text: str | None = None, html: str | None = None, **given: str) -> Coding:
        """The coding of one report, from its `text` or its `html`.

        `given` is what the report itself lacks, by the field names of `records.Given`: `id`, `title`,
        `published` (ISO 8601), `url`, `publisher`, `language`. A title given with a text becomes its
        first paragraph. Raises UsageError when not exactly one of `text` and `html` is there, or for a
        field that is none of these; ReadingError and StageError as `pipeline.code_report`.
        """
        if (text is None) == (html is None):
            raise UsageError("Coder.code", "wants either text or html", "give exactly one of the two")
        _check_characters((text or html or "", *map(str, given.values())))
        came_with = _given(given)
        report = from_text(text, came_with) if text is not None else from_html(html or "", came_with)
        return self.code_report(report)

    def code_report(self, report: Report) -> Coding:
        """The coding of a report that intake has read. Raises as `pipeline.code_report` does."""
        return code_report(report, self._parser, self._gazetteer)

    def attempt(self, report: Report) -> Coding | Failure:
        """As `code_report`, but what goes wrong comes back as a Failure: for many reports in a row."""
        try:
            return self.code_report(report)
        except StageError as error:
            return Failure(report=name_of(report.provenance), stage=error.where, message=str(error))
        except DatelineError as error:
            return Failure(report=name_of(report.provenance), stage="clean", message=str(error))


def name_of(provenance: Provenance) -> str:
    """How a person would look for the report: file and line, else its id."""
    name = provenance.uri or provenance.given.id or provenance.id
    return f"{name}:{provenance.part}" if provenance.part else name


def _given(fields: dict[str, str]) -> Given:
    known = Given.__struct_fields__
    if unknown := ", ".join(sorted(set(fields) - set(known))):
        raise UsageError("Coder.code", f"does not know {unknown}", f"it takes {', '.join(known)}")
    try:
        return msgspec.convert(fields, Given)
    except msgspec.ValidationError as error:
        raise UsageError("Coder.code", str(error), "give each field as characters") from error


def _check_characters(given: tuple[str, ...]) -> None:
    """Half a surrogate pair is no character, and no file can hold it."""
    try:
        for characters in given:
            characters.encode()
    except UnicodeEncodeError as error:
        what = f"holds half a character at {error.start}"
        raise UsageError("Coder.code", what, 'decode the bytes with errors="replace"') from error
