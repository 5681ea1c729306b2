"""Every rule's own examples: it fires in `yes` and keeps quiet in `no`."""

from __future__ import annotations

import pytest
from tests.support import gazetteer, parsed, plain_article

from dateline.actors import find_actors
from dateline.actors.lexicon import HeadRule, HypernymRule, NounRule, TitleRule, WordRule, lexicon
from dateline.records import Entity, EntityType
from dateline.rulebook import load_rules

NOUNS = load_rules("en/actors.toml", NounRule, "noun")
TITLES = load_rules("en/actors_names.toml", TitleRule, "title")
HEADS = load_rules("en/actors_names.toml", HeadRule, "head")
HYPERNYMS = load_rules("en/actors_names.toml", HypernymRule, "hypernym")
WORDS = {rule.list: rule for rule in load_rules("en/actors_names.toml", WordRule, "word")}


def actors(text: str) -> tuple[Entity, ...]:
    return find_actors(plain_article(text), parsed(text), gazetteer())


def lemmas(text: str, entity: Entity) -> set[str]:
    tokens = parsed(text).tokens
    return {t.lemma.lower() for m in entity.mentions for t in tokens if m.start <= t.start < m.end}


@pytest.mark.parametrize("rule", NOUNS, ids=lambda rule: rule.id)
def test_nouns(rule: NounRule) -> None:
    words = {*rule.words, *rule.bodies}
    for text in rule.yes:
        sector = None if rule.sector == "UNK" else rule.sector
        assert any(e.sector == sector and lemmas(text, e) & words for e in actors(text)), text
    for text in rule.no:
        assert not any(lemmas(text, e) & words for e in actors(text)), text


@pytest.mark.parametrize("rule", TITLES, ids=lambda rule: rule.id)
def test_titles(rule: TitleRule) -> None:
    for text in rule.yes:
        persons = [e for e in actors(text) if e.type is EntityType.PERSON and e.name[0].isupper()]
        assert persons, text
        assert persons[0].name.split()[0].lower().rstrip(".") not in rule.words
        assert persons[0].public is rule.public
    for text in rule.no:
        assert not any(e.type is EntityType.PERSON and e.name[0].isupper() for e in actors(text)), text


@pytest.mark.parametrize("rule", HEADS, ids=lambda rule: rule.id)
def test_heads(rule: HeadRule) -> None:
    for text in rule.yes:
        found = [e for e in actors(text) if e.type is EntityType.ORGANISATION and e.sector == rule.sector]
        assert bool(found) is (rule.type is EntityType.ORGANISATION), text
    for text in rule.no:
        types = {EntityType.PERSON} if rule.type is EntityType.ORGANISATION else {EntityType.ORGANISATION}
        assert {e.type for e in actors(text)} == types, text


@pytest.mark.parametrize("rule", HYPERNYMS, ids=lambda rule: rule.id)
def test_hypernyms(rule: HypernymRule) -> None:
    for text in rule.yes:
        assert any(len(e.mentions) == 2 for e in actors(text)), text
    for text in rule.no:
        assert not any(len(e.mentions) > 1 for e in actors(text)), text


@pytest.mark.parametrize("name", ["speech", "acting", "addressed", "quantity"])
def test_verbs_and_quantities_make_actors(name: str) -> None:
    rule = WORDS[name]
    for text in rule.yes:
        words = " ".join(m.text for e in actors(text) for m in e.mentions)
        assert any(word in words for word in ("beekeeper", "Washington", "the city", "Thousands of protesters")), text
    for text in rule.no:
        assert not any(m.text.lower() != "they" for e in actors(text) for m in e.mentions), text


def test_calendar_words_are_no_names() -> None:
    for text in (*WORDS["calendar"].yes, *WORDS["calendar"].no):
        assert [e.name for e in actors(text)] == ["Anna Merrow"]


@pytest.mark.parametrize(("name", "gender"), [("male", "m"), ("female", "f")])
def test_words_that_tell_a_gender(name: str, gender: str) -> None:
    for text in WORDS[name].yes:
        assert lexicon().gender(text.split()[0].lower()) == gender
    for text in WORDS[name].no:
        assert {lexicon().gender(word.lower()) for word in text.split()} == {None}


def test_no_row_of_the_actor_table_is_without_a_known_type_and_sector() -> None:
    sectors = {rule.sector for rule in NOUNS} | {"SPY", "COP"}
    assert all(row.sector in sectors for row in lexicon().known.values())
    assert all(row.wikidata is None or row.wikidata[0] == "Q" for row in lexicon().known.values())
