"""The markup, read once from left to right: text blocks, metadata tags and scripts, each with its raw offsets.

No parser that is at hand tells where in the source a character stood, so this walk does it. It is no
HTML parser: it keeps count of open elements, which is all that blocks and their surroundings need. One pass,
no recursion, linear in the length of the markup.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TAG = re.compile(r"<(?:(/?)([a-zA-Z][a-zA-Z0-9:-]*)([^>]*)>|!--|!\[CDATA\[|[!?][^>]*>)")
_ATTRIBUTE = re.compile(r"([a-zA-Z_:@][\w:.-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_RAW = frozenset(["script", "style", "title", "textarea", "noscript", "xmp"])
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_SKIPPED = frozenset(
    [
        "svg",
        "math",
        "button",
        "select",
        "iframe",
        "object",
        "video",
        "audio",
        "canvas",
        "template",
        "map",
        "dialog",
        "datalist",
    ]
)
BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "aside",
        "nav",
        "header",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "caption",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "form",
        "fieldset",
        "address",
        "center",
        "details",
        "summary",
        "hr",
        "body",
        "html",
        "head",
        "option",
        "legend",
        "td",
        "th",
    ]
)
_REGIONS = frozenset(
    [
        "nav",
        "aside",
        "header",
        "footer",
        "figure",
        "figcaption",
        "article",
        "main",
        "blockquote",
        "table",
        "form",
        "address",
        "h1",
        "td",
        "th",
        "li",
    ]
)
_CLOSED_BY_BLOCK = "p"
_LONGEST_TAG = 100_000


@dataclass(slots=True)
class Block:
    """Text that stands together: a paragraph, a heading, a list entry, a table row's cell."""

    tag: str
    regions: frozenset[str]
    """The telling elements around it: nav, aside, figcaption, article …"""
    hints: tuple[str, ...]
    """Classes and ids of the elements around it, outermost first, as written."""
    segments: list[tuple[int, int]] = field(default_factory=list)
    """Raw stretches of text, in order; no markup inside."""
    edges: list[int] = field(default_factory=list)
    """How many segments stood before each edge of a link."""
    linked: int = 0
    """Raw characters inside links."""
    has_image: bool = False
    breaks: list[int] = field(default_factory=list)
    """How many segments stood before each line break."""


@dataclass(slots=True)
class Tag:
    """A start tag that carries metadata."""

    name: str
    start: int
    end: int
    attributes: str
    attributes_at: int


@dataclass(slots=True)
class Page:
    """What the walk found."""

    blocks: list[Block] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    """`meta`, `link`, `time`, `html` and elements with `itemprop` or `rel=author`, in order."""
    titles: list[tuple[int, int]] = field(default_factory=list)
    scripts: list[tuple[int, int]] = field(default_factory=list)
    """Contents of JSON-LD scripts."""
    depth: int = 0
    """The deepest nesting."""


