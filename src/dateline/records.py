"""The records that Dateline makes of a report.

Every record is frozen. "Not known" is `None`, several values are a tuple, closed sets are
`StrEnum`s. A changed record is a new one (`msgspec.structs.replace`). The JSON of a `Coding`
is exactly these fields in this order; `dateline schema` prints its JSON Schema.

All offsets are half-open and count Unicode code points. `Span.at` points into `Article.text`,
`Span.raw` into the raw text of the report. Spans are made by `Article.span` alone.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from functools import cached_property

import msgspec

SCHEMA = "dateline/1"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """The base of all records: frozen, compared by value, fields given by name."""


class Span(Record, frozen=True, kw_only=True, gc=False):
    """Characters of the article, with the way back to the raw report."""

    at: tuple[int, int]
    """Offsets into `Article.text`."""
    raw: tuple[int, int]
    """Offsets into the raw text; covers everything the characters came from."""
    text: str
    """`Article.text[at[0]:at[1]]`."""

    @property
    def start(self) -> int:
        return self.at[0]

    @property
    def end(self) -> int:
        return self.at[1]


# --- the report as it came -------------------------------------------------------------------


class Format(StrEnum):
    """The layout a report was read from."""

    TEXT = "text"
    HTML = "html"
    JSONL = "jsonl"


class Given(Record, frozen=True, kw_only=True):
    """What came along with the report: its id elsewhere and metadata, as it was given."""

    id: str | None = None
    title: str | None = None
    published: str | None = None
    """ISO 8601 date or date and time, as given."""
    url: str | None = None
    publisher: str | None = None
    byline: tuple[str, ...] = ()
    language: str | None = None


class Provenance(Record, frozen=True, kw_only=True):
    """Where a report came from; all that a coding keeps of the raw report."""

    id: str
    """Content hash: the same raw text and part give the same id everywhere."""
    sha256: str
    """SHA-256 of the raw bytes (of the UTF-8 raw text where no bytes were given)."""
    uri: str | None = None
    part: int | None = None
    """Number of the report within its source, from 1, where a source holds several."""
    locator: str | None = None
    """The way back into the source: line, record, page, cell."""
    format: Format = Format.TEXT
    given: Given = Given()


class Report(Record, frozen=True, kw_only=True):
    """One news report as it came: the raw characters and where they are from.

    For text and JSONL text fields `text` is the decoded characters; where title and text came
    apart it is title, blank line, text. For HTML it is the decoded markup.
    """

    provenance: Provenance
    text: str
    is_markup: bool = False


class Failure(Record, frozen=True, kw_only=True):
    """A report that could not be coded. Counted, printed, never dropped."""

    report: str
    """Which report: file name, line or uri, as a person would look for it."""
    stage: str
    message: str


# --- the clean article -----------------------------------------------------------------------


class Edit(Record, frozen=True, kw_only=True, gc=False):
    """One change that cleaning made to the characters, and why. Markup and entities are no edits."""

    raw: tuple[int, int]
    before: str
    after: str
    why: str
    """glue, space, mojibake, invisible, furniture.video, furniture.counter, furniture.share …"""


class Dateline(Record, frozen=True, kw_only=True):
    """The opening line of a wire story: `PARIS, Texas (AP) —`."""

    place: str | None = None
    agency: str | None = None


class PublishedFrom(StrEnum):
    """Where the publication date was read."""

    GIVEN = "given"
    JSON_LD = "json_ld"
    META = "meta"
    TIME = "time"
    URL = "url"
    TEXT = "text"


Run = tuple[int, int, int, int]
"""(at, raw, at_length, raw_length). Equal lengths: character by character; else as one block."""


class Article(Record, frozen=True, kw_only=True, dict=True):
    """The clean article. `text` opens with the headline, where there is one, as first paragraph.

    Paragraphs are parted by one blank line.
    """

    title: str | None = None
    byline: tuple[str, ...] = ()
    publisher: str | None = None
    dateline: Dateline | None = None
    published: str | None = None
    """ISO 8601 date, or date and time with its zone where that is known."""
    published_from: PublishedFrom | None = None
    language: str | None = None
    """ISO 639-1."""
    url: str | None = None
    correction: Span | None = None
    captions: tuple[Span, ...] = ()
    text: str
    body: int = 0
    """Where the body starts in `text` (0 without a headline)."""
    alignment: tuple[Run, ...] = ()
    """Runs ordered by `at`; characters in no run (paragraph breaks between blocks) come from no raw character."""
    edits: tuple[Edit, ...] = ()
    """Ordered by `raw`; none overlap."""

    def span(self, start: int, end: int) -> Span:
        """The span of `text[start:end]` with its raw offsets. The only maker of spans."""
        return Span(at=(start, end), raw=self.raw(start, end), text=self.text[start:end])

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets that cover `text[start:end]`: the smallest stretch over all its runs.

        Characters without a raw character of their own (an inserted space, a paragraph break)
        take the place right behind what precedes them.
        """
        first = max(bisect_right(self._run_starts, start) - 1, 0)
        low: int | None = None
        high = 0
        for at, raw, at_length, raw_length in self.alignment[first:]:
            if at >= end:
                break
            if at + at_length <= start:
                continue
            same = at_length == raw_length
            left = raw + max(start - at, 0) if same else raw
            right = raw + min(end - at, at_length) if same else raw + raw_length
            low = left if low is None else min(low, left)
            high = max(high, right)
        if low is None:
            return (self._raw_before(start),) * 2
        return low, high

    def _raw_before(self, start: int) -> int:
        index = bisect_right(self._run_starts, start) - 1
        if index < 0:
            return 0
        _, raw, _, raw_length = self.alignment[index]
        return raw + raw_length

    @cached_property
    def _run_starts(self) -> list[int]:
        return [run[0] for run in self.alignment]


