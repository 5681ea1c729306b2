"""Scores answers to the cases: small texts from public fault reports, each with what a right program returns.

Every item of a case's `expect` is one check; a case passes when all its checks pass.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.gold import Json
from benchmarks.scorers.case_records import MATCHERS, holds
from benchmarks.scorers.case_values import listed, plain, printed_form

_RECORDS = ("statements", "events", "places", "dates", "numbers")

Check = tuple[str, Any, bool]
"""Name of the expectation, what it asks, whether it was met."""


@dataclass(frozen=True)
class CaseResult:
    """One case with its checks."""

    id: str
    checks: tuple[Check, ...]

    @property
    def right(self) -> int:
        return sum(passed for *_, passed in self.checks)

    @property
    def is_passed(self) -> bool:
        return self.right == len(self.checks)


def score_cases(cases: Sequence[Json], answers: Mapping[str, Json]) -> list[CaseResult]:
    """The checks of every case; a case without an answer fails them."""
    return [score_case(case, answers.get(case["id"], {"error": "no answer"})) for case in cases]


def score_case(case: Json, answer: Json) -> CaseResult:
    checks: list[Check] = []
    for name, wanted in case["expect"].items():
        checks += _checks(case, answer, name, wanted)
    return CaseResult(case["id"], tuple(checks))


def _checks(case: Json, answer: Json, name: str, wanted: Any) -> list[Check]:
    failed = bool(answer.get("error"))
    if name in MATCHERS:
        return [(name, one, any(holds(name, record, one) for record in answer.get(name) or ())) for one in wanted]
    if name.startswith("not_"):
        records = answer.get(name[4:]) or ()
        return [(name, one, not failed and not any(holds(name[4:], r, one) for r in records)) for one in wanted]
    if name.endswith("_max"):
        return [(name, wanted, not failed and len(answer.get(name[:-4]) or ()) <= wanted)]
    if name in _LISTS:
        return _LISTS[name](case, answer, wanted)
    if name in _SINGLE:
        return [(name, wanted, _SINGLE[name](case, answer, wanted))]
    raise ValueError(f"{case['id']}: unknown expectation {name!r}")


def _items(answer: Json) -> Sequence[Json]:
    return answer.get("items") or ()


def _count(case: Json, answer: Json, wanted: int | list[int]) -> bool:
    return len(_items(answer)) in listed(wanted) and not answer.get("error")


def _article(case: Json, answer: Json, wanted: Json) -> bool:
    return any(holds("items", record, wanted) for record in _items(answer))


def _no_error(case: Json, answer: Json, wanted: object) -> bool:
    return not answer.get("error")


def _grounding(case: Json, answer: Json, wanted: object) -> bool:
    """Every record has spans, and all lie inside the raw input."""
    raw = case["input"].get("text", "")
    records = [record for name in _RECORDS for record in answer.get(name) or ()]
    return bool(records) and all(
        record.get("spans") and all(0 <= start < end <= len(raw) for start, end in record["spans"])
        for record in records
    )


def _incidents(case: Json, answer: Json, wanted: Json) -> bool:
    found = sorted(sorted(group["reports"]) for group in answer.get("incidents") or ())
    return found == sorted(sorted(group) for group in wanted["groups"])


def _clean_text(case: Json, answer: Json, wanted: Json) -> list[Check]:
    text = "\n".join(str(record.get("text") or "") for record in _items(answer))
    there = [("clean_text.contains", one, plain(one) in plain(text)) for one in wanted.get("contains", ())]
    gone = [
        ("clean_text.not_contains", one, bool(text) and printed_form(one) not in printed_form(text))
        for one in wanted.get("not_contains", ())
    ]
    return there + gone


def _raw_spans(case: Json, answer: Json, wanted: list[Json]) -> list[Check]:
    raw = case["input"].get("text", "")
    checks = []
    for one in wanted:
        records = answer.get(one["record"] + "s") or ()
        found = ["".join(raw[start:end] for start, end in record.get("spans") or ()) for record in records]
        checks.append(("raw_spans", one, any(_covers(one["raw"], text) for text in found)))
    return checks


def _covers(wanted: str, found: str) -> bool:
    return wanted in found or (found != "" and found in wanted and len(found) >= len(wanted) - 1)


def _relations(case: Json, answer: Json, wanted: list[Json]) -> list[Check]:
    return [("relations", one, any(_relates(found, one) for found in answer.get("relations") or ())) for one in wanted]


def _relates(found: Json, wanted: Json) -> bool:
    kinds = listed(wanted.get("kind_any", wanted.get("kind")))
    return {found.get("a"), found.get("b")} == {wanted["a"], wanted["b"]} and found.get("kind") in kinds


def _incident_values(case: Json, answer: Json, wanted: list[Json]) -> list[Check]:
    checks = []
    for one in wanted:
        groups = [group for group in answer.get("incidents") or () if one["group_of"] in group.get("reports", ())]
        checks.append(("incident_values", one, bool(groups) and _agrees(groups[0], one)))
    return checks


def _agrees(group: Json, wanted: Json) -> bool:
    counts, older = group.get("counts") or {}, group.get("superseded") or {}
    return (
        all(counts.get(name) == value for name, value in wanted.get("counts", {}).items())
        and all(value in listed(older.get(name)) for name, value in wanted.get("superseded", {}).items())
        and len(group.get("sources") or ()) >= wanted.get("sources_min", 0)
    )


_SINGLE: dict[str, Callable[[Json, Json, Any], bool]] = {
    "items_count": _count, "items_count_any": _count, "article": _article, "no_error": _no_error,
    "grounding": _grounding, "incidents": _incidents,
}  # fmt: skip
_LISTS: dict[str, Callable[[Json, Json, Any], list[Check]]] = {
    "clean_text": _clean_text, "raw_spans": _raw_spans, "relations": _relations, "incident_values": _incident_values,
}  # fmt: skip
