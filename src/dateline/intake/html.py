"""HTML pages and fragments: one file, one report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.intake.report import from_html, placed
from dateline.intake.source import Source
from dateline.records import Failure, Report

_OPENING = re.compile(
    r"\s*(?:<!doctype\s+html|<html\b|<head\b|<body\b|<\?xml[^>]{0,200}>\s*<(?:!doctype\s+)?html)", re.IGNORECASE
)
_TAG = re.compile(
    r"</?(?:p|div|article|section|h[1-6]|span|table|ul|li|body|head|main|figure|br|a|img|meta)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_HEAD = 20_000


def sniff(source: Source) -> bool:
    """Whether the content opens like a page or is full of tags."""
    head = source.text[:_HEAD].lstrip("\ufeff")
    if _OPENING.match(head):
        return True
    tags = _TAG.findall(head)
    return len(tags) >= 2 and (head.lstrip()[:1] == "<" or len(tags) >= 6)


def read(source: Source) -> Iterator[Report | Failure]:
    yield placed(from_html(source.text, source.given, source.name), source.sha256)
