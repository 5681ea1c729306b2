"""What a page's JSON-LD says about its article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

_ARTICLE = re.compile(r"article|blogposting|report|review|posting|liveblog", re.IGNORECASE)
_DATE = re.compile(r'"datePublished"\s*:\s*"([^"\\]{8,60})"')
_HEADLINE = re.compile(r'"headline"\s*:\s*"((?:[^"\\]|\\.){4,400})"')
_LARGEST = 2_000_000


@dataclass(frozen=True)
class Linked:
    """The fields of the article object."""

    headline: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    language: str | None = None
    url: str | None = None


def read_linked(scripts: list[str]) -> Linked:
    """The first article among the scripts; dates and headlines even of scripts that are broken JSON."""
    for script in scripts:
        for found in _articles(_parsed(script)):
            return _linked(found)
    for script in scripts:
        date, headline = _DATE.search(script[:_LARGEST]), _HEADLINE.search(script[:_LARGEST])
        if date:
            return Linked(headline=headline[1] if headline and "\\" not in headline[1] else None, published=date[1])
    return Linked()


def _parsed(script: str) -> object:
    written = re.sub(
        r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", script
    )
    if len(written) > _LARGEST:
        return None
    try:
        return json.loads(written.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _articles(parsed: object) -> Iterator[dict[str, object]]:
    """The article objects, in order, nested ones up to four levels down."""
    level: list[object] = [parsed]
    for _ in range(4):
        below: list[object] = []
        for found in level[:500]:
            if isinstance(found, list):
                below += found
            elif isinstance(found, dict):
                kind = found.get("@type")
                kinds = kind if isinstance(kind, list) else [kind]
                if any(isinstance(name, str) and _ARTICLE.search(name) for name in kinds) and (
                    "headline" in found or "datePublished" in found
                ):
                    yield found
                below += [found[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart") if key in found]
        level = below


def _linked(found: dict[str, object]) -> Linked:
    language = found.get("inLanguage")
    return Linked(
        headline=_string(found.get("headline")),
        published=_string(found.get("datePublished")),
        authors=tuple(_names(found.get("author"))),
        publisher=next(iter(_names(found.get("publisher"))), None),
        language=_string(language),
        url=_string(found.get("url")) or _string(found.get("mainEntityOfPage")),
    )


def _names(found: object) -> list[str]:
    """The names of persons or organisations, given as text, object or list."""
    if isinstance(found, str):
        return [found]
    if isinstance(found, list):
        return [name for entry in found[:30] for name in _names(entry) if not isinstance(entry, list)]
    if isinstance(found, dict):
        name = found.get("name")
        return _names(name) if isinstance(name, str | list) else []
    return []


def _string(found: object) -> str | None:
    return found.strip() if isinstance(found, str) and found.strip() else None
