"""From the words of a quantity to its bounds."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.grammar.numerals import words_value
from dateline.grammar.scanner import Word
from dateline.records import Bound

Figure = int | float


@dataclass(frozen=True)
class Amount:
    """A quantity before it is tied to the sentence. `first` and `last` (half-open) are word indices."""

    first: int
    last: int
    low: Figure | None
    high: Figure | None
    exact: bool = True
    bound: Bound | None = None
    unit: str | None = None
    currency: str | None = None


def read_amount(words: list[Word], first: int, last: int, sense: str) -> Amount | None:
    """The quantity of words `first` to `last`; `None` where they are none after all ("3-1")."""
    inside = words[first:last]
    if sense == "ordinal":
        value = inside[0].value
        return Amount(first, last, value, value, unit="ordinal") if isinstance(value, int | float) else None
    reader = {"single": _single, "range": _range, "vague": _vague, "share": _share}[sense]
    bounds = reader(inside)
    if bounds is None:
        return None
    unit, currency = _unit(inside) if sense != "share" else ("share", None)
    return _bounded(Amount(first, last, *bounds, unit=unit, currency=currency), inside, sense)


def _single(inside: list[Word]) -> tuple[Figure | None, Figure | None] | None:
    value = _value(inside)
    return None if value is None else (value, value)


def _range(inside: list[Word]) -> tuple[Figure | None, Figure | None] | None:
    """Low and high; "two to three thousand" lends its scale to the first."""
    cut = next((i for i in range(1, len(inside) - 1) if _joins(inside, i)), None)
    if cut is None:
        return None
    left, right = inside[:cut], inside[cut + 1 :]
    low, high = _value(left), _value(right)
    if low is None or high is None:
        return None
    scale = next((word.value for word in right if word.kind in ("SCALE", "ABBREVIATION")), None)
    is_scaled = any(word.kind in ("SCALE", "ABBREVIATION") for word in left)
    if isinstance(scale, int | float) and not is_scaled and low < scale and low * scale <= high:
        low *= scale
    return (low, high) if low < high else None


def _joins(inside: list[Word], i: int) -> bool:
    word = inside[i]
    if word.lower in ("to", "or") or word.kind == "DASH":
        return True
    if word.kind == "HYPHEN":
        is_after_figure = inside[i - 1].kind in ("FIGURE", "ABBREVIATION", "PERCENT")
        return is_after_figure and inside[i + 1].kind in ("FIGURE", "CURRENCY")
    return word.lower == "and" and inside[0].lower == "between"


def _vague(inside: list[Word]) -> tuple[Figure | None, Figure | None] | None:
    words = [word for word in inside if word.kind in ("VAGUE", "SOME")]
    low, _, high = str(words[0].value).partition("..")
    times = words_value([word for word in inside if word.kind == "SCALE"]) or 1
    return int(low) * times, int(high) * times if high else None


def _share(inside: list[Word]) -> tuple[Figure | None, Figure | None] | None:
    """0.2 for "one in five", 2/3 for "two thirds", 0.5 for "half of"."""
    numbers = [word.value for word in inside if word.kind in ("CARD", "FIGURE", "PART", "ORD", "HALF")]
    if any(word.lower == "quarter" for word in inside):
        numbers.append(4)
    figures = [number for number in numbers if isinstance(number, int | float)]
    if len(figures) == 1:
        figures = [figures[0], 1] if figures[0] < 1 else [1, figures[0]]
    if len(figures) != 2 or not figures[1] or figures[0] > figures[1]:
        return None
    share = figures[0] / figures[1]
    return share, share


def _value(inside: list[Word]) -> Figure | None:
    """Figures times their scales: "2.5 million", "1.2bn", "one hundred and twenty thousand"."""
    counted = [word for word in inside if word.kind in ("CARD", "SCALE", "HALF", "FIGURE", "ABBREVIATION")]
    scaled = [word._replace(kind="SCALE") if word.kind == "ABBREVIATION" else word for word in counted]
    if len(scaled) > 2 and scaled[-1].kind == "SCALE" and scaled[-2].kind == "HALF":
        value, scale = words_value(scaled[:-1]), scaled[-1].value
        return value * scale if value is not None and isinstance(scale, int | float) else None
    return words_value(scaled)


def _unit(inside: list[Word]) -> tuple[str | None, str | None]:
    for word in inside:
        if word.kind in ("CURRENCY", "MONEY"):
            return "money", str(word.value) or None
        if word.kind in ("PERCENT", "MEASURE"):
            return str(word.value), None
    return None, None


def _bounded(amount: Amount, inside: list[Word], sense: str) -> Amount:
    """The amount with what "at least", "nearly", "or more" make of it."""
    if sense in ("range", "vague"):
        amount = replace(amount, exact=False)
    for word in inside:
        if word.kind not in ("BOUND", "TAIL"):
            continue
        if word.value in ("at_least", "more"):
            amount = replace(amount, high=None, bound=Bound.AT_LEAST, exact=False)
        elif word.value in ("at_most", "less") and sense != "range":
            amount = replace(amount, low=None, bound=Bound.AT_MOST, exact=False)
        elif word.value == "about":
            amount = replace(amount, exact=False)
    return amount
