"""Whether one record of an answer is what a case expects."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from benchmarks.gold import Json
from benchmarks.scorers.case_values import bare, has_any, kilometres, listed, plain, same_date


def holds(kind: str, record: Json, wanted: Json) -> bool:
    """Whether the record meets all that `wanted` asks."""
    return MATCHERS[kind](record, wanted)


def _equal(record: Json, wanted: Json, *fields: str) -> bool:
    return all(record.get(field) == wanted[field] for field in fields if field in wanted)


def _among(record: Json, wanted: Json, *fields: str) -> bool:
    return all(record.get(field) in wanted[f"{field}_any"] for field in fields if f"{field}_any" in wanted)


def _alike(record: Json, wanted: Json, *fields: str) -> bool:
    return all(plain(record.get(field)) == plain(wanted[field]) for field in fields if field in wanted)


def _within(record: Json, wanted: Json, field: str, *names: str) -> bool:
    """The record's field holds one of the words asked for under each of `names`."""
    return all(has_any(record.get(field), wanted[name]) for name in names if name in wanted)


def _statement(record: Json, wanted: Json) -> bool:
    content = plain(record.get("content", ""))
    who = " | ".join(str(record.get(field) or "") for field in ("speaker", "speaker_canonical", "speaker_description"))
    return (
        ("speaker" not in wanted or has_any(who, wanted["speaker"]))
        and all(plain(part) in content for part in listed(wanted.get("content_contains", [])))
        and ("content_equals" not in wanted or bare(content) == bare(wanted["content_equals"]))
        and _same_kind(record, wanted)
        and _alike(record, wanted, "polarity", "where")
        and _within(record, wanted, "medium", "medium_contains", "medium_any")
        and _within(record, wanted, "via", "via_contains")
        and ("evidence_any" not in wanted or plain(record.get("evidence")) in map(plain, wanted["evidence_any"]))
    )


def _same_kind(record: Json, wanted: Json) -> bool:
    """Where mixed is expected, direct is right too."""
    if "kind" not in wanted:
        return True
    kind = plain(record.get("kind"))
    return kind == plain(wanted["kind"]) or (wanted["kind"] == "mixed" and kind == "direct")


def _event(record: Json, wanted: Json) -> bool:
    return (
        _equal(record, wanted, "type", "modality", "size")
        and _among(record, wanted, "type", "modality")
        and _within(record, wanted, "actor", "actor_contains")
        and _within(record, wanted, "target", "target_contains")
        and _within(record, wanted, "place", "place", "place_any")
        and ("date" not in wanted or same_date(record.get("date"), wanted["date"], loose=True))
        and all(_same_count(record.get("counts") or {}, name, n) for name, n in (wanted.get("counts") or {}).items())
    )


def _same_count(counts: Json, name: str, wanted: int) -> bool:
    if name.endswith(("_min", "_max")):
        found: int | None = counts.get(name, counts.get(name[:-4]))
        return found == wanted
    return wanted in (counts.get(name), counts.get(f"{name}_min"), counts.get(f"{name}_max"))


def _place(record: Json, wanted: Json) -> bool:
    if "name" in wanted and not _same_name(record, bare(wanted["name"])):
        return False
    if not _alike(record, wanted, "country", "admin1"):
        return False
    if "lat" not in wanted:
        return True
    if record.get("lat") is None:
        return False
    return kilometres((wanted["lat"], wanted["lon"]), (record["lat"], record["lon"])) <= float(wanted["within_km"])


def _same_name(record: Json, name: str) -> bool:
    text = bare(record.get("text"))
    return name in (text, bare(record.get("name"))) or (len(name) > 3 and text.split(",")[0] == name)


def _date(record: Json, wanted: Json) -> bool:
    if "text" in wanted and plain(wanted["text"]) not in plain(record.get("text")):
        return False
    return "value" not in wanted or same_date(record.get("value"), wanted["value"])


def _number(record: Json, wanted: Json) -> bool:
    if "text" in wanted and plain(wanted["text"]) not in plain(record.get("text")):
        return False
    if not _equal(record, wanted, "value", "min", "max", "unit", "bound", "exact", "superseded"):
        return False
    low = record.get("min", record.get("value"))
    if "min_between" in wanted and (low is None or not wanted["min_between"][0] <= low <= wanted["min_between"][1]):
        return False
    return _within(record, wanted, "source", "source_contains")


def _item(record: Json, wanted: Json) -> bool:
    authors = [plain(name) for name in record.get("authors") or ()]
    return (
        _alike(record, wanted, "title")
        and _equal(record, wanted, "url")
        and _among(record, wanted, "url")
        and ("authors" not in wanted or authors == [plain(name) for name in wanted["authors"]])
        and _within(record, wanted, "source", "source")
        and _within(record, wanted, "dateline", "dateline")
        and ("text_contains" not in wanted or plain(wanted["text_contains"]) in plain(record.get("text")))
        and _within(record, wanted, "correction", "correction_contains")
        and set(wanted.get("links", ())) <= set(record.get("links") or ())
        and ("published" not in wanted or _same_time(record.get("published"), wanted["published"]))
    )


def _same_time(found: str | None, wanted: str | None) -> bool:
    """Null must stay empty; a day counts alone; with a zone it must be the same instant."""
    if wanted is None or not found:
        return wanted is None and not found
    if len(wanted) <= 10:
        return found[:10] == wanted
    try:
        got = datetime.fromisoformat(found)
    except ValueError:
        return False
    return got.tzinfo is not None and got == datetime.fromisoformat(wanted)


def _warning(record: Json, wanted: Json) -> bool:
    words = f"{record.get('message')} {record.get('code')}"
    return record.get("code") in wanted.get("code_any", ()) or has_any(words, wanted.get("message_any", []))


MATCHERS: dict[str, Callable[[Json, Json], bool]] = {
    "statements": _statement, "events": _event, "places": _place, "dates": _date, "numbers": _number,
    "items": _item, "warnings": _warning,
}  # fmt: skip
