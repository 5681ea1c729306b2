"""Statements by layout: headlines with a colon or dash, and embedded posts with a signature line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.statements.drafts import Draft, Page, Range

POST = "en.post.signature"
_POST = re.compile(r"(?:^|\s)[-–—]{1,2}\s?(?P<who>[^\n@()“”\"]{1,60}\(@?(?P<handle>@?\w{2,30})\))[^\n“”\"]{0,40}$")
_LEAD = re.compile(r"^(?P<who>[^:\n“”\"'‘’]{2,50}):\s+(?P<what>\S.{8,})$")
_TAIL = re.compile(r"^(?P<what>.{8,}?)(?P<mark>:|\s[-–—])\s+(?P<who>[^:\n“”\"‘]{2,45})$")
_BELOW = re.compile(r"[-–—]{1,2}\s?(?P<who>[A-Z@][^\n,;:“”\"]{2,60})(?:,[^\n“”\"]{0,60})?$")
_LONGEST_WHO = 6
"""Words that can name the speaker in a headline."""
_VERBS = ("VBD", "VBZ", "VBP", "MD", "VBG")


def signed_drafts(page: Page) -> Iterator[Draft]:
    """Drafts by layout, in reading order."""
    for number, (start, end) in enumerate(page.parse.paragraphs):
        is_headline = number == 0 and (end <= page.body or (page.body == 0 and len(page.parse.paragraphs) > 1))
        draft = _headline(page, start, end) if is_headline else _below(page, number)
        if draft is not None:
            yield draft


def _headline(page: Page, start: int, end: int) -> Draft | None:
    """ "Port blockade 'unlawful': transport minister", "NY Post: …"."""
    line = page.text[start:end].rstrip()
    if len(line) > 200 or not (":" in line or "—" in line or "–" in line or " - " in line):
        return None
    lead = _LEAD.match(line)
    if lead and _names_speaker(page, (start + lead.start("who"), start + lead.end("who"))):
        mark = start + lead.end("who")
        return _layout(page, start, lead, (mark, mark + 1), "en.headline.lead")
    tail = _TAIL.match(line)
    if tail and _names_speaker(page, (start + tail.start("who"), start + tail.end("who"))):
        mark = start + tail.end("mark") - 1
        return _layout(page, start, tail, (mark, mark + 1), "en.headline.tail")
    return None


def _names_speaker(page: Page, who: Range) -> bool:
    tokens = [page.tokens[i] for i in page.parse.tokens_in(*who)]
    if not tokens or len(tokens) > _LONGEST_WHO or any(token.tag in _VERBS for token in tokens):
        return False
    return tokens[-1].is_noun and not tokens[-1].text[0].isdigit()


def _layout(page: Page, start: int, match: re.Match[str], cue: Range, rule: str) -> Draft | None:
    i = page.parse.token_at(cue[0])
    what = page.trimmed((start + match.start("what"), start + match.end("what")))
    who = page.trimmed((start + match.start("who"), start + match.end("who")))
    if i is None or what is None or who is None:
        return None
    return Draft(i, cue, who, (what,), "says", rule, 0.7)


def _below(page: Page, number: int) -> Draft | None:
    return _post(page, number) or _signed_below(page, number) or _pull_quote(page, number)


def _post(page: Page, number: int) -> Draft | None:
    """An embedded post: its text, then "— City of Marlow (@marlowcity) June 15, 2025"."""
    start, end = page.parse.paragraphs[number]
    tail = page.text[max(end - 140, start) : end]
    match = _POST.search(tail) if "(@" in tail else None
    if match is None:
        return None
    base = max(end - 140, start)
    who = page.trimmed((base + match.start("who"), base + match.end("who")))
    what = page.trimmed((start, base + match.start()))
    if what is None and number > 0:
        what = page.trimmed(page.parse.paragraphs[number - 1])
    dash = page.text.find(match.group().strip()[0], base + match.start())
    head = page.parse.token_at(dash)
    if who is None or what is None or head is None:
        return None
    return Draft(head, (dash, dash + 1), who, (what,), "says", POST, 0.95)


def _signed_below(page: Page, number: int) -> Draft | None:
    """A paragraph of its own under a quotation: "— Karl Meister, union secretary"."""
    start, end = page.parse.paragraphs[number]
    if number == 0 or end - start > 130 or page.text[start] not in "-–—":
        return None
    match = _BELOW.match(page.text, start, end)
    above = page.trimmed(page.parse.paragraphs[number - 1])
    head = page.parse.token_at(start)
    if match is None or above is None or head is None or not _is_quoted(page, number - 1):
        return None
    return Draft(head, (start, start + 1), match.span("who"), (above,), "says", "en.quotation.signature", 0.85)


def _pull_quote(page: Page, number: int) -> Draft | None:
    """The last line of a pull quote, a name with the closing mark: `"We stay.` and below it `Ana Day, mayor."`."""
    start, end = page.parse.paragraphs[number]
    line = page.text[start:end].rstrip()
    if number == 0 or len(line) > 90 or line[-1] not in "\"”" or not line[0].isupper():
        return None
    above_start, above_end = page.parse.paragraphs[number - 1]
    above = page.trimmed((above_start, above_end))
    inside = page.parse.tokens_in(start, end)
    is_name = all(page.tokens[i].tag not in _VERBS for i in inside) and page.tokens[inside[0]].is_proper
    is_open = page.text[above_start] in "\"“" and page.text[above_start:above_end].rstrip()[-1] not in "\"”"
    who = page.trimmed((start, start + len(line.rstrip("\"”."))))
    if not is_name or not is_open or above is None or who is None:
        return None
    mark = start + len(line) - 1
    return Draft(inside[-1], (mark, mark + 1), who, (above,), "says", "en.pullquote.signature", 0.85)


def _is_quoted(page: Page, number: int) -> bool:
    inside = page.parse.tokens_in(*page.parse.paragraphs[number])
    return len(inside) > 3 and page.quoted[inside[0]] >= 0 and page.quoted[inside[-2]] >= 0
