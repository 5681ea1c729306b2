"""Who, where, when, how many: actors, places, times, numbers."""

from __future__ import annotations

from enum import StrEnum

from dateline.records.span import Record, Span


class EntityType(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    PLACE = "place"
    DOCUMENT = "document"


class Entity(Record, frozen=True, kw_only=True):
    """One actor of the article, with all its mentions."""

    id: str
    """`e1`, `e2` … in order of first mention."""
    name: str
    """The fullest name or description in the article."""
    type: EntityType
    role: str | None = None
    """Office or description as the article gives it: "US President", "spokesman"."""
    sector: str | None = None
    """PLOVER sector code (GOV, COP, MIL, CVL …)."""
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    mentions: tuple[Span, ...]
    """In reading order; pronouns included."""
    public: bool
    """False for private persons."""
    same_as: tuple[str, ...] = ()
    """Ids elsewhere: `wikidata:Q22686`."""


class PlaceLevel(StrEnum):
    CONTINENT = "continent"
    REGION = "region"
    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    CITY = "city"


class PlaceKind(StrEnum):
    """How a toponym is used (Gritta, Pilehvar, Collier 2019)."""

    LITERAL = "literal"
    ASSOCIATIVE = "associative"
    """A government or team named by its place: "Washington said"."""
    DEMONYM = "demonym"
    EMBEDDED = "embedded"
    """Inside another name: "University of London"."""


class RunnerUp(Record, frozen=True, kw_only=True):
    """The next best reading of a toponym."""

    name: str
    geonames: int | None = None
    country: str | None = None
    score: float


class Place(Record, frozen=True, kw_only=True):
    """One mention of a place, resolved as far as the article allows."""

    id: str
    """`p1`, `p2` … in reading order."""
    span: Span
    name: str
    """The gazetteer's name."""
    geonames: int | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    admin1: str | None = None
    admin1_code: str | None = None
    """GeoNames admin1 code: `CA` in the US, numbers elsewhere."""
    level: PlaceLevel | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    """Radius of a circle that should hold the true point."""
    kind: PlaceKind = PlaceKind.LITERAL
    score: float
    """0 to 1."""
    runner_up: RunnerUp | None = None


class TimeType(StrEnum):
    """TIMEX3 types (TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Time(Record, frozen=True, kw_only=True):
    """One temporal expression."""

    id: str
    """`t1`, `t2` … in reading order."""
    span: Span
    type: TimeType
    value: str
    """TIMEX3 value: `2025-06-15`, `2025-W24`, `P3D`, `XXXX-WXX-7` without a reference date."""
    start: str | None = None
    """ISO date or date and time; the interval is half-open. `None`: open or unknown."""
    end: str | None = None
    approx: bool = False
    anchor: str | None = None
    """What it was counted from: `published`, or the id of another time."""


class Bound(StrEnum):
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Check(Record, frozen=True, kw_only=True):
    """A doubt about a printed figure: `CONVERSION_REVERSED`, `CONVERSION_OFF`."""

    code: str
    message: str


class Number(Record, frozen=True, kw_only=True):
    """One quantity as a range. "At least 12" has `low` 12 and `high` None."""

    id: str
    """`n1`, `n2` … in reading order."""
    span: Span
    low: int | float | None = None
    high: int | float | None = None
    exact: bool = True
    """False for "some 2,000", "dozens", "nearly 40"."""
    bound: Bound | None = None
    unit: str | None = None
    """people, percent, money, ordinal, years, km …"""
    currency: str | None = None
    """ISO 4217."""
    of: Span | None = None
    """The words for what it counts: "protesters", "people"."""
    source: str | None = None
    """Id of the statement or entity that gives the figure."""
    superseded: bool = False
    """An older figure that the report replaces."""
    part_of: str | None = None
    """Id of the number that this one is a share of."""
    check: Check | None = None
