"""Places: detection, kinds, resolution."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import gazetteer, parsed, plain_article

from dateline.actors import find_actors
from dateline.gazetteer import Gazetteer, fold
from dateline.places import find_places, resolve_spans
from dateline.places.lexicon import WordList, word_lists
from dateline.records import Dateline, Place, PlaceKind, PlaceLevel


def places_of(text: str) -> list[Place]:
    article, parse = plain_article(text), parsed(text)
    found = find_places(article, parse, find_actors(article, parse, gazetteer()), gazetteer())
    assert all(article.text[place.span.start : place.span.end] == place.span.text for place in found)
    return list(found)


def named(text: str, name: str) -> Place:
    return next(place for place in places_of(text) if place.span.text == name)


def holds(words: WordList, sentence: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sentence.lower()) for word in words.words)


@pytest.mark.parametrize("words", word_lists().values(), ids=lambda words: words.id)
def test_each_word_list_fires_in_its_examples_only(words: WordList) -> None:
    assert all(holds(words, sentence) for sentence in words.yes)
    assert not any(holds(words, sentence) for sentence in words.no)


@pytest.mark.parametrize(
    ("text", "name", "country", "level"),
    [
        ("The strike reached the port of Rotterdam on Monday.", "Rotterdam", "NL", PlaceLevel.CITY),
        ("Floods cut roads in Kerala, officials said.", "Kerala", "IN", PlaceLevel.ADMIN1),
        ("Two ministers flew to Kenya for talks.", "Kenya", "KE", PlaceLevel.COUNTRY),
        ("The levee in Paris, Texas, will hold, the sheriff said.", "Paris", "US", PlaceLevel.CITY),
        ("Thousands rallied outside parliament in Tbilisi, Georgia, on Friday.", "Tbilisi", "GE", PlaceLevel.CITY),
        ("A vigil was held in Savannah, in the US state of Georgia.", "Savannah", "US", PlaceLevel.CITY),
        ("Shots were heard near Aleppo, a monitor in Syria said.", "Aleppo", "SY", PlaceLevel.CITY),
    ],
)
def test_a_toponym_is_resolved(text: str, name: str, country: str, level: PlaceLevel) -> None:
    place = named(text, name)
    assert (place.country, place.level) == (country, level)
    assert place.lat is not None
    assert place.radius_km is not None
    assert 0 <= place.score <= 1


def test_a_place_in_texas_is_not_the_one_in_france() -> None:
    place = named("The levee in Paris, Texas, will hold, the sheriff said.", "Paris")
    assert place.admin1_code == "TX"
    assert place.lat == pytest.approx(33.66, abs=0.2)
    assert place.lon == pytest.approx(-95.56, abs=0.2)


def test_a_demonym_is_a_link_to_a_country() -> None:
    place = named("Turkish police closed the square.", "Turkish")
    assert (place.kind, place.country) == (PlaceKind.DEMONYM, "TR")


def test_a_government_that_speaks_is_associative() -> None:
    assert named("Washington said it would not lift the sanctions.", "Washington").kind is PlaceKind.ASSOCIATIVE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Defence Minister Jordan Hale is to fly home on Thursday.", "Jordan"),
        ("The Los Angeles Times reported it first.", "Los Angeles"),
        ("Sydney Lopez told Georgia Mills that she would pay.", "Sydney"),
        ("Sydney Lopez told Georgia Mills that she would pay.", "Georgia"),
        ("They call themselves sanctuary cities in the north.", "north"),
    ],
)
def test_persons_papers_and_class_words_are_no_places(text: str, name: str) -> None:
    assert not [p for p in places_of(text) if p.span.text == name and p.kind is not PlaceKind.EMBEDDED]


def test_the_runner_up_is_another_reading() -> None:
    place = named("The council of Springfield met on Monday.", "Springfield")
    assert place.runner_up is not None
    assert place.runner_up.score <= place.score


def test_given_spans_are_resolved_without_a_parse() -> None:
    text = "From Lagos to Accra."
    lagos, accra = resolve_spans(plain_article(text), [(5, 10), (14, 19)], gazetteer())
    assert (lagos.country, accra.country) == ("NG", "GH")
    unknown = resolve_spans(plain_article("In Xqzwv."), [(3, 8)], gazetteer())[0]
    assert (unknown.lat, unknown.geonames, unknown.score) == (None, None, 0.0)


def test_a_dateline_place_counts_as_home() -> None:
    article = plain_article("Lebanon is a town.")
    assert article.dateline is None
    assert Dateline(place="NASHVILLE, Tenn.").place
    assert resolve_spans(article, [(0, 7)], gazetteer())[0].country == "LB"


@given(st.text(alphabet="Paris Texas,.()–—\n’'İßﬀMAIN STREETLagos", max_size=120))
@settings(max_examples=60, deadline=None)
def test_spans_are_exact_in_random_text(text: str) -> None:
    found = places_of(text)
    assert [place.id for place in found] == [f"p{n}" for n in range(1, len(found) + 1)]
    assert found == sorted(found, key=lambda place: place.span.at)


class TestGazetteer:
    def test_names_are_known_whatever_their_case_and_accents(self) -> None:
        for name in ("SÃO PAULO", "Sao Paulo", "são-paulo", "St. Louis", "Saint Louis"):
            assert gazetteer().knows(name), name
        assert not gazetteer().knows("Xqzwv")

    def test_a_demonym_gives_its_country(self) -> None:
        assert gazetteer().demonym("Kenyans") == "KE"
        assert gazetteer().demonym("table") is None

    def test_the_larger_place_comes_first(self) -> None:
        first = gazetteer().lookup("London")[0]
        assert (first.country, first.level) == ("GB", PlaceLevel.CITY)

    @given(st.text(max_size=40))
    @settings(deadline=None)
    def test_folding_twice_changes_nothing(self, name: str) -> None:
        assert fold(fold(name)) == fold(name)

    def test_loading_twice_gives_the_same_answers(self) -> None:
        assert Gazetteer.load().lookup("Accra") == gazetteer().lookup("Accra")
