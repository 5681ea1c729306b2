"""Bytes -> characters, by what the bytes say of themselves."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from dateline.errors import ReadingError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_SAMPLE = 200_000
_KINDS = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BM", "a bitmap image"),
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
)


def decode(content: bytes, name: str) -> str:
    """The characters of `content`: by byte-order mark, declared charset, UTF-8, or the likeliest of the rest.

    Line ends stay as they are. Raises ReadingError for content that is no text.
    """
    _refuse_other_kinds(content, name)
    for mark, charset in _MARKS:
        if content.startswith(mark):
            found = _strictly(content[len(mark) :] if charset == "utf-8" else content, charset)
            if found is not None:
                return found
    if b"\0" in content[:_SAMPLE]:
        raise ReadingError(name, "holds NUL bytes, so it is no text", "give a text, HTML or JSON Lines file")
    utf8 = _strictly(content, "utf-8")
    if utf8 is not None:
        return utf8
    declared = _DECLARED.search(content[:4096])
    if declared:
        found = _strictly(content, declared[1].decode("ascii"))
        if found is not None:
            return found
    return _likeliest(content)


def _refuse_other_kinds(content: bytes, name: str) -> None:
    for start, kind in _KINDS:
        if content.startswith(start) and (len(start) > 2 or b"\0" in content[:64]):
            raise ReadingError(name, f"is {kind}, not text", "save its text as .txt or .html and give that")


def _strictly(content: bytes, charset: str) -> str | None:
    """None when the charset is unknown or does not fit. Latin-1 labels mean Windows-1252, as in browsers."""
    try:
        known = codecs.lookup(charset).name
        return content.decode("cp1252" if known in ("iso8859-1", "ascii") else known)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _likeliest(content: bytes) -> str:
    """Mostly valid UTF-8 keeps its good characters; else charset-normalizer, else Windows-1252."""
    lenient = content.decode("utf-8", "replace")
    wrong = lenient.count("\ufffd")
    if wrong * 100 <= sum(byte > 127 for byte in content[:_SAMPLE]) * 10 and wrong <= 50:
        return lenient
    best = from_bytes(content[:_SAMPLE]).best()
    found = _strictly(content, best.encoding) if best is not None else None
    return found if found is not None else content.decode("cp1252", "replace")
