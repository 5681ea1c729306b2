"""JSON Lines: one object a line with `text` or `html`, and what came with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dateline.intake.report import from_html, from_text, placed
from dateline.intake.source import Source, source_hash
from dateline.records import Failure, Format, Given, Provenance, Report

_WAY_OUT = 'give one JSON object a line, with "text" or "html"'


class _Line(msgspec.Struct):
    """The fields that are read; others may stand beside them."""

    text: str | None = None
    html: str | None = None
    id: str | int | None = None
    title: str | None = None
    published: str | None = None
    date: str | None = None
    url: str | None = None
    publisher: str | None = None
    source: str | None = None
    language: str | None = None
    byline: str | list[str] | None = None
    author: str | list[str] | None = None


def sniff(source: Source) -> bool:
    """Whether the first line that is not blank is a JSON object with `text` or `html`."""
    start = source.text[:1_000_000].lstrip("\ufeff \t\r\n")
    if not start.startswith("{"):
        return False
    first = start.split("\n", 1)[0]
    try:
        found = msgspec.json.decode(first.encode("utf-8", "replace"))
    except msgspec.DecodeError:
        return source.name.endswith((".jsonl", ".ndjson"))
    return isinstance(found, dict)


def read(source: Source) -> Iterator[Report | Failure]:
    yield from read_lines(source.text.lstrip("\ufeff").split("\n"), source.name)


def read_lines(lines: Iterable[str | bytes], name: str) -> Iterator[Report | Failure]:
    """The report of each line; a broken line is a Failure that names it, and the rest goes on."""
    decoder = msgspec.json.Decoder(_Line)
    for number, line in enumerate(lines, 1):
        content = line if isinstance(line, bytes) else line.encode("utf-8", "surrogatepass")
        content = content.removeprefix(b"\xef\xbb\xbf")
        if not content.strip():
            continue
        try:
            yield _report(decoder.decode(content), content, name, number)
        except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
            message = f"{name}:{number}: {error} (way out: {_WAY_OUT})"
            yield Failure(report=f"{name}:{number}", stage="intake", message=message)


def _report(line: _Line, content: bytes, name: str, number: int) -> Report:
    if (line.text is None) == (line.html is None):
        raise ValueError("wants either `text` or `html`")
    given = _given(line)
    characters = line.html if line.text is None else line.text
    if not (characters or "").strip():
        raise ValueError("`text` is empty" if line.html is None else "`html` is empty")
    report = from_html(line.html or "", given, name) if line.text is None else from_text(line.text, given, name)
    old = placed(report, source_hash(content.rstrip(b"\r\n")), number, f"line {number}")
    layout = Format.HTML if line.text is None else Format.JSONL
    return msgspec.structs.replace(old, provenance=_as(old.provenance, layout))


def _as(provenance: Provenance, layout: Format) -> Provenance:
    return msgspec.structs.replace(provenance, format=layout)


def _given(line: _Line) -> Given:
    credit = line.byline or line.author
    byline = () if credit is None else (credit,) if isinstance(credit, str) else tuple(credit)
    return Given(
        id=None if line.id is None else str(line.id),
        title=line.title or None,
        published=line.published or line.date,
        url=line.url,
        publisher=line.publisher or line.source,
        byline=byline,
        language=line.language,
    )
