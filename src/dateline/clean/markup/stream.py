"""The characters of a block with their raw offsets: entities decoded, white space as a browser shows it."""

from __future__ import annotations

import html
import re

from dateline.clean.markup.walk import Block
from dateline.records import Run

_PIECE = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?|[ \t\n\r\f]+|[^& \t\n\r\f]+|&")


class Stream:
    """A text being put together from stretches of raw markup, with the runs that lead back."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self.length = 0
        self._spaced = True
        """Whether a space or a paragraph break was just written, so that white space is swallowed."""
        self.edges: list[int] = []
        """Offsets where a link begins or ends."""

    @property
    def text(self) -> str:
        return "".join(self._parts)

    @property
    def runs(self) -> tuple[Run, ...]:
        return tuple(self._runs)

    def block(self, block: Block) -> None:
        """Adds the text of a block behind a paragraph break."""
        self.paragraph()
        edges, breaks = set(block.edges), sorted(set(block.breaks))
        counts = {place: block.breaks.count(place) for place in breaks[:200]}
        for number, (start, end) in enumerate(block.segments):
            if number in edges:
                self.edges.append(self.length)
            if number in counts and self.length:
                self._break(number, counts[number])
            self.raw(start, end)

    def _break(self, number: int, count: int) -> None:
        if count > 1:
            self.paragraph()
        elif not self._spaced:
            self._write(" ", None, 0)
            self._spaced = True

    def paragraph(self) -> None:
        """Ends the paragraph, if one was begun."""
        self.trim()
        if self.length and not self._parts[-1].endswith("\n\n"):
            self._write("\n\n", None, 0)
        self._spaced = True

    def trim(self) -> None:
        """Takes back a space at the end."""
        if self._parts and self._parts[-1] == " ":
            self._parts.pop()
            self.length -= 1
            if self._runs and self._runs[-1][0] == self.length:
                self._runs.pop()

    def end(self) -> None:
        """Takes back white space at the very end."""
        self.trim()
        if self._parts and self._parts[-1] == "\n\n":
            self._parts.pop()
            self.length -= 2

    def raw(self, start: int, end: int) -> None:
        """Adds the raw stretch `[start:end)`, which holds no tags."""
        for match in _PIECE.finditer(self._markup, start, end):
            piece = match[0]
            if piece[0] in " \t\n\r\f":
                if not self._spaced:
                    self._write(" ", match.start(), len(piece))
                    self._spaced = True
                continue
            self._spaced = False
            shown = html.unescape(piece) if piece[0] == "&" and len(piece) > 1 else piece
            self._write(shown, match.start(), len(piece))

    def _write(self, shown: str, raw: int | None, raw_length: int) -> None:
        if not shown:
            return
        length = len(shown)
        if raw is not None:
            last = self._runs[-1] if self._runs else None
            if (
                last
                and length == raw_length
                and last[2] == last[3]
                and last[0] + last[2] == self.length
                and last[1] + last[3] == raw
            ):
                self._runs[-1] = (last[0], last[1], last[2] + length, last[3] + length)
            else:
                self._runs.append((self.length, raw, length, raw_length))
        self._parts.append(shown)
        self.length += length


_GONE = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff\u200c\u200d\u200e\u200f")


def squeezed(words: str) -> str:
    """The characters without white space and what cannot be seen, for comparing texts."""
    return "".join(words.translate(_GONE).split())


def shown(markup: str, block: Block) -> str:
    """The text of a block, white space as it comes."""
    return html.unescape("".join([markup[start:end] for start, end in block.segments]))
