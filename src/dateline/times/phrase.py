"""The words that matched a pattern, asked by class."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.grammar.numerals import words_value
from dateline.grammar.scanner import Word

_VAGUE = ("MOD", "PHASE", "ABOUT")


@dataclass(frozen=True)
class Phrase:
    """Words `first` to `last` (half-open) of `words`."""

    words: list[Word]
    first: int
    last: int

    @property
    def inside(self) -> list[Word]:
        return self.words[self.first : self.last]

    @property
    def start(self) -> int:
        """Offset of the word that carries the meaning: the last one of a date class, else the first word."""
        return next((word.start for word in self.inside if word.kind in _CORES), self.inside[0].start)

    @property
    def is_vague(self) -> bool:
        """True for "early June" and "about a week"; the "later" of "a week later" is not vague."""
        return any(word.kind in _VAGUE for word in self.inside[:-1])

    def one(self, *kinds: str) -> Word | None:
        """The first word of one of these classes."""
        return next((word for word in self.inside if word.kind in kinds), None)

    def has(self, *forms: str) -> bool:
        return any(word.lower in forms for word in self.inside)

    def before(self, word: Word) -> Word | None:
        """The word before `word` in the phrase."""
        at = self.inside.index(word)
        return self.inside[at - 1] if at else None

    def preceded_by(self, *forms: str) -> bool:
        """True if one of `forms` stands right before the phrase."""
        return self.first > 0 and self.words[self.first - 1].lower in forms

    def followed_by(self, *forms: str) -> bool:
        return self.last < len(self.words) and self.words[self.last].lower in forms

    def relative(self) -> int | None:
        """-1 for "last", 0 for "this", 1 for "next"; "this past" and "this coming" go by their second word."""
        found = [int(word.value) for word in self.inside if word.kind in ("LAST", "NEXT", "THIS", "PREVIOUS", "SAME")]
        return next((value for value in found if value), 0) if found else None

    def year(self) -> str | None:
        """`2013`, or `BC0490`."""
        era = self.one("ERA")
        figure = self.before(era) if era else self.one("YEAR")
        if figure is None:
            return None
        if era and int(era.value) < 0:
            return f"BC{int(figure.text):04}" if figure.text.isdecimal() else None
        return f"{int(figure.text):04}" if figure.text.isdecimal() else None

    def day_number(self) -> int | None:
        """The day of the month next to the month's name."""
        for i, word in enumerate(self.inside):
            if word.kind == "MONTH":
                near = [*self.inside[i + 1 : i + 3], *reversed(self.inside[max(i - 2, 0) : i])]
                found = next((other for other in near if other.kind in ("DAYNUM", "ORDD")), None)
                return int(found.text.rstrip("stndrh")) if found else None
        return None

    def count(self) -> tuple[float | None, bool]:
        """(how many, is it vague) by the quantity words before the unit; (None, True) for "a few"."""
        quantity: list[Word] = []
        for word in self.inside:
            if word.kind in ("UNIT", "UNITS"):
                break
            quantity.append(word)
        if few := next((word for word in quantity if word.kind == "FEW"), None):
            return (None, True) if few.value == "X" else (float(few.value), True)
        value = words_value([word for word in _last_of_range(quantity) if word.kind != "ABOUT"])
        if value is None:
            is_one = self.one("UNIT") is not None or any(word.lower in ("a", "an") for word in quantity)
            return (1, False) if is_one else (None, True)
        return value, len(_last_of_range(quantity)) < len(quantity)


def _last_of_range(quantity: list[Word]) -> list[Word]:
    """Of "two or three" the words after "or"."""
    for i, word in enumerate(quantity):
        if word.lower in ("or", "to") and i:
            return quantity[i + 1 :]
    return quantity


_CORES = frozenset(
    {"ISO", "SLASHED", "MONTH", "YEAR", "SEASON", "WEEKDAY", "DEICTIC", "HOLIDAY", "UNIT", "UNITS", "PART", "WEEKEND"}
)
