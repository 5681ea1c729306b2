"""Report -> Article."""

from __future__ import annotations

from dateline.records import Article, Report


def clean(report: Report) -> Article:
    text = report.text
    return Article(
        text=text,
        alignment=((0, 0, len(text), len(text)),) if text else (),
        published=report.provenance.given.published,
    )