def attributes(written: str) -> dict[str, str]:
    """The attributes of a tag by their lower-case names, entities as written."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(written[:_LONGEST_TAG]):
        found.setdefault(match[1].lower(), match[2] or match[3] or match[4] or "")
    return found


def walk(markup: str) -> Page:
    """Reads the whole markup."""
    return _Walker(markup).page


class _Walker:
    def __init__(self, markup: str) -> None:
        self.page = Page()
        self._markup = markup
        self._stack: list[tuple[str, str | None]] = []
        """Open elements with their class and id."""
        self._open: dict[str, int] = {}
        self._skipping = 0
        self._links = 0
        self._block: Block | None = None
        self._hints: tuple[str, ...] | None = None
        self._last = markup.rfind(">") + 1
        """Behind it there are no tags; without this bound, unclosed tags would make the walk quadratic."""
        self._mends = 200
        """How many tags with odd quotation marks are looked into."""
        self._read()
        self._finish()

    def _read(self) -> None:
        markup, place = self._markup, 0
        length = len(markup)
        while place < length:
            match = _TAG.search(markup, place, max(place, self._last))
            if match is None:
                self._text(place, length)
                return
            if match.start() > place:
                self._text(place, match.start())
            place = self._token(match)

    def _token(self, match: re.Match[str]) -> int:
        """Deals with one tag, comment or declaration; where reading goes on."""
        name = match[2]
        if name is None:
            return self._declaration(match)
        end, written = match.end(), match[3]
        if match[1]:
            self._close(name.lower())
            return end
        if self._mends and "=" in written and (written.count('"') & 1 or written.count("='") > written.count("'") // 2):
            end = self._true_end(match)
            written = self._markup[match.start(3) : end - 1]
        name = name.lower()
        if name in _RAW and not written.endswith("/"):
            return self._raw_text(name, written, end)
        self._start(name, written, match.start(), end)
        return end

    def _declaration(self, match: re.Match[str]) -> int:
        opening = match[0]
        closing = "-->" if opening == "<!--" else "]]>" if opening.startswith("<![") else ""
        if not closing:
            return match.end()
        end = self._markup.find(closing, match.end())
        if end < 0:
            return len(self._markup) if opening == "<!--" else match.end()
        return end + len(closing)

    def _true_end(self, match: re.Match[str]) -> int:
        """The end of a tag whose attribute holds a `>`; the first `>` where quotation marks do not add up."""
        markup, start, quote = self._markup, match.start(3), ""
        self._mends -= 1
        for mark in re.finditer("[\"'>]", markup[start : start + 4000]):
            if quote:
                quote = "" if mark[0] == quote else quote
            elif mark[0] == ">":
                return start + mark.end()
            else:
                quote = mark[0]
        return match.end()

    def _raw_text(self, name: str, written: str, start: int) -> int:
        """Elements whose content is no markup."""
        closing = re.compile(rf"</{name}\b[^>]*>", re.IGNORECASE).search(self._markup, start, max(start, self._last))
        stop, end = (closing.start(), closing.end()) if closing else (len(self._markup), len(self._markup))
        if name == "title" and "svg" not in self._open:
            self.page.titles.append((start, stop))
        elif name == "script" and "ld+json" in written.lower():
            self.page.scripts.append((start, stop))
        return end

    def _text(self, start: int, end: int) -> None:
        if self._skipping or "head" in self._open:
            return
        if self._block is None:
            if self._markup[start:end].isspace():
                return
            self._block = self._new_block()
        self._block.segments.append((start, end))
        if self._links:
            self._block.linked += end - start

    def _new_block(self) -> Block:
        if self._hints is None:
            self._hints = tuple(hint for _, hint in self._stack[-40:] if hint)
        tag = next((name for name, _ in reversed(self._stack[-12:]) if name in BLOCKS), "div")
        return Block(tag, frozenset(name for name in self._open if name in _REGIONS), self._hints)

    def _finish(self) -> None:
        if self._block is not None and self._block.segments:
            self.page.blocks.append(self._block)
        self._block = None

    def _start(self, name: str, written: str, start: int, end: int) -> None:
        if name in ("meta", "link", "time", "html") or "itemprop" in written or "author" in written:
            self.page.tags.append(Tag(name, start, end, written, end - 1 - len(written)))
        if name in BLOCKS:
            self._start_block(name)
        elif name in ("br", "img"):
            self._mark(name)
        elif name == "a":
            self._edge(1)
        if name not in _VOID and not written.endswith("/"):
            self._push(name, written)

    def _start_block(self, name: str) -> None:
        """Ends what a block start ends without a closing tag: a paragraph, a list entry, the head."""
        self._finish()
        if self._open.get(_CLOSED_BY_BLOCK) and name != "head":
            self._close(_CLOSED_BY_BLOCK)
        if name == "li" and self._stack and self._stack[-1][0] == "li":
            self._close("li")
        if name not in ("html", "head") and "head" in self._open:
            self._close("head")

    def _mark(self, name: str) -> None:
        if name == "br" and self._block is not None:
            self._block.breaks.append(len(self._block.segments))
        elif name == "img" and not self._skipping:
            if self._block is None:
                self._block = self._new_block()
            self._block.has_image = True

    def _edge(self, step: int) -> None:
        self._links = max(0, self._links + step)
        if self._block is not None:
            self._block.edges.append(len(self._block.segments))

    def _push(self, name: str, written: str) -> None:
        hint = None
        if "class" in written or "id" in written or "hidden" in written or "style" in written or "role" in written:
            hint = _hint(written)
        self._stack.append((name, hint))
        if hint:
            self._hints = None
        self._open[name] = self._open.get(name, 0) + 1
        if name in _SKIPPED:
            self._skipping += 1
        self.page.depth = max(self.page.depth, len(self._stack))

    def _close(self, name: str) -> None:
        if name in BLOCKS:
            self._finish()
        if not self._open.get(name):
            return
        if name == "a":
            self._edge(-1)
        while self._stack and self._pop() != name:
            pass

    def _pop(self) -> str:
        """Takes the innermost open element off the stack; its name."""
        top, hint = self._stack.pop()
        if hint:
            self._hints = None
        if self._open[top] == 1:
            del self._open[top]
        else:
            self._open[top] -= 1
        if top in _SKIPPED:
            self._skipping -= 1
        return top


_HINT = re.compile(
    r"\b(?:class|id|role)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))|\b(hidden)\b|(display:\s*none)", re.IGNORECASE
)


def _hint(written: str) -> str | None:
    words = ["".join(part or "" for part in match.groups()) for match in _HINT.finditer(written[:3000])]
    return " ".join(words).lower() or None
