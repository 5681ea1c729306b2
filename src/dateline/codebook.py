"""The codebook: every type of event that Dateline knows, with its codes elsewhere.

It is the file `rules/events.toml`. It stands below the stages, since events, export and the
command line all read it.
"""

from __future__ import annotations

import tomllib
from functools import cache, cached_property

import msgspec

from dateline.errors import RuleError
from dateline.records import Plover
from dateline.rulebook import RULES

FILE = "events.toml"


class Acled(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The names of ACLED's event type and sub-event type."""

    type: str
    sub_type: str


class EventType(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One type. A missing code means that the other scheme has none."""

    id: str
    """`EVENT/mode`, or `EVENT` alone."""
    gloss: str
    plover: Plover | None = None
    cameo: str | None = None
    acled: Acled | None = None
    roles: tuple[str, ...] = ("doer", "target")
    numbers: tuple[str, ...] = ()
    """What its figures count: killed, arrested, crowd …"""
    implied: str | None = None
    """PLOVER sector of the doer that follows from the type where none is named: arrest → COP."""

    @property
    def event(self) -> str:
        return self.id.partition("/")[0]

    @property
    def mode(self) -> str | None:
        return self.id.partition("/")[2] or None


class Codebook(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All types in the order of the file."""

    types: tuple[EventType, ...]

    def type(self, name: str) -> EventType:
        """The type with the id `name`. Raises KeyError for an unknown one."""
        return self._by_id[name]

    @cached_property
    def _by_id(self) -> dict[str, EventType]:
        return {entry.id: entry for entry in self.types}


@cache
def load_codebook() -> Codebook:
    """The codebook of `rules/events.toml`.

    Raises RuleError for wrong TOML, an unknown or missing field, or an id that stands twice.
    """
    return parse_codebook((RULES / FILE).read_text(encoding="utf-8"), f"rules/{FILE}")


def parse_codebook(source: str, where: str) -> Codebook:
    """As `load_codebook`, from a text; `where` names it in errors."""
    try:
        entries = tomllib.loads(source).get("type", [])
        types = msgspec.convert(entries, tuple[EventType, ...])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise RuleError(where, str(error), "see the fields of EventType in the manual, docs/rules.md") from error
    seen: set[str] = set()
    for entry in types:
        if entry.id in seen:
            raise RuleError(where, f"the type {entry.id} stands twice", "give one of the two another id")
        seen.add(entry.id)
    return Codebook(types=types)
