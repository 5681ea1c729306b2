"""Reports from characters that are already in memory."""

from __future__ import annotations

import hashlib

import msgspec

from dateline.records import Format, Given, Provenance, Report


def from_text(text: str, given: Given = Given(), uri: str | None = None) -> Report:
    """The report of a plain text. A title that came apart opens the raw text, with a blank line behind it."""
    raw = f"{given.title}\n\n{text}" if given.title else text
    return Report(provenance=_provenance(raw, Format.TEXT, given, uri), text=raw)


def from_html(html: str, given: Given = Given(), uri: str | None = None) -> Report:
    """The report of an HTML page or fragment."""
    return Report(provenance=_provenance(html, Format.HTML, given, uri), text=html, is_markup=True)


def placed(report: Report, sha256: str | None = None, part: int | None = None, locator: str | None = None) -> Report:
    """The report with the hash of the bytes it came in and its place among the reports of its source."""
    old = report.provenance
    provenance = msgspec.structs.replace(
        old, id=_content_id(report.text, part), sha256=sha256 or old.sha256, part=part, locator=locator
    )
    return msgspec.structs.replace(report, provenance=provenance)


def _provenance(raw: str, layout: Format, given: Given, uri: str | None) -> Provenance:
    digest = hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()
    return Provenance(id=_content_id(raw, None), sha256=digest, uri=uri, format=layout, given=given)


def _content_id(raw: str, part: int | None) -> str:
    """16 hexadecimal digits over the raw text and the part."""
    digest = hashlib.sha256(raw.encode("utf-8", "surrogatepass"))
    if part is not None:
        digest.update(f"\0{part}".encode())
    return digest.hexdigest()[:16]
