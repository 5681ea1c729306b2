"""Reads reports."""

from __future__ import annotations

import hashlib

from dateline.records import Format, Given, Provenance, Report


def from_text(text: str, given: Given = Given(), uri: str | None = None) -> Report:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Report(
        provenance=Provenance(id=digest[:16], sha256=digest, uri=uri, format=Format.TEXT, given=given), text=text
    )


def from_html(html: str, given: Given = Given(), uri: str | None = None) -> Report:
    digest = hashlib.sha256(html.encode("utf-8", "surrogatepass")).hexdigest()
    return Report(
        provenance=Provenance(id=digest[:16], sha256=digest, uri=uri, format=Format.HTML, given=given),
        text=html,
        is_markup=True,
    )
