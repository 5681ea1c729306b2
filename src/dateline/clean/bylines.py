"""Names of authors out of credit lines: without "By", job titles, agencies' addresses."""

from __future__ import annotations

import re
from functools import cache

from dateline.rulebook import RULES

_LEAD = re.compile(
    r"^\s*(?:(?:written|story|words|report(?:ed|ing)?|posted|published|analysis|opinion|text|article|review|authored?)\s+)?"
    r"(?:by|von|par|por|oleh|di|door|von|від)\b[:\s]*|^\s*(?:authors?|byline|writer|reporter)\s*:\s*",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\s*(?:[;|•·/\n]|,(?!\s*(?:Jr|Sr|PhD|MD|M\.D|Ph\.D|II|III)\b)|\s(?:and|und|et|y|with|&)\s|\s[–—-]\s)\s*"
)
_NAME = re.compile(r"[^\W\d_][\w.’'‘-]*(?: +[\w.’'‘()\"“”-]+){0,5}")
_TAIL = re.compile(r"\s*(?:\(.*\)|@\w+|\b(?:updated|published|posted|for|in|at|on)\b.*|\d.*)$", re.IGNORECASE)


@cache
def _job_words() -> frozenset[str]:
    lines = (RULES / "clean" / "job_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def author_names(credit: str) -> tuple[str, ...]:
    """The names in a credit line, in its order, each once."""
    names: list[str] = []
    for part in _PARTS.split(_LEAD.sub("", " ".join(credit.split())[:300])):
        name = _LEAD.sub("", _TAIL.sub("", part)).strip(" .,:-")
        if is_name(name) and name not in names:
            names.append(name.title() if name.isupper() and len(name) > 6 and " " in name else name)
    return tuple(names)


def is_name(name: str) -> bool:
    """Whether the words can be the name of an author (a person, or an agency that signs)."""
    if not _NAME.fullmatch(name) or not 2 < len(name) < 60 or name.islower():
        return False
    words = re.findall(r"\w+", name.lower())
    return not any(word in _job_words() for word in words)