# --- who, where, when, how many ----------------------------------------------------------------


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


# --- statements --------------------------------------------------------------------------------


class StatementKind(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Polarity(StrEnum):
    ASSERTS = "asserts"
    DENIES = "denies"
    DECLINES = "declines"


class BackingValue(StrEnum):
    """The report's own verdict on what was said."""

    NONE_STATED = "none_stated"
    NO_EVIDENCE = "no_evidence"
    CALLED_FALSE = "called_false"
    UNVERIFIED = "unverified"
    CONFIRMED = "confirmed"


class Backing(Record, frozen=True, kw_only=True):
    value: BackingValue = BackingValue.NONE_STATED
    span: Span | None = None


class Statement(Record, frozen=True, kw_only=True):
    """One thing that somebody is reported to have said, written, or believed."""

    id: str
    """`s1`, `s2` … in reading order of the content."""
    source: Span | None = None
    """Who, in the report's words; None = the report does not say."""
    speaker: str | None = None
    """Entity id of the source."""
    addressee: str | None = None
    """Entity id."""
    cue: Span
    """The wording that shows it is speech: "added", "according to", ":"."""
    content: tuple[Span, ...]
    """What was said, in reading order, without its quotation marks."""
    kind: StatementKind
    act: str
    """says, claims, reports, orders, asks … : the list in `rules/en/acts.toml`."""
    polarity: Polarity = Polarity.ASSERTS
    medium: Span | None = None
    via: str | None = None
    """Id of the statement or entity through which the report has it."""
    backing: Backing = Backing()
    rule: str
    score: float
    """0 to 1."""


# --- events ------------------------------------------------------------------------------------


class Plover(Record, frozen=True, kw_only=True):
    event: str
    mode: str | None = None


class Role(StrEnum):
    DOER = "doer"
    TARGET = "target"
    ORGANISER = "organiser"
    UNIT = "unit"
    VICTIM = "victim"


class Actor(Record, frozen=True, kw_only=True):
    """Who takes part in an event. `implied`: not said, follows from the type (arrest → police)."""

    span: Span | None = None
    entity: str | None = None
    role: Role
    implied: bool = False


class EventNumber(Record, frozen=True, kw_only=True):
    """`of`: killed, injured, missing, arrested, deported, deployed, evicted, crowd, cost …"""

    of: str
    number: str


class Modality(StrEnum):
    """The 15 values of the ontology."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    ORDERED = "ordered"
    PLANNED = "planned"
    CALLED_FOR = "called_for"
    THREATENED = "threatened"
    ATTEMPTED = "attempted"
    ALLEGED = "alleged"
    DENIED = "denied"
    UNDER_INVESTIGATION = "under_investigation"
    NEGATED = "negated"
    CALLED_OFF = "called_off"
    HYPOTHETICAL = "hypothetical"
    HABITUAL = "habitual"
    HISTORICAL = "historical"


class Event(Record, frozen=True, kw_only=True):
    """Who did what to whom, and whether it happened."""

    id: str
    """`v1`, `v2` … in reading order of the first trigger."""
    type: str
    """`EVENT/mode` as in `COERCE/arrest`, or `EVENT` alone: the list that `dateline types` prints."""
    plover: Plover | None = None
    triggers: tuple[Span, ...]
    trigger: Span
    """The first of `triggers`."""
    actors: tuple[Actor, ...] = ()
    place: str | None = None
    """Place id."""
    time: str | None = None
    """Time id."""
    numbers: tuple[EventNumber, ...] = ()
    instrument: Span | None = None
    modality: Modality
    statement: str | None = None
    """Id of the statement that reports it; None = the report itself does."""
    rule: str
    score: float
    """0 to 1."""


# --- the whole ---------------------------------------------------------------------------------


class Warn(Record, frozen=True, kw_only=True):
    """Something that a person should know about this coding."""

    code: str
    message: str
    span: Span | None = None


class CoderVersion(Record, frozen=True, kw_only=True):
    version: str
    rules: str
    """SHA-256 over all rule files."""
    models: dict[str, str]
    """SHA-256 of each model file by name, the parser's version included."""


class Coding(Record, frozen=True, kw_only=True):
    """The article with all its records."""

    schema: str = SCHEMA
    coder: CoderVersion
    report: Provenance
    article: Article
    entities: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    numbers: tuple[Number, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    warnings: tuple[Warn, ...] = ()
